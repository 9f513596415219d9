"""Feeds the readers files that a coverage-guided fuzzer makes up, and waits for a crash or a hang.

Run by hand, for as long as there is patience; it needs ``pip install atheris``::

    python benchmarks/fuzz_readers.py FORM -max_total_time=600 -timeout=20

FORM is ``pdf``, ``html``, ``word`` or ``text``. The five reports in that form (``tests/forms/made``)
and the small documents (``tests/documents``) are where it begins. Whatever the bytes are, a
reader gives a document or raises ``ReadingError``; anything else stops the run, and libFuzzer
leaves the file that did it. The readers run in this process here, not in a child of their
own, so that a crash in PDFium or Lexbor shows as well.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "graph"), str(ROOT)]

with atheris.instrument_imports(include=["yotgraph.reading"]):
    from yotgraph.errors import ReadingError
    from yotgraph.reading import document, forms, html, isolation, pdf, text, word
    from yotgraph.reading import html_page as _html_page  # noqa: F401
    from yotgraph.reading import pdf_page as _pdf_page  # noqa: F401
    from yotgraph.reading import pdf_text as _pdf_text  # noqa: F401

__all__ = ["main"]

_READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": lambda content: pdf.pdf_text(content, "fuzz.pdf"),
    "html": lambda content: html.html_text(content, "fuzz.html"),
    "word": lambda content: word.word_text(_in_a_package(content), "fuzz.docx"),
    "text": lambda content: forms.source_text(content, "fuzz.txt"),
}
_SUFFIXES = {"pdf": ".pdf", "html": ".html", "word": ".docx", "text": ".txt"}
# Small files are tried many times a second, and reach as much of the code as large ones.
_LONGEST_SEED = 20_000


def _in_a_package(content: bytes) -> bytes:
    """A Word file as it is; other bytes as the main part of one, where a fuzzer gets further."""
    if content.startswith(b"PK"):
        return content
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        package.writestr("word/document.xml", content)
    return memory.getvalue()


def _in_this_process(work: Callable[[], str], name: str, seconds: int = 0) -> str:
    return work()


def _check(read: document.Document) -> None:
    """A document's offsets lead into its source, and its blocks into its text."""
    assert len(read.offsets) == len(read.text)
    assert all(0 <= place < len(read.source) for place in read.offsets)
    assert all(block.span.end <= len(read.text) for block in read.blocks)


def _seeds(form: str) -> Iterable[bytes]:
    suffix = _SUFFIXES[form]
    for folder in (ROOT / "tests" / "forms", ROOT / "tests" / "documents", ROOT / "reports"):
        for path in sorted(folder.rglob(f"*{suffix}")):
            content = path.read_bytes()
            if len(content) <= _LONGEST_SEED:
                yield content
                if form == "word":
                    with zipfile.ZipFile(path) as package:
                        yield package.read("word/document.xml")[:_LONGEST_SEED]
    if form == "pdf":
        from benchmarks.bench_reading import page
        from tests.forms.tiny_pdf import Sheet
        from tests.forms.tiny_pdf import pdf as tiny_pdf

        sheet = Sheet().lines(60, 780, "The reoffending rate", "was 31%.").rule(60, 700, 500, 700)
        yield tiny_pdf(sheet.put(60, 60, "1", 6).put(66, 57, "Published in 2015.", 8).dot(62, 761))
        yield tiny_pdf(page(1), page(2))
        columns = Sheet()
        for place in range(12):
            for left in (60, 320):
                columns.put(left, 760 - 14 * place, "the words of one column of re-")
        yield tiny_pdf(columns.put(60, 560, "1.2 Staff").put(420, 560, "Good"), Sheet(turned=90))


def main() -> None:
    """Fuzzes the reader of one form until libFuzzer's limits end it."""
    form, options = sys.argv[1], sys.argv[2:]
    reader = _READERS[form]
    for module in (html, pdf, word):
        module.isolated = _in_this_process
    assert isolation.isolated is not _in_this_process

    def one_input(content: bytes) -> None:
        try:
            source = reader(content)
            _check(text.read_text(source, "fuzz", "0" * 64))
        except ReadingError:
            return

    with tempfile.TemporaryDirectory(prefix="yotgraph-fuzz-") as folder:
        for number, seed in enumerate(_seeds(form)):
            Path(folder, f"seed-{number}").write_bytes(seed)
        atheris.Setup([sys.argv[0], *options, folder], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
