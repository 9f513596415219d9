"""HTML: what is document and what is page around it, one small page for each trap."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yotgraph.errors import ReadingError
from yotgraph.reading import BlockKind, Document, read_bytes
from yotgraph.reading import html as reader


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def source(body: str) -> str:
    return reader.html_text(page(body), "page.html")


def read(body: str) -> Document:
    return read_bytes(page(body), "page.html")


def cells(document: Document) -> list[list[str]]:
    rows = (block for block in document.blocks if block.kind is BlockKind.ROW)
    return [[document.slice(cell) for cell in row.cells] for row in rows]


# -- what is no document ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "around",
    [
        "<script>document.write('<p>Overall rating: Outstanding</p>')</script>",
        "<style>p::before {content: 'Good'}</style>",
        "<nav><a href='/'>Published reports</a></nav>",
        "<header><p>Justice Inspectorates</p></header>",
        "<footer><p>All content is available under the Open Government Licence</p></footer>",
        "<div class='cookie-banner'><p>We use cookies.</p></div>",
        "<div role='navigation'>Menu</div>",
        "<p hidden>Draft</p>",
        "<p style='display: none'>Draft</p>",
        "<span aria-hidden='true'>★</span>",
        "<div class='publication-licence'><p>© Crown copyright 2020</p></div>",
        "<ol class='govuk-breadcrumbs'><li><a href='/'>Home</a></li></ol>",
        "<a class='govuk-skip-link' href='#main'>Skip to main content</a>",
        "<p><a href='#top'>Back to top</a></p>",
        "<p><a href='#contents'>↑ Back to contents</a></p>",
        "<p><a href='#'>Return to the top of the page ⬆</a></p>",
        "<p>(<a href='#'>Back to top</a>)</p>",
        "<ul><li><a href='#a'>Foreword</a></li><li><a href='#b'>Ratings</a></li></ul>",
        "<!-- Reviewed in January 2019 -->",
        "<button>Print</button><select><option>2019</option></select>",
    ],
)
def test_what_stands_around_a_document_is_left_out(around: str) -> None:
    assert source(f"{around}<p>Case managers knew the children well.</p>") == (
        "Case managers knew the children well."
    )


def test_the_main_part_is_the_document() -> None:
    body = "<div>Latest news of January 2020</div><main><h1>A report</h1><p>Words.</p></main>"
    assert source(body) == "# A report\n\nWords."


def test_an_empty_main_part_is_none() -> None:
    assert source("<main></main><p>Words.</p>") == "Words."


# -- blocks -----------------------------------------------------------------------------------


def test_headings_keep_their_levels() -> None:
    document = read("<h1>Overall <em>findings</em></h1><h3>Staff</h3><p>Words.</p>")
    assert [(b.text, b.level) for b in document.blocks[:2]] == [
        ("Overall findings", 1),
        ("Staff", 3),
    ]


def test_a_bold_paragraph_is_a_heading_without_a_level() -> None:
    heading, paragraph = read("<p><b>Key strengths</b></p><p>Some <b>bold</b> words.</p>").blocks
    assert (heading.kind, heading.marked, heading.level) == (BlockKind.HEADING, True, None)
    assert paragraph.text == "Some bold words."


def test_line_breaks_keep_lines_apart() -> None:
    assert source("<p>1 Bridge Street<br>Manchester<br/></p>") == "1 Bridge Street\nManchester"


def test_lists_have_signs_and_numbers() -> None:
    body = "<ul><li>First</li><li><p>Second</p></li></ul><ol start='4'><li>Fourth<li>Fifth</ol>"
    assert source(body).split("\n\n") == ["- First", "- Second", "4. Fourth", "5. Fifth"]


def test_a_list_in_a_list_gives_its_own_items() -> None:
    body = "<ul><li>First<ul><li>Inner</li></ul></li><li>Second</li></ul>"
    assert source(body).split("\n\n") == ["- First", "- Inner", "- Second"]


def test_text_that_looks_like_mark_up_reads_as_it_stands() -> None:
    body = "<p>4 * 5 * 6, [a](b) &lt;b&gt; R&amp;amp;D and # 5</p><p># 5 is no heading</p>"
    document = read(body)
    assert [block.text for block in document.blocks] == [
        "4 * 5 * 6, [a](b) <b> R&amp;D and # 5",
        "# 5 is no heading",
    ]
    assert document.blocks[1].kind is not BlockKind.HEADING or not document.blocks[1].marked


def test_italics_are_kept() -> None:
    document = read("<p>As in <cite>The Work <i></i>of</cite><i> Teams</i>, 2015.</p>")
    assert [document.slice(span) for span in document.emphasis] == ["The Work of Teams"]


# -- tables -----------------------------------------------------------------------------------


def test_a_table_gives_rows() -> None:
    body = """<table><thead><tr><th>Standards and key questions<th>Rating and % yes</thead>
    <tbody><tr><td><p>2.1. Assessment</p> <p>Assessment is well-informed.</p></td><td>Good</td></tr>
    <tr><td>2.1.1. Does it?<br>Yes?</td><td>84%</td></tr></tbody></table>"""
    assert cells(read(body)) == [
        ["Standards and key questions", "Rating and % yes"],
        ["2.1. Assessment Assessment is well-informed.", "Good"],
        ["2.1.1. Does it? Yes?", "84%"],
    ]


def test_cells_over_columns_and_rows_leave_others_empty() -> None:
    body = """<table><tr><td rowspan="2">2.1</td><td>Assessment</td><td>Good</td></tr>
    <tr><td colspan="2">Well-informed.</td></tr><tr><td>2.2</td><td>Planning</td><td>Good</td></tr>
    </table>"""
    assert cells(read(body)) == [
        ["2.1", "Assessment", "Good"],
        ["", "Well-informed.", ""],
        ["2.2", "Planning", "Good"],
    ]


def test_a_picture_stands_in_for_the_words_of_a_cell() -> None:
    body = """<table><tr><td>Staff</td><td><img alt="A green circle: 'Good'"></td></tr>
    <tr><td>Planning</td><td>Inadequate <img alt="A circle"></td></tr></table>"""
    assert cells(read(body)) == [["Staff", "A green circle: 'Good'"], ["Planning", "Inadequate"]]


@pytest.mark.parametrize(
    "table",
    [
        "<table role='presentation'><tr><td><p>One.</p></td><td><p>Two.</p></td></tr></table>",
        "<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>",
        "<table><tr><td><table><tr><td>One.</td></tr></table></td><td>Two.</td></tr></table>",
    ],
)
def test_a_table_that_only_lays_out_a_page_is_none(table: str) -> None:
    assert source(table).split("\n\n") == ["One.", "Two."]


def test_a_table_within_one_that_lays_out_a_page_gives_rows() -> None:
    inner = "<table><tr><td>1.2 Staff</td><td>Good</td></tr></table>"
    outer = (
        f"<table><tr><td>Home</td><td>About</td></tr><tr><td colspan=2>{inner}</td></tr></table>"
    )
    assert cells(read(outer)) == [["1.2 Staff", "Good"]]


def test_a_caption_stands_before_its_table() -> None:
    rows = "<tr><th>1.2 Staff</th><td>Good</td></tr>"
    table = f"<table><caption>Ratings of the service</caption>{rows}</table>"
    assert source(table) == "Ratings of the service\n\n1.2 Staff\tGood"


def test_a_list_of_definitions_is_a_table() -> None:
    body = "<dl><dt>YOT</dt><dd>Youth <p>Offending Team</p></dd><dt>YJB</dt><dd>A board</dd></dl>"
    assert cells(read(body)) == [["YOT", "Youth Offending Team"], ["YJB", "A board"]]


# -- footnotes --------------------------------------------------------------------------------

ENDNOTES = """<p>The rate<sup id="fnref:1"><a href="#fn:1" rel="footnote">[footnote 1]</a></sup> fell.</p>
<p>Other words.</p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1">
<p>Published in 2015. <a href="#fnref:1" role="doc-backlink">&#8617;</a></p></li></ol></div>"""
SAVED_BY_WORD = """<p>The rate<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> fell.</p>
<p>Other words.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a>
Published in 2015.</p></div>"""
PASTED_FROM_WORD = """<p>The rate<a href="#_ftn1" name="_ftnref1">[1]</a> fell.</p>
<p>Other words.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> Published in 2015.</p>"""
DOC_ROLES = """<p>The rate<a role="doc-noteref" href="#n1">1</a> fell.</p><p>Other words.</p>
<aside id="n1" role="doc-footnote">1. Published in 2015.</aside>"""


