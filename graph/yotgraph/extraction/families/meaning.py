"""What the read text says: stance, themes, proportions, change and partners, as facts.

The structural facts come first; this adds what their words mean. Each reading is a pure
function of text elsewhere in the package; here they meet the document and its evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from yotgraph.extraction.changes import changes
from yotgraph.extraction.families.base import ReportParts
from yotgraph.extraction.outline import Section
from yotgraph.extraction.paragraph_stances import paragraph_stance
from yotgraph.extraction.paragraphs import is_quotation, numbered
from yotgraph.extraction.partner_wording import phrase_in
from yotgraph.extraction.partners import SentenceContext, partner_mentions
from yotgraph.extraction.proportions import quantities
from yotgraph.extraction.stance import sentence_stance, sentence_stances
from yotgraph.extraction.themes import themes_of
from yotgraph.facts import (
    BoardFact,
    ChangeStatement,
    Fact,
    Finding,
    ListedPoint,
    PartnerMention,
    PracticeExample,
    QuantifiedFinding,
    Recommendation,
    ReportIdentity,
)
from yotgraph.reading import BlockKind, Span
from yotgraph.reading.sentences import split
from yotgraph.vocabulary import on_one_line

__all__ = ["with_meaning"]

# The parts in which a report speaks of the service's partners; copy lists, methods and the
# account of what services are for name bodies without saying anything of them.
_SPEAKING = (
    "summary",
    "finding-section",
    "operational-management",
    "strengths",
    "improvements",
    "commentary",
    "practice-examples",
    "key-findings",
    "standard",
    "standard-part",
    "foreword",
    "background",
    "recommendations",
)
_LISTS = {"strengths": "strength", "improvements": "concern"}
# Here every text that is the inspectors' own has a name.
_NAMED = ("standard", "standard-part", "key-findings")


class _Sentence(NamedTuple):
    """A sentence of the report with its place."""

    span: Span
    context: SentenceContext


def with_meaning(parts: ReportParts, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts with stance and themes where they have a place for them, and further facts:
    proportions, changes and partner mentions."""
    structural = tuple(facts)
    yield from _told(structural, _domain_titles(parts), _listed(parts))
    yield from _proportions(parts)
    sentences = tuple(_speaking(parts, _published(structural)))
    yield from _changes(parts, sentences)
    boards = [fact.label for fact in structural if isinstance(fact, BoardFact)]
    yield from _partners(parts, sentences, boards)


def _domain_titles(parts: ReportParts) -> dict[str, str]:
    """The printed heading of each domain: what stands below is about that, too."""
    return {
        section.heading.domain: section.heading.text
        for section in parts.outline.with_role("domain")
        if section.heading is not None and section.heading.domain is not None
    }


def _published(facts: Sequence[Fact]) -> str | None:
    """When the report was published."""
    return next((fact.published for fact in facts if isinstance(fact, ReportIdentity)), None)


def _listed(parts: ReportParts) -> dict[str, str]:
    """The role of the list in which a finding stands, by the finding's paragraph: it judges
    whatever it holds."""
    found = {}
    for paragraph in parts.paragraphs:
        section = parts.outline.at(paragraph.span.start)
        if section is not None and section.role in _LISTS:
            found[paragraph.name] = section.role
    return found


def _told(
    facts: Sequence[Fact], domains: Mapping[str, str], listed: Mapping[str, str]
) -> Iterator[Fact]:
    """Facts with their stance and themes."""
    stances = {
        fact.paragraph: paragraph_stance(_sentences_of(fact.text), listed.get(fact.paragraph))
        for fact in facts
        if isinstance(fact, Finding)
    }
    for fact in facts:
        match fact:
            case Finding():
                domain = domains.get(fact.domain or "", "")
                themes = themes_of(fact.text, heading=f"{domain} {fact.section}".strip())
                yield replace(fact, stance=stances[fact.paragraph], themes=themes)
            case ListedPoint() | Recommendation():
                yield replace(fact, themes=themes_of(fact.text))
            case PracticeExample():
                yield replace(fact, stance=_of_example(fact.text, stances.get(fact.paragraph)))
            case _:
                yield fact


