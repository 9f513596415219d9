"""Identity: which IRI a name in a report stands for.

A name is first looked up in the registers of ``ontology/registers``. What they do not know
gets an IRI from its own words: a service, board, court or safeguarding board from its area,
a national body from its name, any other body from area and name together, so that two bodies
are never merged by a guess.

The same name in a national body, or in one area, is one person. The same name elsewhere is
another person; a rule proposes ``yot:possiblySameAs`` between the two, and a curator decides
in ``ontology/registers/identities.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pyoxigraph import NamedNode

from yotgraph.knowledge.names import Names, slug
from yotgraph.resources import directory
from yotgraph.vocabulary import Concept, fold, load_register

__all__ = ["NATIONAL_TYPES", "Identities", "Registers", "council_name", "load_registers"]

NATIONAL_TYPES = frozenset({"government-department", "inspectorate", "national-body"})
"""Types of organisation that exist once; their people are known by name alone."""

_UNIQUELY_NAMED_TYPES = NATIONAL_TYPES | {"police", "police-governance", "secure-establishment"}
_AREA_BODIES: Mapping[str | None, str] = MappingProxyType(
    {
        "safeguarding-board": "local-safeguarding-children-board",
        "youth-court": "youth-court",
    }
)
_COUNCIL = re.compile(
    r"(?P<open>((london|royal|metropolitan|county) )*borough (council )?of |city (council )?of "
    r"|council of |county of )?(?P<name>.+?)"
    r"(?P<close>( (london|royal|metropolitan|county|city|district|borough|unitary))*"
    r" (council|authority))?",
    re.IGNORECASE,
)


class Registers:
    """The bodies and services that are known beforehand, by kind of IRI and label.

    The kind is the segment behind ``/id/``: ``service``, ``authority``, ``body``,
    ``agency-kind``. A label that two entries of one kind share finds neither, unless it is
    the preferred label of one.
    """

    def __init__(self, entries: Iterable[Concept] = ()) -> None:
        preferred: dict[tuple[str, str], set[str]] = {}
        others: dict[tuple[str, str], set[str]] = {}
        for entry in entries:
            kind = entry.iri.partition("/id/")[2].partition("/")[0]
            preferred.setdefault((kind, fold(entry.label)), set()).add(entry.iri)
            for label in entry.labels():
                others.setdefault((kind, fold(label)), set()).add(entry.iri)
        self._found = {key: min(iris) for key, iris in others.items() if len(iris) == 1}
        self._found |= {key: min(iris) for key, iris in preferred.items() if len(iris) == 1}

    def find(self, kind: str, *labels: str | None) -> NamedNode | None:
        """The entry of that kind that has one of the labels, the first that is known."""
        found = (self._found.get((kind, fold(label))) for label in labels if label)
        return next((NamedNode(iri) for iri in found if iri), None)


@cache
def load_registers() -> Registers:
    """Every register that is there. Raises :class:`VocabularyError` on a broken one."""
    folder = directory("ontology") / "registers"
    stems = sorted(path.stem for path in folder.glob("*.ttl"))
    return Registers(entry for stem in stems for entry in load_register(stem))


def council_name(label: str) -> str | None:
    """The place that a council's name holds, or ``None`` where it names no council.

    >>> council_name("Anytown Metropolitan Borough Council")
    'Anytown'
    >>> council_name("London Borough of Upper and Nether Dale")
    'Upper and Nether Dale'
    >>> council_name("Anytown Youth Court") is None
    True
    """
    match = _COUNCIL.fullmatch(" ".join(label.split()))
    if match is None or not (match["open"] or match["close"]):
        return None
    return match["name"]


@dataclass(frozen=True, slots=True)
class Identities:
    """The IRIs of names within one area. ``area`` is the service's slug, ``place`` that of the area
    as its report calls it, where that is another.

    >>> here = Identities(Names(), "anytown", Registers())
    >>> here.person("Jane Roe", "local-authority").value.partition("/id/")[2]
    'person/anytown/jane-roe'
    >>> here.organisation("Anytown Borough Council", "local-authority").value.partition("/id/")[2]
    'authority/anytown'
    """

    names: Names
    area: str
    registers: Registers
    place: str | None = None

    @classmethod
    def of(
        cls,
        names: Names,
        area: str,
        labels: Iterable[str | None] = (),
        registers: Registers | None = None,
    ) -> Identities:
        """The identities of the area whose service is called by one of ``labels``.

        Where a register knows the service by one of them, its slug is the area's, so that a
        renamed service stays one.
        """
        known = load_registers() if registers is None else registers
        service = known.find("service", area, *labels)
        own = service.value.rpartition("/")[2] if service else slug(area)
        return cls(names, own, known, slug(area))

    def organisation(self, label: str, organisation_type: str | None) -> NamedNode:
        """The body that a post sits in."""
        if organisation_type == "service":
            return self.names.service(self.area)
        if organisation_type == "board":
            return self.names.board(self.area)
        if organisation_type == "local-authority":
            return self._authority(label)
        known = self._known("body", label)
        if known is not None:
            return known
        if organisation_type in _AREA_BODIES:
            return self._area_body(label, _AREA_BODIES[organisation_type])
        if organisation_type in _UNIQUELY_NAMED_TYPES:
            return self.names.body(slug(label))
        return self.names.body(slug(label), self.area)

    def _area_body(self, label: str, kind: str) -> NamedNode:
        """The one body of a kind in the area; of a joint service's places each may have its own."""
        name = slug(label)
        place = name.removesuffix(kind).strip("-") if name.endswith(kind) else ""
        is_other = place and place not in (self.area, self.place)
        return self.names.body(kind, place if is_other else self.area)

    def person(self, name: str, organisation_type: str | None) -> NamedNode:
        """A person by name, with the area unless they are of a national body."""
        national = organisation_type in NATIONAL_TYPES
        return self.names.person(slug(name), None if national else self.area)

    def agency(self, label: str, *, local: bool) -> NamedNode:
        """A partner by its canonical label."""
        known = self._known("authority", label) or self._known("body", label)
        if known is not None:
            return known
        place = council_name(label)
        if place is not None and slug(place) == self.area:
            return self.names.authority(self.area)
        return self.names.body(slug(label), self.area if local else None)

    def agency_kind(self, label: str) -> NamedNode | None:
        """The kind of partner that a canonical label stands for, where one is known."""
        return self._known("agency-kind", label)

    def _authority(self, label: str) -> NamedNode:
        known = self._known("authority", label)
        return known or self.names.authority(slug(council_name(label) or label))

    def _known(self, kind: str, label: str) -> NamedNode | None:
        found = self.registers.find(kind, label)
        return self.names.rebased(found) if found else None
