"""Long work without a search for garbage in what it made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["without_searching"]


@contextmanager
def without_searching() -> Iterator[None]:
    """A time without a search for garbage: what has been read stays, and to search it again and
    again would take longer than the work, and would make every fork copy it."""
    was_on = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()
