"""Content negotiation: which of several media types a client would rather have (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["choose"]

_QUALITY = re.compile(r"[01](\.[0-9]{0,3})?")


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The type among those offered that an Accept header likes best, or ``None``.

    Of types that it likes alike, the one that is offered first; an empty header likes all.

    >>> choose("text/html;q=0.9, text/turtle", ["text/html", "text/turtle"])
    'text/turtle'
    >>> choose("*/*", ["text/html", "text/turtle"])
    'text/html'
    >>> choose("image/png", ["text/html"]) is None
    True
    """
    ranges = _ranges(accept) or [("*/*", 1.0)]
    best, most = None, 0.0
    for media_type in offered:
        quality = _quality(media_type, ranges)
        if quality > most:
            best, most = media_type, quality
    return best


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        if not name:
            continue
        qualities = [each[2:] for each in parameters if each.startswith("q=")]
        valid = [float(each) for each in qualities if _QUALITY.fullmatch(each)]
        found.append((name, valid[0] if valid else 1.0))
    return found


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality that the most exact range gives a type."""
    for pattern in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        for name, quality in ranges:
            if name == pattern:
                return quality
    return 0.0
