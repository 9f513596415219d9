"""The evaluative words of ``ontology/schemes/evaluative-words.ttl`` as look-ups.

>>> [(entry.kind, entry.sign) for _, _, entry in lexicon().read(("not", "always", "clear"))]
[('negation', 0), ('fixed', 0)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from yotgraph.vocabulary import Concept, Scheme, load_scheme

__all__ = ["Entry", "Hit", "Lexicon", "lexicon", "word_places"]

# A word with what is joined to it ("children's", "well-being", "10,000"), or one sign.
_WORD = re.compile(r"[^\W_]+(?:[.,/'-][^\W_]+)*+%?|[^\w\s]")

_FOLDS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})
_SIGNS = {"strength": 1, "concern": -1}
_WORD_LISTS = ("figure", "finite", "governing", "purpose-verb", "served", "subject")


def word_places(text: str) -> list[tuple[str, int]]:
    """The words and signs of a text, folded, and where each begins.

    >>> word_places("Plans weren’t late.")
    [('plans', 0), ("weren't", 6), ('late', 14), ('.', 18)]
    """
    folded = text.translate(_FOLDS).lower()
    return [(match[0], match.start()) for match in _WORD.finditer(folded)]


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase. ``kind`` is a marker's notation, or the scope of an evaluative word:
    ``clause``, ``onward`` or ``fixed``. ``sign`` is 1 for praise, -1 for blame, else 0."""

    kind: str
    sign: int
    weight: float


#: A phrase in a row of words: start, end (exclusive), entry.
Hit = tuple[int, int, Entry]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by their first word, longest first; the lists of single words; the weight of
    each marker by notation."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    lists: Mapping[str, frozenset[str]]
    weights: Mapping[str, float]

    def read(self, forms: Sequence[str]) -> Iterator[Hit]:
        """The phrases in a row of folded words. They do not overlap; the longest at a place
        counts."""
        index, count = 0, len(forms)
        phrases = self.phrases
        while index < count:
            for phrase, entry in phrases.get(forms[index], ()):
                end = index + len(phrase)
                if len(phrase) == 1 or tuple(forms[index:end]) == phrase:
                    yield index, end, entry
                    index = end
                    break
            else:
                index += 1


@cache
def lexicon() -> Lexicon:
    """The lexicon. Raises :class:`~yotgraph.errors.VocabularyError` where it is missing."""
    scheme = load_scheme("evaluative-words")
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for concept in scheme:
        if concept.notation not in _WORD_LISTS:
            entry = _entry(scheme, concept)
            for label in concept.alt_labels:
                forms = tuple(form for form, _ in word_places(label))
                found.setdefault(forms[0], {})[forms] = entry
    return Lexicon(
        phrases={
            first: tuple(sorted(entries.items(), key=lambda item: (-len(item[0]), item[0])))
            for first, entries in found.items()
        },
        lists={name: _words(scheme, name) for name in _WORD_LISTS},
        weights={concept.notation: _weight(concept) for concept in scheme},
    )


def _entry(scheme: Scheme, concept: Concept) -> Entry:
    weight = _weight(concept)
    if not concept.is_a("EvaluativeWord"):
        return Entry(concept.notation, 0, weight)
    stance = load_scheme("stances").by_iri(concept.value("stance") or "")
    sign = _SIGNS[stance.notation] if stance else 0
    return Entry(concept.value("scope") or "clause", sign, weight)


def _weight(concept: Concept) -> float:
    return float(concept.value("weight") or 0)


def _words(scheme: Scheme, notation: str) -> frozenset[str]:
    concept = scheme.get(notation)
    return frozenset(concept.alt_labels) if concept else frozenset()
