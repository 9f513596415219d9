"""How long files of each form take to read, in CPU seconds, and how much of that is PDFium.

    python benchmarks/bench_reading.py [FILE ...] [--runs 7]

Without a file it makes a PDF of 40 pages, 13,000 words with headings, numbered paragraphs,
footnotes and tables, and takes the forms of the five reports beside it. The least of several
runs is printed: the machine's other work only adds to it. Children's time counts. The aim is
0.3 s for the 40 pages; ``PDFium alone`` is what loading the same pages and their text takes,
so that the ratio holds on other machines.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "graph"), str(ROOT)]

from tests.forms.tiny_pdf import Sheet, pdf  # noqa: E402

from yotgraph.reading import read_bytes  # noqa: E402

TEXT = (
    "Case managers had a good understanding of the children and young people whose cases they"
    " were managing and drew on relevant sources of information to identify what could be done"
    " to reduce the likelihood of reoffending and to keep other people safe from harm"
)
WORDS = TEXT.split()
COLUMNS = 15


def forty_pages() -> bytes:
    """A report of 40 pages with what reports have on theirs."""
    return pdf(*(page(number) for number in range(1, 41)))


def page(number: int) -> Sheet:
    """A page of 330 words."""
    sheet = Sheet().put(60, 810, "Inspection of youth offending services in: Northmoor", 8)
    sheet.put(60, 775, f"{number}. Organisational delivery", 16, "bold")
    y = 750
    for paragraph in range(1, 5):
        words = [WORDS[(paragraph * 7 + place) % len(WORDS)] for place in range(68)]
        lines = [words[start : start + COLUMNS] for start in range(0, len(words), COLUMNS)]
        lines[0].insert(0, f"{number}.{paragraph}.")
        for line in lines:
            sheet.put(60, y, " ".join(line), 10)
            y -= 14
        y -= 8
    sheet.run(60, y, "The reoffending rate", "^1", " was lower.")
    top = y - 30
    for place, rating in enumerate(("Good", "Inadequate", "Outstanding")):
        sheet.put(64, top - 20 * place, f"{number}.{place + 1} Staff").put(
            410, top - 20 * place, rating
        )
    for place in range(4):
        sheet.rule(60, top + 13 - 20 * place, 500, top + 13 - 20 * place)
    for x in (60, 400, 500):
        sheet.rule(x, top + 13, x, top - 47)
    sheet.put(60, 73, "1", 5).put(66, 70, "Published in 2015 by the Ministry of Justice.", 8)
    return sheet.put(290, 30, str(number), 9)


def least(work: Callable[[], object], runs: int) -> float:
    """Seconds of CPU, this process and its children, the least of the runs."""
    work()
    found: list[float] = []
    for _ in range(runs):
        before = _cpu()
        work()
        found.append(_cpu() - before)
    return min(found)


def _cpu() -> float:
    """Seconds of CPU so far, this process and the children that have ended."""
    uses = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def pdfium_alone(content: bytes) -> None:
    """Loads the pages and their text and does nothing with them."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    for number in range(len(document)):
        document[number].get_textpage().get_text_range()
    document.close()


def inputs(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """The files given, or a made one and the forms of the reports."""
    if not paths:
        yield "40 pages, made up (.pdf)", forty_pages()
        paths = sorted((ROOT / "tests" / "forms" / "made").iterdir())
    for path in paths:
        yield path.name, path.read_bytes()


def main() -> None:
    """Prints a line a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    for name, content in inputs(options.files):
        seconds = least(lambda content=content: read_bytes(content, "bench"), options.runs)
        line = f"{name}: {len(content) / 1000:.0f} kB, {seconds:.3f} s"
        if content.startswith(b"%PDF"):
            alone = least(lambda content=content: pdfium_alone(content), options.runs)
            line += f", PDFium alone {alone:.3f} s"
        print(line)


if __name__ == "__main__":
    main()
