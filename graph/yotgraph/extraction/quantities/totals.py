"""Of how many: gives the counts of a paragraph the totals that it prints.

A total is printed by a ratio ("5 of the 12 plans"), by "all nine", "neither", "none of the
four", by the sample ("we looked at 14 cases") or by itself ("of the seven interviewed").
A later count of the same kind of noun is a part of the latest total that can hold it. A
count without a noun is also a part of the count that its sentence opens with ("In eight
cases, plans were late in two"), of one that "there were" announced, or of the count that
a pronoun points back to ("two of these"). Where none of this holds a count has no total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from yotgraph.extraction.quantities.antecedents import (
    Known,
    Paragraph,
    Sentence,
    find_total,
    has_antecedent,
    whole_left_by,
)
from yotgraph.extraction.quantities.mention import Mention, bounds_of
from yotgraph.extraction.quantities.words import lexicon

__all__ = ["with_totals"]

_MEMORY = 20
_SEVERAL = 2
_UNCOUNTED = frozenset(("occasion", "other"))


def with_totals(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Mention]]:
    """The quantities in order with the index of their sentence; totals are left out."""
    if not any(sentence.mentions for sentence in sentences):
        return
    paragraph = Paragraph(sentences, _first_noun(sentences))
    for index, sentence in enumerate(sentences):
        for place, mention in enumerate(sentence.mentions):
            resolved = _resolve(paragraph, index, place, mention)
            if resolved is not None:
                yield index, resolved
            _remember(paragraph, index, resolved or mention)


def _first_noun(sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    """The sentence and word at which the paragraph's first counted noun stands."""
    nouns = lexicon().nouns
    return next(
        (
            (number, index)
            for number, sentence in enumerate(sentences)
            for index, form in enumerate(sentence.words.forms)
            if form in nouns.openings
            and (found := nouns.at(sentence.words.forms, index))
            and found[0].group not in _UNCOUNTED
        ),
        None,
    )


def _remember(paragraph: Paragraph, sentence: int, mention: Mention) -> None:
    """Keeps what later counts may be parts of: the total printed, then the count itself."""
    if mention.type == "total" or (mention.is_definite and mention.total is None):
        printed = mention.value
    else:
        printed = None if mention.type == "count" else mention.total
    if printed is not None:
        is_shared = mention.type in ("fraction", "percentage")
        whole = Known(printed, mention.group, sentence, is_total=True, is_shared=is_shared)
        paragraph.known.append(whole)
    if mention.points_back and mention.type == "count" and mention.total is not None:
        # "Late in three of these, and missing in two": both are parts of the same.
        paragraph.known.append(
            Known(mention.total, mention.group, sentence, is_total=False, is_announced=True)
        )
    if mention.type in ("count", "ratio") and mention.value is not None:
        paragraph.known.append(
            Known(
                mention.value,
                mention.group,
                sentence,
                is_total=False,
                is_announced=mention.is_announced,
                is_topic=mention.is_topic,
                is_part=mention.type == "ratio" or mention.points_back,
                total=mention.total,
            )
        )


def _resolve(paragraph: Paragraph, sentence: int, place: int, mention: Mention) -> Mention | None:
    """A mention with its total, or ``None`` where it is a total or counts nothing known."""
    if mention.type == "total":
        return _count_of_total(paragraph, sentence, place, mention)
    opening = _opening_total(paragraph, sentence, place)
    is_named = mention.group is not None or (opening is not None and opening.group is not None)
    if not (is_named or has_antecedent(paragraph, sentence, mention)):
        return None
    if mention.total is None and opening is not None:
        return _part_of_opening(mention, opening)
    if mention.type != "count":
        return _of_those_counted(paragraph, sentence, mention)
    if mention.total is not None:
        return _with_share(mention._replace(type="ratio"), mention.total)
    total = find_total(paragraph, sentence, place, mention)
    if mention.value == 0:
        return _none_of(mention, total)
    return _with_share(mention, total) if total else mention


def _none_of(mention: Mention, total: int | None) -> Mention:
    """ "Not one had been": none of a total, or of nobody knows how many."""
    if total is None:
        nothing = (Fraction(0), Fraction(0))
        return mention._replace(type="fraction", value=None, bounds=nothing, is_universal=True)
    return _with_share(mention._replace(type="ratio"), total)


def _of_those_counted(paragraph: Paragraph, sentence: int, mention: Mention) -> Mention:
    """A universal as a ratio, where its sentence counted what it is said of: "eight reports
    had been prepared and all were good"."""
    latest = paragraph.known[-1] if paragraph.known else None
    if (
        latest is None
        or latest.sentence != sentence
        or latest.total is not None
        or latest.value < _SEVERAL
    ):
        return mention
    if not mention.is_universal or mention.group is not None or mention.bounds is None:
        return mention
    value = latest.value * int(mention.bounds[1])
    return mention._replace(type="ratio", value=value, total=latest.value)


def _with_share(mention: Mention, total: int) -> Mention:
    """A count as a part of a total; "all but three" becomes a number."""
    value = total - mention.missing if mention.missing else mention.value
    if value is None:
        return mention._replace(total=total)
    if not 0 <= value <= total:
        return mention
    share = Fraction(value, total)
    bounds = bounds_of(share, mention.approximator)
    return mention._replace(value=value, total=total, bounds=bounds)


def _count_of_total(
    paragraph: Paragraph, sentence: int, place: int, mention: Mention
) -> Mention | None:
    """ "The four cases where": a count of its own, unless its parts follow in the sentence
    or it points back to four that were counted before. What is left of a whole of which a
    part was counted is one, whatever follows: "20 of 28 were good. In the eight others"."""
    later = paragraph.sentences[sentence].mentions[place + 1 : place + _MEMORY]
    parts = any(found.type == "count" and found.group is None for found in later)
    again = any(known.value == mention.value for known in paragraph.known)
    if not mention.is_definite or again or mention.value is None:
        return None
    count = mention._replace(type="count")
    whole = whole_left_by(paragraph, mention.value)
    if whole is not None:
        return _with_share(count, whole)
    if parts:
        return None
    total = find_total(paragraph, sentence, place, count)
    return _with_share(count, total) if total else count


def _opening_total(paragraph: Paragraph, sentence: int, place: int) -> Mention | None:
    """The total that opens the clause ("Of the seven interviewed"), for its first part."""
    if place == 0:
        return None
    before = paragraph.sentences[sentence].mentions[place - 1]
    return before if before.type == "total" and before.opens_clause else None


def _part_of_opening(mention: Mention, opening: Mention) -> Mention:
    total = opening.value or 0
    group = mention.group or opening.group
    if mention.is_universal and mention.bounds is not None:
        value = total * int(mention.bounds[1])
        return mention._replace(type="ratio", value=value, total=total, group=group)
    if mention.type != "count":
        return mention._replace(total=total, group=group)
    if mention.value is None or mention.value > total:
        return mention
    part = mention._replace(type="ratio", group=group, start=opening.start)
    return _with_share(part, total)
