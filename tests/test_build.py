"""The whole flow: the same bytes each time, good reports beside bad ones, all or nothing."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from yotgraph import building as build_module
from yotgraph import publication
from yotgraph.building import Options, build, make_graph, read_reports
from yotgraph.corpus import find_reports
from yotgraph.errors import OutputError, ReadingError, UsageError, ValidationError
from yotgraph.extraction import extract
from yotgraph.facts import ReportFacts
from yotgraph.knowledge.names import Names
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.questions import load_questions
from yotgraph.knowledge.results import Severity, ValidationReport, ValidationResult
from yotgraph.knowledge.verify import selectors
from yotgraph.proof import prove
from yotgraph.reading import Document, read_bytes

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "reports"
DOCUMENTS = ROOT / "tests" / "documents"
TITLE = "http://purl.org/dc/terms/title"
SIZE = "http://www.w3.org/ns/dcat#byteSize"


def contents(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a folder, but for the store's own."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "store" not in path.relative_to(folder).parts
    }


def quads_of(path: Path) -> list[Quad]:
    return list(parse(path=str(path), format=RdfFormat.N_QUADS))


def slugs(folder: Path) -> list[str]:
    with (folder / "answers" / "reports.csv").open(encoding="utf-8", newline="") as file:
        return [row["report"] for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one small letter."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "northmoor.txt").write_bytes((DOCUMENTS / "small-letter.txt").read_bytes())
    return folder


def test_a_build_makes_every_file(built: Path) -> None:
    names = contents(built)
    assert set(names) >= {
        *(f"yotgraph.{ending}" for ending in ("ttl", "trig", "nq", "jsonld")),
        *("dataset.ttl", "coverage.csv", "validation.txt", "validation.ttl"),
        *(f"answers/{question.name}.csv" for question in load_questions()),
    }
    assert slugs(built) == sorted(path.stem for path in REPORTS.glob("*.txt"))


def test_two_builds_are_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """The other way round, with two processes and into another folder."""
    out = tmp_path / "again"
    paths = sorted(REPORTS.glob("*.txt"), reverse=True)
    result = build(paths, out, Options(jobs=2))
    assert contents(out) == contents(built)
    assert sorted(path.as_posix() for path in result.files) == sorted(
        name for name in contents(out) if not name.startswith((".", "cache/"))
    )


def test_the_graph_has_no_blank_nodes_and_known_graphs_only(built: Path) -> None:
    quads = quads_of(built / "yotgraph.nq")
    assert len(quads) > 10_000
    assert len(set(quads)) == len(quads)
    for quad in quads:
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
    names = Names()
    expected = {names.graph(path.stem) for path in REPORTS.glob("*.txt")}
    assert {quad.graph_name for quad in quads} == {
        *expected,
        names.derived_graph,
        names.registers_graph,
    }


@pytest.mark.parametrize(
    ("name", "form"), [("yotgraph.trig", RdfFormat.TRIG), ("yotgraph.jsonld", RdfFormat.JSON_LD)]
)
def test_every_serialisation_holds_the_same_quads(built: Path, name: str, form: RdfFormat) -> None:
    expected = set(quads_of(built / "yotgraph.nq"))
    found = set(parse(path=str(built / name), format=form))
    assert found == expected


def test_turtle_holds_the_same_triples(built: Path) -> None:
    expected = {quad.triple for quad in quads_of(built / "yotgraph.nq")}
    found = {
        quad.triple for quad in parse(path=str(built / "yotgraph.ttl"), format=RdfFormat.TURTLE)
    }
    assert found == expected


def test_the_description_is_true_of_the_files_and_shows_the_questions(built: Path) -> None:
    described = list(parse(path=str(built / "dataset.ttl"), format=RdfFormat.TURTLE))
    said: dict[str, dict[str, str]] = {}
    for each in described:
        if isinstance(each.object, Literal):
            said.setdefault(each.subject.value, {})[each.predicate.value] = each.object.value
    start = f"{Names().base}dataset/"
    files = {iri: values for iri, values in said.items() if iri.startswith(f"{start}file/")}
    titles = {values[TITLE] for values in files.values() if TITLE in values}
    assert titles > {"yotgraph.ttl", "yotgraph.jsonld", "answers/ratings.csv", "validation.ttl"}
    for iri, values in files.items():
        if TITLE in values:
            content = (built / values[TITLE]).read_bytes()
            assert values[SIZE] == str(len(content))
            checksum = said[f"{iri}/checksum"]["http://spdx.org/rdf/terms#checksumValue"]
            assert checksum == hashlib.sha256(content).hexdigest()
    shown = {iri.removeprefix(f"{start}query/") for iri in said if iri.startswith(f"{start}query/")}
    assert shown == {question.name for question in load_questions()}


def by_graph(reports: list[ReportFacts]) -> dict[NamedNode, set[Quad]]:
    _, quads, refused = make_graph(reports, Names())
    assert refused == ()
    graphs: dict[NamedNode, set[Quad]] = {}
    for quad in quads:
        assert isinstance(quad.graph_name, NamedNode)
        graphs.setdefault(quad.graph_name, set()).add(quad)
    return graphs


def test_a_sixth_report_changes_no_other_report(
    report_facts: Mapping[str, ReportFacts], trap: Callable[[str], Document]
) -> None:
    sixth = extract(trap("small-letter.txt"))
    five = list(report_facts.values())
    before = by_graph(five)
    after = by_graph(sorted([*five, sixth], key=lambda report: report.slug))
    names = Names()
    for report in five:
        assert after[names.graph(report.slug)] == before[names.graph(report.slug)]
    assert after[names.registers_graph] == before[names.registers_graph]
    assert len(after[names.graph(sixth.slug)]) > 100
    assert before[names.derived_graph] <= after[names.derived_graph]


def test_another_base_moves_the_data_and_nothing_else(
    report_facts: Mapping[str, ReportFacts],
) -> None:
    _, quads, _ = make_graph([report_facts["bexley-2015-07"]], Names("https://example.org/data/"))
    iris = {
        node.value
        for quad in quads
        for node in (quad.subject, quad.predicate, quad.object, quad.graph_name)
        if isinstance(node, NamedNode)
    }
    old = {
        iri
        for iri in iris
        if iri.startswith(("https://w3id.org/yotgraph/id/", "https://w3id.org/yotgraph/graph/"))
    }
    assert old == set()
    assert any(iri.startswith("https://example.org/data/id/report/") for iri in iris)
    assert any(iri.startswith("https://w3id.org/yotgraph/ontology#") for iri in iris)


def test_processes_read_the_same(small: Path) -> None:
    paths = find_reports([REPORTS, small])
    assert read_reports(paths, Options(jobs=2)) == read_reports(paths, Options(jobs=1))


BAD = {
    "empty.txt": b"",
    "binary.txt": b"%PDF-1.7\x00\x01\x02",
    "no-report.txt": b"A shopping list\n\nBread and butter.\n",
    "no-date.txt": (DOCUMENTS / "small-letter.txt")
    .read_bytes()
    .replace(b"<i>Publication date:</i>\t09 March 2016\n", b""),
    "no-labels.txt": b"Report of Short Quality Screening (SQS) of youth offending work in Fenby\n\n"
    b"The inspection was conducted from 3-5 March 2014.\n\nContext\n\nWe examined 12 cases.\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_report_is_one_line_and_spoils_no_other(
    small: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    reading = read_reports(find_reports([tmp_path, small]), Options())
    assert [report.slug for report in reading.reports] == ["northmoor-2016-03"]
    (line,) = reading.failures
    assert name in line
    assert "\n" not in line
    assert ";" in line, "what is wrong; what to do"


def test_any_text_is_a_report_or_one_line(tmp_path: Path) -> None:
    """Parts of a letter, each a file of its own: none of them stops the others."""
    source = (DOCUMENTS / "small-letter.txt").read_text(encoding="utf-8")
    parts = source.split("\n\n")
    for number in range(1, len(parts)):
        (tmp_path / f"head-{number:02d}.txt").write_text("\n\n".join(parts[:number]), "utf-8")
        (tmp_path / f"tail-{number:02d}.txt").write_text("\n\n".join(parts[number:]), "utf-8")
    paths = find_reports([tmp_path])
    reading = read_reports(paths, Options())
    assert len(reading.failures) >= len(parts)
    assert all("\n" not in line for line in reading.failures)
    assert [report.slug for report in reading.reports] == ["northmoor-2016-03"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- 1.2. Plans", "- 1.1. Plans"),
        ("## **Operational management**", "### Summary"),
        ("Operational management", "Reducing reoffending"),
    ],
)
def test_a_slip_in_numbers_or_headings_loses_no_report(tmp_path: Path, old: str, new: str) -> None:
    """Two paragraphs of one number, two sections of one name: reports hold such slips."""
    source = (DOCUMENTS / "small-letter.txt").read_text(encoding="utf-8")
    assert source.count(old) == 1
    (tmp_path / "northmoor.txt").write_text(source.replace(old, new), encoding="utf-8")
    reading = read_reports(find_reports([tmp_path]), Options())
    (report,) = reading.reports
    findings = [fact for fact in report.facts if fact.kind == "finding"]
    assert len(findings) == 8
    assert len({fact.key for fact in findings}) == 8
    _, _, refused = make_graph(reading.reports, Names())
    assert refused == ()


PARTS = [
    part
    for name in ("small-letter.txt", "small-report.txt")
    for part in (DOCUMENTS / name).read_text(encoding="utf-8").split("\n\n")
]


@settings(max_examples=40)
@given(parts=st.lists(st.sampled_from(PARTS), min_size=3, max_size=40, unique=True))
def test_parts_in_any_order_are_a_report_with_true_quotations_or_one_line(parts: list[str]) -> None:
    document = read_bytes("\n\n".join(parts).encode(), "mixed.txt")
    try:
        report = extract(document)
    except ReadingError:
        return
    quads = report_quads(report, version="0")
    assert prove(document, selectors(quads)).failures == ()


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "with the same content"), (b"\nP.S.\n", "with other content")]
)
def test_a_slug_that_comes_twice_keeps_the_first(
    small: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes((small / "northmoor.txt").read_bytes() + content)
    reading = read_reports([small / "northmoor.txt", other], Options())
    assert [report.file_name for report in reading.reports] == ["northmoor.txt"]
    (line,) = reading.failures
    assert line == (
        f"{other}: is the same report as northmoor.txt (northmoor-2016-03), {words};"
        " keep one of the two"
    )


def test_without_any_good_report_nothing_is_built(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(ReadingError, match="the file is empty"):
        build([tmp_path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_inputs_that_are_not_there_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        build([tmp_path / "none"], tmp_path / "out")


@pytest.fixture
def unvalidated(monkeypatch: pytest.MonkeyPatch) -> None:
    """No validation, where a test is about something else: it takes seconds."""
    nothing = ValidationReport(results=(), shapes=(), checks=())
    monkeypatch.setattr(build_module, "validate", lambda *_, **__: nothing)


@pytest.fixture
def objecting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every validation finds a violation."""
    violation = ValidationResult(
        severity=Severity.VIOLATION,
        source="https://example.org/shape",
        component="https://example.org/component",
        message="Give it a label.",
        focus="https://example.org/x",
    )
    report = ValidationReport(results=(violation,), shapes=(), checks=())
    monkeypatch.setattr(build_module, "validate", lambda *_, **__: report)


