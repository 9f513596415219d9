"""Work that crashes, never ends, fills the memory or is wrong, set apart."""

from __future__ import annotations

import os
import signal

import pytest

from yotgraph.errors import ReadingError
from yotgraph.reading import isolation
from yotgraph.reading.isolation import isolated


def refuse() -> str:
    raise ReadingError("a.pdf: the PDF is broken; save it anew")


def crash() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def fill_the_memory() -> str:
    return str(len(bytearray(4 << 30)))


def never_end() -> str:
    while True:
        pass


def go_too_deep() -> str:
    return go_too_deep()


def be_wrong() -> str:
    return str(1 // 0)


def test_the_text_comes_back_whole() -> None:
    text = "Môn – \ud83d\ude00 \ud800 " * 50_000
    assert isolated(lambda: text, "a.pdf") == text


def test_a_refusal_comes_back_as_it_is() -> None:
    with pytest.raises(ReadingError, match="^a.pdf: the PDF is broken; save it anew$"):
        isolated(refuse, "a.pdf")


@pytest.mark.parametrize("work", [crash, fill_the_memory, never_end])
def test_what_breaks_the_child_is_one_line_here(work: object) -> None:
    with pytest.raises(ReadingError, match="^a.pdf: reading it failed or took more than 1 seconds"):
        isolated(work, "a.pdf", seconds=1)  # type: ignore[arg-type]


def test_what_is_nested_too_deep_is_said_to_be() -> None:
    with pytest.raises(ReadingError, match="^a.pdf: its parts are nested deeper than those of any"):
        isolated(go_too_deep, "a.pdf")


def test_a_fault_of_the_program_is_not_hidden() -> None:
    with pytest.raises(RuntimeError, match="a.pdf: (?s:.*)be_wrong(?s:.*)ZeroDivisionError"):
        isolated(be_wrong, "a.pdf")


def test_elsewhere_the_work_is_done_in_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation.sys, "platform", "win32")
    assert isolated(lambda: str(os.getpid()), "a.pdf") == str(os.getpid())
