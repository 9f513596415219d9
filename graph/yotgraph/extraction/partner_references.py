"""Sentences that refer back to a partner: "the therapist", "these panels", "this started early".

A sentence refers back within its paragraph, to the only partner of its standard that a noun
fits, or to the only one of the report. The wordings are ``ontology/schemes/partner-wording.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import ahocorasick

from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_onward import goes_on
from yotgraph.extraction.partner_wording import level, nouns, phrase_in
from yotgraph.extraction.phrases import word_parts
from yotgraph.vocabulary import fold

__all__ = ["ReferenceReader"]

_SEVERAL = re.compile(r"(?:these|those|such|both)\b")
_DETERMINER = re.compile(
    r"\b(?:the|this|these|those|such|both|its)(?: (?:new|local|latter|same|two))? $"
)
_AFTER = re.compile(
    r"(?:'s?)?(?!\w)(?P<of> (?:of|for)\b)?(?P<meeting> (?:meeting|member|worker)s?\b| staff\b)?"
)
_REACH = 16
# In a report by standards a paragraph is called "3.4 paragraph 2".
_OF_STANDARD = " paragraph "


@cache
def _heads() -> ahocorasick.Automaton:
    """The nouns that can refer back, in small letters."""
    automaton = ahocorasick.Automaton()
    for form, noun in nouns().items():
        if noun.refers_back:
            automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton


@cache
def _first_words() -> frozenset[str]:
    """The first words of those nouns."""
    return frozenset(re.split(r"\W", form, maxsplit=1)[0] for form in _heads())


def _nouns(levelled: str) -> Iterator[tuple[int, int, str]]:
    """Where such nouns stand: start, end, noun. They do not overlap; the longest at a place
    counts."""
    found = [(last + 1 - len(form), last + 1, form) for last, form in _heads().iter(levelled)]
    reached = 0
    for start, end, form in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= reached:
            reached = end
            yield start, end, form


def _definite(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where a noun refers back, which, and whether to several: "the panel", "such panels"."""
    if _first_words().isdisjoint(word_parts(text)):
        return
    levelled = level(text)
    for start, end, form in _nouns(levelled):
        before = _DETERMINER.search(levelled, max(0, start - _REACH), start)
        after = _AFTER.match(levelled, end)
        if after is None:
            continue
        if before and not after["of"]:
            yield before.start(), end, form, bool(_SEVERAL.match(before.group()))
        elif after["meeting"] and levelled[start - 1 : start] == " ":
            yield start, end, form, True