def _of_example(text: str, around: str | None) -> str:
    """The stance of an example: that of its words or, where they tell a story without a
    judgement, that of the paragraph which it illustrates."""
    own = paragraph_stance(_sentences_of(text))
    return around if around and own == "neutral" else own


def _sentences_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text)]


def _proportions(parts: ReportParts) -> Iterator[QuantifiedFinding]:
    """Every counted statement of the finding paragraphs."""
    number = 0
    for paragraph in parts.paragraphs:
        for block in paragraph.spans:
            text = parts.document.slice(block)
            sentences = split(text)
            for found in quantities(text, sentences):
                number += 1
                sentence = sentences[found.sentence]
                span = Span(block.start + sentence.start, block.start + sentence.end)
                yield QuantifiedFinding(
                    key=str(number),
                    evidence=(parts.witness.quote(span),),
                    paragraph=paragraph.name,
                    type=found.type,
                    phrase=on_one_line(text[found.span.start : found.span.end]),
                    numerator=found.numerator,
                    denominator=found.denominator,
                    low=found.low,
                    high=found.high,
                )


def _changes(parts: ReportParts, speaking: Sequence[_Sentence]) -> Iterator[ChangeStatement]:
    """Every statement about change since an earlier time, in the parts that judge."""
    number = 0
    for sentences in _by_paragraph(speaking):
        for index, direction, earlier in changes([one.context.text for one in sentences]):
            number += 1
            yield ChangeStatement(
                key=str(number),
                evidence=(parts.witness.quote(sentences[index].span),),
                direction=direction,
                earlier=earlier,
            )


def _partners(
    parts: ReportParts, sentences: Sequence[_Sentence], boards: Sequence[str]
) -> Iterator[PartnerMention]:
    """Every mention of a partner, one a partner and sentence."""
    place = parts.place
    contexts = [one.context for one in sentences]
    mentions = partner_mentions(
        contexts, place.area, place.service, sentence_stance, boards, place.authorities
    )
    for number, mention in enumerate(mentions, 1):
        yield PartnerMention(
            key=str(number),
            evidence=(parts.witness.quote(sentences[mention.sentence].span),),
            agency=mention.agency,
            sector=mention.sector,
            stances=mention.stances,
            link=mention.link,
            local=mention.local,
            is_role=mention.is_role,
            is_arrangement=mention.is_arrangement,
            role_status=mention.role_status,
            board_status=mention.board_status,
            statutory=mention.statutory,
        )


def _speaking(parts: ReportParts, published: str | None) -> Iterator[_Sentence]:
    """The sentences that say something of the service's work, in printed order."""
    for section in parts.outline.with_role(*_SPEAKING):
        for number, block in enumerate(section.blocks):
            if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or not len(block.body):
                continue
            paragraph = parts.witness.paragraph_at(block.body.start)
            if paragraph is None and section.role in _NAMED and not is_quotation(block.text):
                # The standard's own description, a rating or a caption.
                continue
            name = paragraph.name if paragraph else f"{section.title} {number}"
            body = numbered(parts.document, block)[1]
            spans = tuple(parts.witness.sentences(body))
            texts = [on_one_line(parts.document.slice(span)) for span in spans]
            for span, text, stances in zip(spans, texts, _stances(texts, section), strict=True):
                if section.role == "background" and phrase_in("of-all-services", text):
                    continue
                context = SentenceContext(text, name, section.role, stances, published)
                yield _Sentence(span, context)


def _stances(texts: Sequence[str], section: Section) -> list[frozenset[str]]:
    """What the sentences of a block do; a list of strengths or of areas for improvement
    decides for them."""
    listed = _LISTS.get(section.role or "")
    return [frozenset((listed,)) for _ in texts] if listed else sentence_stances(texts)


def _by_paragraph(sentences: Iterable[_Sentence]) -> Iterator[Sequence[_Sentence]]:
    group: list[_Sentence] = []
    for one in sentences:
        if group and one.context.paragraph != group[-1].context.paragraph:
            yield group
            group = []
        group.append(one)
    if group:
        yield group
