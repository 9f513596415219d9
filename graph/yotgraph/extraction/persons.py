"""Names of people in letterheads, copy lists and imprints.

>>> [person.name for person in people("Cllr Mary Ap Rhys / Dr John O’Neill-Smith (acting)")]
['Mary Ap Rhys', 'John O’Neill-Smith']
>>> people("Vacant")
()
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from yotgraph.vocabulary import fold, load_scheme

__all__ = ["PERSON", "Person", "is_name", "people", "person", "words_of"]

# A name in running text: two to five words with capitals, small particles among them.
_PARTICLES = r"(?:de|der|den|van|von|la|le|du|da|dos|di|del|al|el|bin|ibn|ap|ab|ferch|ter|ten|y)"
# Capitals of the Latin alphabets, those of Welsh and of Polish among them.
_CAPITAL = "A-Z" + "".join(
    chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
_WORD = rf"(?:(?:[{_CAPITAL}]|St)\.|[{_CAPITAL}][\w'’]*(?:-[^\W\d_][\w'’]*)*)"
PERSON = rf"{_WORD}(?:[ ]+(?:{_PARTICLES}[ ]+){{0,2}}{_WORD}){{1,4}}"
_NAME = re.compile(rf"{PERSON}$")
_SEPARATORS = re.compile(r"\s*(?:[/;\n]|,|\band\b|&)\s*")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_LONGEST_NAME = 60
# "Peter Head" is a name; "Director Crime Head" is none.
_SHORT_NAME = 2


@dataclass(frozen=True, slots=True)
class Person:
    """A name without form of address and letters behind it; ``title`` is the former."""

    name: str
    title: str | None = None


@cache
def words_of(notation: str) -> frozenset[str]:
    """The words of one concept of ``ontology/schemes/person-words.ttl``, folded."""
    return frozenset(map(fold, load_scheme("person-words").alt_labels(notation)))


def person(text: str) -> Person | None:
    """The one person that a text names, or nothing.

    >>> person("Councillor Philip Read JP")
    Person(name='Philip Read', title='Councillor')
    >>> person("Service Manager") is None
    True
    """
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    words = bare.replace("*", " ").split()
    words = " ".join(words).strip(" ,.;:–-").split()
    if fold(" ".join(words)) in words_of("placeholder"):
        return None
    title: list[str] = []
    while len(words) > 1 and (count := _address_length(words)):
        title += words[:count]
        words = words[count:]
    while len(words) > 1 and fold(words[-1].strip(",.")) in words_of("letters-behind"):
        words.pop()
    name = " ".join(words).strip(" ,")
    return Person(name, " ".join(title) or None) if is_name(name, bool(title)) else None


def _address_length(words: list[str]) -> int:
    """How many words at the start are a form of address; the last word never is."""
    for count in (3, 2, 1):
        if count < len(words) and fold(" ".join(words[:count])).rstrip(".") in _addresses():
            return count
    return 0


@cache
def _addresses() -> frozenset[str]:
    return frozenset(address.rstrip(".") for address in words_of("form-of-address"))


def is_name(text: str, addressed: bool = False) -> bool:
    """Whether a text can be a person's name and is no post and no body.

    ``addressed`` allows a surname alone, as in "Cllr Jones".
    """
    if len(text) > _LONGEST_NAME or any(map(str.isdigit, text)):
        return False
    folded = [fold(word.strip(".,")) for word in text.split()]
    if len(folded) == _SHORT_NAME and folded[-1] in words_of("surname-too"):
        folded.pop()
    if not words_of("post-noun").isdisjoint(folded):
        return False
    return _NAME.match(text) is not None or (addressed and re.fullmatch(_WORD, text) is not None)


# The layout of a copy list is told by which of its cells name people.
@lru_cache(maxsize=1024)
def people(text: str) -> tuple[Person, ...]:
    """The people that a cell names, in order. Brackets and placeholders are left out."""
    found = (person(part) for part in _SEPARATORS.split(_BRACKETS.sub(" ", text)) if part.strip())
    return tuple(one for one in found if one is not None)
