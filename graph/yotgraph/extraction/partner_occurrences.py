"""Where the sentences of one report name their partners, or refer back to them.

A report is read twice: first for the local names and abbreviations that it introduces, then
for every place where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.partner_appositions import without_descriptions
from yotgraph.extraction.partner_candidates import Candidates
from yotgraph.extraction.partner_capitals import abbreviation_behind
from yotgraph.extraction.partner_model import Occurrence, SentenceContext
from yotgraph.extraction.partner_naming import ReportNames
from yotgraph.extraction.partner_overlaps import settle
from yotgraph.extraction.partner_references import ReferenceReader
from yotgraph.extraction.partner_wording import phrase_in, words

__all__ = ["occurrences_in"]

_POSSESSIVE = re.compile(r"['’]s? ")


def _is_read(sentence: SentenceContext) -> bool:
    """Whether a sentence stands where a report speaks of its own partners."""
    in_part = sentence.role not in words("unread-section")
    return in_part and phrase_in("closing", sentence.text) is None


def occurrences_in(
    sentences: Sequence[SentenceContext],
    area: str,
    service_label: str,
    board_talk: Sequence[bool],
) -> Iterator[tuple[int, list[Occurrence]]]:
    """The index of each sentence that is read, with the places where it names or means a
    partner. What stands in boilerplate, method or figures is not read. ``board_talk`` says
    of each sentence whether the board is spoken of there."""
    first = [
        (index, sentence, Candidates.of(sentence.text, area, service_label, board_talk[index]))
        for index, sentence in enumerate(sentences)
        if _is_read(sentence)
    ]
    names = ReportNames.of([(sentence.text, candidates) for _, sentence, candidates in first])
    memory = ReferenceReader()
    for index, sentence, candidates in first:
        text = sentence.text
        again = list(names.again(text))
        settled = settle([*again, *_single(candidates, names)]) if again else candidates.settled
        named = [names.canonical(one) for one in _with_abbreviations(text, settled)]
        found = list(without_descriptions(text, named))
        back = memory.references(text, sentence.paragraph, found)
        everything = sorted([*found, *back])
        memory.remember(text, everything)
        yield index, everything


def _single(candidates: Candidates, names: ReportNames) -> Iterator[Occurrence]:
    """The candidates of a sentence without two names that the report has apart elsewhere."""
    for one in candidates.all:
        if one.partner is None or one.partner.label not in names.joint:
            yield one


def _with_abbreviations(text: str, settled: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Occurrences with the abbreviation in brackets behind them taken in. An owner ("the
    council's early help") gives way to what it owns."""
    position = 0
    starts = {one.start for one in settled if one.partner}
    for one in settled:
        ends_in_possessive = text.endswith(("'s", "’s"), one.start, one.end)
        owned = _POSSESSIVE.match(text, one.end - 2 if ends_in_possessive else one.end)
        if one.start < position or (owned and owned.end() in starts):
            continue
        behind = abbreviation_behind(text, one)
        if behind:
            one = replace(one, end=behind.end())
            position = one.end
        yield one
