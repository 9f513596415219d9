"""What pages do to a text: running heads, footnotes, rows torn at a page's end.

Running heads stay in the text for the furniture finder, which takes page numbers from them;
only what it cannot tell from the text alone is settled here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yotgraph.reading.dictionary import Words
from yotgraph.reading.pdf_blocks import Block
from yotgraph.reading.pdf_flow import flows_on
from yotgraph.reading.pdf_inline import joined
from yotgraph.reading.pdf_measures import Measures
from yotgraph.reading.pdf_running_heads import EDGE, edges, folded, repeated
from yotgraph.reading.pdf_torn_rows import parted_row, whole_row

__all__ = ["settle_pages"]

_NOTE_SIZE = 0.93
_MARKED = re.compile(r"(?:<sup>(\d{1,3})</sup>\s*|(\d{1,3})[.)]?\s+)(?=\S)")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")


def settle_pages(pages: Sequence[list[Block]], measures: Measures, words: Words) -> None:
    """Marks footnotes, puts torn rows together and takes a running head off the title page."""
    furniture = repeated(pages)
    heads: set[str] = set()
    foot = _foot(pages, measures, furniture)
    _clear_outer_edges(pages, furniture)
    for number, page in enumerate(pages):
        before = pages[number - 1] if number else []
        _set_notes(page, before, measures, furniture)
        if before:
            _drop_head(before, page, furniture, heads)
            _join_rows(before, page, furniture, words)
            _join_texts(before, page, measures, furniture, foot, words)


def _clear_outer_edges(pages: Sequence[list[Block]], furniture: frozenset[str]) -> None:
    """Takes the running head off the first page and the foot off the last.

    No page break stands before the one and behind the other to tell them by. Here their place
    does: the same words stand at the same height on another page.
    """
    if len(pages) < 2:
        return
    for page, place, others in ((pages[0], 0, pages[1:]), (pages[-1], -1, pages[:-1])):
        if len(page) < 2 or folded(page[place].text) not in furniture:
            continue
        if page[place].kind == "row":
            continue
        edge = page[place]
        # A number at a head is its page's, and stays; the last page's is one more than the last.
        fold = folded if place else str
        if any(
            fold(block.text) == fold(edge.text) and abs(block.base - edge.base) < 1
            for other in others
            for block in edges(other)
        ):
            del page[place]


def _set_notes(
    page: list[Block], before: Sequence[Block], measures: Measures, furniture: frozenset[str]
) -> None:
    """Marks the small print at the foot of a page as its footnotes, one block each."""
    end = len(page)
    while end and _is_furniture(page[end - 1], furniture) and not _is_raised(page[end - 1]):
        end -= 1
    start = end
    while start and page[start - 1].kind == "text" and _is_small(page[start - 1], measures):
        start -= 1
    unfinished = next((block for block in reversed(before) if block.note), None)
    if unfinished is not None and _SENTENCE_END.search(unfinished.text):
        unfinished = None
    page[start:end] = _notes(page[start:end], unfinished, measures)


def _notes(foot: Sequence[Block], unfinished: Block | None, measures: Measures) -> list[Block]:
    """The blocks of a foot; those before its first mark may go on with the last page's note."""
    first = next((i for i, block in enumerate(foot) if _label(block, measures)), len(foot))
    if first == len(foot) and unfinished is None:
        return list(foot)
    notes: list[Block] = []
    last = 0
    for place, block in enumerate(foot):
        label = _label(block, measures) or _next_label(block, last)
        if label:
            last = int(label)
            text = _MARKED.sub("", block.text, count=1)
            notes.append(
                Block(
                    f"<sup>{label}</sup> {text}", block.size, "text", block.base, block.lefts, True
                )
            )
        elif place > first:
            notes[-1].text += f"\n{block.text}"
        elif unfinished is not None:
            unfinished.text += f" {block.text}"
        else:
            notes.append(block)
    return notes


def _is_furniture(block: Block, furniture: frozenset[str]) -> bool:
    # Figures of a table look alike; they head no page.
    figures = block.kind == "row" or block.text.endswith("%")
    if figures and not any(map(str.isalpha, block.text)):
        return False
    return folded(block.text) in furniture


