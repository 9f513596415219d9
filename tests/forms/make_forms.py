"""Makes the other forms of the five reports: a web page, its print, a Word file, its PDF, and the
text that pdftotext takes out of that.

    python -m tests.forms.make_forms

Needs Chromium, LibreOffice Writer, the Liberation fonts, qpdf and pdftotext; the tests need only the
files that this makes. The Word file and the PDF with footnotes at the feet of its
pages are LibreOffice's, the printed web page is Chromium's: programs that know nothing of
the one under test.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tests.forms.originals import Note, Part, inline_html, parts_of

__all__ = ["HERE", "REPORTS", "main", "title_of"]

HERE = Path(__file__).parent
REPORTS = HERE.parent.parent / "reports"
_STYLE = (
    "body{font:11pt/1.35 'Liberation Sans',sans-serif} td,th{vertical-align:top;padding:3pt 6pt}"
)
_PRINT = (
    "@page{size:A4;margin:25mm 22mm;@top-left{content:'%s';font-size:8pt}"
    "@bottom-right{content:counter(page);font-size:9pt}}"
    "@page:first{@top-left{content:none}}"
    "@media print{.site,.cookies,nav{display:none}}"
)


def _words(parts: Iterable[Part]) -> Iterator[tuple[str, list[Part]]]:
    for kind, group in groupby(parts, key=lambda part: part.kind):
        yield kind, list(group)


class _Page:
    """Parts as HTML. ``mark`` sets a footnote mark, ``bordered`` rules the tables."""

    def __init__(self, mark: str, bordered: bool) -> None:
        self._mark = mark
        self._bordered = bordered

    def body(self, parts: Sequence[Part]) -> str:
        """The whole body."""
        return "\n".join(self._group(kind, group) for kind, group in _words(parts))

    def _inline(self, text: str) -> str:
        return inline_html(text, self._mark)

    def _group(self, kind: str, group: Sequence[Part]) -> str:
        if kind == "row":
            return self._table(group)
        if kind == "item":
            return "<ul>\n" + "".join(f"<li>{self._inline(p.text)}</li>\n" for p in group) + "</ul>"
        if kind == "step":
            first = re.match(r"\d+", group[0].text)
            items = "".join(f"<li>{self._inline(p.text.split(' ', 1)[1])}</li>\n" for p in group)
            return f'<ol start="{first[0] if first else 1}">\n{items}</ol>'
        if kind == "entry":
            return self._contents(group)
        return "\n".join(self._single(part) for part in group)

    def _single(self, part: Part) -> str:
        if part.kind == "heading":
            level = max(1, min(part.level, 4))
            return f"<h{level}>{self._inline(part.text)}</h{level}>"
        if part.kind == "lines":
            bold = part.text.startswith("**")
            lines = "<br>".join(self._inline(line) for line in part.text.strip("*").split("\n"))
            return f"<p>{'<strong>' if bold else ''}{lines}{'</strong>' if bold else ''}</p>"
        return f"<p>{self._inline(part.text)}</p>"

    def _contents(self, group: Sequence[Part]) -> str:
        rows = "".join(f"<li><a href='#top'>{html.escape(p.cells[0])}</a></li>" for p in group)
        return f"<ul>{rows}</ul>"

    def _table(self, rows: Sequence[Part]) -> str:
        return "\n".join(
            self._one_table(list(group))
            for _, group in groupby(rows, key=lambda row: len(row.cells) > 2)
        )

    def _one_table(self, rows: Sequence[Part]) -> str:
        width = max(len(row.cells) for row in rows)
        border = ' border="1" cellspacing="0"' if self._bordered and width else ""
        body = "".join(self._row(row, width) for row in rows)
        return f'<table{border} width="100%">\n{body}</table>'

    def _row(self, row: Part, width: int) -> str:
        cells = [self._inline(cell) for cell in row.cells] + [""] * (width - len(row.cells))
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


class _Print(_Page):
    """For paper: contents with page numbers."""

    def _contents(self, group: Sequence[Part]) -> str:
        return "".join(
            f"<p>{html.escape(p.cells[0])}{'.' * (90 - len(p.cells[0]))} {p.cells[1]}</p>"
            for p in group
        )


def web_page(title: str, parts: Sequence[Part], notes: dict[str, Note]) -> str:
    """A page of a web site, with what sites put around a text."""
    page = _Page(
        '<sup id="mark-{0}"><a href="#note-{0}" role="doc-noteref">[footnote {0}]</a></sup>', False
    )
    bodies = "".join(
        f'<li id="note-{note.label}"><p>{inline_html(note.text)}'
        f' <a href="#mark-{note.label}" role="doc-backlink" aria-label="go to where this is referenced">↩</a></p></li>\n'
        for note in notes.values()
    )
    listed = (
        f'<div class="footnotes" role="doc-endnotes"><ol>\n{bodies}</ol></div>' if notes else ""
    )
    main = page.body(parts).replace("<h2>", '<p><a href="#top">Back to top</a></p>\n<h2>')
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{html.escape(title)}</title>
<style>{_STYLE}{_PRINT % html.escape(title)}</style>
<script>window.dataLayer = ["<p>Overall rating: Outstanding</p>"];</script></head>
<body>
<div class="cookies" role="dialog"><p>We use cookies on this site. <button>Accept</button></p></div>
<header class="site"><a href="#content">Skip to main content</a><p>Justice Inspectorates</p>
<nav><ul><li><a href="/">Home</a></li><li><a href="/reports">Published reports, January 2020</a></li></ul></nav></header>
<main id="content">
{main}
{listed}
</main>
<footer class="site"><p>All content is available under the Open Government Licence v3.0, except where otherwise stated</p>
<p>© Crown copyright</p></footer>
</body>
</html>
"""


