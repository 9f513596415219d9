"""When an inspection was, who led it, and how many cases were examined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.inspection import fieldwork, leads, samples
from yotgraph.extraction.outline import outline
from yotgraph.extraction.witness import Witness
from yotgraph.reading import Document

Maker = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "The inspection was conducted from 08-10 June 2015 as part of it.",
            "2015-06-08",
            "2015-06-10",
        ),
        ("The inspection took place between 3 and 5 March 2014.", "2014-03-03", "2014-03-05"),
        ("Fieldwork was carried out from 3 to 5 March 2014.", "2014-03-03", "2014-03-05"),
        ("We carried out this inspection on 3-5 March 2014.", "2014-03-03", "2014-03-05"),
        ("The screening was undertaken on 3 March 2014.", "2014-03-03", "2014-03-03"),
        ("Fieldwork started: September 2018", "2018-09", None),
        ("Fieldwork dates: 3 to 14 September 2018", "2018-09-03", "2018-09-14"),
        ("We visited the service from 3 to 5 March 2014.", "2014-03-03", "2014-03-05"),
        ("Between 3 and 5 March 2014 the inspection was conducted.", "2014-03-03", "2014-03-05"),
        ("Our inspection was held in March 2014.", "2014-03", None),
        ("We conducted fieldwork over a week, beginning 3 March 2014.", "2014-03-03", None),
        (
            "Fieldwork started March 2014\n\nWe conducted fieldwork beginning on 3 March 2014.",
            "2014-03-03",
            None,
        ),
        (
            "Fieldwork started March 2014\n\nThe inspection was conducted in May 2013.",
            "2014-03",
            None,
        ),
        (
            "The report was published on 1 May 2014. The inspection was conducted from 3-5 March 2014.",
            "2014-03-03",
            "2014-03-05",
        ),
        (
            "Our inspectors were in Northmoor from 1st – 3rd June 2015.",
            "2015-06-01",
            "2015-06-03",
        ),
    ],
)
def test_fieldwork(document: Maker, text: str, start: str, end: str | None) -> None:
    made = document(text)
    witness = Witness(made, outline(made, lambda block: None))
    found = fieldwork(made, witness, [block.span for block in made.blocks])
    assert found is not None
    assert (found.start, found.end) == (start, end)
    assert "2014" in made.slice(found.span) or "201" in made.slice(found.span)


@pytest.mark.parametrize(
    "text",
    [
        "The last inspection found much to praise.",
        "The report was published on 1 May 2014.",
        "This inspection was good.",
    ],
)
def test_without_words_on_fieldwork_there_is_none(document: Maker, text: str) -> None:
    made = document(text)
    witness = Witness(made, outline(made, lambda block: None))
    assert fieldwork(made, witness, [block.span for block in made.blocks]) is None


@pytest.mark.parametrize(
    ("text", "people", "post"),
    [
        (
            "Please contact the lead inspector, who was Colin Fell. He can be reached.",
            ["Colin Fell"],
            "lead inspector",
        ),
        (
            "Please contact the lead inspector Colin Fell on 01632 960123.",
            ["Colin Fell"],
            "lead inspector",
        ),
        ("The lead inspector was Colin Fell.", ["Colin Fell"], "lead inspector"),
        ("Questions may be put to Colin Fell, who led it.", ["Colin Fell"], "lead inspector"),
        ("Colin Fell led this inspection.", ["Colin Fell"], "lead inspector"),
        ("The lead inspector is Anne-Marie O'Dowell.", ["Anne-Marie O'Dowell"], "lead inspector"),
        ("Lead inspector: Colin Fell", ["Colin Fell"], "lead inspector"),
        (
            "The lead inspectors were Colin Fell and Orla Wu.",
            ["Colin Fell", "Orla Wu"],
            "lead inspector",
        ),
        ("Colin Fell, lead inspector, wrote it.", ["Colin Fell"], "lead inspector"),
        (
            "This inspection was led by HM Inspector Yvonne Fell, supported by a team.",
            ["Yvonne Fell"],
            "HM Inspector",
        ),
        (
            "The inspection was led by Yvonne Fell, supported by a team.",
            ["Yvonne Fell"],
            "lead inspector",
        ),
        (
            "The lead inspector for this inspection was Lisa van der Hoek.",
            ["Lisa van der Hoek"],
            "lead inspector",
        ),
        (
            "This inspection was led by HM Senior Inspector Siân ap Rhys.",
            ["Siân ap Rhys"],
            "HM Senior Inspector",
        ),
    ],
)
def test_who_led(document: Maker, text: str, people: list[str], post: str) -> None:
    made = document(text)
    found = list(leads(made, [block.span for block in made.blocks]))
    assert [one.person.name for one in found] == people
    assert {one.post for one in found} == {post}


@pytest.mark.parametrize(
    "text",
    [
        "The lead inspector was new.",
        "The team was led by a manager.",
        "Colin Fell led the team.",
        "An inspector came.",
    ],
)
def test_nobody_led_where_nobody_is_named(document: Maker, text: str) -> None:
    made = document(text)
    assert list(leads(made, [block.span for block in made.blocks])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We examined 14 cases of children.", [(14, None)]),
        ("We examined fourteen cases of children.", [(14, None)]),
        ("we inspected twenty-six cases.", [(26, None)]),
        ("We looked at a total of 34 case files.", [(34, None)]),
        ("We examined 31 post-court cases.", [(31, "court")]),
        ("We examined 19 out-of-court disposals.", [(19, "out-of-court")]),
        (
            "We examined 20 court disposals and 12 out-of-court disposals.",
            [(20, "court"), (12, "out-of-court")],
        ),
        (
            "We took a detailed look at 11 community sentences and two custodial sentences.",
            [(13, "court")],
        ),
        (
            "We took a detailed look at 14 court disposals: 12 community sentences and two"
            " custodial sentences.",
            [(14, "court")],
        ),
        ("We took a detailed look at 32 community sentences and custodial cases.", [(32, "court")]),
        ("We assessed the cases of 18 children.", [(18, None)]),
        ("20 cases were examined.", [(20, None)]),
        ("We examined 14 cases. We examined 14 cases.", [(14, None)]),
        ("We examined 1,204 cases.", [(1204, None)]),
        ("We examined four resettlement cases.", [(4, "resettlement")]),
        ("We interviewed 13 case managers.", []),
        ("We examined 9 policies of the cases.", []),
        ("Plans were late in 4 cases.", []),
    ],
)
def test_samples(document: Maker, text: str, expected: list[tuple[int, str | None]]) -> None:
    made = document(text)
    found = samples(made, [block.span for block in made.blocks])
    assert [(one.cases, one.domain) for one in found] == expected
