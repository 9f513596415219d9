"""How long the network and the site of many reports take, and how large their pages become.

    PYTHONPATH=graph:. python benchmarks/bench_site.py [--reports 1000] [--jobs 2] [--out FOLDER]

The reports are the five, told again of other places. Seconds are of the wall and of the
processors: where other work shares the machine, half of the latter is what two cores take.
Reading and the graph come before and are not counted. Fails where the site takes longer than
60 s or a page is larger than 1 MB, at 1,000 reports and two cores.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.many_reports import write_reports

from yotgraph.building import Options, make_graph, read_reports
from yotgraph.knowledge.names import Names
from yotgraph.publishing.site import write_site
from yotgraph.publishing.site.asking import gather, shown_questions
from yotgraph.texts import ReportTexts

_MOST_SECONDS = 60
_LARGEST_PAGE = 1_000_000


def processor_seconds() -> float:
    """What this process and those that it waited for have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


@contextmanager
def timed(what: str, taken: list[tuple[float, float]]) -> Iterator[None]:
    """Prints and keeps what a step takes."""
    wall, used = time.perf_counter(), processor_seconds()
    yield
    taken.append((time.perf_counter() - wall, processor_seconds() - used))
    print(f"{what}: {taken[-1][0]:.1f} s, {taken[-1][1]:.1f} s of processor", flush=True)


def main() -> None:
    """Makes the corpus, times the site, and measures its pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        paths = write_reports(Path(place) / "reports", options.reports)
        before: list[tuple[float, float]] = []
        with timed("reading", before):
            reading = read_reports(paths, Options(jobs=options.jobs))
        names = Names()
        with timed("graph", before):
            store, quads, _ = make_graph(reading.reports, names)
        print(f"{len(reading.reports)} reports, {len(quads):,} quads", flush=True)
        quads.clear()
        out = options.out or Path(place) / "site"
        taken: list[tuple[float, float]] = []
        with timed("network and answers", taken):
            picture, asked = gather(store, shown_questions(), jobs=options.jobs)
        texts = ReportTexts(reading.texts)
        with timed("pages", taken):
            files = write_site(
                store, texts, out, names, picture=picture, asked=asked, jobs=options.jobs
            )
        sizes = sorted(
            ((path.stat().st_size, path.relative_to(out)) for path in files), reverse=True
        )
        pages = [(size, path) for size, path in sizes if path.suffix == ".html"]
        for size, path in (*pages[:5], *[pair for pair in sizes if pair not in pages][:5]):
            print(f"{size / 1000:,.0f} kB {path}")
        wall, used = (sum(column) for column in zip(*taken, strict=True))
        print(
            f"{len(pages)} pages of {len(files)} files; in all {wall:.1f} s,"
            f" {used:.1f} s of processor"
        )
        if min(wall, used / 2) > _MOST_SECONDS or pages[0][0] > _LARGEST_PAGE:
            sys.exit("too slow or too large")


if __name__ == "__main__":
    main()
