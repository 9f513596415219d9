"""The data dictionary: every column of every question is explained, and from the right words."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from yotgraph.documentation.dictionary import write_dictionary
from yotgraph.documentation.terms import NAMESPACE, load_ontology
from yotgraph.documentation.values import load_values
from yotgraph.knowledge.questions import load_questions, read_question

QUESTIONS = load_questions()
ONTOLOGY = load_ontology()
CELL = re.compile(r"<td>(.*?)</td>", re.DOTALL)


def rows(page: str) -> dict[str, list[str]]:
    """The cells of the table of columns by the first one, without mark-up."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    found = {}
    for line in body.split("</tr>"):
        cells = [html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in CELL.findall(line)]
        if cells:
            found[cells[0]] = cells[1:]
    return found


def page_of(written: tuple[Path, list[Path]], name: str) -> str:
    return (written[0] / "questions" / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("question", QUESTIONS, ids=[each.name for each in QUESTIONS])
def test_every_column_has_a_meaning_and_an_origin(question, written) -> None:  # type: ignore[no-untyped-def]
    found = rows(page_of(written, question.name))
    assert list(found) == list(question.columns)
    for name, (meaning, origin, _, empty, _) in found.items():
        assert len(meaning) > 15, name
        assert meaning.endswith((".", "?", '"')), (name, meaning)
        assert origin, name
        assert empty in ("can be", "never")


def test_a_column_means_what_its_term_means(written: tuple[Path, list[Path]]) -> None:
    found = rows(page_of(written, "case-samples"))
    term = ONTOLOGY.terms[f"{NAMESPACE}caseCount"]
    assert found["cases"] == [
        term.definition,
        "CaseSample → caseCount",
        "whole number",
        "never",
        term.examples[0],
    ]
    domain = ONTOLOGY.terms[f"{NAMESPACE}domain"]
    assert found["domain"][0] == domain.definition
    assert found["domain"][3] == "can be"


def test_the_concepts_that_a_column_can_hold_are_listed(written: tuple[Path, list[Path]]) -> None:
    assert rows(page_of(written, "findings"))["stance"][2] == "concern; mixed; neutral; strength"
    assert re.fullmatch(
        r"list: (?:[^;]+; ){11}[^;]+ … \(\d\d in all\)",
        rows(page_of(written, "findings"))["themes"][2],
    )


def test_dates_have_the_kinds_that_the_shapes_allow(written: tuple[Path, list[Path]]) -> None:
    found = rows(page_of(written, "reoffending"))
    assert found["stat_published"][2] == "date, month or year"
    assert found["cohort_start"][2] == "month"
    assert rows(page_of(written, "evidence"))["start"][2] == "whole number"


def test_a_header_may_explain_a_column(tmp_path: Path) -> None:
    path = tmp_path / "longest-words.rq"
    path.write_text(
        "#+ question: How long are the words?\n#+ number: 1\n#+ category: findings\n"
        "#+ columns: text_length\n#+ parameters: report, least=5^^xsd:decimal\n"
        "#+ example: yotgraph query longest-words\n"
        "#+ column-text-length: Characters & marks <b>in</b> the text.\n"
        f"PREFIX yot: <{NAMESPACE}>\n"
        "SELECT (STRLEN(?text) AS ?text_length) ?report ?least\n"
        "WHERE { ?finding a yot:Finding ; yot:text ?text }\n",
        encoding="utf-8",
    )
    question = replace(read_question(path), lists=("text_length",))
    index, page = write_dictionary(tmp_path, [question], ONTOLOGY, load_values(ONTOLOGY))
    text = page.read_text(encoding="utf-8")
    assert rows(text)["text_length"][:2] == [
        "Characters & marks <b>in</b> the text.",
        "STRLEN(?text)Finding → text",
    ]
    assert "<b>" not in text
    assert "least" in text
    assert "<td>5</td>" in text
    assert "How long are the words?" in index.read_text(encoding="utf-8")


def test_without_a_header_line_the_terms_that_go_in_explain_it(tmp_path: Path) -> None:
    text = (
        f"PREFIX yot: <{NAMESPACE}>\nSELECT (STRLEN(?text) AS ?length)\n"
        "WHERE { ?finding a yot:Finding ; yot:text ?text }\n"
    )
    question = replace(QUESTIONS[0], name="lengths", query=text, columns=("length",), lists=())
    _, page = write_dictionary(tmp_path, [question], ONTOLOGY, load_values(ONTOLOGY))
    (meaning, *_) = rows(page.read_text(encoding="utf-8"))["length"]
    assert meaning == f"Worked out from: {ONTOLOGY.terms[f'{NAMESPACE}text'].definition}"
