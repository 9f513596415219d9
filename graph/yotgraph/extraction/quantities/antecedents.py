"""What a number refers to: the total, count or noun that a paragraph printed before it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from yotgraph.extraction.quantities.mention import Mention
from yotgraph.extraction.quantities.relatives import whole_behind
from yotgraph.extraction.quantities.tokens import Words
from yotgraph.extraction.quantities.words import lexicon

__all__ = [
    "Known",
    "Paragraph",
    "Sentence",
    "find_total",
    "has_antecedent",
    "whole_left_by",
]

#: More numbers and words than a reader holds in mind; keeps the time linear.
_MEMORY = 20
_FAR = 60
_CLOSE = 2
_WITHIN = 14
_RELATIVE = frozenset(("that", "which", "who"))
_SINGULAR = frozenset(("has", "is", "was"))
_PEOPLE_OF_CASES = frozenset({"case", "child"})
_PARTS_OF_CASES = frozenset({"case", "child", "document"})


class Sentence(NamedTuple):
    """The words of a sentence and what it prints."""

    words: Words
    mentions: tuple[Mention, ...]


class Known(NamedTuple):
    """A number that later counts may be parts of."""

    value: int
    group: str | None
    sentence: int
    is_total: bool
    #: It said how many there were: what follows without a noun is a part.
    is_announced: bool = False
    #: The same, for later sentences.
    is_topic: bool = False
    #: It is a part of a total itself: what the next sentence counts is of the total.
    is_part: bool = False
    #: The total of which it is itself counted, whatever its words.
    total: int | None = None
    #: A total of which only a share was counted: "these" behind it are nobody knows how many.
    is_shared: bool = False


@dataclass(slots=True)
class Paragraph:
    """What has been read of a paragraph so far."""

    sentences: Sequence[Sentence]
    first_noun: tuple[int, int] | None
    known: deque[Known] = field(default_factory=lambda: deque(maxlen=_MEMORY))


def has_antecedent(paragraph: Paragraph, sentence: int, mention: Mention) -> bool:
    """Whether a counted noun stands before a number without one, or, for a ratio, in its
    sentence. A share that is the subject ("two-thirds felt") speaks for itself; "one" may
    be a pronoun and counts only beside other numbers."""
    if mention.type == "fraction" and not mention.is_universal and not mention.points_back:
        return True
    if mention.is_subject:
        return True
    is_unfounded = mention.points_back or _is_of_nothing(paragraph, sentence, mention)
    if mention.is_universal and not paragraph.known and is_unfounded:
        return False
    if mention.type == "ratio":
        if any(known.value == mention.total for known in paragraph.known):
            return True
        if mention.value == mention.total and mention.start:
            return False
    if mention.type == "count":
        near = sentence - mention.points_back
        if mention.value == 1 and not _is_known_near(paragraph, near):
            return False
        if any(known.is_total for known in paragraph.known):
            return True
        if mention.points_back and _is_known_near(paragraph, sentence):
            return True
    if paragraph.first_noun is None:
        return False
    if mention.type == "ratio":
        return paragraph.first_noun[0] <= sentence
    return paragraph.first_noun < (sentence, mention.start)


def _is_of_nothing(paragraph: Paragraph, sentence: int, mention: Mention) -> bool:
    """Whether "none" takes up a thing that is not counted: "we saw no reason for this, and
    none was offered"."""
    forms = paragraph.sentences[sentence].words.forms
    is_none = mention.bounds is not None and mention.bounds[1] == 0
    return mention.start > 0 and is_none and forms[mention.end - 1] in _SINGULAR


def _is_known_near(paragraph: Paragraph, sentence: int) -> bool:
    """Whether a number stands in this sentence or the one before: "one" alone may else be
    anybody. "One of these" may look back a sentence further."""
    return bool(paragraph.known) and paragraph.known[-1].sentence >= sentence - 1


