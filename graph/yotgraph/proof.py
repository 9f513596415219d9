"""The proof that every quotation in a graph stands where the graph says.

The sources are read again, from the files themselves; nothing of an earlier reading is used.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from yotgraph.knowledge.selection import graph_of, sources
from yotgraph.knowledge.verify import Selector, selectors
from yotgraph.reading import Document, content_of, read

__all__ = ["Proof", "prove", "prove_graph"]

# More than the longest prefix or suffix.
_WINDOW = 200


@dataclass(frozen=True, slots=True)
class Proof:
    """How many quotations were proved. ``verbatim`` of them stand in the file letter by letter;
    in the others mark-up, a footnote or a page break stands between the words, which the
    reader leaves out. ``failures`` names every quotation that does not stand there."""

    quotations: int
    verbatim: int
    failures: tuple[str, ...]

    @property
    def proved(self) -> int:
        """The quotations that stand where the graph says."""
        return self.quotations - len(self.failures)


def prove(document: Document, selectors: Iterable[Selector]) -> Proof:
    """Compares the selectors of one report with its source, read again."""
    places = _Places(document)
    failures: list[str] = []
    verbatim = total = 0
    for selector in selectors:
        total += 1
        wrong = places.compare(selector)
        if wrong is not None:
            failures.append(f"{selector.evidence}: {wrong}")
        elif _folded(document.source[selector.start : selector.end]) == selector.exact:
            verbatim += 1
    return Proof(total, verbatim, tuple(failures))


def _folded(text: str) -> str:
    return " ".join(text.split())


class _Places:
    """Finds spans of the source in the reading text of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        offsets = document.offsets
        self._order = sorted(range(len(offsets)), key=offsets.__getitem__)
        self._sorted = [offsets[index] for index in self._order]

    def compare(self, selector: Selector) -> str | None:
        """What is wrong with a selector, or nothing."""
        start = self._reading_position(selector.start, last=False)
        end = self._reading_position(selector.end - 1, last=True)
        if start is None or end is None or end < start:
            return "no words of the source stand at its place"
        text = self._document.text
        found = _folded(text[start : end + 1])
        if found != selector.exact:
            return (
                f"the source reads {_short(found)!r}, the graph quotes {_short(selector.exact)!r}"
            )
        before = text[max(0, start - _WINDOW) : start]
        if not _folded(before).endswith(selector.prefix):
            return "other words stand before it"
        if not _folded(text[end + 1 : end + 1 + _WINDOW]).startswith(selector.suffix):
            return "other words stand behind it"
        return None

    def _reading_position(self, place: int, last: bool) -> int | None:
        """The reading position of a place in the source; a ligature has several."""
        index = bisect_left(self._sorted, place)
        positions: list[int] = []
        while index < len(self._sorted) and self._sorted[index] == place:
            positions.append(self._order[index])
            index += 1
        words = [position for position in positions if not self._document.text[position].isspace()]
        chosen: Sequence[int] = words or positions
        if not chosen:
            return None
        return max(chosen) if last else min(chosen)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def prove_graph(
    store: Store, paths: Sequence[Path], ocr: bool = False
) -> Iterator[tuple[str, Proof]]:
    """The proof of every report in a graph, by slug.

    Each source is found among ``paths`` by its content; one that is not there, or that has
    changed, is a failure of every quotation. ``ocr`` reads scans as the build did.
    """
    by_hash = {hashlib.sha256(content_of(path)).hexdigest(): path for path in paths}
    by_name = {path.name: path for path in paths}
    for slug, sha256, name in sources(store):
        found = selectors(store.quads_for_pattern(None, None, None, graph_of(store, slug)))
        path = by_hash.get(sha256)
        if path is not None:
            yield slug, prove(read(path, ocr), found)
            continue
        changed = by_name.get(name)
        why = (
            f"{changed} has changed since the graph was built; build again"
            if changed
            else f"its source {name} is not among the reports given"
        )
        yield slug, Proof(len(found), 0, (why,) * len(found))
