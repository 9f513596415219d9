"""Where the sentences of one report name their partners, or refer back to them.

A report is read twice: first for the local names and abbreviations that it introduces, then
for every place where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from yotgraph.extraction.partner_capitals import abbreviation_behind, abbreviations_in
from yotgraph.extraction.partner_descriptions import described_in
from yotgraph.extraction.partner_introductions import introduced_in
from yotgraph.extraction.partner_model import Occurrence, Partner, SentenceContext
from yotgraph.extraction.partner_names import known_in
from yotgraph.extraction.partner_overlaps import settle
from yotgraph.extraction.partner_references import ReferenceReader
from yotgraph.extraction.partner_seats import seats_by_office
from yotgraph.extraction.partner_subjects import subjects_in
from yotgraph.extraction.partner_wording import nouns, phrase_in, plural_of, words
from yotgraph.vocabulary import fold

__all__ = ["occurrences_in"]

# Adults are supervised by one body at a time, whatever it is called.
_ONE_BODY = "probation"
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
        (index, sentence, _Candidates.of(sentence.text, area, service_label, board_talk[index]))
        for index, sentence in enumerate(sentences)
        if _is_read(sentence)
    ]
    names = _Names.of([(sentence.text, candidates) for _, sentence, candidates in first])
    memory = ReferenceReader()
    for index, sentence, candidates in first:
        text = sentence.text
        again = list(names.again(text))
        settled = settle([*again, *candidates.all]) if again else candidates.settled
        found = [names.canonical(one) for one in _with_abbreviations(text, settled)]
        back = memory.references(text, sentence.paragraph, found)
        everything = sorted([*found, *back])
        memory.remember(text, everything)
        yield index, everything


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


@dataclass(frozen=True, slots=True)
class _Candidates:
    """What may name a partner in one sentence: ``all`` with overlaps, the registers' first,
    ``settled`` without; ``introduced`` holds the identities of those a name introduces, and
    ``described`` the labels of a kind and of the local body whose description names it."""

    all: list[Occurrence]
    introduced: frozenset[int]
    settled: list[Occurrence]
    described: list[tuple[str, str]]

    @classmethod
    def of(cls, text: str, area: str, service_label: str, in_board_talk: bool) -> _Candidates:
        """The candidates of a sentence about the service of an area."""
        known = known_in(text)
        known += subjects_in(text, known, in_board_talk)
        if in_board_talk:
            known += [one for one in seats_by_office(text) if not _touches(one, known)]
        introduced = list(introduced_in(text, known, area, service_label))
        everything = [*known, *introduced, *described_in(text, known)]
        names = frozenset(id(one) for one in introduced)
        described = [
            (kind.partner.label, name.partner.label)
            for name in introduced
            for kind in known
            if name.partner and kind.partner and _is_description(kind, name)
        ]
        return cls(everything, names, settle(everything), described)


def _is_description(kind: Occurrence, name: Occurrence) -> bool:
    """Whether the words that introduce a name say of what kind the body is, by a word for
    it that is no name itself: "Rise, the substance misuse service"."""
    partner, body = kind.partner, name.partner
    return (
        partner is not None
        and body is not None
        and name.start < kind.start
        and kind.end <= name.end
        and not (partner.is_role or partner.is_arrangement)
        and partner.sector == body.sector
        and partner.label[1:].islower()
        and partner.label != body.label
    )


def _touches(one: Occurrence, known: Iterable[Occurrence]) -> bool:
    return any(other.partner and other.start < one.end and one.start < other.end for other in known)


@dataclass(frozen=True, slots=True)
class _Names:
    """The local names and abbreviations of one report, and the roles that it tells of, by
    which a worker goes from then on ("the police officer")."""

    expression: re.Pattern[str] | None
    partners: dict[str, Partner]
    renamed: dict[str, Partner]

    @classmethod
    def of(cls, read: Sequence[tuple[str, _Candidates]]) -> _Names:
        """The names that sentences introduce, with what each stands for."""
        partners: dict[str, Partner] = {}
        labels: dict[str, Partner] = {}
        for text, candidates in read:
            found = candidates.settled
            for one in found:
                if one.partner is not None:
                    labels.setdefault(one.partner.label, one.partner)
                    if id(one) in candidates.introduced:
                        partners.setdefault(one.partner.label, one.partner)
            for short, partner in abbreviations_in(text, found):
                partners.setdefault(short, partner)
        for label, partner in labels.items():
            if partner.is_role and partner.as_printed:
                partners.update(dict.fromkeys(_as_a_worker(label), partner))
        ordered = sorted(partners, key=lambda name: (-len(name), name))
        joined = "|".join(map(re.escape, ordered))
        expression = re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else None
        kinds = _known_by_name(one for _, candidates in read for one in candidates.described)
        shorter = {**kinds, **_shortened(labels)}
        renamed = {label: labels[name] for label, name in shorter.items() if name in labels}
        return cls(expression, partners, renamed)

    def again(self, text: str) -> Iterator[Occurrence]:
        """Where a name or abbreviation stands in another sentence."""
        if self.expression is not None:
            for match in self.expression.finditer(text):
                yield Occurrence(match.start(), match.end(), self.partners[match.group()])

    def canonical(self, one: Occurrence) -> Occurrence:
        """The occurrence under the one name by which the partner goes in the report."""
        if one.partner is None or one.partner.label not in self.renamed:
            return one
        other = self.renamed[one.partner.label]
        return replace(one, partner=replace(one.partner, label=other.label, local=other.local))


def _as_a_worker(label: str) -> Iterator[str]:
    """How a report goes on to call the workers of a role that it has told of."""
    worker = label if label[:2].isupper() else label[0].lower() + label[1:]
    for form in (worker, plural_of(worker)):
        yield f"the {form}"
        yield f"The {form}"


def _known_by_name(described: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Kinds of which a report names one body alone, which its other words for them mean."""
    bodies: dict[str, set[str]] = {}
    for kind, body in described:
        bodies.setdefault(kind, set()).add(body)
    return {kind: min(names) for kind, names in bodies.items() if len(names) == 1}


