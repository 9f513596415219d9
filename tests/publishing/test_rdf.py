"""The formats by name, and the files of a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat
from tests.publishing.graphs import BASE, PREFIXES, sample

from yotgraph.errors import ParameterError
from yotgraph.publishing.dataset import MEDIA_TYPES
from yotgraph.publishing.rdf import RDF_FORMATS, serialise, write_exports


def test_each_format_becomes_a_file_with_the_same_text(tmp_path: Path) -> None:
    written = write_exports(sample(), tmp_path, base=BASE, prefixes=PREFIXES)
    assert [path.name for path in written] == [
        "yotgraph.ttl",
        "yotgraph.trig",
        "yotgraph.nq",
        "yotgraph.jsonld",
    ]
    for path, name in zip(written, RDF_FORMATS, strict=True):
        text = serialise(name, sample(), base=BASE, prefixes=PREFIXES)
        assert path.read_bytes() == text.encode()
        assert b"\r" not in path.read_bytes()


@pytest.mark.parametrize("name", list(RDF_FORMATS))
def test_suffix_and_media_type_are_the_registered_ones(name: str) -> None:
    form = RDF_FORMATS[name]
    known = RdfFormat.from_extension(form.suffix[1:])
    assert known is not None
    assert known == RdfFormat.from_media_type(form.media_type)
    assert known.supports_datasets == form.keeps_graphs
    assert MEDIA_TYPES[form.suffix] == form.media_type


def test_an_unknown_format_lists_what_there_is() -> None:
    with pytest.raises(ParameterError, match="'xml'.*turtle, trig, nquads, jsonld"):
        serialise("xml", [], base=BASE, prefixes=PREFIXES)
