"""A text file to a document, and a file to a text."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yotgraph.errors import ReadingError
from yotgraph.reading import BlockKind, read, read_bytes
from yotgraph.reading.text import read_text


def test_a_document_knows_its_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "northmoor.txt"
    content = "The team was good.\n".encode("utf-16")
    path.write_bytes(content)
    document = read(path)
    assert document.name == "northmoor.txt"
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.text == "The team was good."
    assert document == read_bytes(content, "northmoor.txt")


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(
        ReadingError, match=r"none\.txt: No such file or directory; check the path$"
    ):
        read(tmp_path / "none.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="; check the path$"):
        read(tmp_path)


def test_pages_are_the_last_page() -> None:
    assert read_text("One.\n\fTwo.\n\fThree.", "a", "0").pages == 3
    assert read_text("One.\n\nTwo.", "a", "0").pages is None


def test_the_body_of_a_numbered_block_begins_behind_the_number() -> None:
    document = read_text("1.1. Plans were late.", "a", "0")
    (block,) = document.blocks
    assert block.number == "1.1"
    assert document.slice(block.body).strip() == "Plans were late."


def test_lines_and_cells_of_a_block_are_spans_of_the_text() -> None:
    document = read_text("One line of it\nand another.\n\n| Post |  | Name |", "a", "0")
    paragraph, row = document.blocks
    assert [document.slice(line) for line in paragraph.lines] == ["One line of it", "and another."]
    assert [document.slice(cell) for cell in row.cells] == ["Post", "", "Name"]
    assert row.kind is BlockKind.ROW


def test_a_mark_in_a_joined_paragraph_stands_behind_its_word() -> None:
    source = "The number of cases and the\nrate¹ of the team were both low.\n\n¹ A note."
    document = read_text(source, "a", "0")
    (mark,) = document.marks
    assert document.text[: mark.position].endswith("rate")


@pytest.mark.parametrize("joint", ["¹\n", " ¹ ", " <sup>1</sup>\n"])
def test_a_mark_at_a_lines_end_stands_before_the_space(joint: str) -> None:
    document = read_text(f"The rate was low.{joint}It fell.\n\n¹ A note.", "a", "0")
    (mark,) = document.marks
    assert document.text[: mark.position] == "The rate was low."
    assert document.text.startswith("The rate was low. It fell.")


def test_an_empty_text_has_no_blocks() -> None:
    document = read_text("\n\n---\n", "a", "0")
    assert (document.text, document.blocks) == ("", ())


@given(st.text(alphabet="aA1. -#|*\t\n\f¹<>sup/[]ﬁ\u00a0", max_size=120))
def test_any_text_is_a_document_whose_spans_are_true(source: str) -> None:
    document = read_text(source, "a", "0")
    assert len(document.text) == len(document.offsets)
    for block in document.blocks:
        assert document.slice(block.span) == block.text
        begin, end = document.source_span(block.span)
        assert 0 <= begin < end <= len(source)
    for mark in document.marks:
        assert 0 <= mark.position <= len(document.text)


def test_paragraphs_on_lines_of_their_own_need_no_empty_line_between() -> None:
    long = "Staff were worn out, and eight of the eleven people whom we met told us that they had not been supervised at all in the last two months."
    made = read_text(f"Operational management\n\n{long}\n{long}\nOne line more.\n", "a", "0")
    assert [block.text for block in made.blocks[1:]] == [long, long, "One line more."]
    wrapped = read_text("Staff were worn out.\nEight of those we met said so.\n", "a", "0")
    assert len(wrapped.blocks) == 1
