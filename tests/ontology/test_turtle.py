"""All Turtle of the ontology reads alike everywhere, and is written to be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse
from rdflib import Graph

ROOT = Path(__file__).parents[2]
FILES = tuple(sorted((ROOT / "ontology").rglob("*.ttl")))
NAMES = [str(path.relative_to(ROOT / "ontology")) for path in FILES]
PREFIX = re.compile(r"^@prefix ([\w-]+): <[^>]+> \.$", re.MULTILINE)


def test_there_are_files() -> None:
    assert len(FILES) > 30


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_two_parsers_read_the_same(path: Path) -> None:
    triples = list(parse(path=path, format=RdfFormat.TURTLE))
    assert len(set(triples)) == len(Graph().parse(path, format="turtle"))
    assert not [
        triple
        for triple in triples
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)
    ]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_prefixes_are_sorted(path: Path) -> None:
    prefixes = PREFIX.findall(path.read_text(encoding="utf-8"))
    assert prefixes == sorted(prefixes)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_comment_says_what_the_file_is_for(path: Path) -> None:
    assert "\n# " in f"\n{path.read_text(encoding='utf-8')}"


@pytest.mark.parametrize("name", ["inspection", "conclusions"])
def test_an_example_has_a_remark_behind_each_triple(name: str) -> None:
    path = ROOT / "ontology" / "examples" / f"{name}.ttl"
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line[:4] == "    "]
    remarks = [re.search(r" [;.] +# (\S.*)$", line) for line in lines]
    assert len(lines) > 30
    assert [line for line, remark in zip(lines, remarks, strict=True) if not remark] == []
    # Two values of one property, told in one line, are the only triples that share a remark.
    shared = sum(line.partition(" # ")[0].count(" , ") for line in lines)
    assert len(set(parse(path=path, format=RdfFormat.TURTLE))) == len(lines) + shared
