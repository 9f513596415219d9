"""The order in which exports are written, and the titles of their parts.

A subject stands with its like, and numbers count as numbers, so that paragraph 1.10
follows 1.9. The order depends on the IRIs alone: adding a report moves nothing that was
there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, Quad, Triple

__all__ = ["Place", "natural_key", "place", "stable"]

_DIGITS = re.compile(r"0*([0-9]+)")
_DATA = re.compile(r"id/([^/]+)(?:/([^/]+))?(?:/([^/]+))?")
_NAMESPACE = re.compile(r"(?:.*[/#:])?")
_PARTS = {"graph/": "Named graphs"}

# The segment after ``id/``, in reading order, and the title of its part of the file.
# Kinds in _PER_REPORT are told apart by the report that their IRI names.
_TITLES = {
    "report": "Reports",
    "inspection": "Inspections",
    "source": "Source files",
    "service": "Services",
    "authority": "Local authorities",
    "board": "Management boards",
    "body": "Bodies",
    "agency-kind": "Kinds of agency",
    "person": "People",
    "post": "Posts",
    "fact": "Facts",
    "evidence": "Evidence",
    "coverage": "Coverage",
    "run": "Runs",
    "software": "Software",
}
_RANKS = {kind: rank for rank, kind in enumerate(_TITLES)}
_PER_REPORT = frozenset({"fact", "evidence", "coverage"})


class Place(NamedTuple):
    """Where a subject stands. Sorts by rank, part and natural order, then by the IRI itself."""

    rank: int
    part: str
    natural: str
    subject: str
    title: str


def _padded(match: re.Match[str]) -> str:
    return f"0{len(match.group(1)):04d}{match.group(1)}"


def natural_key(text: str) -> str:
    """A key that sorts numbers by value and a path before what lies below it.

    >>> sorted(["f/1.10", "f-2/1.2", "f/1.9", "f/1"], key=natural_key)
    ['f/1', 'f/1.9', 'f/1.10', 'f-2/1.2']
    """
    return _DIGITS.sub(_padded, text).replace("/", "\x01")


def place(subject: str, base: str = "") -> Place:
    """Where a subject stands: ``subject`` as N-Triples has it (``<iri>`` or ``_:label``).

    ``base`` is the base IRI of the data; what lies elsewhere is grouped by namespace.

    >>> place("<https://example.org/id/fact/anytown-2015-07/finding/1.1>", "https://example.org/").title
    'Facts of anytown-2015-07: finding'
    >>> place("<https://example.org/id/person/jo-bloggs>", "https://example.org/").title
    'People'
    >>> place("<https://example.org/scheme/themes/planning>", "https://example.org/").title
    'scheme/themes/'
    """
    if not subject.startswith("<"):
        return Place(len(_RANKS) + 2, "", natural_key(subject), subject, "Blank nodes")
    iri = subject[1:-1]
    local = iri.removeprefix(base)
    found = _DATA.match(local) if base and iri.startswith(base) else None
    if found is None:
        space = _NAMESPACE.match(local)
        part = space.group() if space else ""
        key = natural_key(part)
        return Place(
            len(_RANKS) + 1, key, natural_key(iri), subject, _PARTS.get(part, part or local)
        )
    kind, report, below = found.groups()
    title = _TITLES.get(kind, kind.replace("-", " ").capitalize())
    if kind in _PER_REPORT and report:
        title = f"{title} of {report}"
    if kind == "fact" and below:
        title = f"{title}: {below.replace('-', ' ')}"
    unlisted = "" if kind in _RANKS else kind
    return Place(_RANKS.get(kind, len(_RANKS)), unlisted, natural_key(iri), subject, title)


def stable(statements: Iterable[Triple | Quad]) -> list[Quad]:
    """The statements as quads whose blank nodes, if any, carry canonical labels (RDFC-1.0).

    The program's own data has no blank nodes; results of a user's CONSTRUCT may have some,
    and their labels are random.
    """
    quads = [_as_quad(item) for item in statements]
    if any(_has_blank_node(quad) for quad in quads):
        dataset = Dataset(quads)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        return list(dataset)
    return quads


def _as_quad(item: Triple | Quad) -> Quad:
    if isinstance(item, Quad):
        return item
    return Quad(item.subject, item.predicate, item.object, DefaultGraph())


def _has_blank_node(quad: Quad) -> bool:
    return (
        isinstance(quad.subject, BlankNode)
        or isinstance(quad.object, BlankNode)
        or isinstance(quad.graph_name, BlankNode)
    )
