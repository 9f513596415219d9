"""Of how many: gives the counts of a paragraph the totals that it prints.

A total is printed by a ratio ("5 of the 12 plans"), by "all nine", "neither", "none of the
four", by the sample ("we looked at 14 cases") or by itself ("of the seven interviewed").
A later count of the same kind of noun is a part of the latest total that can hold it. A
count without a noun is also a part of the count that its sentence opens with ("In eight
cases, plans were late in two"), of one that "there were" announced, or of the count that
a pronoun points back to ("two of these"). Where none of this holds a count has no total.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.words import Words, lexicon

__all__ = ["Sentence", "with_totals"]

#: More numbers and words than a reader holds in mind; keeps the time linear.
_MEMORY = 20
_FAR = 60
_PEOPLE_OF_CASES = frozenset({"case", "child"})
_PARTS_OF_CASES = frozenset({"case", "child", "document"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence and what it prints."""

    words: Words
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A number that later counts may be parts of."""

    value: int
    group: str | None
    sentence: int
    is_total: bool
    is_existential: bool = False


@dataclass(slots=True)
class _Paragraph:
    """What has been read of a paragraph so far."""

    sentences: Sequence[Sentence]
    first_noun: tuple[int, int] | None
    known: deque[_Known] = field(default_factory=lambda: deque(maxlen=_MEMORY))


def with_totals(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Mention]]:
    """The quantities in order with the index of their sentence; totals are left out."""
    if not any(sentence.mentions for sentence in sentences):
        return
    paragraph = _Paragraph(sentences, _first_noun(sentences))
    for index, sentence in enumerate(sentences):
        for place, mention in enumerate(sentence.mentions):
            resolved = _resolve(paragraph, index, place, mention)
            if resolved is not None:
                yield index, resolved
            _remember(paragraph, index, resolved or mention)


def _remember(paragraph: _Paragraph, sentence: int, mention: Mention) -> None:
    printed = mention.value if mention.type == "total" else mention.total
    is_part = mention.type == "count" and mention.total is not None
    if printed is not None and not is_part:
        paragraph.known.append(_Known(printed, mention.group, sentence, is_total=True))
    if mention.type in ("count", "ratio") and mention.value is not None:
        paragraph.known.append(
            _Known(
                mention.value,
                mention.group,
                sentence,
                is_total=False,
                is_existential=mention.is_existential,
            )
        )


def _resolve(paragraph: _Paragraph, sentence: int, place: int, mention: Mention) -> Mention | None:
    """A mention with its total, or ``None`` where it is a total or counts nothing known."""
    if mention.type == "total":
        return _count_of_total(paragraph, sentence, place, mention)
    if mention.group is None and not _has_antecedent(paragraph, sentence, mention):
        return None
    opening = _opening_total(paragraph, sentence, place)
    if mention.total is None and opening is not None:
        return _part_of_opening(mention, opening)
    if mention.type != "count":
        return mention
    if mention.total is not None:
        return _with_share(replace(mention, type="ratio"), mention.total)
    total = _find_total(paragraph, sentence, place, mention)
    return _with_share(mention, total) if total else mention


def _with_share(mention: Mention, total: int) -> Mention:
    """A count as a part of a total; "all but three" becomes a number."""
    value = total - mention.missing if mention.missing else mention.value
    if value is None:
        return replace(mention, total=total)
    if not 0 <= value <= total:
        return mention
    share = Fraction(value, total)
    rule = mention.approximator
    bounds = rule.bounds(share, share) if rule else (share, share)
    return replace(mention, value=value, total=total, bounds=bounds)


def _count_of_total(
    paragraph: _Paragraph, sentence: int, place: int, mention: Mention
) -> Mention | None:
    """ "The four cases where": a count of its own, unless its parts follow in the sentence
    or it points back to four that were counted before."""
    later = paragraph.sentences[sentence].mentions[place + 1 : place + _MEMORY]
    parts = any(found.type == "count" and found.group is None for found in later)
    again = any(known.value == mention.value for known in paragraph.known)
    if not mention.is_definite or parts or again:
        return None
    count = replace(mention, type="count")
    total = _find_total(paragraph, sentence, place, count)
    return _with_share(count, total) if total else count


def _has_antecedent(paragraph: _Paragraph, sentence: int, mention: Mention) -> bool:
    """Whether a counted noun stands before a number without one, or, for a ratio, in its
    sentence. A share that is the subject ("two-thirds felt") speaks for itself; "one" may
    be a pronoun and counts only beside other numbers."""
    if mention.type == "fraction" and not mention.is_universal and not mention.points_back:
        return True
    if mention.is_subject:
        return True
    if paragraph.first_noun is None or (mention.value == 1 and not paragraph.known):
        return False
    if mention.type == "ratio":
        return paragraph.first_noun[0] <= sentence
    return paragraph.first_noun < (sentence, mention.start)


def _first_noun(sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    """The sentence and word at which the paragraph's first counted noun stands."""
    nouns = lexicon().nouns
    return next(
        (
            (number, index)
            for number, sentence in enumerate(sentences)
            for index in range(len(sentence.words))
            if nouns.at(sentence.words.forms, index) is not None
        ),
        None,
    )


