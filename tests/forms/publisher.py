"""Makes PDFs in the manner of a publisher's designer, from the text of two reports.

    python -m tests.forms.publisher

Needs WeasyPrint (``pip install weasyprint``) and the DejaVu fonts; the tests need only the
files that this makes. What a designer does and a word processor does not: a cover that is one
picture; text in two columns, justified, hyphenated and with ligatures; footers that change
sides with the number first on even pages; tables ruled across only, with a coloured circle
beside each rating and the head row printed again on each page; boxes behind practice examples;
footnotes at the feet of pages.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby

from tests.forms.make_forms import HERE, REPORTS, title_of
from tests.forms.originals import Note, Part, inline_html, parts_of

__all__ = ["SLUGS", "main", "publisher_page"]

SLUGS = ("barking-and-dagenham-2018-12", "harrow-2014-11")
_STYLE = """
@page { size: A4; margin: 22mm 18mm 24mm;
  @footnote { border-top: 0.5pt solid #888; padding-top: 3pt } }
@page:left { @bottom-left { content: counter(page) '    %(title)s'; font: 8pt 'DejaVu Sans' } }
@page:right { @bottom-right { content: '%(title)s    ' counter(page); font: 8pt 'DejaVu Sans' } }
@page cover { margin: 0; @bottom-left { content: none } @bottom-right { content: none } }
.cover { page: cover; break-after: page } .cover svg { display: block }
body { font: 9.5pt/1.4 'DejaVu Sans Condensed', sans-serif; text-align: justify; hyphens: auto }
h1 { font-size: 20pt; color: #27408b } h2 { font-size: 14pt; color: #27408b }
h3, h4 { font-size: 11pt } h1, h2, h3, h4, table, .lines { text-align: left; hyphens: manual }
.columns { columns: 2; column-gap: 9mm } p { margin: 0 0 7pt } li { margin-bottom: 3pt }
ul, ol { padding-left: 14pt; margin: 0 0 7pt }
table { width: 100%%; border-collapse: collapse; margin: 4pt 0 10pt }
td, th { border-bottom: 0.7pt solid #aaa; padding: 4pt 6pt; vertical-align: top; text-align: left; font-weight: normal }
td:last-child:not(:first-child) { width: 32%% } .circle { display: inline-block; width: 9pt; height: 9pt; border-radius: 5pt }
.box { background: #e8eef7; padding: 6pt 8pt 1pt; margin-bottom: 7pt }
.note { float: footnote; font: 7.5pt 'DejaVu Sans Condensed'; text-align: left } sup { font-size: 6.5pt; vertical-align: super; line-height: 0 }
.step { padding-left: 14pt; text-indent: -14pt } .entry { text-align: left } .lines { margin-bottom: 7pt }
"""
_COVER = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='210mm' height='297mm' viewBox='0 0 210 297'>"
    "<rect width='210' height='297' fill='#27408b'/><circle cx='150' cy='90' r='70' fill='#4f94cd'/>"
    "<circle cx='60' cy='210' r='45' fill='#87cefa'/></svg>"
)
_COLOURS = {"outstanding": "#2e8b57", "good": "#9acd32", "requires": "#ffa500", "inadequate": "#b22222"}  # fmt: skip
_EXAMPLE = re.compile(r"\**(?:Good|Poor) practice example", re.IGNORECASE)
_SHORTEST_COLUMNS = 1_000
_TEXTS = ("paragraph", "item", "step")


class _Designer:
    def __init__(self, notes: dict[str, Note], columns: bool) -> None:
        self._notes = dict(notes)
        self._columns = columns
        self._boxed = False

    def body(self, parts: Iterable[Part]) -> str:
        """Longer runs of text in columns, everything else over the whole width."""
        made: list[str] = []
        for running, group in groupby(parts, key=lambda part: part.kind in _TEXTS):
            several = list(group)
            text = "\n".join(self._blocks(several))
            long = sum(len(part.text) for part in several) > _SHORTEST_COLUMNS
            columns = running and long and self._columns
            made.append(f"<div class=columns>{text}</div>" if columns else text)
        return "\n".join(made)

    def _blocks(self, parts: Sequence[Part]) -> Iterable[str]:
        for kind, group in groupby(parts, key=lambda part: part.kind):
            several = list(group)
            if kind == "row":
                for _, rows in groupby(several, key=lambda row: len(row.cells)):
                    yield self._table(list(rows))
            elif kind in ("item", "step"):
                yield from self._list(kind, several)
            else:
                yield from map(self._single, several)

    def _inline(self, text: str) -> str:
        marked = inline_html(text, "\x01{0}\x02")
        return re.sub("\x01(\\d+)\x02", self._mark, marked)

    def _mark(self, match: re.Match[str]) -> str:
        """The note itself at its first mark; a second mark is only raised digits."""
        note = self._notes.pop(match[1], None)
        if note is None:
            return f"<sup>{match[1]}</sup>"
        return f"<span class=note>{inline_html(note.text)}</span>"

    def _list(self, kind: str, items: Sequence[Part]) -> Iterable[str]:
        if kind == "step":
            yield from (f"<p class=step>{self._inline(item.text)}</p>" for item in items)
        else:
            yield f"<ul>{''.join(f'<li>{self._inline(item.text)}</li>' for item in items)}</ul>"

    def _single(self, part: Part) -> str:
        if part.kind == "heading":
            level = max(1, min(part.level, 4))
            return f"<h{level}>{self._inline(part.text)}</h{level}>"
        if part.kind == "entry":
            dots = "." * (80 - len(part.cells[0]))
            return f"<p class=entry>{html.escape(part.cells[0])} {dots} {part.cells[1]}</p>"
        if part.kind == "lines":
            bold = part.text.startswith("**")
            lines = "<br>".join(self._inline(line) for line in part.text.strip("*").split("\n"))
            return f"<p class=lines>{f'<b>{lines}</b>' if bold else lines}</p>"
        boxed = " class=box" if _EXAMPLE.match(part.text) else ""
        return f"<p{boxed}>{self._inline(part.text)}</p>"

    def _table(self, rows: Sequence[Part]) -> str:
        head, rest = ("", rows)
        if "key questions" in rows[0].cells[0]:
            head, rest = f"<thead>{self._row(rows[0], 'th')}</thead>", rows[1:]
        return (
            f"<table>{head}<tbody>{''.join(self._row(row, 'td') for row in rest)}</tbody></table>"
        )

    def _row(self, row: Part, tag: str) -> str:
        cells = "".join(f"<{tag}>{self._cell(cell)}</{tag}>" for cell in row.cells)
        return f"<tr>{cells}</tr>"

    def _cell(self, text: str) -> str:
        colour = _COLOURS.get(text.split(" ")[0].lower()) if len(text.split()) < 3 else None
        circle = f"<span class=circle style='background:{colour}'></span> " if colour else ""
        return circle + self._inline(text)


def publisher_page(title: str, parts: Sequence[Part], notes: dict[str, Note], columns: bool) -> str:
    """The page that is set: a cover, then the report."""
    style = _STYLE % {"title": title.replace("'", "’")}
    body = _Designer(notes, columns).body(parts)
    return (
        f"<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><style>{style}</style></head>"
        f"<body><div class=cover>{_COVER}</div>{body}</body></html>"
    )


def main() -> None:
    """Makes the PDFs beside the other forms."""
    import weasyprint

    for slug in SLUGS:
        parts, notes = parts_of((REPORTS / f"{slug}.txt").read_text(encoding="utf-8"))
        page = publisher_page(title_of(parts), parts, notes, columns=slug == SLUGS[0])
        target = HERE / "made" / f"{slug}.publisher.pdf"
        weasyprint.HTML(string=page).write_pdf(target)
        print(slug, file=sys.stderr)


if __name__ == "__main__":
    main()
