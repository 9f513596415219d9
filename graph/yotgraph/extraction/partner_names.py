"""The partners that the registers know, found in a sentence by label, abbreviation or pattern.

``ontology/registers`` holds kinds of agency, bodies of one name, and words that name nobody.
One automaton (Aho and Corasick) looks for all labels at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import ahocorasick

from yotgraph.extraction.edges import EdgedPattern, at_edges
from yotgraph.extraction.expressions import in_small_letters, read_expression
from yotgraph.extraction.partner_labels import printed_label
from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_wording import last_segment, level, nouns, plural_of
from yotgraph.vocabulary import Concept, Scheme, fold, load_register

__all__ = ["kind_named", "known_in"]

# What a levelled sentence no longer tells: capitals, and kinds of quotation marks and dashes.
_AS_WRITTEN = re.compile(r"\(\?-i:|[‘“”–—\xa0]")
_NEXT_WORD = re.compile(r"(?: \([A-Z]{2,}\))? (?P<noun>[a-z]+)\b")
_FORCE_KINDS = {"police": "police", "police-governance": "police-and-crime-commissioner"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the registers know of one partner, or of words that name nobody."""

    partner: Partner | None
    exclusions: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    """One wording of an entry. ``written`` is set where capital letters count."""

    entry: _Entry
    length: int
    written: str | None = None
    is_abbreviation: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One expression of an entry, with what it needs besides the pieces that lead to it; a match
    of a ``name`` is what the partner is called. ``is_levelled`` says that it is looked for in
    the sentence in small letters, where searches are quicker."""

    entry: _Entry
    expression: EdgedPattern
    further: tuple[str, ...]
    is_levelled: bool = False
    name: bool = False


def known_in(text: str) -> list[Occurrence]:
    """Every place where a register's wording stands in a sentence, overlaps included."""
    lexicon = _lexicon()
    levelled = level(text)
    found: list[tuple[int, int, _Entry, Partner | None]] = []
    tried: set[int] = set()
    for last, items in lexicon.automaton.iter(levelled):
        for item in items:
            if isinstance(item, _Label):
                start = last + 1 - item.length
                if _stands(item, text, levelled, start, last + 1):
                    found.append((start, last + 1, item.entry, item.entry.partner))
            elif item not in tried:
                tried.add(item)
                found += _matches(lexicon.patterns[item], text, levelled)
    for index in lexicon.always:
        found += _matches(lexicon.patterns[index], text, levelled)
    return [_as_called(text, *one) for one in _not_excluded(found, text)]


def _as_called(text: str, start: int, end: int, partner: Partner | None) -> Occurrence:
    """The occurrence under the label that it has there; the name of an arrangement goes on
    with the noun behind it."""
    if partner is None or not partner.as_printed:
        return Occurrence(start, end, partner)
    called = text[start:end]
    if partner.is_arrangement:
        following = _NEXT_WORD.match(text, end)
        noun = nouns().get(following["noun"]) if following else None
        if following and noun and noun.kept and not noun.is_role:
            called, end = f"{called} {following['noun']}", following.end()
    return Occurrence(start, end, replace(partner, label=printed_label(partner, called)))


def _matches(
    pattern: _Pattern, text: str, levelled: str
) -> Iterator[tuple[int, int, _Entry, Partner | None]]:
    if pattern.further and not any(map(levelled.__contains__, pattern.further)):
        return
    for match in pattern.expression.finditer(levelled if pattern.is_levelled else text):
        partner = pattern.entry.partner
        if partner is not None and pattern.name:
            partner = replace(partner, label=match.group(), as_printed=False)
        if match.end() > match.start():
            yield match.start(), match.end(), pattern.entry, partner


def _stands(label: _Label, text: str, levelled: str, start: int, end: int) -> bool:
    """Whether a label stands there as words of its own, in capitals where those count."""
    if (start and levelled[start - 1].isalnum()) or (
        end < len(levelled) and levelled[end].isalnum()
    ):
        return False
    if label.written is None:
        return True
    here = text[start:end]
    if label.is_abbreviation:
        return here == label.written
    return all(
        not (wanted.isupper() and found.islower())
        for wanted, found in zip(label.written, here, strict=True)
    )


def _not_excluded(
    found: Iterable[tuple[int, int, _Entry, Partner | None]], text: str
) -> Iterator[tuple[int, int, Partner | None]]:
    """The wordings, those that share words with an exclusion of their entry as nobody's."""
    excluded: dict[int, list[tuple[int, int]]] = {}
    for start, end, entry, partner in found:
        if entry.exclusions is not None:
            spans = excluded.get(id(entry))
            if spans is None:
                spans = excluded[id(entry)] = [m.span() for m in entry.exclusions.finditer(text)]
            if any(first < end and start < last for first, last in spans):
                partner = None
        yield start, end, partner


