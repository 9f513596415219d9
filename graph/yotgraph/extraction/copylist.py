"""The copy list: who is sent the report, post by post, in whatever layout it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from yotgraph.extraction.outline import role_of
from yotgraph.extraction.persons import Person, people, words_of
from yotgraph.reading import Block, BlockKind, Document, Span
from yotgraph.vocabulary import fold, load_scheme

__all__ = ["Entry", "copy_list_blocks", "read_copy_list"]

_COPY_LABEL = re.compile(
    r"(?:[^\n:/|]{2,40}/\s*)?(?:copy to|copies to|copied to|copy list|distribution(?: list)?|cc)\b"
    r"\s*[:|]?\s*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"note\s*\d?\s*[:.–-]|notes?:?$", re.IGNORECASE)
_COLON = re.compile(r"(?P<post>[^:]{3,120}?)\s*:\s+(?P<names>.+)$")
_DASH = re.compile(r"(?P<post>.{3,120})\s+[-–—]\s+(?P<names>.+?)$")
_COMMA = re.compile(r"(?P<first>[^,]+?),\s*(?P<rest>.+)$")
_PREPOSITION = re.compile(r"\b(?:and|for|in|of|the|to|&)\s+$", re.IGNORECASE)
_PRINTED = re.compile(r"\S+")
_BETWEEN_NAMES = re.compile(r"\s*[/,;&]\s*|\s+and\s+")
_JOINTS = re.compile(r"[/,;&]| and ")
_OPEN_ENDED = re.compile(r"\b(?:and|for|of|the|in|&|North|South|East|West|Greater)$")
_PROSE = 160
_NAME_WORDS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One post of the copy list with the people it names, and where it stands."""

    post: str
    people: tuple[Person, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    span: Span


def copy_list_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of the copy list: behind its last heading, up to notes or prose."""
    opening = None
    for index, block in enumerate(document.blocks):
        label = _COPY_LABEL.match(block.text)
        if label is None or _refers(block.text[label.end() :]):
            continue
        if index + 1 < len(document.blocks) or block.text[label.end() :].strip():
            opening = index
    if opening is None:
        return ()
    first = document.blocks[opening]
    rest = bool(first.text[_behind_label(first.text) :].strip())
    blocks: list[Block] = [first] if rest else []
    for block in document.blocks[opening + 1 :]:
        if block.kind is BlockKind.FOOTNOTE:
            continue
        if _NOTE.match(block.text) or _ends_list(block):
            break
        blocks.append(block)
    return tuple(blocks)


def _behind_label(text: str) -> int:
    label = _COPY_LABEL.match(text)
    return label.end() if label else 0


def _refers(text: str) -> bool:
    """ "See copy list at end": the letterhead only points to the list."""
    return "see" in fold(text).split() or "at end" in fold(text)


def _ends_list(block: Block) -> bool:
    prose = (
        block.kind is BlockKind.PARAGRAPH and len(block.text) > _PROSE and block.text.endswith(".")
    )
    headed = block.kind is BlockKind.HEADING and block.marked and role_of(block.text) is not None
    return prose and len(block.lines) < 3 or headed


def read_copy_list(document: Document) -> tuple[Entry, ...]:
    """The entries of the copy list, in printed order; a post without a person has none."""
    rows = list(_rows(document, copy_list_blocks(document)))
    reversed_columns, dashed = _names_first(rows), _is_dashed(rows)
    entries: list[Entry] = []
    pending: _Cell | None = None
    tabular = False
    for cells in rows:
        pair = _pair(cells, reversed_columns, dashed)
        if pair is not None:
            post, names = pair
            if pending is not None and len(cells) > 1 and _belongs_before(pending.text, post.text):
                post = _Cell(f"{pending.text} {post.text}", Span(pending.span.start, post.span.end))
            entries.append(_entry(post, names))
            pending, tabular = None, len(cells) > 1
            continue
        cell = cells[-1]
        if tabular and entries and _completes(entries[-1].post, cell.text):
            entries[-1] = replace(entries[-1], post=f"{entries[-1].post} {cell.text}")
        elif not cells[0].text and entries and people(cell.text):
            entries[-1] = _with_more(entries[-1], cell)
        elif pending is not None and people(cell.text):
            entries.append(_entry(pending, cell))
            pending = None
        elif people(cell.text) and entries and not entries[-1].people:
            entries[-1] = _with_more(entries[-1], cell)
        else:
            pending = cell
    return tuple(entry for entry in entries if entry.people)


def _rows(document: Document, blocks: Sequence[Block]) -> Iterator[tuple[_Cell, ...]]:
    """The cells of rows, the lines of everything else."""
    for block in blocks:
        if block.kind is BlockKind.ROW:
            cells = [_Cell(document.slice(span), span) for span in block.cells]
            while len(cells) > 1 and not cells[-1].text:
                cells.pop()
            halves = (cells[:2], cells[2:]) if _two_columns(cells) else (cells,)
            yield from (tuple(half) for half in halves)
            continue
        for span in block.lines or (block.span,):
            text = document.slice(span)
            label = _COPY_LABEL.match(text)
            begin = label.end() if label else 0
            if text[begin:].strip():
                yield (_Cell(text[begin:], Span(span.start + begin, span.end)),)


def _two_columns(cells: Sequence[_Cell]) -> bool:
    return len(cells) == 4 and all(people(cells[place].text) for place in (1, 3))


def _names_first(rows: Sequence[tuple[_Cell, ...]]) -> bool:
    """Whether the first column holds the names, as most rows have it."""
    pairs = [cells for cells in rows if len(cells) == 2]
    first = sum(bool(people(cells[0].text)) and not people(cells[1].text) for cells in pairs)
    second = sum(bool(people(cells[1].text)) and not people(cells[0].text) for cells in pairs)
    return first > second


def _is_dashed(rows: Sequence[tuple[_Cell, ...]]) -> bool:
    """Whether dashes part posts from names: else one in a line is its post's own."""
    lines = [cells[0].text for cells in rows if len(cells) == 1]
    dashes = sum(_DASH.match(line) is not None for line in lines)
    return 2 * dashes >= len(lines)


def _pair(cells: tuple[_Cell, ...], names_first: bool, dashed: bool) -> tuple[_Cell, _Cell] | None:
    """The post and the names of a row or a line, or nothing."""
    if len(cells) > 1:
        if not cells[0].text:
            return None
        names = _Cell(" / ".join(cell.text for cell in cells[1:] if cell.text), cells[-1].span)
        return (names, cells[0]) if names_first else (cells[0], names)
    cell = cells[0]
    together = None if dashed else _run_together(cell)
    if together is not None and not _COLON.match(cell.text):
        return together
    for pattern in (_COLON, _DASH):
        match = pattern.match(cell.text)
        if match and people(match["names"]):
            return _part(cell, match, "post"), _part(cell, match, "names")
        if match and people(match["post"]) and pattern is _DASH:
            return _part(cell, match, "names"), _part(cell, match, "post")
    match = _COMMA.match(cell.text)
    if match and people(match["first"]) and not people(match["rest"]):
        return _part(cell, match, "rest"), _part(cell, match, "first")
    return _run_together(cell)


def _part(cell: _Cell, match: re.Match[str], name: str) -> _Cell:
    begin = cell.span.start
    return _Cell(match[name].strip(), Span(begin + match.start(name), begin + match.end(name)))


def _run_together(cell: _Cell) -> tuple[_Cell, _Cell] | None:
    """A post and its names on one line with only a space between.

    The post ends where a known one does, else with the last word that no name holds; a place
    behind it stays with the post, so that the first name has two words.
    """
    starts = [match.start() for match in _PRINTED.finditer(cell.text)]
    known = _known_end(cell.text, starts)
    last = _last_noun(cell.text, starts)
    if known is None and last is None:
        return None
    for place in range(known if known is not None else (last or 0) + 1, len(starts)):
        start = starts[place]
        names = cell.text[start:]
        if _PREPOSITION.search(cell.text[:start]):
            continue
        found = people(names)
        first = _BETWEEN_NAMES.split(names)[0].split()
        titled = bool(found) and found[0].title is not None
        if len(first) - titled == _NAME_WORDS and len(found) == len(_JOINTS.split(names)):
            begin = cell.span.start
            post = _Cell(cell.text[:start].strip(" ,–-"), Span(begin, begin + start))
            return post, _Cell(names, Span(begin + start, cell.span.end))
    return None


def _known_end(text: str, starts: Sequence[int]) -> int | None:
    """The word behind the longest known post that a line begins with."""
    labels = _post_labels()
    ends = (
        place
        for place in range(len(starts) - 1, 0, -1)
        if fold(text[: starts[place]].strip()) in labels
    )
    return next(ends, None)


def _last_noun(text: str, starts: Sequence[int]) -> int | None:
    """The last word of a line that names a post, as no name does."""
    nouns = words_of("post-noun")
    words = [text[start:].split()[0] for start in starts]
    return max(
        (
            place
            for place, word in enumerate(words)
            if fold(word.strip("()’',.s")) in nouns or fold(word.strip("()’',.")) in nouns
        ),
        default=None,
    )


@cache
def _post_labels() -> frozenset[str]:
    return frozenset(fold(label) for post in load_scheme("posts") for label in post.labels())


def _belongs_before(line: str, post: str) -> bool:
    """Whether a line alone is the beginning of the post in the row below: only together do
    they name a known kind of post."""
    kinds = load_scheme("posts")
    whole = f"{line} {post}"
    return any(kind.matches(whole) for kind in kinds) and not any(
        kind.matches(post) for kind in kinds
    )


def _completes(post: str, text: str) -> bool:
    """Whether a line alone is the rest of the post in the row above."""
    return _OPEN_ENDED.search(post) is not None or text[:1].islower()


def _entry(post: _Cell, names: _Cell) -> Entry:
    span = Span(min(post.span.start, names.span.start), max(post.span.end, names.span.end))
    return Entry(post.text, people(names.text), span)


def _with_more(entry: Entry, cell: _Cell) -> Entry:
    span = Span(entry.span.start, max(entry.span.end, cell.span.end))
    return Entry(entry.post, entry.people + people(cell.text), span)
