"""Work spread over processes that share what has been read.

Pages are many and small, and what they are made of is large: the graph and all answers. So the
processes are forks, which begin with all of it in memory; where a system cannot fork, the
work is done in this process. The outcome is the same files either way.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar, cast

from yotgraph.garbage import without_searching

__all__ = ["outcomes", "spread"]

_CHUNK = 16
Outcome = TypeVar("Outcome")
# What the forks of :func:`outcomes` work out.
_asked: list[Sequence[Callable[[], object]]] = []
# What the forks work on; it is set just before they are made, and is theirs from then on.
_shared: list[tuple[Sequence[Callable[[], None]], Callable[[], list[str]]]] = []


def outcomes(work: Sequence[Callable[[], Outcome]], jobs: int) -> list[Outcome]:
    """What each piece of work gives, in their order. They are begun in that order too."""
    with without_searching():
        if jobs < 2 or not _can_fork():
            return [each() for each in work]
        _asked.append(work)
        try:
            context = multiprocessing.get_context("fork")
            with ProcessPoolExecutor(jobs, mp_context=context) as pool:
                found = pool.map(_outcome, range(len(work)))
                # The pool knows no types; each outcome is that of the work in its place.
                return cast("list[Outcome]", list(found))
        finally:
            _asked.pop()


def _outcome(place: int) -> object:
    return _asked[-1][place]()


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def spread(
    work: Sequence[Callable[[], None]],
    written: Callable[[], list[str]],
    jobs: int,
    progress: Callable[[int, int], None],
) -> list[str]:
    """Does all the work and gives the files that other processes wrote.

    ``written`` gives the list of files that a process has written so far.
    """
    with without_searching():
        if jobs < 2 or not _can_fork():
            for done, each in enumerate(work, 1):
                _alone(each)
                progress(done, len(work))
            return []
        return _in_forks(work, written, jobs, progress)


def _alone(work: Callable[[], None]) -> None:
    """Does one piece of work, and clears away what it leaves behind, before that piles up."""
    work()
    gc.collect(0)


def _in_forks(
    work: Sequence[Callable[[], None]],
    written: Callable[[], list[str]],
    jobs: int,
    progress: Callable[[int, int], None],
) -> list[str]:
    """Does the work in forks, chunk by chunk."""
    _shared.append((work, written))
    try:
        found: list[str] = []
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            starts = range(0, len(work), _CHUNK)
            for start, paths in zip(starts, pool.map(_do, starts), strict=True):
                found += paths
                progress(min(start + _CHUNK, len(work)), len(work))
        return found
    finally:
        _shared.pop()


def _do(start: int) -> list[str]:
    """Does one chunk of the work; gives the files written meanwhile."""
    work, written = _shared[-1]
    before = len(written())
    for each in work[start : start + _CHUNK]:
        _alone(each)
    return written()[before:]
