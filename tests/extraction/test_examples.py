"""Practice examples: what is told of one case, and where the telling ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yotgraph.extraction.examples import Example, examples_in, quoted_examples
from yotgraph.extraction.outline import Heading, Section, outline
from yotgraph.extraction.paragraphs import paragraphs_of, quotations
from yotgraph.extraction.witness import Witness
from yotgraph.reading import Document

Maker = Callable[[str], Document]


def witness(document: Document) -> Witness:
    section = Section(Heading("Planning"), None, document.blocks)
    paragraphs = tuple(paragraphs_of(section, "Planning", "Planning {place}"))
    return Witness(document, outline(document, lambda block: None), paragraphs)


def told(document: Document) -> list[str]:
    seen = witness(document)
    return [
        example.text(document)
        for paragraph in seen.paragraphs
        for example in examples_in(document, seen, paragraph)
    ]


STORY = (
    "In one case, the case manager had spoken with a young man’s employer and had found out that"
    " he was about to lose his work."
)


@pytest.mark.parametrize("opening", ["Plans were late. ", ""])
def test_one_case_is_an_example(document: Maker, opening: str) -> None:
    assert told(document(opening + STORY)) == [STORY]


def test_what_goes_on_with_the_case_belongs_to_it(document: Maker) -> None:
    more = "As a result, his plan was changed on the same day. He kept his work."
    end = "Overall, plans were good."
    assert told(document(f"{STORY} {more} {end}")) == [f"{STORY} {more}"]


@pytest.mark.parametrize(
    "end",
    [
        "Overall, plans were good.",
        "Case managers knew their cases.",
        "In most cases plans were good.",
    ],
)
def test_words_on_all_cases_end_it(document: Maker, end: str) -> None:
    assert told(document(f"{STORY} {end}")) == [STORY]


def test_who_else_knew_of_the_case_belongs_to_it(document: Maker) -> None:
    more = "A manager had signed off the plan the week before."
    assert told(document(f"{STORY} {more} Overall, plans were good.")) == [f"{STORY} {more}"]


def test_two_cases_are_two_examples(document: Maker) -> None:
    other = (
        "In another case, the worker had never met the mother of the child, although she had asked"
        " for it more than once."
    )
    assert told(document(f"{STORY} {other}")) == [STORY, other]


@pytest.mark.parametrize(
    "text",
    [
        "We came across one case in which a girl had told two workers that she was afraid of a man.",
        "We did find one thoughtful piece of work, in which a young man had mended the fence he broke.",
        "In one of the three, however, the centre in which the young man was held had sent no report.",
        "One elderly man, whose shed had been burned down, told the worker that he wanted company only.",
        "When one boy's father came out of prison without warning, the plan was rewritten in a week.",
        "Leah, aged 14, was recorded as at risk in August and as missing in October, by two people.",
        "For Megan, who was cutting herself, the appointment came nine days after the order had ended.",
        "In the case of Tyler it transpired that he could not tell the time; pictures were sent to him.",
        "She had sat at the back of Callum's lessons for a fortnight so that the school would have him.",
        "A young person in the valley who was offered a place would have had to leave home before six.",
        "The step up in one case was overlooked. The young man had been arrested three times in a month.",
        "Jerome had refused every appointment. His mentor drove him to work at six until he went alone.",
        "A boy of 17 slept on the floors of friends while two departments argued about who should pay.",
        "One worker sat with Iolo, who had been written off as sullen, and learned that he is deaf.",
        "One example came from a mother: her son had stopped eating, and his worker came every evening.",
        "One boy had threatened his sister with a knife more than once. The threats had been recorded.",
    ],
)
def test_the_wordings_of_one_case(document: Maker, text: str) -> None:
    assert told(document(f"Plans were late in most cases. {text} Overall, staff did well.")) == [
        text
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Staffing had been a concern for the board. His deputy said that more could have been done.",
        "The worker appointed in October, who is employed by a charity, had met many and helped them.",
        "When a child moves to another area the service sends its papers to the new team in a week.",
        "Screening had shown that most had a need which was unmet. Her advice was short and was used.",
        "One boy told us that his case manager was the first adult who had ever come to watch him play.",
        "The service is led by the Director of Family Services, who is known to test what she is told.",
        "A worker from the pupil referral unit spent each morning at the office, which helped her greatly.",
        "The board asked whether nobody had been found who was glad that a child can choose his mentor.",
        "We did not find a single case in which he or she had been asked, and that was a disappointment.",
        "In one case this was late.",
        "In one instance, no.",
        "Plans were late in one case.",
        "Most plans were good, and case managers knew their children and young people well enough.",
    ],
)
def test_a_count_is_no_example(document: Maker, text: str) -> None:
    assert told(document(text)) == []


def test_an_inspectors_quotation_is_an_example(document: Maker) -> None:
    text = (
        'Plans were late. One of our inspectors noted: "He was moved twice without a word to his'
        ' case manager. Nobody told her." Reviews were good.'
    )
    (example,) = told(document(text))
    assert example.startswith("One of our inspectors noted:")
    assert example.endswith('Nobody told her."')


def test_an_inspector_may_be_quoted_without_a_colon(document: Maker) -> None:
    text = (
        "Plans were late. The inspector who read the file wrote that “nobody had asked him where he"
        " had been sleeping, though his worker had seen the bag he carried”. Reviews were good."
    )
    (example,) = told(document(text))
    assert example.startswith("The inspector who read the file")
    assert example.endswith("carried”.")


def test_a_quotation_that_stands_alone_has_its_lead(document: Maker) -> None:
    made = document(
        "2.1. Plans were late in most of the cases that were looked at in the course of the week."
        " An inspector made this comment:\n\n"
        '"He was moved twice without a word to his case manager."\n'
    )
    seen = witness(made)
    (quotation,) = quotations(made.blocks)
    (example,) = quoted_examples(made, seen, quotation, seen.paragraphs[0])
    assert example.paragraph == "2.1"
    assert example.text(made) == (
        'An inspector made this comment: "He was moved twice without a word to his case manager."'
    )


def test_a_quotation_without_a_paragraph_is_none(document: Maker) -> None:
    made = document('"He was moved twice without a word to his case manager."\n')
    (quotation,) = quotations(made.blocks)
    assert list(quoted_examples(made, witness(made), quotation, None)) == []


def test_an_example_is_its_words_with_single_spaces(document: Maker) -> None:
    made = document(f"{STORY[:40]}\n{STORY[40:]}")
    example = Example("1", (made.blocks[0].body,))
    assert example.text(made) == " ".join(made.text.split())
