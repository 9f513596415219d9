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
from pathlib import Path

__all__ = ["spread"]

_CHUNK = 16
# What the forks work on; it is set just before they are made, and is theirs from then on.
_shared: list[tuple[Sequence[Callable[[], None]], Callable[[], list[Path]]]] = []


def spread(
    work: Sequence[Callable[[], None]],
    written: Callable[[], list[Path]],
    jobs: int,
    progress: Callable[[int, int], None],
) -> list[Path]:
    """Does all the work and gives the files that other processes wrote.

    ``written`` gives the list of files that a process has written so far.
    """
    # What has been read stays: to search it for garbage again and again would take longer than
    # the work, and would make every fork copy it.
    gc.freeze()
    try:
        if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
            for done, each in enumerate(work, 1):
                each()
                progress(done, len(work))
            return []
        return _in_forks(work, written, jobs, progress)
    finally:
        gc.unfreeze()


def _in_forks(
    work: Sequence[Callable[[], None]],
    written: Callable[[], list[Path]],
    jobs: int,
    progress: Callable[[int, int], None],
) -> list[Path]:
    """Does the work in forks, chunk by chunk."""
    _shared.append((work, written))
    try:
        found: list[Path] = []
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            starts = range(0, len(work), _CHUNK)
            for start, paths in zip(starts, pool.map(_do, starts), strict=True):
                found += paths
                progress(min(start + _CHUNK, len(work)), len(work))
        return found
    finally:
        _shared.pop()


def _do(start: int) -> list[Path]:
    """Does one chunk of the work; gives the files written meanwhile."""
    work, written = _shared[-1]
    before = len(written())
    for each in work[start : start + _CHUNK]:
        each()
    return written()[before:]