@pytest.mark.usefixtures("objecting")
def test_a_violation_leaves_everything_as_it_was(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "README.md").write_text("Kept.", encoding="utf-8")
    with pytest.raises(ValidationError, match=r"^nothing was published(?s:.)+\n1 violation, "):
        build([small], out)
    assert [path.name for path in out.iterdir()] == ["README.md"]
    assert (out / "README.md").read_text(encoding="utf-8") == "Kept."


@pytest.mark.usefixtures("objecting")
def test_violations_are_published_only_when_asked_for_and_said(small: Path, tmp_path: Path) -> None:
    result = build([small], tmp_path / "out", Options(allow_violations=True))
    assert not result.validation.conforms
    dataset = (tmp_path / "out" / "dataset.ttl").read_text(encoding="utf-8")
    assert "violation" in dataset.lower()


@pytest.mark.usefixtures("unvalidated")
def test_an_output_that_fails_half_way_changes_nothing(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build([small], out)
    before = contents(out)

    def fail(*_: object) -> list[Path]:
        raise OutputError("no room")

    monkeypatch.setattr(publication, "_write_answers", fail)
    with pytest.raises(OutputError):
        build([small], out)
    assert contents(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.usefixtures("unvalidated")
def test_progress_counts_up_to_its_total(small: Path, tmp_path: Path) -> None:
    told: dict[str, tuple[int, int]] = {}

    def progress(step: str, done: int, total: int) -> None:
        assert told.get(step, (0, total))[0] <= done <= total
        told[step] = (done, total)

    build([small], tmp_path / "out", Options(progress=progress))
    assert set(told) == {"reading", "validating", "writing"}
    assert all(done == total for done, total in told.values())