@pytest.mark.parametrize("body", [ENDNOTES, SAVED_BY_WORD, PASTED_FROM_WORD, DOC_ROLES])
def test_a_note_stands_behind_the_paragraph_of_its_mark(body: str) -> None:
    assert source(body).split("\n\n") == [
        "The rate<sup>1</sup> fell.",
        "<sup>1</sup> Published in 2015.",
        "Other words.",
    ]
    document = read(body)
    assert [(mark.label, document.text[: mark.position]) for mark in document.marks] == [
        ("1", "The rate")
    ]


def test_a_note_of_a_table_stands_behind_it() -> None:
    body = """<table><tr><td>Rate<sup><a href="#n1">1</a></sup></td><td>31%</td></tr>
    <tr><td>Other</td><td>30%</td></tr></table><ol><li id="n1">A note.</li></ol>"""
    assert source(body) == "Rate<sup>1</sup>\t31%\nOther\t30%\n\n<sup>1</sup> A note."


def test_two_marks_of_one_note_have_it_once() -> None:
    body = """<p>One<sup><a href="#n1">1</a></sup> and two<sup><a href="#n1">1</a></sup>.</p>
    <p id="n1">A note.</p>"""
    assert source(body) == "One<sup>1</sup> and two<sup>1</sup>.\n\n<sup>1</sup> A note."