def kind_named(notation: str) -> Partner | None:
    """The partner that an agency kind of that notation stands for."""
    concept = load_register("agency-kinds").get(notation)
    return _partner(concept) if concept else None


def _partner(concept: Concept, local: bool | None = None) -> Partner:
    national = load_register("national-bodies").find(concept.label) is not None
    return Partner(
        label=concept.label,
        sector=last_segment(concept.value("sector")),
        local=not national if local is None else local,
        is_role=concept.value("isSpecialistRole") == "true",
        is_arrangement=concept.value("isArrangement") == "true",
        statutory=concept.value("statutoryPartner"),
        as_printed=concept.value("calledAsPrinted") == "true",
    )


class _Lexicon:
    """Every wording of every register in one automaton, and the patterns behind literals."""

    def __init__(self) -> None:
        self.patterns: list[_Pattern] = []
        self.always: list[int] = []
        self._items: dict[str, list[_Label | int]] = defaultdict(list)
        self._add_kinds(load_register("agency-kinds"))
        self._add_bodies()
        self._add_nobody()
        self.automaton = ahocorasick.Automaton()
        for text, items in self._items.items():
            self.automaton.add_word(text, tuple(items))
        self.automaton.make_automaton()

    def _add_kinds(self, kinds: Scheme) -> None:
        for concept in kinds:
            if concept.is_a("AgencyKind"):
                entry = _Entry(_partner(concept), _any_of(concept.exclusions))
                is_word = concept.value("namedInContextOnly") == "true"
                self._add_labels(
                    entry, (*concept.alt_labels, *(() if is_word else (concept.label,)))
                )
                self._add_abbreviations(entry, concept.abbreviations)
                self._add_patterns(entry, concept.patterns, re.IGNORECASE)
                names = concept.values.get("namePattern", ())
                self._add_patterns(entry, names, re.NOFLAG, name=True)

    def _add_bodies(self) -> None:
        """Bodies of one name. Forces and their governors stand for their kinds; a national
        body that is no kind of partner, such as an inspectorate, is nobody."""
        kinds = load_register("agency-kinds")
        for concept in load_register("national-bodies"):
            if kinds.find(concept.label) is None:
                self._add_name(_Entry(None), concept)
        for concept in load_register("police-forces"):
            notation = _FORCE_KINDS.get(last_segment(concept.value("organisationType")) or "")
            kind = kind_named(notation) if notation else None
            self._add_name(_Entry(replace(kind, as_printed=False) if kind else None), concept)
        for concept in load_register("partner-bodies"):
            entry = _Entry(_partner(concept, local=False))
            self._add_name(entry, concept)
            self._add_patterns(entry, concept.patterns, re.NOFLAG)
        for concept in load_register("local-authorities"):
            councils = [name for name in concept.labels() if name.endswith(" Council")]
            label = min(councils or [concept.label], key=lambda name: (len(name), name))
            council = Partner(label, "local-government", local=False)
            self._add_name(_Entry(council), concept)

    def _add_nobody(self) -> None:
        for concept in load_register("generic-partners"):
            entry = _Entry(None, _any_of(concept.exclusions))
            self._add_labels(entry, concept.values.get("genericTerm", ()))
            self._add_patterns(entry, concept.patterns, re.IGNORECASE)

    def _add_name(self, entry: _Entry, concept: Concept) -> None:
        if concept.is_a("DatedName") or concept.is_a("Dataset"):
            return
        for label in (concept.label, *concept.alt_labels):
            self._items[level(label)].append(_Label(entry, len(label), label))
        self._add_abbreviations(entry, concept.abbreviations)

    def _add_labels(self, entry: _Entry, labels: Iterable[str]) -> None:
        for text in sorted({fold(label) for label in labels}):
            for form in (text, plural_of(text)):
                self._items[form].append(_Label(entry, len(form)))

    def _add_abbreviations(self, entry: _Entry, abbreviations: Iterable[str]) -> None:
        for text in abbreviations:
            self._items[level(text)].append(_Label(entry, len(text), text, True))

    def _add_patterns(
        self, entry: _Entry, patterns: Iterable[str], flags: re.RegexFlag, name: bool = False
    ) -> None:
        for text in patterns:
            read = read_expression(text)
            pieces = sorted(read.pieces)
            for piece in pieces:
                self._items[piece].append(len(self.patterns))
            if not pieces:
                self.always.append(len(self.patterns))
            levelled = bool(flags & re.IGNORECASE) and not _AS_WRITTEN.search(text)
            if levelled:
                expression = at_edges(in_small_letters(text.replace("’", "'")))
            else:
                expression = EdgedPattern(re.compile(text, flags), begins_at_edge=False)
            self.patterns.append(_Pattern(entry, expression, read.further, levelled, name))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{text})" for text in patterns)
    return re.compile(joined, re.I) if joined else None


@cache
def _lexicon() -> _Lexicon:
    return _Lexicon()