def _shortened(partners: Mapping[str, Partner]) -> dict[str, str]:
    """Labels that go by another of the report: in other capitals before, that end in a noun
    which it leaves out elsewhere ("Rise Project", "Rise"), that are the end of a longer name
    ("Steady Project", "Northmoor Steady Project"), or that are one word for a body which it
    names in full ("probation", "National Probation Service")."""
    known: dict[str, str] = {}
    for label in partners:
        known.setdefault(fold(label), label)
    renamed = {label: known[fold(label)] for label in partners if known[fold(label)] != label}
    for label, partner in partners.items():
        stem, _, last = label.rpartition(" ")
        noun = nouns().get(fold(last))
        if noun is not None and not noun.kept and fold(stem) in known:
            renamed[label] = known[fold(stem)]
        elif longer := _longer(label, partner, partners):
            renamed[label] = longer
    return renamed


def _longer(label: str, partner: Partner, partners: Mapping[str, Partner]) -> str | None:
    """The one longer name of the report that a label is short for."""
    found = [
        other
        for other, body in partners.items()
        if other != label
        and (_ends_alike(label, other) or _is_general(label, partner, other, body))
    ]
    return found[0] if len(found) == 1 else None


def _ends_alike(label: str, other: str) -> bool:
    is_name = " " in label and label[0].isupper() and label.rpartition(" ")[2][0].isupper()
    return is_name and other.endswith(f" {label}") and fold(label.rpartition(" ")[2]) in nouns()


def _is_general(label: str, partner: Partner, other: str, body: Partner) -> bool:
    """Whether a label is a general word for a body that another one names: "nurse" for "YOT
    nurse", "adult probation services" for "National Probation Service"."""
    if partner.is_role:
        return body.is_role and " " not in label and fold(other).endswith(f" {fold(label)}")
    if body.is_role or body.statutory != partner.statutory or partner.statutory is None:
        return False
    is_general = partner.as_printed and label[1:].islower() and not other[1:].islower()
    return is_general and partner.statutory == _ONE_BODY and _ONE_BODY in fold(other)
