"""Whether rows and cells that were given are those that a reader wanted.

Text is compared folded. A cell may give alternatives, ``this | that``. A council's short name is
as good as its official one, and so is any name under which the register of partner bodies knows one; an
article before a body and its short form in brackets do not count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from yotgraph.vocabulary import fold, load_register

__all__ = ["Row", "alternatives", "as_compared", "compare_rows", "compare_sets", "same_cell"]

# Between two answers that are as good.
_OR = " | "
_COUNCIL = re.compile(
    r"^(?:(?:london|royal|metropolitan) )?(?:borough|city|county) of (.+?)(?: council)?$"
    r"|^(.+?) (?:(?:metropolitan|county|city|borough|district) )*council$"
)
_ARTICLE = re.compile(r"^the ")
# "Feltham Young Offender Institution (YOI)"
_SHORT_FORM = re.compile(r" \([^()\s]{2,10}\)$")

Row: TypeAlias = tuple[str, ...]
"""The cells of a row that are compared."""


def compare_rows(
    sure: Sequence[Row], arguable: Sequence[Row], found: Sequence[Row]
) -> tuple[int, list[Row], list[Row]]:
    """How many rows are right, which were missed and which are left over, each row once."""
    left = list(found)
    missed = [row for row in sure if not _take(left, row)]
    for row in arguable:
        _take(left, row)
    return len(sure) - len(missed), missed, left


def compare_sets(
    sure: Sequence[Row], arguable: Sequence[Row], found: Sequence[Row]
) -> tuple[int, list[Row], list[Row]]:
    """The same where rows are kinds: what was found answers every wanted row that takes it.

    >>> wanted = [("MAPPA", "strength | neutral"), ("MAPPA", "strength")]
    >>> compare_sets(wanted, [], [("MAPPA", "strength"), ("MASH", "concern")])
    (1, [], [('MASH', 'concern')])
    """
    kinds = list(dict.fromkeys(found))
    right = sum(any(_is(row, want) for want in sure) for row in kinds)
    missed = [want for want in dict.fromkeys(sure) if not any(_is(row, want) for row in kinds)]
    wanted = (*sure, *arguable)
    left = [row for row in kinds if not any(_is(row, want) for want in wanted)]
    return right, missed, left


def _take(rows: list[Row], wanted: Row) -> bool:
    """Takes the first row that is the wanted one out of a list, if it is there."""
    for index, row in enumerate(rows):
        if _is(row, wanted):
            del rows[index]
            return True
    return False


def _is(row: Row, wanted: Row) -> bool:
    """Whether each cell of a row is one that is wanted."""
    return all(same_cell(cell, want) for cell, want in zip(row, wanted, strict=True))


def same_cell(cell: str, wanted: str) -> bool:
    """Whether a cell is one of the alternatives wanted."""
    return any(as_compared(cell) == as_compared(one) for one in alternatives(wanted))


def alternatives(cell: str) -> list[str]:
    """The answers of a cell that are as good; one of them may be empty: "2012 | "."""
    return [one.strip() for one in f" {cell} ".split(_OR)]


def as_compared(text: str) -> str:
    """A cell as it is compared: folded, without white space, a council in its short form and a known
    body by its usual name.

    >>> as_compared("Feltham YOI") == as_compared("Feltham Young Offender Institution (YOI)")
    True
    """
    folded = _SHORT_FORM.sub("", _ARTICLE.sub("", fold(text)))
    folded = _usual_names().get(folded, folded)
    council = _COUNCIL.match(folded)
    if council:
        folded = f"{council[1] or council[2]} council"
    return folded.replace(" ", "")


@cache
def _usual_names() -> Mapping[str, str]:
    """The folded label of a known body by each folded name that it alone goes by."""
    found: dict[str, set[str]] = {}
    for body in load_register("partner-bodies"):
        for name in body.labels():
            found.setdefault(fold(name), set()).add(fold(body.label))
    return {name: min(labels) for name, labels in found.items() if len(labels) == 1}