def _opening_total(paragraph: _Paragraph, sentence: int, place: int) -> Mention | None:
    """The total that opens the clause ("Of the seven interviewed"), for its first part."""
    if place == 0:
        return None
    before = paragraph.sentences[sentence].mentions[place - 1]
    return before if before.type == "total" and before.opens_clause else None


def _part_of_opening(mention: Mention, opening: Mention) -> Mention:
    total = opening.value or 0
    group = mention.group or opening.group
    if mention.type != "count":
        return replace(mention, total=total, group=group)
    if mention.value is None or mention.value > total:
        return mention
    part = replace(mention, type="ratio", group=group, start=opening.start)
    return _with_share(part, total)


def _find_total(paragraph: _Paragraph, sentence: int, place: int, mention: Mention) -> int | None:
    value = mention.value or mention.missing
    if value is None:
        return None
    if mention.points_back:
        pointed = _pointed_at(paragraph, sentence, mention, value)
        if pointed is not None or mention.group is None:
            return pointed
    if mention.group is None:
        header = _header(paragraph, sentence, place, value)
        if header is not None:
            return header
    for known in reversed(paragraph.known):
        if known.is_total and known.value >= value and _is_compatible(mention, sentence, known):
            return known.value
    if _is_one_of_two(paragraph, sentence, mention):
        return 2
    return _announced(paragraph, value) if mention.group is None else None


def _pointed_at(
    paragraph: _Paragraph, sentence: int, mention: Mention, value: int
) -> int | None:
    """The count that "of these" points back to: the latest, if it can hold the part."""
    latest = paragraph.known[-1] if paragraph.known else None
    if latest is None or latest.is_total or latest.value < value:
        return None
    return latest.value if _is_compatible(mention, sentence, latest) else None


def _header(paragraph: _Paragraph, sentence: int, place: int, value: int) -> int | None:
    """The count or total that the sentence opens with, of which what follows without a
    noun is a part. A conjunction before the first of them makes them neighbours: "In four
    cases plans were missing, and late in two"."""
    here = paragraph.sentences[sentence]
    first = here.mentions[0]
    if first.is_remainder and first.is_leading and place and first.value is not None:
        return first.value if first.value >= value else None
    if place == 0 or first.group is None or not (first.is_leading or first.type == "total"):
        return None
    between = here.words.forms[first.end : min(here.mentions[1].start, first.end + _FAR)]
    joins = any(lexicon().has("coordinating", between, index) for index in range(len(between)))
    if joins or first.type not in ("count", "total") or first.value is None:
        return None
    return first.value if first.value > value else None


def _is_compatible(mention: Mention, sentence: int, known: _Known) -> bool:
    """Whether a count can be a part of a total: the same kind of noun, or none printed. A
    case counts as a part of documents only near by."""
    groups = {mention.group, known.group}
    if None in groups or len(groups) == 1 or groups <= _PEOPLE_OF_CASES:
        return True
    return groups <= _PARTS_OF_CASES and sentence - known.sentence <= 1


def _is_one_of_two(paragraph: _Paragraph, sentence: int, mention: Mention) -> bool:
    """ "In one case ..., and in the other": one of the two that were counted before."""
    forms = paragraph.sentences[sentence].words.forms
    places = range(mention.end, min(mention.end + _FAR, len(forms)))
    names_other = any(forms[place : place + 2] == ("the", "other") for place in places)
    latest = paragraph.known[-1] if paragraph.known else None
    return mention.value == 1 and names_other and latest is not None and latest.value == 2


def _announced(paragraph: _Paragraph, value: int) -> int | None:
    """The latest count that "there were" announced."""
    return next(
        (
            known.value
            for known in reversed(paragraph.known)
            if known.is_existential and known.value > value
        ),
        None,
    )
