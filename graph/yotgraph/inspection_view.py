"""How a file was read, on one screen: so that one sees why a fact is missing.

Shows the form, the family, pages, tables and notes; then each section with its role, how many
of its sentences gave facts, which facts, and what no rule took.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from yotgraph.errors import ReadingError
from yotgraph.extraction import extract
from yotgraph.extraction.outline import role_of
from yotgraph.facts import CoverageRow, Fact, ReportFacts
from yotgraph.reading import Block, BlockKind, Document, content_of, read
from yotgraph.reading.forms import form_of

__all__ = ["inspect"]

_LONGEST_TITLE = 44
_LONGEST_ROLE = 22
_LONGEST_LINE = 110


@dataclass(frozen=True, slots=True)
class _Section:
    """A section's coverage and how many facts of each kind rest on it."""

    coverage: CoverageRow
    kinds: Counter[str] = field(default_factory=Counter)


def inspect(path: Path, ocr: bool = False) -> str:
    """How the file at a path was read, as lines for a person.

    Raises :class:`ReadingError` where the file cannot be read at all. One that reads but is no
    report is shown with the reason.
    """
    document = read(path, ocr)
    form = form_of(content_of(path), path.name)
    lines = [f"{path}: {form}, {_size(document)}", f"sha256 {document.sha256}", ""]
    try:
        report = extract(document)
    except ReadingError as reason:
        lines += ["not read as a report:", f"  {reason}", "", *_reading(document), ""]
        return "\n".join([*lines, *_headings(document)]) + "\n"
    kinds = Counter(fact.kind for fact in report.facts)
    lines += [
        f"family {report.family}, report {report.slug}, {len(report.facts)} facts",
        *_wrapped("  ", _counted(kinds)),
        *(f"warning: {warning}" for warning in report.warnings),
        "",
        *_reading(document),
        "",
        *_sections(report),
    ]
    return "\n".join(lines) + "\n"


def _size(document: Document) -> str:
    pages = "no pages" if document.pages is None else f"up to page {document.pages}"
    return f"{pages}, {len(document.source):,} characters, {len(document.blocks)} blocks"


def _reading(document: Document) -> Iterator[str]:
    """Tables, footnotes and pages, and what does not fit together among them."""
    tables = [
        list(rows)
        for is_row, rows in groupby(document.blocks, key=lambda b: b.kind is BlockKind.ROW)
        if is_row
    ]
    yield f"tables: {len(tables) or 'none'}"
    yield from (f"  {_table(rows)}" for rows in tables)
    labels = [note.label for note in document.footnotes]
    marks = {mark.label for mark in document.marks}
    yield from _wrapped("footnotes: ", ", ".join(labels) or "none")
    unmarked = sorted(set(labels) - marks, key=_number)
    missing = sorted(marks - set(labels), key=_number)
    if unmarked:
        yield f"  without a mark in the text: {', '.join(unmarked)}"
    if missing:
        yield f"  marks without a footnote: {', '.join(missing)}"
    pages = {block.page for block in document.blocks if block.page is not None}
    empty = sorted(set(range(min(pages), max(pages))) - pages) if pages else []
    if empty:
        yield from _wrapped("pages on which no text begins: ", ", ".join(map(str, empty)))


def _number(label: str) -> tuple[int, str]:
    return (int(label) if label.isdecimal() else 0, label)


def _table(rows: Sequence[Block]) -> str:
    page = f"page {rows[0].page}: " if rows[0].page is not None else ""
    widths = sorted({len(row.cells) for row in rows})
    cells = " or ".join(map(str, widths))
    return _short(f"{page}{len(rows)} rows of {cells} cells: {rows[0].text}", _LONGEST_LINE)


def _headings(document: Document) -> Iterator[str]:
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    yield "headings:" if headings else "headings: none"
    for block in headings:
        depth = "  " * (block.level or 1)
        yield f"{depth}{_short(block.text, _LONGEST_LINE)}{_role(block.text)}"


def _role(title: str) -> str:
    role = role_of(title)
    return f"  [{role.notation}]" if role is not None else ""


def _sections(report: ReportFacts) -> Iterator[str]:
    """Each section: how far it was read, what it gave and what no rule took."""
    yield f"{'section':<{_LONGEST_TITLE}}  {'role':<{_LONGEST_ROLE}}  sentences  gave facts"
    for section in _with_facts(report):
        row = section.coverage
        role = role_of(row.section)
        title = _short(row.section, _LONGEST_TITLE)
        name = _short(role.notation if role is not None else "-", _LONGEST_ROLE)
        yield (
            f"{title:<{_LONGEST_TITLE}}  {name:<{_LONGEST_ROLE}}"
            f"  {row.sentences:>9}  {row.sentences_with_facts:>10}"
        )
        if section.kinds:
            yield from _wrapped("    took: ", _counted(section.kinds))
        yield from (f"    no rule took: {_short(text, _LONGEST_LINE)}" for text in row.unread)


def _with_facts(report: ReportFacts) -> Sequence[_Section]:
    """The sections in printed order, with the facts whose evidence stands in them.

    Several sections may have one title: the facts are laid out along the sections in order.
    """
    sections = [_Section(_merged(list(rows))) for _, rows in groupby(report.coverage, _title)]
    place = 0
    for fact in sorted(report.facts, key=_start):
        title = fact.evidence[0].section or sections[0].coverage.section if sections else ""
        ahead = (i for i in range(place, len(sections)) if sections[i].coverage.section == title)
        found = next(ahead, None)
        if found is None:
            behind = (i for i in range(place) if sections[i].coverage.section == title)
            found = max(behind, default=None)
        else:
            place = found
        if found is not None:
            sections[found].kinds[fact.kind] += 1
    return sections


def _title(row: CoverageRow) -> str:
    return row.section


def _start(fact: Fact) -> int:
    return fact.evidence[0].start


def _merged(rows: Sequence[CoverageRow]) -> CoverageRow:
    """Sections of one title, one behind the other, as one."""
    return replace(
        rows[0],
        sentences=sum(row.sentences for row in rows),
        sentences_with_facts=sum(row.sentences_with_facts for row in rows),
        unread=tuple(text for row in rows for text in row.unread),
    )


def _counted(kinds: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))


def _wrapped(head: str, text: str) -> Iterator[str]:
    """A line with its further lines set in as far as its head is long."""
    line = head
    for word in text.split(" "):
        if len(line) + len(word) > _LONGEST_LINE and line.strip() != head.strip():
            yield line.rstrip()
            line = " " * len(head)
        line += word + " "
    yield line.rstrip()


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
