"""Word files: styles, lists that count themselves, tables, notes, and what Word hides."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.tiny_docx import bullets, docx, levels, p, r, tbl, tc

from yotgraph.errors import ReadingError
from yotgraph.reading import BlockKind, Document, read_bytes, word_package
from yotgraph.reading import word as reader

LETTERS = levels(3, ("lowerLetter", "(%1)"), ("upperRoman", "%2."), ("decimalZero", "%3"))
SECTIONS = levels(1, ("decimal", "%1."), ("decimal", "%1.%2."), ("lowerRoman", "%3)"))


def source(*body: str, **parts: str) -> str:
    return reader.word_text(docx(*body, **parts), "letter.docx")


def read(*body: str, **parts: str) -> Document:
    return read_bytes(docx(*body, **parts), "letter.docx")


def cells(document: Document) -> list[list[str]]:
    rows = (block for block in document.blocks if block.kind is BlockKind.ROW)
    return [[document.slice(cell) for cell in row.cells] for row in rows]


# -- paragraphs and headings ------------------------------------------------------------------


def test_headings_by_their_styles() -> None:
    body = (p("Report", style="H1"), p("Context", style="H2"), p("Staff", style="Own"), p("Words."))
    assert source(*body) == "# Report\n\n## Context\n\n## Staff\n\nWords."


def test_a_heading_by_its_outline_level() -> None:
    paragraph = p("Context").replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="2"/>')
    assert source(paragraph, p("Words.")) == "### Context\n\nWords."


def test_a_style_based_on_itself_ends() -> None:
    assert source(p("Words.", style="Loop")) == "Words."


def test_a_bold_paragraph_is_a_heading_without_a_level() -> None:
    bold = p(r("Key ", "<w:b/>"), r("strengths", "<w:b/>"))
    not_bold = p(r("Some ", "<w:b/>"), r("words.", '<w:b w:val="0"/>'))
    assert source(bold, not_bold) == "**Key strengths**\n\nSome words."


def test_italics_are_kept_from_runs_and_styles() -> None:
    body = p("As in ", r("The Work", "<w:i/>"), r(" of Teams", '<w:rStyle w:val="Emphasis"/>'), ".")
    document = read(body)
    assert [document.slice(span) for span in document.emphasis] == ["The Work of Teams"]


def test_tabs_and_line_breaks_stay() -> None:
    tab, line = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
    assert source(p(tab, "To:", tab, tab, "Ann Example", tab)) == "To:\tAnn Example"
    assert source(p("1 Bridge Street", line, "Manchester")) == "1 Bridge Street\nManchester"


def test_hyphens_and_symbols() -> None:
    body = p("re<w:softHyphen/>") if False else p(
        "<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>being re</w:t><w:softHyphen/><w:t>port</w:t>"
        '<w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )  # fmt: skip
    assert source(body) == "well-being report•"


def test_what_word_no_longer_shows_is_left_out() -> None:
    body = p(
        "Good",
        f"<w:del>{r('Inadequate').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{r(' work')}</w:ins>",
        f"<w:moveFrom>{r(' gone')}</w:moveFrom>",
        r(" hidden", "<w:vanish/>"),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>',
        '<w:hyperlink w:anchor="x">' + r(" linked") + "</w:hyperlink>",
    )
    assert source(body) == "Good work linked"


def test_content_that_comes_twice_is_read_once() -> None:
    box = f"<w:pict><w:txbxContent>{p('In a box.')}</w:txbxContent></w:pict>"
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert source(p("Words.", twice)) == "Words.\n\nIn a box."


def test_content_controls_are_looked_into() -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Words.')}</w:sdtContent></w:sdt>"
    assert source(body) == "Words."


def test_a_table_of_contents_has_leaders() -> None:
    entry = p("Foreword", "<w:r><w:tab/></w:r>", "4", style="TOC1")
    (block,) = read(entry).blocks
    assert block.kind is BlockKind.CONTENTS


# -- lists ------------------------------------------------------------------------------------


def test_lists_count_themselves() -> None:
    body = (
        p("Reducing reoffending", style="H2", list_number=1),
        p("First.", list_number=1, level=1),
        p("Second.", list_number=1, level=1),
        p("Deeper.", list_number=1, level=2),
        p("Protecting the public", style="H2", list_number=1),
        p("Third.", list_number=1, level=1),
    )
    assert source(*body, numbering=SECTIONS).split("\n\n") == [
        "## 1. Reducing reoffending",
        "1.1. First.",
        "1.2. Second.",
        "i) Deeper.",
        "## 2. Protecting the public",
        "2.1. Third.",
    ]
    document = read(*body, numbering=SECTIONS)
    assert [block.number for block in document.blocks][1:3] == ["1.1", "1.2"]


def test_other_forms_of_numbers() -> None:
    body = (
        p("A.", list_number=3),
        p("B.", list_number=3, level=1),
        p("C.", list_number=3, level=2),
    )
    assert source(*body, numbering=LETTERS).split("\n\n") == ["(a) A.", "I. B.", "01 C."]


def test_a_list_begins_anew_where_it_says_so() -> None:
    again = (
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = (p("One.", list_number=1), p("Two.", list_number=1), p("One again.", list_number=9))
    assert source(*body, numbering=SECTIONS + again).split("\n\n")[-1] == "1. One again."


def test_signs_make_items() -> None:
    document = read(p("First.", list_number=2), p("Second.", list_number=2), numbering=bullets(2))
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.ITEM, "First."),
        (BlockKind.ITEM, "Second."),
    ]


@pytest.mark.parametrize("number", ["0", "77", "x"])
def test_a_list_that_is_not_there_numbers_nothing(number: str) -> None:
    paragraph = p("Words.", list_number=1).replace('numId w:val="1"', f'numId w:val="{number}"')
    assert source(paragraph, numbering=SECTIONS) == "Words."


# -- tables -----------------------------------------------------------------------------------


def test_a_table_gives_rows() -> None:
    table = tbl(("1.1. Governance", "Good"), (tc("1.1.1. Is there", "a vision?"), "84%"))
    assert cells(read(table)) == [["1.1. Governance", "Good"], ["1.1.1. Is there a vision?", "84%"]]


def test_merged_cells_leave_others_empty() -> None:
    wide = tc("Well-informed.", properties='<w:gridSpan w:val="2"/>')
    first = tc("2.1", properties='<w:vMerge w:val="restart"/>')
    below = tc("ignored", properties="<w:vMerge/>")
    assert cells(read(tbl((first, "Assessment", "Good"), (below, wide)))) == [
        ["2.1", "Assessment", "Good"],
        ["", "Well-informed.", ""],
    ]


def test_questions_in_cells_keep_the_numbers_that_word_counts() -> None:
    numbering = levels(4, ("decimal", "1.1.%1."))
    cell = tc(
        p("Governance"), p("Is there a vision?", list_number=4), p("Is it led?", list_number=4)
    )
    assert cells(read(tbl((cell, "Good")), numbering=numbering)) == [
        ["Governance 1.1.1. Is there a vision? 1.1.2. Is it led?", "Good"]
    ]


def test_a_picture_stands_in_for_the_words_of_a_cell() -> None:
    drawing = (
        '<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" descr="A green circle: Good"/></w:drawing></w:r>'
    )
    assert cells(read(tbl(("Staff", tc(p(drawing)))))) == [["Staff", "A green circle: Good"]]


def test_a_table_within_one_that_lays_out_a_page_gives_rows() -> None:
    letterhead = tbl(("To:", "Ann Stone"), ("From:", "Bea Wood"))
    document = read(tbl((tc(letterhead, p("")), tc("HM Inspectorate", "Manchester M3 3FX"))))
    assert cells(document) == [["To:", "Ann Stone"], ["From:", "Bea Wood"]]
    assert document.blocks[-1].text == "Manchester M3 3FX"


def test_a_table_of_one_column_frames_a_text() -> None:
    assert source(tbl((tc(p("Context", style="H1"), p("Words.")),))) == "# Context\n\nWords."


# -- notes ------------------------------------------------------------------------------------

MARK = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{}Reference w:id="{}"/></w:r>'
NOTES = "".join(
    f'<w:{{kind}} w:id="{number}"{kind}>{p("<w:r><w:footnoteRef/></w:r>", text)}</w:{{kind}}>'
    for number, kind, text in (
        (-1, ' w:type="separator"', ""),
        (2, "", " Published in 2015."),
        (3, "", " Another."),
    )
)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_behind_the_paragraph_of_its_mark(kind: str) -> None:
    body = (p("The rate", MARK.format(kind, 2), " fell."), p("Other", MARK.format(kind, 3), "."))
    notes = {f"{kind}s": NOTES.format(kind=kind)}
    assert source(*body, **notes).split("\n\n") == [
        "The rate<sup>1</sup> fell.",
        "<sup>1</sup> Published in 2015.",
        "Other<sup>2</sup>.",
        "<sup>2</sup> Another.",
    ]


def test_a_note_of_a_table_stands_behind_it() -> None:
    table = tbl((tc(p("Rate", MARK.format("footnote", 2))), "31%"), ("Other", "30%"))
    assert source(table, footnotes=NOTES.format(kind="footnote")) == (
        "Rate<sup>1</sup>\t31%\nOther\t30%\n\n<sup>1</sup> Published in 2015."
    )


@pytest.mark.parametrize(
    "raised", ['<w:vertAlign w:val="superscript"/>', '<w:position w:val="6"/>']
)
def test_raised_digits_are_marks(raised: str) -> None:
    (mark,) = read(p("The rate", r("12", raised), " fell.")).marks
    assert mark.label == "12"


# -- files that cannot be read ----------------------------------------------------------------


def rewritten(change: str, content: bytes) -> bytes:
    """A Word file with another content in one of its parts."""
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("Words.")))) as old, zipfile.ZipFile(memory, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == change else old.read(name))
    return memory.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (docx(), "a Word file without words"),
        (rewritten("word/document.xml", b"<w:document"), r"word/document\.xml is no valid XML"),
        (
            rewritten("word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
            r"word/document\.xml declares entities",
        ),
        (
            rewritten("word/document.xml", b"<?xml version='1.0' encoding='UTF-4'?><x/>"),
            r"word/document\.xml is no valid XML \(unknown encoding",
        ),
        (rewritten("word/document.xml", b"<x/>"), "a Word file without a body"),
        (docx(p("Words."))[:400], "a zip file without a report|the Word file is broken"),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=f"^letter.docx: (?:{reason})") as refused:
        read_bytes(content, "letter.docx")
    assert "\n" not in str(refused.value)


def test_a_file_that_unpacks_to_much_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "_MOST_BYTES", 1 << 20)
    content = rewritten("word/document.xml", b"<x>" + b" " * (2 << 20) + b"</x>")
    with pytest.raises(ReadingError, match="unpacks to more than 1 MB; no report is so large$"):
        read_bytes(content, "letter.docx")


def test_a_file_of_very_many_levels_ends_in_one_line() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + p("Words.") + "</w:sdtContent></w:sdt>" * 5_000
    with pytest.raises(ReadingError, match="nested deeper than those of any report"):
        source(deep)


def test_the_strict_variant_of_the_standard_reads_too() -> None:
    strict = docx(p("Context", style="H1"), p("Words."))
    memory = io.BytesIO()
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(io.BytesIO(strict)) as old, zipfile.ZipFile(memory, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name, content.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    assert read_bytes(memory.getvalue(), "strict.docx").source == "# Context\n\nWords."


# -- any body at all --------------------------------------------------------------------------

NAMES = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "pPr",
    "rPr",
    "numPr",
    "hyperlink",
    "txbxContent",
    "drawing",
    "br",
    "tab",
    "footnoteReference",
]
ATTRIBUTES = ["", ' w:val="1"', ' w:val="x"', ' w:id="2"', ' w:type="page"', ' w:char="F0B7"']
TREES = st.recursive(
    st.text(
        st.characters(codec="utf-8", exclude_characters="<&", exclude_categories=["Cc", "Cs"]),
        max_size=8,
    ),
    lambda inner: st.builds(
        lambda name, attribute, children: f"<w:{name}{attribute}>{''.join(children)}</w:{name}>",
        st.sampled_from(NAMES),
        st.sampled_from(ATTRIBUTES),
        st.lists(inner, max_size=5),
    ),
    max_leaves=30,
)


@settings(max_examples=150)
@given(st.lists(TREES, max_size=6))
def test_any_body_gives_a_document_or_one_line(trees: list[str]) -> None:
    content = docx(*trees, numbering=SECTIONS, footnotes=NOTES.format(kind="footnote"))
    try:
        outcome = read_bytes(content, "any.docx").source
    except ReadingError as refused:
        outcome = str(refused)
    assert outcome
    assert re.search(r"[^\W\d_]", outcome)
