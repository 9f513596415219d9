"""The name by which answers call a partner that is called as the report prints it."""

from __future__ import annotations

import re

from yotgraph.extraction.partner_model import Partner
from yotgraph.extraction.partner_wording import nouns, words
from yotgraph.vocabulary import fold

__all__ = ["in_the_singular", "printed_label"]

_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL = re.compile(r"(?:ies|s)$")
_TELLING = 2
_SPELT_OUT = re.compile(r"^.*\((\w+)\) ")
_SHORT_FORM = re.compile(r"[A-Z]{2,}s?$")


def printed_label(kind: Partner, surface: str) -> str:
    """The label for a partner of a kind whose words in the report are ``surface``.

    Roles and arrangements stand in the singular, without the words that say whose they are.
    Words with a short form that is no name ("RJ worker") give the kind's own label; one that
    this label holds too is a name ("CAMHS worker"). A kind that is called after the service
    keeps the service's word.

    >>> panel = Partner("Risk management panel", is_arrangement=True, as_printed=True)
    >>> printed_label(panel, "the Risk and Vulnerability Panels")
    'Risk and Vulnerability Panel'
    >>> officer = Partner("Seconded police officer", is_role=True, as_printed=True)
    >>> printed_label(officer, "police officers were seconded")
    'Police officer'
    >>> printed_label(officer, "its seconded officers")
    'Police officer'
    >>> printed_label(officer, "The YOT's police officers")
    'Police officer'
    >>> nurse = Partner("YOT nurse", is_role=True, as_printed=True)
    >>> printed_label(nurse, "The YJS nurse's")
    'YJS nurse'
    """
    if not kind.as_printed:
        return kind.label
    parts = _POSSESSIVE.sub("", surface).split()
    if kind.is_role:
        parts = _SPELT_OUT.sub(r"\1 ", " ".join(parts)).split()
    parts = _own_words(parts, keep_service=_names_service(kind))
    if kind.is_role:
        parts = _up_to_role(parts)
    elif not kind.is_arrangement:
        parts = _without_people(parts)
    if any(_is_short_form(part, kind) for part in parts) or not (parts or kind.is_role):
        return kind.label
    if kind.is_role and len(parts) < _TELLING:
        parts = _own_words(kind.label.split())
    label = " ".join(parts)
    if kind.is_role or kind.is_arrangement:
        label = in_the_singular(label)
    elif (noun := nouns().get(parts[-1])) and not noun.kept and parts[0][0].isupper():
        label = " ".join(parts[:-1])
    own = fold(kind.label)
    general, _, rest = fold(label).partition(" ")
    if fold(label) == own or (rest == own and general in words("shared")):
        return kind.label
    return label[0].upper() + label[1:]


def _is_short_form(part: str, kind: Partner) -> bool:
    if _SHORT_FORM.match(part) is None or part in kind.label.split():
        return False
    return not (_names_service(kind) and part.lower() in words("no-part-of-a-label"))


def _names_service(kind: Partner) -> bool:
    """Whether a kind is called after the service: "YOT nurse"."""
    first = kind.label.split()[0]
    return first.isupper() and first.lower() in words("no-part-of-a-label")


def _own_words(parts: list[str], *, keep_service: bool = False) -> list[str]:
    """The words without those in front that say whose or which it is."""
    while len(parts) > 1 and _POSSESSIVE.sub("", parts[0]).lower() in words("no-part-of-a-label"):
        if keep_service and parts[0].isupper():
            break
        parts = parts[1:]
    return parts


def _without_people(parts: list[str]) -> list[str]:
    """A body's words without its people behind them ("early help workers"); none where but one is
    left ("family workers")."""
    kept = parts
    while len(kept) > 1 and kept[-1].islower() and kept[-1] in words("people-of-a-body"):
        kept = kept[:-1]
    return kept if kept == parts or len(kept) > 1 else []


def _up_to_role(parts: list[str]) -> list[str]:
    """The words up to the noun of a role, or none where there is no such noun."""
    for place, part in enumerate(parts, 1):
        noun = nouns().get(fold(part))
        if noun is not None and noun.is_role:
            return parts[:place]
    return []


def in_the_singular(label: str) -> str:
    """A label whose last word, the noun of a body or role, is in the singular.

    >>> in_the_singular("Planning Meetings"), in_the_singular("Rise")
    ('Planning Meeting', 'Rise')
    """
    head, _, last = label.rpartition(" ")
    noun = nouns().get(fold(last))
    if noun is None or fold(last) == noun.singular or not fold(last).endswith("s"):
        return label
    single = _PLURAL.sub("y" if last.lower().endswith("ies") else "", last)
    return f"{head} {single}".strip()
