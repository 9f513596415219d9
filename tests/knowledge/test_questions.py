"""Questions: headers, parameters as terms, clear errors, rows and frames."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Literal, NamedNode
from tests.factories import five_report_graph, graph_of, letter

from yotgraph.errors import ParameterError, UnknownQuestionError, UsageError, VocabularyError
from yotgraph.knowledge.names import term
from yotgraph.knowledge.parameters import Parameter, bind, read_parameters
from yotgraph.knowledge.questions import (
    Answer,
    ask,
    find_question,
    load_questions,
    read_question,
)

HEADER = "#+ question: Q?\n#+ number: 1\n#+ category: reports\n#+ columns: a\n#+ example: e\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_question_is_read_from_its_header(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "example",
        "#+ question: Who led\n#+ question: what?\n#+ number: 7\n#+ category: people\n"
        "#+ columns: who, what\n#+ parameters: who, most=3^^xsd:integer\n#+ lists: what\n"
        "#+ separator: |\n#+ example: yotgraph query example\n"
        "SELECT ?who ?what ?most WHERE {}",
    )
    question = read_question(path)
    assert question.question == "Who led what?"
    assert (question.name, question.number, question.category) == ("example", 7, "people")
    assert question.columns == ("who", "what")
    assert question.parameters == (Parameter("who"), Parameter("most", "xsd:integer", "3"))
    assert (question.lists, question.separator) == (("what",), "|")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADER.replace("#+ question: Q?\n", ""), "question"),
        (HEADER.replace("#+ columns: a\n", ""), "columns"),
        (HEADER.replace("#+ example: e\n", ""), "example"),
        (HEADER.replace("number: 1", "number: one"), "no number"),
        (HEADER.replace("category: reports", "category: other"), "no category"),
        (HEADER + "#+ lists: b\n", "no column"),
        (HEADER + "#+ parameters: x^^xsd:duration\n", "declares no parameter"),
        (HEADER + "#+ parameters: x y\n", "declares no parameter"),
    ],
)
def test_a_header_that_is_wrong_is_refused(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, "wrong", f"{text}SELECT ?a WHERE {{}}")
    with pytest.raises(VocabularyError, match=message):
        load_questions(tmp_path)


def test_two_questions_of_one_number_are_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path, name, f"{HEADER}SELECT ?a WHERE {{}}")
    with pytest.raises(VocabularyError, match=r"two\.rq and one\.rq both have number 1"):
        load_questions(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="no query"):
        load_questions(tmp_path)


def test_an_unknown_question_suggests_names_like_it() -> None:
    assert find_question("ratings").name == "ratings"
    with pytest.raises(UnknownQuestionError, match=r"no question 'rating'.*did you mean ratings"):
        find_question("rating")
    with pytest.raises(UnknownQuestionError, match="lists all 38"):
        ask(five_report_graph(), "xyzzy")


def test_a_parameter_narrows_the_rows() -> None:
    every = ask(five_report_graph(), "posts")
    some = ask(five_report_graph(), "posts", {"report": "northmoor-2015-07"})
    place = every.columns.index("report")
    assert some.rows == tuple(row for row in every.rows if row[place] == "northmoor-2015-07")
    assert 0 < len(some.rows) < len(every.rows)


def test_two_parameters_narrow_together() -> None:
    both = {"report": "northmoor-2015-07", "service": "Northmoor YOT"}
    assert len(ask(five_report_graph(), "reports", both).rows) == 1
    crossed = {"report": "northmoor-2015-07", "service": "Eastmoor YOT"}
    assert ask(five_report_graph(), "reports", crossed).rows == ()


def test_an_unknown_parameter_says_which_there_are() -> None:
    with pytest.raises(ParameterError, match=r"no parameter 'area'; it takes report, service"):
        ask(five_report_graph(), "ratings", {"area": "x"})
    with pytest.raises(ParameterError, match="it takes none"):
        ask(five_report_graph(), "mixed-themes", {"report": "x"})


def test_an_unknown_value_says_what_there_is() -> None:
    with pytest.raises(
        ParameterError, match=r"no report 'x'; there is eastmoor-2014-01, northmoor"
    ):
        ask(five_report_graph(), "posts", {"report": "x"})
    with pytest.raises(ParameterError, match="no service 'northmoor yot'; there is Eastmoor YOT"):
        ask(five_report_graph(), "reports", {"service": "northmoor yot"})
    with pytest.raises(ParameterError, match="no agency 'Polis'; there is .*Police"):
        ask(five_report_graph(), "partner-evidence", {"agency": "Polis"})


def test_a_known_value_with_nothing_to_say_is_no_error() -> None:
    assert ask(five_report_graph(), "ratings", {"report": "northmoor-2015-07"}).rows == ()


def test_an_empty_graph_says_that_there_is_none() -> None:
    with pytest.raises(ParameterError, match="none in this graph"):
        ask(graph_of(), "reports", {"report": "x"})


def test_many_values_are_not_all_listed() -> None:
    reports = [letter(f"Moor {chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(32)]
    with pytest.raises(ParameterError, match=r"moor-ba-2015-07.* and \d+ more$"):
        ask(graph_of(*reports), "reports", {"report": "moor-ba-2015"})


@pytest.mark.parametrize(
    "value",
    ['x" } UNION { ?a ?b ?c', "x'; DROP ALL", 'northmoor-2015-07" || true', "?report", "<x>", "\\"],
)
def test_a_value_never_becomes_part_of_the_query(value: str) -> None:
    with pytest.raises(ParameterError, match="no report"):
        ask(five_report_graph(), "posts", {"report": value})


@pytest.mark.parametrize(
    ("threshold", "numbers"),
    [(None, {"2.1.2", "2.2.2"}), ("57", {"2.2.2"}), ("57.5", {"2.1.2", "2.2.2"}), ("0", set())],
)
def test_a_threshold_is_a_number_and_no_column(threshold: str | None, numbers: set[str]) -> None:
    given = {} if threshold is None else {"threshold": threshold}
    answer = ask(five_report_graph(), "weakest-questions", given)
    assert "threshold" not in answer.columns
    assert {row[2] for row in answer.rows} == numbers


@pytest.mark.parametrize(
    ("question", "name", "value", "message"),
    [
        ("weakest-questions", "threshold", "low", "not a number"),
        ("weakest-questions", "threshold", "65%", "not a number"),
        ("evidence", "about", "finding 1.1", "not an IRI"),
        ("evidence", "about", "https://e.org/a b", "not an IRI"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(
    question: str, name: str, value: str, message: str
) -> None:
    with pytest.raises(ParameterError, match=message):
        ask(five_report_graph(), question, {name: value})


def test_values_become_terms_of_their_datatype() -> None:
    parameters = read_parameters(
        "a, b^^xsd:integer, c^^xsd:date, d^^xsd:anyURI, e=1^^xsd:decimal", "x"
    )
    given = {"a": "x", "b": "007", "c": "2015-07", "d": "https://e.org/"}
    assert bind("q", parameters, given) == {
        "a": Literal("x"),
        "b": Literal("7", datatype=term("xsd:integer")),
        "c": Literal("2015-07", datatype=term("xsd:gYearMonth")),
        "d": NamedNode("https://e.org/"),
        "e": Literal("1", datatype=term("xsd:decimal")),
    }
    for name, value in (("b", "7.5"), ("c", "July")):
        with pytest.raises(ParameterError, match=f"{name}='{value}'"):
            bind("q", parameters, {name: value})


def test_a_file_without_a_header_is_a_question_too(tmp_path: Path) -> None:
    path = write(
        tmp_path, "mine", "SELECT ?report { ?d a yot:Report ; dcterms:identifier ?report }"
    )
    answer = ask(five_report_graph(), read_question(path))
    assert answer.columns == ("report",)
    assert len(answer.rows) == 5
    with pytest.raises(ParameterError, match="takes none"):
        ask(five_report_graph(), read_question(path), {"report": "x"})


def test_a_file_that_cannot_be_read_or_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read as a query"):
        read_question(tmp_path / "nowhere.rq")
    with pytest.raises(UsageError, match="the query cannot be read"):
        ask(five_report_graph(), read_question(write(tmp_path, "broken", "SELECT")))
    unselected = "#+ parameters: who\nSELECT ?a WHERE { ?a rdfs:label ?who }"
    with pytest.raises(UsageError, match="cannot be run"):
        ask(five_report_graph(), read_question(write(tmp_path, "w", unselected)), {"who": "x"})


def test_a_column_that_the_query_does_not_select_is_an_error(tmp_path: Path) -> None:
    question = read_question(write(tmp_path, "short", "#+ columns: a, b\nSELECT ?a WHERE {}"))
    with pytest.raises(VocabularyError, match="does not select b"):
        ask(five_report_graph(), question)


def test_items_of_a_list_are_sorted(tmp_path: Path) -> None:
    text = (
        "#+ columns: a, b\n#+ lists: b\n"
        'SELECT ?a ?b WHERE { BIND("z; y; x" AS ?a) BIND("z; y, w; x" AS ?b) }'
    )
    answer = ask(five_report_graph(), read_question(write(tmp_path, "listed", text)))
    assert answer.rows == (("z; y; x", "x; y, w; z"),)


class Frame:
    """A frame that keeps what it was made from."""

    def __init__(self, data: list[tuple[str, ...]], **more: object) -> None:
        self.data = data
        self.more = more


def test_rows_as_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = Answer("q", ("a", "b"), (("1", ""),))
    for name in ("pandas", "polars"):
        module = ModuleType(name)
        module.DataFrame = Frame  # type: ignore[attr-defined]
        module.String = str  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, module)
    assert answer.to_pandas().data == [("1", "")]
    assert answer.to_polars().more["schema"] == {"a": str, "b": str}


def test_a_missing_frame_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    answer = Answer("q", ("a",), ())
    for make in (answer.to_pandas, answer.to_polars):
        with pytest.raises(UsageError, match=r"yotgraph\[frames\]"):
            make()
