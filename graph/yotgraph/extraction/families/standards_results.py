"""Ratings, key questions, recommendations and the glossary of a report by standards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from yotgraph.extraction.families.base import ReportParts
from yotgraph.extraction.glossary import defined_in_notes, glossary
from yotgraph.extraction.key_questions import questions, unnumbered_questions
from yotgraph.extraction.ratings import (
    Rated,
    overall_ratings,
    overall_score,
    standard_ratings,
)
from yotgraph.extraction.recommendations import recommendations
from yotgraph.facts import (
    GlossaryEntry,
    KeyQuestionResult,
    OverallRating,
    Recommendation,
    StandardRating,
)
from yotgraph.reading import Block, Span
from yotgraph.vocabulary import Scheme, fold

__all__ = [
    "glossary_facts",
    "key_question_facts",
    "overall_facts",
    "rating_facts",
    "recommendation_facts",
]

_OVERALL_PARTS = ("overall-findings", "ratings-summary", "foreword", None, "key-findings", "domain")


def rating_facts(
    parts: ReportParts, framework: Scheme, warnings: list[str]
) -> Iterator[StandardRating]:
    """The rating of each standard, with every place that states it.

    Where two places contradict each other the one stated most often stands, and a line is
    added to ``warnings``.
    """
    stated: dict[str, list[Rated]] = {}
    for rated in standard_ratings(parts.document, parts.document.blocks, framework):
        if rated.number is not None:
            stated.setdefault(rated.number, []).append(rated)
    for number, found in sorted(stated.items()):
        rating, agreeing = _most_stated(found)
        if len(agreeing) < len(found):
            others = sorted({item.rating for item in found} - {rating})
            warnings.append(
                f"{parts.document.name}: standard {number} is rated {rating} and "
                f"{', '.join(others)}; the former is stated more often or first"
            )
        standard = framework.get(number)
        yield StandardRating(
            key=number,
            evidence=tuple(parts.witness.quote(item.span) for item in agreeing),
            number=number,
            label=standard.label if standard else number,
            rating=rating,
        )


def _most_stated(found: Sequence[Rated]) -> tuple[str, list[Rated]]:
    """The rating stated most often, the first stated where two tie, and where it stands."""
    counts = Counter(item.rating for item in found)
    order = [item.rating for item in found]
    rating = min(counts, key=lambda name: (-counts[name], order.index(name)))
    return rating, [item for item in found if item.rating == rating]


def overall_facts(parts: ReportParts) -> Iterator[OverallRating]:
    """The rating of the service as a whole."""
    blocks = [
        [*([section.opening] if section.opening else []), *section.blocks]
        for section in parts.outline.sections
        if section.role in _OVERALL_PARTS
    ]
    spans = [Span(group[0].span.start, group[-1].span.end) for group in blocks if group]
    found = list(overall_ratings(parts.document, spans))
    if not found:
        return
    rating, agreeing = _most_stated(found)
    score = next((s for span in spans if (s := overall_score(parts.document, span))), None)
    yield OverallRating(
        key="overall",
        evidence=tuple(parts.witness.sentence(item.span) for item in agreeing),
        rating=rating,
        score=score,
    )


def key_question_facts(parts: ReportParts, framework: Scheme) -> Iterator[KeyQuestionResult]:
    """The key questions of the annex of results, and those that stand under their standard
    without a number; each number once, the annex first."""
    document = parts.document
    found = list(questions(document, _blocks(parts, "results")))
    for section in parts.outline.sections:
        number = section.heading.standard if section.heading else None
        if number is not None:
            found += questions(document, section.blocks)
            found += unnumbered_questions(document, section.blocks, number, framework)
    seen: set[str] = set()
    for question in found:
        if question.number in seen:
            continue
        seen.add(question.number)
        yield KeyQuestionResult(
            key=question.number,
            evidence=(parts.witness.quote(question.span),),
            number=question.number,
            question=question.question,
            percent_yes=question.percent,
        )


def recommendation_facts(parts: ReportParts) -> Iterator[Recommendation]:
    """The recommendations, in printed order."""
    keys: Counter[str] = Counter()
    found = recommendations(parts.document, _blocks(parts, "recommendations"))
    for item in found:
        keys[item.number] += 1
        again = keys[item.number] > 1
        yield Recommendation(
            key=f"{item.number}-{keys[item.number]}" if again else item.number,
            evidence=(parts.witness.quote(item.span),),
            number=item.number,
            addressee=item.addressee,
            text=item.text,
        )


def glossary_facts(parts: ReportParts) -> Iterator[GlossaryEntry]:
    """The terms of the glossary, and those that a footnote defines."""
    listed = list(glossary(parts.document, _blocks(parts, "glossary")))
    known = {fold(term.term) for term in listed}
    noted = [term for term in defined_in_notes(parts.document) if fold(term.term) not in known]
    for number, term in enumerate([*listed, *noted], 1):
        yield GlossaryEntry(
            key=str(number),
            evidence=(parts.witness.quote(term.span),),
            term=term.term,
            definition=term.definition,
        )


def _blocks(parts: ReportParts, role: str) -> list[Block]:
    """The blocks of every section of a role, and of the sections under it without a role."""
    blocks: list[Block] = []
    inside = False
    for section in parts.outline.sections:
        if section.role is not None:
            inside = section.role == role
        if inside:
            blocks += section.blocks
    return blocks