def _is_raised(block: Block) -> bool:
    """Whether a block opens with a raised mark, as no page number before a running foot does."""
    match = _MARKED.match(block.text)
    return match is not None and match[1] is not None


def _is_small(block: Block, measures: Measures) -> bool:
    return 0 < block.size <= _NOTE_SIZE * measures.body


def _label(block: Block, measures: Measures) -> str | None:
    """The label of the footnote that a block is, or nothing."""
    match = _MARKED.match(block.text) if _is_small(block, measures) else None
    if match is None:
        return None
    label = match[1] or match[2]
    return label if match[1] or label in measures.marks else None


def _next_label(block: Block, last: int) -> str | None:
    """A plain number that comes right behind that of the note above, or nothing."""
    match = _MARKED.match(block.text) if last else None
    return match[2] if match and match[2] and int(match[2]) == last + 1 else None


def _body(page: Sequence[Block], furniture: frozenset[str]) -> list[Block]:
    """A page without its notes and what stands at the head or foot of several."""
    return [b for b in page if not b.note and not _is_furniture(b, furniture)]


def _drop_head(
    before: Sequence[Block], page: list[Block], furniture: frozenset[str], heads: set[str]
) -> None:
    """Takes away the head of a table that is printed again on the page where the table goes on."""
    rows: list[Block] = []
    for block in reversed([block for block in before if not block.note]):
        if block.kind == "row":
            rows.append(block)
        elif rows or not _is_furniture(block, furniture):
            break
    likely = heads
    if rows:
        heads.add(rows[-1].text)
    elif any(not _SENTENCE_END.search(block.text) for block in _body(before, furniture)[-1:]):
        # What the page's end tore may be the one cell of a row, which reads as a text.
        likely = heads.union(block.text for block in before if block.kind == "row")
    else:
        return
    for place, block in enumerate(page[:EDGE]):
        following = page[place + 1 : place + 2]
        if block.text in likely and block.kind == "row" and following:
            del page[place]
            return


def _foot(pages: Sequence[Sequence[Block]], measures: Measures, furniture: frozenset[str]) -> float:
    """How far down the pages the lines of the text go."""
    lines = (
        line.base
        for page in pages
        for block in page
        if block.paragraph is not None and not _is_furniture(block, furniture)
        for line in block.paragraph.lines
        if line.size == measures.body
    )
    return max(lines, default=0.0)


def _join_texts(
    before: Sequence[Block],
    page: list[Block],
    measures: Measures,
    furniture: frozenset[str],
    foot: float,
    words: Words,
) -> None:
    """Puts a paragraph together that the page's end cut where its parts do not tell it."""
    above, below = _body(before, furniture), _body(page, furniture)
    if not above or not below:
        return
    last, first = above[-1], below[0]
    if last.paragraph is None or first.paragraph is None:
        return
    low = first.text[:1].islower() and not last.text.endswith(";")
    if low or first.size <= _NOTE_SIZE * measures.body:
        # The text reader joins these, and keeps each part on its page.
        return
    reach, justified = measures.reach, measures.justified
    # Notes stand as high as they need to, and take the room below a text.
    below_it = 0.0 if any(block.note for block in before) else foot - last.paragraph.lines[-1].base
    room = below_it / max(1.0, measures.step(last.size))
    if flows_on(last.paragraph, reach, first.paragraph, justified, room):
        last.text = joined([last.text, first.text], words)
        last.paragraph.lines += first.paragraph.lines
        page.remove(first)


def _join_rows(
    before: list[Block], page: list[Block], furniture: frozenset[str], words: Words
) -> None:
    """Puts a table row together that the page's end tore in the middle of a cell."""
    body = _body(before, furniture)
    place = next((i for i, b in enumerate(page) if not _is_furniture(b, furniture)), None)
    if not body or place is None:
        return
    parted = parted_row(body[-1], page[place:])
    if parted is not None:
        page[place] = parted
        before[:] = [block for block in before if block is not body[-1]]
        return
    whole = whole_row(body[-1], page[place], words) if body[-1].kind == "row" else None
    if whole is not None:
        body[-1].text = whole
        del page[place]