def writer_page(title: str, parts: Sequence[Part], notes: dict[str, Note]) -> str:
    """The page as LibreOffice Writer reads it: real footnotes, a running head, page numbers."""
    mark = '<a class="sdfootnoteanc" name="sdfootnote{0}anc" href="#sdfootnote{0}sym"><sup>{0}</sup></a>'
    body = _repeated_marks_plain(_Print(mark, True).body(parts))
    bodies = "".join(
        f'<div id="sdfootnote{note.label}"><p class="sdfootnote">'
        f'<a class="sdfootnotesym" name="sdfootnote{note.label}sym" href="#sdfootnote{note.label}anc">{note.label}</a>'
        f" {inline_html(note.text)}</p></div>\n"
        for note in notes.values()
    )
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{html.escape(title)}</title>
<style>@page{{size:21cm 29.7cm;margin:2cm}} p{{font-family:'Liberation Sans';font-size:11pt;margin-bottom:8pt}}
li,td{{font-family:'Liberation Sans';font-size:11pt}} p.sdfootnote{{font-size:9pt;margin-bottom:2pt}}
h1{{font-family:'Liberation Sans';font-size:18pt}} h2{{font-family:'Liberation Sans';font-size:14pt}}
h3{{font-family:'Liberation Sans';font-size:12pt}} h4{{font-family:'Liberation Sans';font-size:11pt}}</style></head>
<body lang="en-GB">
<div title="header"><p>{html.escape(title)}</p></div>
{body}
{bodies}
<div title="footer"><p align="center"><sdfield type="PAGE" subtype="RANDOM" format="ARABIC">1</sdfield></p></div>
</body>
</html>
"""


def _repeated_marks_plain(body: str) -> str:
    """A mark that comes twice names one note: the second is set as raised digits alone."""
    seen: set[str] = set()

    def plain(match: re.Match[str]) -> str:
        first = match[1] not in seen
        seen.add(match[1])
        return match[0] if first else f"<sup>{match[1]}</sup>"

    return re.sub(r'<a class="sdfootnoteanc" name="sdfootnote(\d+)anc".*?</a>', plain, body)


def title_of(parts: Sequence[Part]) -> str:
    """A running head: what kind of inspection, and where."""
    texts = [part.text for part in parts]
    place = next(
        i for i, text in enumerate(texts) if "nspection of youth" in text or "Screening" in text
    )
    if " in " in texts[place]:
        return f"Short Quality Screening: {texts[place].split(' in ')[-1]}"
    return f"Inspection of youth offending services in: {texts[place + 1]}"


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _with_writer(source: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    soffice = ("soffice", profile, "--headless")
    out = ("--outdir", str(folder))
    _run(*soffice, "--infilter=HTML (StarWriter)", "--convert-to", "odt", *out, str(source))
    made = folder / f"{source.stem}.odt"
    _run(*soffice, "--convert-to", "docx:MS Word 2007 XML", *out, str(made))
    _run(*soffice, "--convert-to", "pdf:writer_pdf_Export", *out, str(made))


def _with_chromium(source: Path, target: Path) -> None:
    _run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--print-to-pdf={target}", source.as_uri(),
    )  # fmt: skip


def _squeeze(source: Path, target: Path) -> None:
    """The same PDF, packed as small as it goes."""
    packing = ("--object-streams=generate", "--recompress-flate", "--compression-level=9")
    _run("qpdf", *packing, str(source), str(target))


def make(report: Path, target: Path) -> None:
    """Every form of one report."""
    parts, notes = parts_of(report.read_text(encoding="utf-8"))
    title = title_of(parts)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        web = target / f"{report.stem}.html"
        web.write_text(web_page(title, parts, notes), encoding="utf-8")
        source = folder / f"{report.stem}.html"
        source.write_text(writer_page(title, parts, notes), encoding="utf-8")
        _with_writer(source, folder)
        shutil.copyfile(folder / f"{report.stem}.docx", target / f"{report.stem}.docx")
        _with_chromium(web, folder / f"{report.stem}.printed.pdf")
        for name in (f"{report.stem}.pdf", f"{report.stem}.printed.pdf"):
            _squeeze(folder / name, target / name)
        _run(
            "pdftotext",
            "-layout",
            str(folder / f"{report.stem}.pdf"),
            str(_laid_out(target, report)),
        )


def _laid_out(target: Path, report: Path) -> Path:
    return target / f"{report.stem}.layout.txt"


def main() -> None:
    """Makes the forms of every report in ``reports/``."""
    target = HERE / "made"
    target.mkdir(exist_ok=True)
    for report in sorted(REPORTS.glob("*.txt")):
        make(report, target)
        print(report.stem, file=sys.stderr)


if __name__ == "__main__":
    main()
