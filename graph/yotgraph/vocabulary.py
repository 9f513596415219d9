"""The schemes and registers as look-ups: a label gives a concept or body, or nothing.

What the program knows of the world stands in ``ontology/`` as Turtle. This module reads
those files and offers them by notation and by label. Labels are compared folded: case,
white space, quotation marks and dashes do not count.

>>> fold("  Children’s  Social Care ")
"children's social care"
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from yotgraph.errors import VocabularyError
from yotgraph.resources import directory

__all__ = [
    "PLAIN_SIGNS",
    "Concept",
    "Scheme",
    "fold",
    "load_framework",
    "load_frameworks",
    "load_register",
    "load_scheme",
    "on_one_line",
    "replace_signs",
    "slug",
]

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_YOT = "https://w3id.org/yotgraph/ontology#"
_LABELS = (_SKOS + "prefLabel", _RDFS_LABEL)
PLAIN_SIGNS = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "}
"""What stands for quotation marks, dashes and spaces of other kinds."""
_APOSTROPHES = re.compile(r"['’`]")
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
_LOCAL_NAME = re.compile(r"[#/]([^#/]+)$")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Text as labels are compared: lower case, plain quotes and dashes, single spaces."""
    return " ".join(replace_signs(text, PLAIN_SIGNS).casefold().split())


def replace_signs(text: str, signs: Mapping[str, str]) -> str:
    """Text with each of a few signs replaced by what stands for it, which is none of them.

    As ``str.translate`` does it, and in text that is not plain ASCII twenty times as fast.

    >>> replace_signs("The child’s plan", {"’": "'"})
    "The child's plan"
    """
    for sign, plain in signs.items():
        if sign in text:
            text = text.replace(sign, plain)
    return text


def on_one_line(text: str) -> str:
    """Text with a single space for each run of white space, and none at its ends.

    >>> on_one_line(" Plans were\\n late. ")
    'Plans were late.'
    """
    # Most texts are so already: what is printable has no other white space than spaces.
    is_so = text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]
    return text if is_so else " ".join(text.split())


def slug(text: str) -> str:
    """A name as it stands in an IRI: plain lower-case letters, digits and hyphens.

    >>> slug("Conwy a Sir Ddinbych & Môn's")
    'conwy-a-sir-ddinbych-and-mons'
    """
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore")
    words = _APOSTROPHES.sub("", plain.decode()).lower()
    return _OTHER_SIGNS.sub("-", words).strip("-")


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept or body. ``values`` holds every other property by its local name."""

    iri: str
    types: tuple[str, ...]
    notation: str
    label: str
    alt_labels: tuple[str, ...]
    abbreviations: tuple[str, ...]
    patterns: tuple[str, ...]
    exclusions: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]

    def labels(self) -> tuple[str, ...]:
        """The label, the alternative labels and the abbreviations, in this order."""
        return (self.label, *self.alt_labels, *self.abbreviations)

    def value(self, name: str) -> str | None:
        """The one value of a property, or ``None``."""
        return next(iter(self.values.get(name, ())), None)

    def is_a(self, local_name: str) -> bool:
        """Whether a class of that local name is among the types."""
        return local_name in self.types

    def matches(self, text: str) -> re.Match[str] | None:
        """The first match of one of the patterns that no exclusion rules out."""
        return next(self.matches_of_each(text), None)

    def matches_of_each(self, text: str) -> Iterator[re.Match[str]]:
        """The first match of each pattern, where no exclusion rules them out."""
        if not any(_compiled(pattern).search(text) for pattern in self.exclusions):
            found = (_compiled(pattern).search(text) for pattern in self.patterns)
            yield from (match for match in found if match)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


class Scheme:
    """The concepts of one file, sorted by notation, found by notation or label."""

    def __init__(self, name: str, concepts: tuple[Concept, ...]) -> None:
        self.name = name
        self.concepts = concepts
        self._by_notation = {concept.notation: concept for concept in concepts}
        self._by_iri = {concept.iri: concept for concept in concepts}
        self._by_type: dict[str, tuple[Concept, ...]] = {}
        self._by_label: dict[str, Concept] = {}
        for concept in concepts:
            self._by_label.setdefault(fold(concept.label), concept)
        for concept in concepts:
            for label in concept.labels():
                self._by_label.setdefault(fold(label), concept)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __len__(self) -> int:
        return len(self.concepts)

    def get(self, notation: str) -> Concept | None:
        """The concept with that notation."""
        return self._by_notation.get(notation)

    def by_iri(self, iri: str) -> Concept | None:
        """The concept with that IRI."""
        return self._by_iri.get(iri)

    def find(self, text: str) -> Concept | None:
        """The concept that has this text as a label, folded."""
        return self._by_label.get(fold(text))

    def alt_labels(self, notation: str) -> frozenset[str]:
        """The alternative labels of a concept, as written; none where there is no such concept."""
        concept = self.get(notation)
        return frozenset(concept.alt_labels) if concept else frozenset()

    def of_type(self, local_name: str) -> tuple[Concept, ...]:
        """The concepts of one class."""
        if local_name not in self._by_type:
            found = tuple(concept for concept in self.concepts if concept.is_a(local_name))
            self._by_type[local_name] = found
        return self._by_type[local_name]


@cache
def load_scheme(name: str) -> Scheme:
    """``ontology/schemes/NAME.ttl``. Raises :class:`VocabularyError` where there is none."""
    return _load(directory("ontology") / "schemes" / f"{name}.ttl")


@cache
def load_register(name: str) -> Scheme:
    """``ontology/registers/NAME.ttl``; a body's notation is the last part of its IRI."""
    return _load(directory("ontology") / "registers" / f"{name}.ttl")


