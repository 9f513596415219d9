"""How long reading and extraction take, in CPU milliseconds a report.

    python benchmarks/bench_extraction.py [REPORT ...] [--runs 7]

The least of several runs is printed: the machine's other work only adds to it. Vocabularies
are loaded before the first run, as in a build of many reports; what was kept of the sentences
of a run, and what was compiled of a report's own names, is thrown away before the next, since
another report has others. As in a build, no garbage is searched for meanwhile.
"""

from __future__ import annotations

import argparse
import functools
import gc
import re
import time
from pathlib import Path

from yotgraph.corpus import default_inputs, find_reports
from yotgraph.extraction import extract
from yotgraph.reading import read


def forget_sentences() -> None:
    """Empties every cache of bounded size: those of texts. Vocabularies have no bound, and keep
    the expressions that they compiled."""
    re.purge()
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and found.cache_parameters()["maxsize"]:
            found.cache_clear()


def measure(path: Path, runs: int) -> tuple[float, float]:
    """Milliseconds of CPU for reading and for extraction, the least of the runs."""
    reading: list[float] = []
    extraction: list[float] = []
    extract(read(path))
    for _ in range(runs):
        forget_sentences()
        start = time.process_time()
        document = read(path)
        middle = time.process_time()
        extract(document)
        reading.append(middle - start)
        extraction.append(time.process_time() - middle)
    return min(reading) * 1000, min(extraction) * 1000


def main() -> None:
    """Prints a line a report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    gc.disable()
    for path in find_reports(options.reports or default_inputs()):
        reading, extraction = measure(path, options.runs)
        size = path.stat().st_size / 1000
        print(
            f"{path.name}: {size:.0f} kB, reading {reading:.1f} ms, extraction {extraction:.1f} ms"
        )


if __name__ == "__main__":
    main()