def find_total(paragraph: Paragraph, sentence: int, place: int, mention: Mention) -> int | None:
    """The total that the paragraph printed for a count, ``None`` where it printed none."""
    value = mention.missing if mention.value is None else mention.value
    forms = paragraph.sentences[sentence].words.forms
    if value is None or (mention.group is None and _opens_with_some(forms)):
        return None
    if mention.points_back:
        pointed = _pointed_at(paragraph, sentence, mention, value)
        if pointed is None and mention.value != 1:
            # One of two children may be of a family as well as of a sample.
            words = paragraph.sentences[sentence].words
            whole = whole_behind(words, mention.start, mention.end)
            pointed = whole if whole is None or whole >= value else None
        if pointed is not None or mention.group is None:
            return pointed
    if (added := _adding_up(paragraph, sentence, mention)) is not None:
        return added
    if mention.is_remainder and (exact := whole_left_by(paragraph, value)) is not None:
        return exact
    if mention.group is None and not (mention.is_remainder and place == 1):
        # "Six were good; the other four were not": neither is a part of the other.
        header = _header(paragraph, sentence, place, value)
        if header is not None:
            return header
    latest = paragraph.known[-1] if paragraph.known else None
    if latest and latest.value > value and _leaves_out(mention, sentence, latest):
        return latest.value
    if latest and latest.value >= value and _is_within(forms, sentence, mention, latest):
        return latest.value
    for known in reversed(paragraph.known):
        is_whole = known.is_total and known.value >= value
        if is_whole and _is_compatible(mention, sentence, known):
            return known.value
        # What is left over at the head of a sentence is no part of just any number before.
        may_be_part = known.value > value and not (mention.is_remainder and place == 0)
        if may_be_part and _is_part(paragraph, sentence, mention, known):
            return known.value
    return 2 if _is_one_of_two(paragraph, sentence, mention) else None


def _leaves_out(mention: Mention, sentence: int, latest: Known) -> bool:
    """Whether "all but one" leaves out one of those that its sentence counted, which are no part of
    others: "action was taken in seven cases, and the court had dealt with all but one"."""
    is_of_those = mention.missing is not None and mention.group is None
    is_whole = latest.total is None and not latest.is_part
    return is_of_those and is_whole and latest.sentence == sentence


def whole_left_by(paragraph: Paragraph, rest: int) -> int | None:
    """The latest whole, a part of which was counted, that leaves exactly so many: "18 of the
    21 cases, and 13 of the 18. In the other three", of the 21."""
    return next(
        (
            known.total
            for known in reversed(paragraph.known)
            if known.total is not None and known.value + rest == known.total
        ),
        None,
    )


def _adding_up(paragraph: Paragraph, sentence: int, mention: Mention) -> int | None:
    """The count just before of which a sentence tells all the parts: "a plan was needed in 17
    cases. Nine were good, five were not and three had not been written"."""
    counted = (one for one in paragraph.sentences[sentence].mentions if one.type == "count")
    parts = [one.value for one in counted if one.value is not None and one.total is None]
    if len(parts) < _CLOSE or mention.value not in parts:
        return None
    return next(
        (
            known.value
            for known in paragraph.known
            if sentence - known.sentence == 1
            and known.value == sum(parts)
            and not known.is_total
            and _is_compatible(mention, sentence, known)
        ),
        None,
    )


def _opens_with_some(forms: Sequence[str]) -> bool:
    """Whether a sentence is of those "that had been completed", and nobody says how many
    those are."""
    return forms[:2] == ("of", "those") and not _RELATIVE.isdisjoint(forms[2:3])


def _is_within(forms: Sequence[str], sentence: int, mention: Mention, latest: Known) -> bool:
    """Whether a count goes into the number right before it: "in six cases, including two", or
    "a plan in 9 of the 14 cases, and only three of the plans"."""
    if latest.sentence != sentence:
        return False
    if "including" in forms[max(0, mention.start - 1) : mention.start + 1]:
        return True
    is_of_them = mention.group == "document" and "of" in forms[mention.start : mention.end]
    return is_of_them and latest.is_part and latest.group == "case"