@cache
def load_framework(name: str) -> Scheme:
    """``ontology/frameworks/NAME.ttl``: programme, domains, standards, questions, sections."""
    return _load(directory("ontology") / "frameworks" / f"{name}.ttl")


@cache
def load_frameworks() -> Mapping[str, Scheme]:
    """Every framework by its file's name, sorted."""
    folder = directory("ontology") / "frameworks"
    return {path.stem: load_framework(path.stem) for path in sorted(folder.glob("*.ttl"))}


def _load(path: Path) -> Scheme:
    try:
        triples = list(parse(path=path, format=RdfFormat.TURTLE))
    except FileNotFoundError as missing:
        raise VocabularyError(
            f"{path.name}: no such vocabulary in {path.parent.name}/"
        ) from missing
    except SyntaxError as broken:
        raise VocabularyError(f"{path.name}: {broken}; mend the Turtle") from broken
    properties: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            name = triple.predicate.value
            if name in _LABELS and _is_foreign(triple.object):
                name = _SKOS + "altLabel"
            properties[triple.subject.value][name].append(triple.object.value)
    concepts = [
        _concept(iri, values) for iri, values in properties.items() if _label(values) is not None
    ]
    concepts.sort(key=lambda concept: (concept.notation, concept.iri))
    return Scheme(path.stem, tuple(concepts))


def _is_foreign(term: NamedNode | Literal) -> bool:
    """A label in another language than English: known, but not the one to show."""
    return isinstance(term, Literal) and term.language not in (None, "en")


def _label(values: Mapping[str, list[str]]) -> str | None:
    labels = values.get(_SKOS + "prefLabel") or values.get(_RDFS_LABEL)
    return sorted(labels)[0] if labels else None


def _local(iri: str) -> str:
    match = _LOCAL_NAME.search(iri)
    return match.group(1) if match else iri


def _concept(iri: str, values: Mapping[str, list[str]]) -> Concept:
    notation = values.get(_SKOS + "notation")
    known = (_RDF_TYPE, _SKOS + "notation", _SKOS + "altLabel", _YOT + "abbreviation")
    patterns = (_YOT + "pattern", _YOT + "exclusion")
    return Concept(
        iri=iri,
        types=tuple(sorted(_local(value) for value in values.get(_RDF_TYPE, ()))),
        notation=notation[0] if notation else _local(iri),
        label=_label(values) or "",
        alt_labels=tuple(sorted(values.get(_SKOS + "altLabel", ()))),
        abbreviations=tuple(sorted(values.get(_YOT + "abbreviation", ()))),
        patterns=tuple(sorted(values.get(_YOT + "pattern", ()))),
        exclusions=tuple(sorted(values.get(_YOT + "exclusion", ()))),
        values={
            _local(predicate): tuple(sorted(found))
            for predicate, found in sorted(values.items())
            if predicate not in known and predicate not in patterns
        },
    )
