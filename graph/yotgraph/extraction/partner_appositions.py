"""A body by its name and by what it is: "the substance misuse service, Waypoint,".

Where a sentence names a body and says beside the name what it is or what it delivers, the words
of common use name no second body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yotgraph.extraction.partner_model import Occurrence
from yotgraph.extraction.partner_wording import phrase_in

__all__ = ["without_descriptions"]

_COMMA = ", "
_BRACKET = " ("
_BEHIND_NAME = re.compile(r",(?! (?:and|or|as well as)\b)|\)")
_LONGEST = 50


def without_descriptions(text: str, found: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The occurrences of a sentence, in order, less those that only describe a named body."""
    for place, one in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        is_described = _is_common(one) and (
            (_is_named(text, after) and _names(text, one, after))
            or (_is_named(text, before) and _delivers(text, before, one))
        )
        if not is_described:
            yield one


def _is_common(one: Occurrence) -> bool:
    partner = one.partner
    if partner is None or partner.is_role or partner.is_arrangement:
        return False
    return partner.is_common_noun and " " in partner.label


def _is_named(text: str, one: Occurrence | None) -> bool:
    """Whether a body is called by its name: the label of one word tells it by a capital only."""
    if one is None or one.partner is None or one.partner.is_role:
        return False
    is_word = " " not in one.partner.label
    return text[one.start].isupper() if is_word else not one.partner.is_common_noun


def _names(text: str, described: Occurrence, name: Occurrence | None) -> bool:
    """Whether a name in apposition follows: "the mediation service, Common Ground, had"."""
    if name is None or text[described.end : name.start] not in (_COMMA, _BRACKET):
        return False
    return _BEHIND_NAME.match(text, name.end) is not None


def _delivers(text: str, name: Occurrence | None, described: Occurrence) -> bool:
    """Whether it is what the body before it delivers: "Waypoint, which provided"."""
    if name is None or described.start - name.end > _LONGEST:
        return False
    return phrase_in("delivering", text[name.end : described.start]) is not None