def _pointed_at(paragraph: Paragraph, sentence: int, mention: Mention, value: int) -> int | None:
    """The count that "of these" points back to: the latest, if it can hold the part."""
    latest = paragraph.known[-1] if paragraph.known else None
    if latest is None or latest.is_shared or latest.value < value:
        return None
    return latest.value if _is_compatible(mention, sentence, latest) else None


def _header(paragraph: Paragraph, sentence: int, place: int, value: int) -> int | None:
    """The count or total that the sentence opens with, of which what follows without a
    noun is a part. A conjunction before the first of them makes them neighbours: "In four
    cases plans were missing, and late in two"."""
    here = paragraph.sentences[sentence]
    first = here.mentions[0]
    if first.is_remainder and first.is_leading and place and first.value is not None:
        return first.value if first.value >= value else None
    if first.points_back:
        # "Seven of these were good and four were not": both are parts of the same.
        return None
    if place == 0 or first.group is None or not (first.is_leading or first.type == "total"):
        return None
    between = here.words.forms[first.end : min(here.mentions[1].start, first.end + _FAR)]
    joins = any(lexicon().has("coordinating", between, index) for index in range(len(between)))
    if joins or first.type not in ("count", "total") or first.value is None:
        return None
    return first.value if first.value > value else None


def _is_compatible(mention: Mention, sentence: int, known: Known) -> bool:
    """Whether a count can be a part of a total: the same kind of noun, or none printed. A
    case counts as a part of documents only near by."""
    groups = {mention.group, known.group}
    if None in groups or len(groups) == 1 or groups <= _PEOPLE_OF_CASES:
        return True
    return groups <= _PARTS_OF_CASES and sentence - known.sentence <= 1


def _is_one_of_two(paragraph: Paragraph, sentence: int, mention: Mention) -> bool:
    """ "In one case ..., and in the other": one of the two that were counted before."""
    forms = paragraph.sentences[sentence].words.forms
    places = range(mention.end, min(mention.end + _FAR, len(forms)))
    names_other = any(forms[place : place + 2] == ("the", "other") for place in places)
    latest = paragraph.known[-1] if paragraph.known else None
    return mention.value == 1 and names_other and latest is not None and latest.value == 2


def _is_told_apart(forms: tuple[str, ...], sentence: int, mention: Mention, known: Known) -> bool:
    """Whether the sentence goes into the number that it printed: "in five cases: in four
    ...", "countersigned in nine cases but improved in only two"."""
    if known.sentence != sentence or mention.start == 0:
        return False
    before = forms[max(0, mention.start - _WITHIN) : mention.start]
    is_limited = any(lexicon().has("limiting", forms, mention.start + place) for place in (-1, 0))
    return before[-1] == ":" or (is_limited and "but" in before)


def _is_part(paragraph: Paragraph, sentence: int, mention: Mention, known: Known) -> bool:
    """Whether a count is a part of an earlier one that was no total: of the number that was
    announced, or of the last one, where the sentence opens with "In two, ...". Behind a
    preposition the noun left out is a case, so the number before is not one of staff. Cases
    are counted near by for the children to whom they belong."""
    forms = paragraph.sentences[sentence].words.forms
    is_place = lexicon().has("preposition", forms, mention.start) is not None
    announced = known.is_announced or (known.is_topic and known.sentence < sentence)
    if mention.group is None:
        if is_place and known.group not in (None, *_PARTS_OF_CASES):
            return False
        is_next = is_place and mention.is_leading and known.sentence == sentence - 1
        is_next = is_next and not known.is_part
        return announced or is_next or _is_told_apart(forms, sentence, mention, known)
    is_case_of_child = (mention.group, known.group) == ("case", "child") and is_place
    return announced and is_case_of_child and sentence - known.sentence <= _CLOSE