def test_a_link_to_a_section_is_no_mark() -> None:
    body = """<p>See section <a href="#s2">2</a>.</p><div id="s2"><p>Words.</p></div>"""
    assert source(body).split("\n\n") == ["See section 2.", "Words."]


# -- characters -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset=windows-1252>", "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", "cp1252"),
        ("<meta charset='iso-8859-2'>", "iso-8859-2"),
        ("<meta charset='utf-8'>", "cp1252"),
        ("<meta charset='of-our-own'>", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_a_page_in_each_encoding(declared: str, encoding: str) -> None:
    text = page("<p>Caf\u00e9 \u00f4</p>", declared).decode()
    assert reader.html_text(text.encode(encoding), "page.html") == "Caf\u00e9 \u00f4"


def test_a_page_without_words_is_named() -> None:
    with pytest.raises(ReadingError, match=r"^app\.html: a page without words; it may fill itself"):
        reader.html_text(page("<div id='app'></div><script>start()</script>"), "app.html")


def test_a_page_of_many_levels_ends() -> None:
    deep = "<div>" * 500 + "<p>Words.</p>"
    assert source(deep) == "Words."


def test_a_very_large_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST_CHARACTERS", 100)
    with pytest.raises(ReadingError, match="more text than any report's"):
        source("<p>Words of a page.</p>" * 10)


# -- any page at all --------------------------------------------------------------------------

TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "dl",
        "dt",
        "dd",
        "sup",
        "a",
        "em",
        "b",
        "br",
        "img",
        "pre",
        "span",
        "section",
        "main",
        "nav",
        "form",
        "thead",
        "tbody",
        "caption",
        "header",
        "footer",
        "article",
        "figure",
        "blockquote",
    ]
)


@pytest.mark.parametrize("tag", ["<div>", "<ul><li>", "<table><tr><td>", "<span>"])
def test_what_is_nested_without_end_is_refused_before_it_takes_long(tag: str) -> None:
    deep = page(tag * 50_000 + "Context")
    with pytest.raises(ReadingError, match="^deep.html: elements nested more than 512 deep"):
        read_bytes(deep, "deep.html")


def test_tags_that_others_close_are_not_nested() -> None:
    document = read_bytes(page("<p>The work was good." * 600 + "<ul>" + "<li>item" * 600), "a.html")
    assert len(document.blocks) == 1200


ATTRIBUTES = st.sampled_from(
    ["", " id='n1'", " href='#n1'", " class='footnote'", " role='presentation'", " colspan='3'",
     " rowspan='2'", " hidden", " start='7'", " value='x'", " name='n1'", " alt='Good'"]
)  # fmt: skip
WORDS = st.text(max_size=12)
PIECES = st.one_of(
    st.builds(lambda tag, more: f"<{tag}{more}>", TAGS, ATTRIBUTES),
    st.builds("</{}>".format, TAGS),
    WORDS,
    st.sampled_from(["1", "[1]", "&nbsp;", "&lt;b&gt;", "**", "# ", "- ", "\t", "\f"]),
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40))
def test_any_tags_give_a_document_or_one_line(pieces: list[str]) -> None:
    content = page("".join(pieces)).decode().encode("utf-8", errors="replace")
    document = read_or_refuse(content)
    if isinstance(document, Document):
        assert len(document.offsets) == len(document.text)
        assert all(0 <= place < len(document.source) for place in document.offsets)
    else:
        assert "\n" not in document


def read_or_refuse(content: bytes) -> Document | str:
    try:
        return read_bytes(content, "any.html")
    except ReadingError as refused:
        return str(refused)
