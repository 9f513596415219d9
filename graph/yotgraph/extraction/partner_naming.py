"""The one name by which each partner goes in a report that calls it by several.

A report introduces local names and abbreviations, and goes on with a part of them, with a
general word, or with the worker of a role that it has told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from yotgraph.extraction.edges import is_in_word
from yotgraph.extraction.partner_candidates import Candidates
from yotgraph.extraction.partner_capitals import abbreviations_in
from yotgraph.extraction.partner_model import Occurrence, Partner
from yotgraph.extraction.partner_wording import nouns, plural_of
from yotgraph.vocabulary import fold, load_register

__all__ = ["ReportNames"]

# Adults are supervised by one body at a time, whatever it is called.
_ONE_BODY = "probation"


@dataclass(frozen=True, slots=True)
class ReportNames:
    """The local names and abbreviations of one report, and the roles that it tells of, by
    which a worker goes from then on ("the police officer"). ``joint`` are pairs of them that
    read as one name: "Rise and Northmoor College"."""

    partners: dict[str, Partner]
    renamed: dict[str, Partner]
    joint: frozenset[str] = frozenset()

    @classmethod
    def of(cls, read: Sequence[tuple[str, Candidates]]) -> ReportNames:
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
        joint = _joint(partners, labels)
        for label in joint:
            del labels[label]
            partners.pop(label, None)
        for label, partner in labels.items():
            if partner.is_role and partner.as_printed:
                partners.update(dict.fromkeys(_as_a_worker(label), partner))
        kinds = _known_by_name(one for _, candidates in read for one in candidates.described)
        shorter = {**kinds, **_shortened(labels)}
        renamed = {label: labels[name] for label, name in shorter.items() if name in labels}
        renamed |= {
            label: partners[label.rpartition(" ")[0]]
            for label in labels
            if not labels[label].is_role and _is_short_with_noun(label, partners)
        }
        renamed |= _defined_here(read, partners)
        return cls(partners, renamed, joint)

    def again(self, text: str) -> Iterator[Occurrence]:
        """Where a name or abbreviation stands in another sentence. Of those that begin at one
        place the longest counts; they do not overlap."""
        places = [
            (start, -len(name), name)
            for name in filter(text.__contains__, self.partners)
            for start in _places(text, name)
        ]
        reached = 0
        for start, _, name in sorted(places):
            if start >= reached:
                reached = start + len(name)
                yield Occurrence(start, reached, self.partners[name])

    def canonical(self, one: Occurrence) -> Occurrence:
        """The occurrence under the one name by which the partner goes in the report."""
        if one.partner is None or one.partner.label not in self.renamed:
            return one
        other = self.renamed[one.partner.label]
        return replace(one, partner=replace(one.partner, label=other.label, local=other.local))


def _joint(partners: Mapping[str, Partner], labels: Mapping[str, Partner]) -> frozenset[str]:
    """Labels that are two others with an "and" between them."""
    return frozenset(
        label
        for label in partners
        if " and " in label
        for first, _, second in [label.partition(" and ")]
        if first in labels and second.removeprefix("the ") in labels
    )


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands as words of its own."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (is_in_word(text[start - 1 : start]) or is_in_word(text[end : end + 1])):
            yield start
        start = text.find(name, start + 1)


def _defined_here(
    read: Sequence[tuple[str, Candidates]], partners: Mapping[str, Partner]
) -> dict[str, Partner]:
    """Kinds that an abbreviation of this report stands for in the registers, under the name for
    which the report itself gives it: "MASE panel" is what it introduced as "(MASE)"."""
    return {
        one.partner.label: partners[short]
        for text, candidates in read
        for one in candidates.settled
        if one.partner is not None and one.partner.is_arrangement
        if (short := text[one.start : one.end].partition(" ")[0]).isupper()
        if short in partners and partners[short].label != one.partner.label
    }


def _is_short_with_noun(label: str, partners: Mapping[str, Partner]) -> bool:
    """Whether a label is an abbreviation of the report with a noun behind it: "NIP group"."""
    short, _, noun = label.rpartition(" ")
    return (
        short.isupper()
        and short in partners
        and partners[short].label != label
        and fold(noun) in nouns()
    )


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
    ending = f" {label}" if _may_end_a_name(label) else None
    found = [
        other
        for other, body in partners.items()
        if other != label
        and ((ending and other.endswith(ending)) or _is_general(label, partner, other, body))
    ]
    return found[0] if len(found) == 1 else None


def _may_end_a_name(label: str) -> bool:
    """Whether a label is a name of several words, of a body and of no kind of bodies, that may
    be the end of another's."""
    last = label.rpartition(" ")[2]
    is_name = " " in label and label[0].isupper() and last[0].isupper()
    is_kind = load_register("agency-kinds").find(label) is not None
    return is_name and fold(last) in nouns() and not is_kind


def _is_general(label: str, partner: Partner, other: str, body: Partner) -> bool:
    """Whether a label is a general word for a body that another one names: "nurse" for "YOT
    nurse", "joint panel" for "joint decision panel", "adult probation services" for "National
    Probation Service"."""
    if partner.is_role:
        return body.is_role and " " not in label and fold(other).endswith(f" {fold(label)}")
    if partner.is_arrangement and body.is_arrangement and " " in label:
        words, others = fold(label).split(), fold(other).split()
        return words[-1] == others[-1] and set(words) < set(others)
    if body.is_role or body.statutory != partner.statutory or partner.statutory is None:
        return False
    is_general = partner.as_printed and partner.is_common_noun and not body.is_common_noun
    return is_general and partner.statutory == _ONE_BODY and _ONE_BODY in fold(other)
