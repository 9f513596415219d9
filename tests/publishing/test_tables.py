"""Rows in each form: exact where a machine reads, harmless where a person does."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse
from rich.console import Console
from tests.publishing.graphs import HOSTILE, PREFIXES, XSD

from yotgraph.errors import ParameterError
from yotgraph.publishing.display import rich_table, to_markdown, to_table
from yotgraph.publishing.tables import (
    FORMATS,
    format_rows,
    to_csv,
    to_json,
    to_result_set,
    to_tsv,
)

ANSWER = "https://example.org/answer/ratings"
texts = st.lists(st.lists(st.text(max_size=8) | st.sampled_from(HOSTILE), min_size=2, max_size=2))


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


@given(texts)
def test_csv_is_exact(rows: list[list[str]]) -> None:
    text = to_csv(["a", "b"], rows)
    assert list(csv.reader(StringIO(text, newline=""), strict=True)) == [["a", "b"], *rows]


def test_csv_is_what_the_standard_module_writes() -> None:
    rows = [["one, two", 'say "so"'], ["two\nlines", ""], ["Ynys Môn", " space "]]
    stream = StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows([["a", "b"], *rows])
    assert to_csv(["a", "b"], rows) == stream.getvalue()


def test_csv_of_one_empty_column_keeps_its_rows() -> None:
    assert list(csv.reader(StringIO(to_csv(["a"], [[None], ["x"]])))) == [["a"], [""], ["x"]]


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\uff1d1"]
)
def test_formulas_are_defused_on_request_only(text: str) -> None:
    assert next(csv.reader(StringIO(to_csv(["a"], [[text]]).partition("\n")[2]))) == [text]
    safe = to_csv(["a"], [[text]], safe=True).partition("\n")[2]
    assert next(csv.reader(StringIO(safe))) == [f"'{text}"]
    assert to_tsv(["a"], [[text]], safe=True).split("\n")[1].startswith("'")


@pytest.mark.parametrize("text", ["-2.5", "+7", "2015-07-01", "a=b", "", "38.1"])
def test_numbers_and_words_are_not_taken_for_formulas(text: str) -> None:
    assert to_csv(["a", "b"], [[text, "x"]], safe=True) == f"a,b\n{text},x\n"


@given(texts)
def test_tsv_has_one_line_a_row_and_loses_nothing(rows: list[list[str]]) -> None:
    lines = to_tsv(["a", "b"], rows).split("\n")
    assert len(lines) == len(rows) + 2
    escapes = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}

    def read(cell: str) -> str:
        made, rest = "", cell
        while rest:
            width = 2 if rest[0] == "\\" else 1
            made, rest = made + escapes.get(rest[:width], rest[:width]), rest[width:]
        return made

    assert [[read(cell) for cell in line.split("\t")] for line in lines[1:-1]] == rows


def test_json_has_numbers_booleans_and_nulls() -> None:
    row = [
        typed("14", "integer"),
        typed("36.0", "decimal"),
        typed("true", "boolean"),
        None,
        NamedNode("https://example.org/a"),
        typed("2015-07-01", "date"),
        "14",
        typed("1" * 40, "integer"),
        typed("NaN", "double"),
        True,
    ]
    columns = [f"c{n}" for n in range(len(row))]
    text = to_json(columns, [row])
    assert list(json.loads(text)[0].values()) == [
        14,
        36.0,
        True,
        None,
        "https://example.org/a",
        "2015-07-01",
        "14",
        "1" * 40,
        "NaN",
        True,
    ]
    assert list(json.loads(text)[0]) == columns
    assert to_json(columns, []) == "[]\n"


@given(texts)
def test_json_is_exact_and_shows_no_acting_character(rows: list[list[str]]) -> None:
    text = to_json(["a", "b"], rows)
    wanted = [[cell or None for cell in row] for row in rows]
    assert [list(each.values()) for each in json.loads(text)] == wanted
    assert not {"\u202e", "\x1b", "\x85", "\u2028"} & set(text)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "a|b", "a\\|b", "`code`", "[x](javascript:alert(1))", "__init__"]
)
def test_markdown_shows_text_and_nothing_else(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(
        to_markdown(["a", "b"], [[text, "end"]])
    )
    assert html.count("<td>") == 2
    assert "<td>end</td>" in html
    cell = html.split("<td>")[1].split("</td>")[0]
    assert "<" not in cell
    if text.isascii() and text.isprintable():
        unescaped = cell.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
        assert unescaped.replace("&amp;", "&") == text.strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_cell_acts_on_the_terminal(text: str) -> None:
    stream = StringIO()
    console = Console(file=stream, width=100, force_terminal=True, color_system="truecolor")
    console.print(rich_table(["a"], [["plain"]]))
    plain = stream.getvalue().count("\x1b")
    console.print(rich_table(["a"], [[text]]))
    assert stream.getvalue().count("\x1b") == 2 * plain
    assert not {"\x00", "\x08", "\x85", "\u2028", "\u202e", "\ufeff"} & set(stream.getvalue())


def test_marks_of_rich_are_only_text() -> None:
    shown = to_table(["text"], [["[bold]red[/bold] :smile: [link=https://example.org]x[/link]"]])
    assert "[bold]red[/bold] :smile: [link=https://example.org]x[/link]" in shown


def test_a_table_fits_its_width() -> None:
    shown = to_table(["service", "text"], [["Anytown YOT", "word " * 60]], width=60)
    assert max(map(len, shown.splitlines())) <= 60
    assert shown.count("word") == 60


def test_a_result_set_reads_back_as_the_rows() -> None:
    columns = ["service", "cases", "note_iri"]
    rows = [
        ["Anytown YOT", typed("14", "integer"), NamedNode("https://example.org/a")],
        ['"hostile"\n', None, ""],
    ]
    text = to_result_set(columns, rows, iri=ANSWER, prefixes=PREFIXES)
    store = Store()
    store.extend(parse(text, format=RdfFormat.TURTLE))
    assert "_:" not in text
    found = store.query(
        """PREFIX rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#>
        SELECT ?index ?variable ?value WHERE {
          [] a rs:ResultSet ; rs:solution [ rs:index ?index ; rs:binding [
            rs:variable ?variable ; rs:value ?value ] ] } ORDER BY ?index ?variable"""
    )
    assert [tuple(each.value for each in solution) for solution in found] == [
        ("1", "cases", "14"),
        ("1", "note_iri", "https://example.org/a"),
        ("1", "service", "Anytown YOT"),
        ("2", "service", '"hostile"\n'),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_offered_and_repeats_itself(name: str) -> None:
    rows = [["Anytown YOT", "Good"], ["Otherton YOS", None]]
    made = [format_rows(name, ["s", "r"], rows, iri=ANSWER, prefixes=PREFIXES) for _ in range(2)]
    assert made[0] == made[1]
    assert "Anytown YOT" in made[0]
    assert made[0].endswith("\n")


def test_an_unknown_format_lists_what_there_is() -> None:
    with pytest.raises(ParameterError, match="'xls'.*table, csv, tsv, json, md, ttl"):
        format_rows("xls", ["a"], [], iri=ANSWER, prefixes=PREFIXES)


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_of_another_length_is_a_mistake(name: str) -> None:
    with pytest.raises(ValueError, match="zip"):
        format_rows(name, ["a", "b"], [["only one"]], iri=ANSWER, prefixes=PREFIXES)
