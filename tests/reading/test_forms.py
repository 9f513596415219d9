"""The same report gives the same facts in whatever form it comes."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from tests.forms.tiny_docx import docx, p
from tests.forms.tiny_pdf import Sheet, pdf

from yotgraph.errors import ReadingError
from yotgraph.extraction import extract
from yotgraph.facts import Fact, ReportFacts
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.verify import selectors
from yotgraph.proof import prove
from yotgraph.reading import Document, read, read_bytes
from yotgraph.reading.forms import Form, form_of, source_text

MADE = Path(__file__).parents[1] / "forms" / "made"
SLUGS = sorted(path.stem for path in MADE.glob("*.docx"))
# What the forms are: a Word file, its PDF with footnotes at the feet of its pages, a web page,
# and that page printed, with the notes at its end; two reports also as a designer sets them.
SUFFIXES = (".docx", ".pdf", ".html", ".printed.pdf")
DESIGNED = ".publisher.pdf"
FILES = sorted(
    (slug, suffix)
    for slug in SLUGS
    for suffix in (*SUFFIXES, DESIGNED)
    if (MADE / f"{slug}{suffix}").exists()
)
# Counted in printed order, which notes at the end of a page change.
NUMBERED = ("citation", "statistic", "partner-mention")


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_text_without_its_line_ends_is_refused(end: str) -> None:
    text = "Context The service was inspected. 1.1. Plans were good. " * 150
    with pytest.raises(ReadingError, match="the whole text is one line"):
        read_bytes(f"{text}{end}".encode(), "crawl.txt")


def test_there_is_something_to_compare() -> None:
    assert len(SLUGS) == 5
    assert len(FILES) == 5 * len(SUFFIXES) + 2
    for slug in SLUGS:
        assert all((MADE / f"{slug}{suffix}").is_file() for suffix in SUFFIXES)


@cache
def made(slug: str, suffix: str) -> Document:
    return read(MADE / f"{slug}{suffix}")


@cache
def facts_of(slug: str, suffix: str) -> ReportFacts:
    return extract(made(slug, suffix))


def stated(fact: Fact) -> str:
    """Everything a fact says, white space folded; not where it stands."""
    values = (
        (field.name, getattr(fact, field.name))
        for field in fields(fact)
        if not field.name.endswith("evidence")
        and not (field.name == "key" and fact.kind in NUMBERED)
    )
    return f"{fact.kind}: {' | '.join(f'{name}={_folded(value)}' for name, value in values)}"


def without_hyphens(facts: Counter[str]) -> Counter[str]:
    """Where a report spells a word both ways (well-being, wellbeing), none can tell which of the
    two a line's end has broken."""
    return Counter(text.replace("-", "") for text in facts.elements())


def _folded(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize(("slug", "suffix"), FILES)
def test_a_report_gives_the_same_facts_in_every_form(
    slug: str, suffix: str, report_facts: Mapping[str, ReportFacts]
) -> None:
    text, other = report_facts[slug], facts_of(slug, suffix)
    assert (other.slug, other.family, other.warnings) == (text.slug, text.family, text.warnings)
    expected, found = Counter(map(stated, text.facts)), Counter(map(stated, other.facts))
    if suffix == DESIGNED:
        expected, found = without_hyphens(expected), without_hyphens(found)
    assert sorted((expected - found).elements()) == []
    assert sorted((found - expected).elements()) == []


@pytest.mark.parametrize(("slug", "suffix"), FILES)
def test_every_quotation_of_every_form_is_proved_by_reading_it_again(
    slug: str, suffix: str
) -> None:
    quads = report_quads(facts_of(slug, suffix), version="0")
    proof = prove(read(MADE / f"{slug}{suffix}"), selectors(quads))
    assert proof.failures == ()
    assert proof.quotations > 50


@pytest.mark.parametrize("slug", SLUGS)
def test_a_pdf_keeps_the_page_of_every_finding(slug: str) -> None:
    report = facts_of(slug, ".pdf")
    pages = [fact.evidence[0].page for fact in report.facts if fact.kind == "finding"]
    assert pages
    assert None not in pages
    assert report.pages is not None
    assert sorted(pages) == pages
    assert 1 <= pages[0] <= pages[-1] <= report.pages


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_file_reads_the_same_twice(suffix: str) -> None:
    content = (MADE / f"{SLUGS[1]}{suffix}").read_bytes()
    assert read_bytes(content, "a").source == read_bytes(content, "b").source


# -- which form a file has --------------------------------------------------------------------

WORD = docx(p("Words."))
PDF = pdf(Sheet().lines(60, 780, "Words enough for a page of a report."))
PAGE = b"<!DOCTYPE html><html><body><p>Words.</p></body></html>"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PDF, Form.PDF),
        (b"\n\n" + PDF, Form.PDF),
        (WORD, Form.WORD),
        (PAGE, Form.HTML),
        (b"\xef\xbb\xbf" + PAGE, Form.HTML),
        (b"\xff\xfe" + PAGE.decode().encode("utf-16-le"), Form.HTML),
        (PAGE.decode().encode("utf-16-be"), Form.HTML),
        (
            b"<?xml version='1.0'?>\n<!-- saved -->\n<html lang='cy'><p>Geiriau</p></html>",
            Form.HTML,
        ),
        (b"<i>To:</i>\tAnn Example\n\n<b>Context</b>", Form.TEXT),
        (b"# Context\n\nThe <html> element", Form.TEXT),
        ("Arolygiad o waith, café".encode("cp1252"), Form.TEXT),
    ],
)
def test_the_bytes_tell_the_form(content: bytes, form: Form) -> None:
    assert form_of(content, "any.name") is form


def packed(name: str, content: bytes) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        package.writestr(name, content)
    return memory.getvalue()


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word file"),
        (b"{\\rtf1 Words}", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "web archive"),
        (b"PK\x03\x04" + b"\0" * 100, "zip file"),
        (packed("mimetype", b"application/vnd.oasis.opendocument.text"), "an OpenDocument file"),
        (packed("xl/workbook.xml", b"<x/>"), "a spreadsheet"),
        (b"MZ" + bytes(range(256)) * 4, "binary file"),
        (b"", "empty"),
        (b"\xff\xfe", "empty"),
    ],
)
def test_a_form_that_is_not_read_is_named_with_advice(content: bytes, advice: str) -> None:
    with pytest.raises(ReadingError, match=f"^report: .*{advice}") as refused:
        source_text(content, "report")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_a_text_reads_in_each_encoding(encoding: str) -> None:
    letters = "Môn: the service’s café" if encoding not in ("latin-1",) else "Môn: the café"
    assert letters in read_bytes(letters.encode(encoding), "report.txt").text


def test_the_name_of_a_file_says_nothing_of_its_form() -> None:
    assert read_bytes(PDF, "report.txt").text.startswith("Words enough")
    assert read_bytes(b"Plain words.", "report.pdf").text == "Plain words."
