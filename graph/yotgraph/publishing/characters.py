"""Characters that act instead of being read: controls, direction marks, line separators.

Report text is untrusted. A terminal obeys an escape sequence, an editor reorders a line
at a direction override, and a difference tool breaks lines at separators that nobody
sees. The writers of this package therefore escape such characters where the format has
an escape, and show U+FFFD where it has none.
"""

from __future__ import annotations

import re

__all__ = ["ACTING", "code_point_escape", "printable", "turtle_string", "turtle_text"]

# C1 controls, DEL, zero-width space, direction marks and overrides (Unicode UAX 9), line and
# paragraph separators, word joiners and the byte order mark. The joiners U+200C and U+200D
# stay: Arabic, Indic scripts and many emoji are spelt with them.
ACTING = "\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"

_WHITE_SPACE = re.compile(r"[\t\n\r\f\v\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(f"[\x00-\x1f{ACTING}]")
_TURTLE_UNSAFE = re.compile(f'[\x00-\x1f"\\\\{ACTING}]')
# In a long string, lines stay lines, and so do quotation marks that cannot end it.
_TURTLE_LONG_UNSAFE = re.compile(f'[\x00-\x09\x0b-\x1f\\\\{ACTING}]|"(?="|$)')
_TURTLE_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def code_point_escape(match: re.Match[str]) -> str:
    r"""The matched character as ``\uXXXX``, an escape that JSON and Turtle share."""
    return f"\\u{ord(match.group()):04X}"


def _turtle_escape(match: re.Match[str]) -> str:
    return _TURTLE_SHORT.get(match.group()) or code_point_escape(match)


def turtle_string(text: str) -> str:
    r"""The text as a short quoted string of Turtle 1.1 (section 6.4), always on one line.

    >>> print(turtle_string('a "word"\nand C:\\temp'))
    "a \"word\"\nand C:\\temp"
    >>> print(turtle_string("bell \a"))
    "bell \u0007"
    """
    return f'"{_TURTLE_UNSAFE.sub(_turtle_escape, text)}"'


def turtle_text(text: str) -> str:
    r"""The text as a long quoted string of Turtle 1.1 (section 6.4), its lines as lines.

    >>> print(turtle_text('ASK\n{ ?a ?b "c" }').replace(chr(34) * 3, "|"))
    |ASK
    { ?a ?b "c" }|
    """
    return f'"""{_TURTLE_LONG_UNSAFE.sub(_turtle_escape, text)}"""'


def printable(text: str) -> str:
    r"""The text on one line, with nothing in it that a terminal would obey.

    Runs of line ends and tabs become one space; any other acting character becomes U+FFFD.

    >>> printable("two\nlines")
    'two lines'
    >>> printable("\x1b[2Jgone") == "\N{REPLACEMENT CHARACTER}[2Jgone"
    True
    """
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _WHITE_SPACE.sub(" ", text))
