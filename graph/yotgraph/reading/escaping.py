"""Words of a form that has no mark-up of its own kind -> the same words in a source text.

The text reader takes Markdown and inline HTML. What only looks like it is escaped here, so
that it reads as it stood.
"""

from __future__ import annotations

import re

__all__ = ["escape", "escape_opening", "needs_no_escape"]

_SPECIAL = re.compile(
    r"(?P<backslash>\\(?=[\\`*_{}\[\]()#+.!|-]))"
    r"|(?P<star>\*)"
    r"|(?P<link>\[(?=[^\[\]\n]{1,300}\]\())"
    r"|(?P<tag><(?=[A-Za-z/!]))"
    r"|(?P<entity>&(?=#?[A-Za-z0-9]{1,8};))"
)
_MAYBE_SPECIAL = frozenset("\\*[<&")
_OPENING = re.compile(r"(?=#{1,6}\s)")


def needs_no_escape(text: str) -> bool:
    """Whether a text holds no sign that mark-up could begin with.

    >>> needs_no_escape("Staff were well trained."), needs_no_escape("R&D")
    (True, False)
    """
    return _MAYBE_SPECIAL.isdisjoint(text)


def escape(text: str) -> str:
    r"""Words that read as they stand, wherever on a line.

    >>> escape("4 * 5 <b> R&D; A[1]")
    '4 \\* 5 &lt;b> R&amp;D; A[1]'
    """
    if needs_no_escape(text):
        return text
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    if match["tag"]:
        return "&lt;"
    if match["entity"]:
        return "&amp;"
    return "\\" + match.group()


def escape_opening(line: str) -> str:
    r"""A line that does not open as a heading does.

    >>> escape_opening("# 5 is a number"), escape_opening("no. 5")
    ('\\# 5 is a number', 'no. 5')
    """
    return _OPENING.sub(r"\\", line, count=1) if line.startswith("#") else line
