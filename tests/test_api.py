"""What a program gets from ``import yotgraph``: functions that load what they need when used."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import yotgraph
from yotgraph.errors import ParameterError, UnknownQuestionError, UsageError
from yotgraph.facts import ReportFacts
from yotgraph.reading import Document

ROOT = Path(__file__).parents[1]
LETTER = ROOT / "tests" / "documents" / "small-letter.txt"


@pytest.fixture(scope="module")
def graph(built: Path) -> yotgraph.Graph:
    return yotgraph.open_graph(str(built))


def test_every_public_name_is_there() -> None:
    assert dir(yotgraph) == sorted(yotgraph.__all__)
    assert all(getattr(yotgraph, name) is not None for name in yotgraph.__all__)
    assert callable(yotgraph.build)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        yotgraph.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_package_loads_nothing_of_it() -> None:
    program = (
        "import sys, yotgraph\n"
        "print(sorted(name for name in sys.modules if name.startswith('yotgraph.')))\n"
        "print('pyoxigraph' in sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(ROOT / "graph")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split("\n")[:2] == ["[]", "False"]


def test_the_steps_one_by_one() -> None:
    document = yotgraph.read(str(LETTER))
    assert isinstance(document, Document)
    report = yotgraph.extract(document)
    assert isinstance(report, ReportFacts)
    assert report.slug == "northmoor-2016-03"


def test_a_build_of_one_report(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = yotgraph.build([str(LETTER)], str(out))
    assert made.validation.conforms
    assert yotgraph.open_graph(out).reports == ("northmoor-2016-03",)


def test_a_question_with_a_parameter(graph: yotgraph.Graph) -> None:
    assert len(graph.reports) == 5
    answer = graph.ask("ratings", service="Barking and Dagenham YOS")
    assert len(answer.rows) > 10
    first = answer.to_dicts()[0]
    assert tuple(first) == answer.columns
    assert first["service"] == "Barking and Dagenham YOS"
    few = graph.ask("weakest-questions", threshold=50)
    assert 0 < len(few.rows) < len(graph.ask("weakest-questions").rows)


def test_a_query_of_ones_own(graph: yotgraph.Graph, tmp_path: Path) -> None:
    path = tmp_path / "own.rq"
    path.write_text("SELECT (COUNT(?r) AS ?reports) WHERE { ?r a yot:Report }", encoding="utf-8")
    assert graph.ask(path).rows == (("5",),)


def test_wrong_requests(graph: yotgraph.Graph, tmp_path: Path) -> None:
    with pytest.raises(UnknownQuestionError, match="did you mean ratings"):
        graph.ask("rating")
    with pytest.raises(ParameterError, match="there is Barking and Dagenham YOS, Bexley YOT"):
        graph.ask("ratings", service="Bexley YOS")
    with pytest.raises(UsageError, match="no graph there"):
        yotgraph.open_graph(tmp_path)


def test_a_fact_is_explained(graph: yotgraph.Graph) -> None:
    fact = "https://w3id.org/yotgraph/id/fact/bexley-2015-07/reoffending/1"
    assert "31.4" in graph.explain(fact)


def test_the_dataset_of_rdflib_is_the_same_graph(graph: yotgraph.Graph) -> None:
    found = graph.dataset.query("SELECT (COUNT(?r) AS ?n) WHERE { ?r a yot:Report }")
    assert [int(row.n) for row in found] == [5]  # type: ignore[union-attr]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_or_how_to_get_one(graph: yotgraph.Graph, library: str) -> None:
    answer = graph.ask("inspectors")
    make = getattr(answer, f"to_{library}")
    if find_spec(library) is None:
        with pytest.raises(UsageError, match=r"pip install 'yotgraph\[frames\]'"):
            make()
    else:
        frame = make()
        assert list(frame.columns) == list(answer.columns)
        assert len(frame) == len(answer.rows)
