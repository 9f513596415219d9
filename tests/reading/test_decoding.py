"""Bytes to characters: encodings told apart, empty and binary files refused in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yotgraph.errors import ReadingError
from yotgraph.reading.decoding import decode

TEXT = "Ynys Wen – ‘good’ work\tcafé ¹\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "utf-8 with a mark",
        "utf-16 le",
        "utf-16 be",
        "utf-16 le without a mark",
        "utf-16 be without a mark",
        "windows-1252",
    ],
)
def test_every_encoding_gives_the_same_characters(content: bytes) -> None:
    assert decode(content, "a.txt") == TEXT


def test_latin_1_letters_are_read() -> None:
    assert decode("Môn ¹ é ü".encode("latin-1"), "a.txt") == "Môn ¹ é ü"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(ends: str) -> None:
    text = f"one{ends}two{ends}"
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("content", [b"", b"  \n\t\r\n ", b"\n"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(ReadingError, match=r"^a\.txt: the file is empty; ") as caught:
        decode(content, "a.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\x00\x01\x02 stream",
        b"PK\x03\x04\x14\x00\x06\x00",
        bytes(range(256)) * 4,
        b"text with \x00 in it",
        b"\x01\x02\x03\x04 much noise",
    ],
)
def test_a_binary_file_is_refused(content: bytes) -> None:
    with pytest.raises(ReadingError, match=r"^a\.pdf: this is a binary file, not text; ") as caught:
        decode(content, "a.pdf")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfea", b"\xef\xbb\xbfab\xff\xfe"])
def test_a_broken_mark_is_named_with_its_place(content: bytes) -> None:
    with pytest.raises(ReadingError, match=r"^a\.txt: not valid utf-\S+ at byte \d+; "):
        decode(content, "a.txt")


def test_form_feeds_do_not_make_a_file_binary() -> None:
    assert decode(b"one\f\ftwo\x0c", "a.txt") == "one\f\ftwo\f"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_utf_8_comes_back(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8"), "a.txt") == text


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_give_characters_or_one_line(content: bytes) -> None:
    try:
        words = decode(content, "a.txt")
    except ReadingError as refused:
        words = str(refused).removeprefix("a.txt: ")
        is_line = words != str(refused) and "\n" not in words
    else:
        is_line = True
    assert is_line
    assert words
