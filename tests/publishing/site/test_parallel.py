"""Work spread over processes."""

from __future__ import annotations

import gc

import pytest

from yotgraph.garbage import without_searching
from yotgraph.publishing.site.parallel import outcomes, spread


def test_outcomes_come_in_the_order_of_the_work() -> None:
    work = [lambda number=number: number * number for number in range(40)]
    assert outcomes(work, 2) == outcomes(work, 1) == [number * number for number in range(40)]


def test_the_search_for_garbage_goes_on_afterwards_even_if_work_fails() -> None:
    def fails() -> None:
        assert not gc.isenabled()
        raise ZeroDivisionError

    with without_searching(), pytest.raises(ZeroDivisionError):
        spread([fails], list, 1, lambda done, total: None)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