@dataclass(slots=True)
class ReferenceReader:
    """Remembers which partners the sentences of a report named, to settle what refers back.

    Give it the sentences in order: first :meth:`references`, then :meth:`remember`.
    """

    _paragraph: str | None = None
    _standard: str | None = None
    _last: tuple[Partner, ...] = ()
    _subject: Partner | None = None
    _arrangement: Partner | None = None
    _recent: list[tuple[Partner, str]] = field(default_factory=list)
    _all: dict[str, dict[Partner, None]] = field(default_factory=dict)
    _of_standard: dict[str, dict[Partner, None]] = field(default_factory=dict)

    def references(
        self, text: str, paragraph: str | None, named: Sequence[Occurrence]
    ) -> Iterator[Occurrence]:
        """The places where a sentence refers back, with each partner meant."""
        if paragraph != self._paragraph or paragraph is None:
            self._paragraph, self._last, self._recent = paragraph, (), []
            self._subject = self._arrangement = None
            self._enter(paragraph)
        back = list(self._back(text, named))
        yield from back
        if not any(one.partner and one.partner.is_arrangement for one in (*named, *back)):
            yield from self._onward(text)

    def _back(self, text: str, named: Sequence[Occurrence]) -> Iterator[Occurrence]:
        """The places where words refer back."""
        found = False
        for start, end, form, several in _definite(text):
            if any(one.start < end and start < one.end for one in named):
                continue
            for partner in self._meant(nouns()[form].singular, several):
                found = True
                yield Occurrence(start, end, partner, refers_back=True)
        yield from self._post(text, named)
        acting = self._acting(text, named)
        if acting is not None:
            yield acting
        elif self._last and not found and not any(one.partner for one in named):
            yield from self._pronouns(text)

    def _onward(self, text: str) -> Iterator[Occurrence]:
        """The opening of a sentence that goes on about the last arrangement of the paragraph."""
        if self._arrangement is not None and goes_on(text):
            yield Occurrence(0, len(text.split(" ", 1)[0]), self._arrangement, refers_back=True)

    def _enter(self, paragraph: str | None) -> None:
        """Forgets the partners of the standard before, where a paragraph begins another."""
        standard, of_standard, _ = (paragraph or "").partition(_OF_STANDARD)
        if not of_standard or standard != self._standard:
            self._standard = standard if of_standard else None
            self._of_standard = {}

    def _post(self, text: str, named: Sequence[Occurrence]) -> Iterator[Occurrence]:
        """The last role of the paragraph, where a sentence speaks of its place: "that post"."""
        roles = [partner for partner, _ in self._recent if partner.is_role]
        match = phrase_in("back-to-a-role", text) if roles else None
        is_of_another = any(one.partner is not None and one.partner.is_role for one in named)
        if match and not is_of_another:
            yield Occurrence(match.start(), match.end(), roles[-1], refers_back=True)

    def _meant(self, noun: str, several: bool) -> tuple[Partner, ...]:
        """The partners that a noun refers back to."""
        near = [partner for partner, surface in self._recent if _fits(partner, surface, noun)]
        if near:
            last = near[-1]
            together = [one for one in self._last if one in near] or [last]
            return tuple(dict.fromkeys(together if several else [last]))
        for known in (self._of_standard.get(noun, {}), self._all.get(noun, {})):
            if len(known) == 1 and not several:
                return tuple(known)
        return ()

    def _acting(self, text: str, named: Sequence[Occurrence]) -> Occurrence | None:
        """The subject of the sentence before, where a pronoun takes it up: "It meets monthly"."""
        subject = self._subject
        if subject is None or any(one.partner == subject for one in named):
            return None
        match = phrase_in(f"back-to-{'whoever' if subject.is_role else 'what'}-acted", text)
        if match is None:
            return None
        return Occurrence(match.start(), match.end(), subject, refers_back=True)

    def _pronouns(self, text: str) -> Iterator[Occurrence]:
        arrangements = [one for one in self._last if one.is_arrangement]
        match = phrase_in("back-to-an-arrangement", text)
        if match is None and arrangements:
            match = phrase_in("back-to-cases", text)
        if match and (arrangements or len(self._last) == 1):
            for partner in arrangements or self._last:
                yield Occurrence(match.start(), match.end(), partner, refers_back=True)
            return
        match = phrase_in("back-to-any", text)
        if match:
            for partner in self._last:
                yield Occurrence(match.start(), match.end(), partner, refers_back=True)

    def remember(self, text: str, occurrences: Sequence[Occurrence]) -> None:
        """Keep the partners of the sentence just read."""
        named: dict[Partner, None] = {}
        self._subject = _subject_of(text, occurrences)
        for one in occurrences:
            if one.partner is None:
                continue
            named[one.partner] = None
            if one.partner.is_arrangement:
                self._arrangement = one.partner
            surface = fold(text[one.start : one.end])
            if not one.refers_back:
                self._recent.append((one.partner, surface))
                for noun in _nouns_in(one.partner, surface):
                    for known in (self._all, self._of_standard):
                        known.setdefault(noun, {})[one.partner] = None
            elif one.partner not in (partner for partner, _ in self._recent):
                self._recent.append((one.partner, surface))
        self._last = tuple(named)


def _subject_of(text: str, occurrences: Sequence[Occurrence]) -> Partner | None:
    """The partner that a sentence begins with, behind an article or an adverbial at most, or the
    arrangement that it ends with."""
    if not occurrences:
        return None
    first, last = occurrences[0], occurrences[-1]
    if not first.start or phrase_in("before-a-subject", text[: first.start]):
        return first.partner
    is_end = not text[last.end :].strip(" .")
    return last.partner if is_end and last.partner and last.partner.is_arrangement else None


def _nouns_in(partner: Partner, surface: str) -> set[str]:
    """The nouns by which a partner can be called: those that its names end in."""
    ends = (fold(partner.label).split()[-1], surface.rstrip(").,").split()[-1])
    return {nouns()[end].singular for end in ends if end in nouns() and nouns()[end].refers_back}


def _fits(partner: Partner, surface: str, noun: str) -> bool:
    return noun in _nouns_in(partner, surface)
