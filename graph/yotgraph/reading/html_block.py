"""One block of an HTML page while it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Block", "upright", "without_label"]

_SPACE = re.compile(r"\s+")
_MEETING_ITALICS = re.compile(r"</i>(\s*)<i>")
_EMPTY_ITALICS = re.compile(r"<i>(\s*)</i>")


@dataclass(slots=True)
class Block:
    """The parts of a block: ``prefix`` opens its line, ``bold`` counts its bold texts, ``plain``
    says that it has others, ``marks`` are the labels of the footnote marks in it."""

    parts: list[str] = field(default_factory=list)
    prefix: str = ""
    bold: int = 0
    plain: bool = False
    marks: list[str] = field(default_factory=list)

    def words(self) -> str:
        """Its words, white space folded, without empty lines and without its prefix.

        >>> Block(["The <i>", "Crime</i> <i>Act", "</i> <i></i>", chr(10), " 1998 "]).words()
        'The <i>Crime Act</i>\\n1998'
        """
        text = _MEETING_ITALICS.sub(r"\1", _EMPTY_ITALICS.sub(r"\1", "".join(self.parts)))
        lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
        return "\n".join(line for line in lines if line)


def upright(text: str) -> str:
    """A heading without italics, on one line: bold marks it already."""
    return text.replace("<i>", "").replace("</i>", "").replace("\n", " ")


def without_label(words: str, label: str) -> str:
    """A note's words without the label that it repeats, and the sign of its link back.

    >>> without_label("[1] Published in 2015. ↩", "1")
    'Published in 2015.'
    """
    words = re.sub(rf"^(?:<sup>{label}</sup>|\[?{label}\]?[.):]?)\s+", "", words)
    return words.rstrip("↩↑\ufe0e\ufe0f ")
