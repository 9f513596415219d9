"""The targets of shapes: which nodes each shape looks at (SHACL, 2.1.3).

A shape that looked at nothing has said nothing, so the nodes are counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Quad

from yotgraph.knowledge.names import term
from yotgraph.knowledge.nodes import iri_of

__all__ = ["TARGETS", "focus_nodes"]

_TARGET_CLASS = term("sh:targetClass")
_TARGET_NODE = term("sh:targetNode")
_TARGET_OBJECTS = term("sh:targetObjectsOf")
_TARGET_SUBJECTS = term("sh:targetSubjectsOf")
TARGETS = (_TARGET_CLASS, _TARGET_NODE, _TARGET_OBJECTS, _TARGET_SUBJECTS)
"""The properties by which a shape names its targets."""

_TYPE = term("rdf:type")
_SUBCLASS = term("rdfs:subClassOf")


def focus_nodes(shapes: Sequence[Quad], data: Iterable[Quad]) -> dict[str, set[object]]:
    """The nodes that each shape with a target looks at, by shape."""
    instances: dict[object, set[object]] = defaultdict(set)
    subjects: dict[object, set[object]] = defaultdict(set)
    objects: dict[object, set[object]] = defaultdict(set)
    broader: dict[object, set[object]] = defaultdict(set)
    for quad in data:
        subjects[quad.predicate].add(quad.subject)
        objects[quad.predicate].add(quad.object)
        if quad.predicate == _TYPE:
            instances[quad.object].add(quad.subject)
        elif quad.predicate == _SUBCLASS:
            broader[quad.object].add(quad.subject)
    focus: dict[str, set[object]] = {}
    for quad in shapes:
        if quad.predicate == _TARGET_CLASS:
            below = _narrower(quad.object, broader)
            seen = {node for each in below for node in instances.get(each, ())}
        elif quad.predicate == _TARGET_SUBJECTS:
            seen = subjects.get(quad.object, set())
        elif quad.predicate == _TARGET_OBJECTS:
            seen = objects.get(quad.object, set())
        elif quad.predicate == _TARGET_NODE:
            seen = {quad.object}
        else:
            continue
        focus.setdefault(iri_of(quad.subject), set()).update(seen)
    return dict(sorted(focus.items()))


def _narrower(top: object, broader: Mapping[object, set[object]]) -> set[object]:
    """A class with all classes below it."""
    found, waiting = {top}, [top]
    while waiting:
        below = broader.get(waiting.pop(), set()) - found
        found |= below
        waiting.extend(below)
    return found
