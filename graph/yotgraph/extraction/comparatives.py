"""Comparatives of words of praise and blame, by which work "became sharper" or is "less clear
than" it was.

Which words praise and blame, ``ontology/schemes/evaluative-words.ttl`` knows; the words around
them stand in ``ontology/schemes/change-words.ttl``.

>>> read_comparatives(("plans", "have", "become", "clearer"))
(Comparative(start=2, end=4, sign=1, is_comparison=False),)
>>> read_comparatives(("reviews", "were", "less", "thorough", "than", "in", "2012"))
(Comparative(start=2, end=5, sign=-1, is_comparison=True),)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from yotgraph.extraction.change_marks import words_of
from yotgraph.extraction.lexicon import lexicon

__all__ = ["Comparative", "read_comparatives"]

_THAN = "than"
_ENDING = "er"
_SHORTEST = 5
_LONGEST_PHRASE = 3


class Comparative(NamedTuple):
    """A comparative at the words ``start`` to ``end``: 1 for the better, -1 for the worse.
    ``is_comparison`` says that it ends in "than"."""

    start: int
    end: int
    sign: int
    is_comparison: bool


# Stance and change read the same sentences.
@lru_cache(maxsize=2048)
def read_comparatives(forms: tuple[str, ...]) -> tuple[Comparative, ...]:
    """The comparatives that tell of a change or compare: what became so, or is so "than"."""
    return tuple(_read(forms))


def _read(forms: tuple[str, ...]) -> Iterator[Comparative]:
    degrees = _degrees()
    for start, form in enumerate(forms):
        if form in degrees:
            found = _evaluative(forms[start + 1 : start + 1 + _LONGEST_PHRASE])
            length, sign = (found[0] + 1, found[1] * degrees[form]) if found else (0, 0)
        elif form.endswith(_ENDING):
            length, sign = 1, _sign_of_ending(form)
        else:
            continue
        if not sign:
            continue
        end = start + length
        if end < len(forms) and forms[end] == _THAN:
            yield Comparative(start, end + 1, sign, is_comparison=True)
        elif start and forms[start - 1] in words_of("becoming"):
            yield Comparative(start - 1, end, sign, is_comparison=False)


@cache
def _degrees() -> Mapping[str, int]:
    """The words that make a comparative of the next, and whether it is one of the contrary."""
    return dict.fromkeys(words_of("more"), 1) | dict.fromkeys(words_of("less"), -1)


@lru_cache(maxsize=4096)
def _sign_of_ending(form: str) -> int:
    """What "sharper" is: the sign of "sharp"; 0 for what is no such comparative."""
    if len(form) < _SHORTEST:
        return 0
    stem = form.removesuffix(_ENDING)
    bases = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else "", f"{stem[:-1]}y")
    signs = (found[1] for base in bases if base and (found := _evaluative((base,))))
    return next(signs, 0)


@lru_cache(maxsize=4096)
def _evaluative(forms: tuple[str, ...]) -> tuple[int, int] | None:
    """How many words, from the first on, praise or blame, and which of the two."""
    hit = next(iter(lexicon().phrases.read(forms)), None)
    if hit is None or hit[0] or not hit[2].sign or hit[2].kind != "clause":
        return None
    return hit[1], hit[2].sign
