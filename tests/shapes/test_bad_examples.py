"""Every shape has been seen to fail, for the reason it names, with a message that helps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph

BAD = tuple(sorted((Path(__file__).parents[1] / "bad").glob("*.ttl")))
INSTRUCTION = re.compile(
    r": (?:add|bound|check|choose|correct|count|give|keep|leave|make|name|number|point|read|remove|"
    r"say|show|take|use|write)\b"
)
NOT_CONSTRAINTS = {
    *("message", "path", "property", "severity"),
    *("targetClass", "targetObjectsOf", "targetSubjectsOf"),
}


def named(path: Path, header: str) -> str:
    """What a line of the header says."""
    match = re.search(rf"^# {header}: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert match, f"{path.name} has no line '# {header}: …'"
    return match.group(1)


def component(constraint: str) -> str:
    """The constraint component of a parameter such as ``sh:minCount``."""
    name = constraint.removeprefix("sh:")
    return f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent"


def constraints(shapes: Graph) -> dict[str, set[str]]:
    """The constraints of every shape that can be the source of a result."""
    members = {*shapes.objects(None, RDF.first), *shapes.objects(None, SH["not"])}
    found: dict[str, set[str]] = {}
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in set(shapes.subjects(RDF.type, kind)) - members:
            names = {
                str(predicate).removeprefix(str(SH))
                for predicate in shapes.predicates(shape)
                if str(predicate).startswith(str(SH))
            }
            found[str(shape)] = {f"sh:{name}" for name in names - NOT_CONSTRAINTS}
    return found


def test_there_are_bad_examples() -> None:
    assert len(BAD) > 200


@pytest.mark.parametrize("path", BAD, ids=[path.stem for path in BAD])
def test_only_the_named_shape_rejects_it(
    path: Path, check: Callable, register_shapes: Graph
) -> None:
    shape = named(path, "Shape")
    of_registers = any(str(subject) == shape for subject in register_shapes.subjects())
    wrong = path.read_text(encoding="utf-8").count("# Wrong: ")

    results = check(Graph().parse(path, format="turtle"), of_registers)

    assert {result.shape for result in results} == {shape}
    assert len({result.focus for result in results}) == wrong > 0
    assert {result.constraint for result in results} == {
        component(name) for name in named(path, "Constraints").split()
    }
    assert all(INSTRUCTION.search(result.message) for result in results)


def test_every_constraint_of_every_shape_has_a_bad_example(
    report_shapes: Graph, register_shapes: Graph
) -> None:
    shown: dict[str, set[str]] = defaultdict(set)
    for path in BAD:
        shown[named(path, "Shape")].update(named(path, "Constraints").split())
    expected = constraints(report_shapes) | constraints(register_shapes)

    assert {shape: names for shape, names in expected.items() if names} == shown
