"""Processes that answer queries, each with the graph open, and are stopped after a time.

A query that runs in Oxigraph cannot be interrupted, so the time limit ends its process. The next
query finds another that is already there, and a new one takes the place of the one that ended.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, Queue
from threading import Lock

from yotgraph.errors import UsageError, YotgraphError
from yotgraph.knowledge.names import term
from yotgraph.knowledge.selection import base_of
from yotgraph.knowledge.store import open_store
from yotgraph.publishing.server.description import Description, describe
from yotgraph.publishing.server.sparql import Query, Reply, answer, refusal

__all__ = ["Job", "Workers"]

Job = Query | Description
"""What a process is asked to do."""


class _Worker:
    """One process and the line to it. ``base`` is the base IRI of the graph's data."""

    def __init__(self, graph: Path) -> None:
        # A new interpreter: a fork of a program with threads may wait for ever.
        context = multiprocessing.get_context("spawn")
        self._line, far_end = context.Pipe()
        self._process = context.Process(target=_work, args=(far_end, graph), daemon=True)
        self._process.start()
        far_end.close()
        self.base, wrong = self._line.recv()
        if wrong:
            self.stop()
            raise UsageError(wrong)

    def run(self, job: Job, seconds: float) -> Reply | None:
        """The reply, or ``None`` where there was none in time and the process is of no use now."""
        try:
            self._line.send(job)
            if self._line.poll(seconds):
                reply: Reply = self._line.recv()
                return reply
        except (EOFError, OSError):
            # The process ended by itself, as one does that has no memory left.
            return None
        return None

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._line.close()


def _work(line: Connection, graph: Path) -> None:
    """What each process does: opens the graph and answers until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        store = open_store(graph)
        reports = store.quads_for_pattern(None, term("rdf:type"), term("yot:Report"))
        line.send((base_of(reports), None))
    except YotgraphError as wrong:
        line.send((None, str(wrong)))
        return
    while True:
        try:
            job = line.recv()
        except EOFError:
            return
        line.send(answer(store, job) if isinstance(job, Query) else describe(store, job))


class Workers:
    """So many processes for one graph. Raises :class:`UsageError` where there is no graph."""

    def __init__(self, graph: Path, *, number: int, seconds: float) -> None:
        self._make: Callable[[], _Worker] = lambda: _Worker(graph)
        self._seconds = seconds
        self._idle: Queue[_Worker] = Queue()
        self._all: set[_Worker] = set()
        self._lock = Lock()
        for _ in range(number):
            self._add()
        self.base: str = next(iter(self._all)).base

    def _add(self) -> None:
        worker = self._make()
        with self._lock:
            self._all.add(worker)
        self._idle.put(worker)

    def run(self, job: Job) -> Reply:
        """The reply to a job; one that says so where all are busy or the time is over."""
        try:
            worker = self._idle.get(timeout=self._seconds)
        except Empty:
            return refusal(503, "too many queries at once; try again in a while")
        reply = worker.run(job, self._seconds)
        if reply is not None:
            self._idle.put(worker)
            return reply
        with self._lock:
            self._all.discard(worker)
        worker.stop()
        try:
            self._add()
        except UsageError as gone:
            return refusal(503, f"the graph is gone: {gone}")
        return refusal(503, f"no answer within {self._seconds:g} seconds; ask for less")

    def close(self) -> None:
        """Ends all processes."""
        with self._lock:
            for worker in self._all:
                worker.stop()
            self._all.clear()
