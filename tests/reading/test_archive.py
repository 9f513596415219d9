"""Inputs: files, folders, zip files, standard input; a URL is refused."""

from __future__ import annotations

import hashlib
import io
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from yotgraph.building import Options, read_reports
from yotgraph.corpus import find_reports
from yotgraph.errors import ReadingError, UsageError
from yotgraph.reading import archive, content_of, read
from yotgraph.reading.archive import is_archive, is_member, members

LETTER = Path(__file__).parents[1] / "documents" / "small-letter.txt"


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A zip file with two reports and other things."""
    path = tmp_path / "reports.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packing:
        packing.writestr("2015/letter.txt", LETTER.read_bytes())
        packing.writestr("2018/report.md", "# Context\n\nWords.")
        packing.writestr("2018/picture.png", b"\x89PNG")
        packing.writestr("__MACOSX/2015/._letter.txt", b"\0")
        packing.writestr("../outside.txt", "Outside.")
        packing.writestr("README.txt", "Read me.")
    return path


def test_a_zip_file_is_walked(packed: Path) -> None:
    found = find_reports([packed])
    assert [path.relative_to(packed).as_posix() for path in found] == [
        "2015/letter.txt",
        "2018/report.md",
    ]
    assert [path.exists() for path in found] == [False] * 2
    document = read(packed / "2015/letter.txt")
    assert document.name == "letter.txt"
    assert document.sha256 == hashlib.sha256(LETTER.read_bytes()).hexdigest()
    assert document.text == read(LETTER).text


def test_a_zip_file_in_a_folder_is_walked(packed: Path) -> None:
    (packed.parent / "letter.txt").write_bytes(LETTER.read_bytes())
    names = [path.name for path in find_reports([packed.parent])]
    assert names == ["letter.txt", "letter.txt", "report.md"]


def test_a_member_is_an_input_of_its_own(packed: Path) -> None:
    member = packed / "2018" / "report.md"
    assert is_member(member)
    assert find_reports([member]) == [member]
    assert content_of(member) == b"# Context\n\nWords."


def test_a_member_that_is_not_there_is_named(packed: Path) -> None:
    with pytest.raises(ReadingError, match=r"none\.txt: no such file in .*reports\.zip"):
        content_of(packed / "none.txt")


def test_a_zip_file_without_reports_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pictures.zip"
    with zipfile.ZipFile(path, "w") as packing:
        packing.writestr("picture.png", b"\x89PNG")
    with pytest.raises(UsageError, match=r"pictures\.zip: no report in this zip file"):
        find_reports([path])


def test_a_zip_file_within_a_zip_file_is_named(packed: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer.zip"
    with zipfile.ZipFile(outer, "w") as packing:
        packing.write(packed, "2015/reports.zip")
    (inner,) = find_reports([outer])
    with pytest.raises(ReadingError, match=r"within a zip file; unpack outer\.zip and give"):
        read(inner)


def test_a_broken_zip_file_spoils_no_other(tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    (tmp_path / "letter.txt").write_bytes(LETTER.read_bytes())
    assert find_reports([tmp_path]) == [broken, tmp_path / "letter.txt"]
    with pytest.raises(ReadingError, match=r"^broken\.zip: a zip file without a report"):
        read(broken)


def test_a_locked_member_is_named(packed: Path) -> None:
    content = bytearray(packed.read_bytes())
    # The first bit of a member's flags says that it is encrypted, in both of its headers.
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(sign)
        while start >= 0:
            flags = struct.unpack_from("<H", content, start + place)[0]
            struct.pack_into("<H", content, start + place, flags | 1)
            start = content.find(sign, start + 4)
    packed.write_bytes(content)
    with pytest.raises(
        ReadingError, match=r"letter\.txt: cannot be unpacked .*unpack reports\.zip"
    ):
        content_of(packed / "2015/letter.txt")


def test_a_zip_bomb_ends_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_BYTES", 1 << 20)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("report.txt", b" " * (8 << 20))
    with pytest.raises(ReadingError, match="more than 1 MB; no report is so large$"):
        content_of(path / "report.txt")


def test_a_very_large_file_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_MOST_BYTES", 1 << 10)
    path = tmp_path / "large.txt"
    path.write_bytes(b" " * 2000)
    with pytest.raises(ReadingError, match=r"large\.txt: more than 0 MB"):
        content_of(path)


def test_only_zip_files_are_archives(tmp_path: Path) -> None:
    folder = tmp_path / "folder.zip"
    folder.mkdir()
    (folder / "letter.txt").write_bytes(LETTER.read_bytes())
    assert not is_archive(folder)
    assert find_reports([folder]) == [folder / "letter.txt"]
    assert members(tmp_path / "none.zip", lambda path: True) == [tmp_path / "none.zip"]


@pytest.mark.parametrize(
    "url",
    ["https://www.example.org/report.pdf", "http://example.org", "ftp://example.org/a.txt"],
)
def test_a_url_is_refused_with_advice(url: str) -> None:
    with pytest.raises(UsageError, match="fetches nothing; save the report and give its file"):
        find_reports([Path(url)])


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(LETTER.read_bytes())

    monkeypatch.setattr(sys, "stdin", Input)
    archive._standard_input.cache_clear()
    assert find_reports([Path("-")]) == [Path("-")]
    first, second = read(Path("-")), read(Path("-"))
    assert first.name == "-"
    assert first == second
    assert first.text == read(LETTER).text
    archive._standard_input.cache_clear()


def test_one_bad_member_spoils_no_other(packed: Path) -> None:
    reading = read_reports(find_reports([packed]), Options())
    assert [report.file_name for report in reading.reports] == ["letter.txt"]
    assert [line.split(":")[0] for line in reading.failures] == [f"{packed}/2018/report.md"]


def test_saved_pages_and_lock_files_are_no_reports(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    for name in ("page.html", "page_files/frame.html", "~$report.docx", ".hidden.txt"):
        (tmp_path / name).write_text("<html></html>", encoding="utf-8")
    assert find_reports([tmp_path]) == [tmp_path / "page.html"]
