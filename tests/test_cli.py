"""The command line, from the reports to answers: output, one-line errors, exit codes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from pyoxigraph import RdfFormat, parse

from yotgraph import __version__, intake
from yotgraph import building as build_module
from yotgraph.cli import app, main
from yotgraph.knowledge.questions import load_questions
from yotgraph.knowledge.results import ValidationReport

ROOT = Path(__file__).parents[1]
DOCUMENTS = ROOT / "tests" / "documents"
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
# Commands that go on until they are stopped or need a server, and the one that makes "built".
LASTING = {"serve", "push", "build"}


@pytest.fixture
def unvalidated(monkeypatch: pytest.MonkeyPatch) -> None:
    """No validation, where a test is about something else: it takes seconds."""
    nothing = ValidationReport(results=(), shapes=(), checks=())
    monkeypatch.setattr(build_module, "validate", lambda *_, **__: nothing)


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str


Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Cli:
    """Runs the command line within this process."""

    def run(*arguments: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["yotgraph", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "160")
        monkeypatch.setenv("TERM", "dumb")
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capfd.readouterr()
        return Run(code, captured.out, captured.err)

    return run


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def one_line(run: Run) -> str:
    """The one line on standard error that says what, where and what to do."""
    lines = run.err.splitlines()
    assert len(lines) == 1, run.err
    assert "Traceback" not in run.err
    assert run.out == ""
    return lines[0]


class TestHelp:
    def test_the_root_lists_every_command_and_the_exit_codes(self, cli: Cli) -> None:
        run = cli("--help")
        assert run.code == 0
        assert set(COMMANDS) >= {
            "build",
            "questions",
            "query",
            "validate",
            "verify",
            "coverage",
            "explain",
            "export",
        }
        for command in COMMANDS:
            assert command in run.out
        assert "Exit codes" in run.out

    def test_the_version(self, cli: Cli) -> None:
        assert cli("--version") == Run(0, f"yotgraph {__version__}\n", "")

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_help_and_an_example(self, cli: Cli, command: str) -> None:
        run = cli(command, "--help")
        assert run.code == 0
        assert example(run.out).startswith(f"yotgraph {command}")

    def test_no_command_shows_the_help(self, cli: Cli) -> None:
        run = cli()
        assert "Usage" in run.out + run.err

    def test_a_shell_completes_commands_and_questions(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("_YOTGRAPH_COMPLETE", "complete_bash")
        for words, expected in (("yotgraph qu", "query"), ("yotgraph query rat", "ratings")):
            monkeypatch.setenv("COMP_WORDS", words)
            monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
            assert expected in cli().out.split()

    def test_completion_is_offered(self, cli: Cli) -> None:
        assert "--install-completion" in cli("--help").out


def example(text: str) -> str:
    match = re.search(r"Example: (yotgraph [^│\n]+(?:\n[^│\n]+)*?)\s*(?:\n\s*\n|$|╭)", text)
    assert match is not None, "no example"
    return " ".join(match[1].split())


@pytest.fixture
def workplace(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the examples expect it: reports, a build, an older build, answers."""
    (tmp_path / "reports").symlink_to(ROOT / "reports")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    shutil.copytree(built, tmp_path / "out")
    shutil.copytree(built, tmp_path / "old-out")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in LASTING])
def test_every_example_runs(cli: Cli, command: str) -> None:
    line = example(cli(command, "--help").out)
    run = cli(*shlex.split(line)[1:])
    assert (run.code, run.err) == (0, "")


def test_the_example_of_build_is_how_the_tests_build(cli: Cli) -> None:
    assert example(cli("build", "--help").out) == "yotgraph build reports --out out"


class TestBuild:
    def test_it_says_what_it_made(self, built: Path, tmp_path: Path, cli: Cli) -> None:
        assert (built / "yotgraph.ttl").is_file()
        (tmp_path / "northmoor.txt").write_bytes((DOCUMENTS / "small-letter.txt").read_bytes())
        run = cli("build", tmp_path, "--out", tmp_path / "out")
        assert run.code == 0
        assert run.err == ""
        assert "northmoor-2016-03" in run.out
        assert "conforms" in run.out

    @pytest.mark.usefixtures("unvalidated")
    def test_bad_reports_are_named_and_the_good_ones_built(self, tmp_path: Path, cli: Cli) -> None:
        folder, out = tmp_path / "mixed", tmp_path / "out"
        folder.mkdir()
        letter = (DOCUMENTS / "small-letter.txt").read_bytes()
        bad = {
            "binary.txt": b"\x7fELF\x00\x01\x02",
            "empty.txt": b"",
            "no-date.txt": letter.replace(b"<i>Publication date:</i>\t09 March 2016\n", b""),
            "no-report.txt": b"A shopping list.\n",
            "northmoor-again.txt": letter + b"\nP.S.\n",
        }
        for name, content in bad.items():
            (folder / name).write_bytes(content)
        (folder / "northmoor.txt").write_bytes(letter)
        run = cli("build", folder / "northmoor.txt", folder, "--out", out)
        assert run.code == 3
        lines = run.err.splitlines()
        assert len(lines) == len(bad), run.err
        for name in bad:
            assert len([line for line in lines if name in line]) == 1, name
        answer = rows((out / "answers" / "reports.csv").read_text(encoding="utf-8"))
        assert [row["report"] for row in answer] == ["northmoor-2016-03"]
        assert "northmoor-2016-03" in run.out

    @pytest.mark.usefixtures("unvalidated")
    @pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
    def test_a_file_in_another_encoding_is_read(
        self, tmp_path: Path, cli: Cli, encoding: str
    ) -> None:
        text = (DOCUMENTS / "small-letter.txt").read_text(encoding="utf-8")
        text = text.replace("–", "-").replace("’", "'")
        (tmp_path / "northmoor.txt").write_bytes(text.encode(encoding))
        run = cli("--quiet", "build", tmp_path, "--out", tmp_path / "out")
        assert run == Run(0, "", "")
        people = {
            row["person"]
            for row in rows((tmp_path / "out" / "answers" / "posts.csv").read_text("utf-8"))
        }
        assert "Siân ap Rhys" in people

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "the file is empty"),
            (b"\x00\x01", "a binary file"),
            (b"Bread.\n", "not an inspection report"),
        ],
    )
    def test_without_a_good_report_the_exit_code_says_so(
        self, tmp_path: Path, cli: Cli, content: bytes, words: str
    ) -> None:
        (tmp_path / "bad.txt").write_bytes(content)
        run = cli("build", tmp_path / "bad.txt", "--out", tmp_path / "out")
        assert run.code == 3
        line = one_line(run)
        assert "bad.txt" in line
        assert words in line
        assert not (tmp_path / "out").exists()

    def test_a_failed_build_leaves_the_old_one(
        self, tmp_path: Path, workplace: Path, cli: Cli
    ) -> None:
        before = hashes(workplace / "out")
        (tmp_path / "bad.txt").write_bytes(b"")
        assert cli("build", tmp_path / "bad.txt", "--out", workplace / "out").code == 3
        assert hashes(workplace / "out") == before

    def test_a_folder_without_reports(self, tmp_path: Path, cli: Cli) -> None:
        run = cli("build", tmp_path, "--out", tmp_path / "out")
        assert run.code == 2
        assert "no report in this folder" in one_line(run)

    def test_a_path_that_is_not_there(self, tmp_path: Path, cli: Cli) -> None:
        run = cli("build", tmp_path / "none", "--out", tmp_path / "out")
        assert run.code == 2
        assert "no such file or folder" in one_line(run)

    @pytest.mark.usefixtures("unvalidated")
    @pytest.mark.parametrize("place", ["file", "no-parent/out", "others", "read-only/out"])
    def test_an_out_that_cannot_be_written(self, tmp_path: Path, cli: Cli, place: str) -> None:
        (tmp_path / "file").write_text("mine", encoding="utf-8")
        (tmp_path / "others").mkdir()
        (tmp_path / "others" / "letter.doc").write_text("mine", encoding="utf-8")
        (tmp_path / "read-only").mkdir()
        (tmp_path / "read-only").chmod(0o555)
        (tmp_path / "northmoor.txt").write_bytes((DOCUMENTS / "small-letter.txt").read_bytes())
        before = hashes(tmp_path)
        run = cli("build", tmp_path / "northmoor.txt", "--out", tmp_path / place)
        assert run.code == 2
        assert str(tmp_path / place) in one_line(run)
        assert hashes(tmp_path) == before

    def test_an_out_that_cannot_be_written_is_told_before_the_work(
        self, tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody waits for the reading of hundreds of reports to learn that."""
        read: list[Path] = []
        true = intake._read_one

        def read_one(path: Path) -> object:
            read.append(path)
            return true(path)

        monkeypatch.setattr(intake, "_read_one", read_one)
        (tmp_path / "file").write_text("mine", encoding="utf-8")
        run = cli("build", DOCUMENTS / "small-letter.txt", "--out", tmp_path / "file")
        assert run.code == 2
        assert read == []

    def test_a_base_that_is_no_iri(self, tmp_path: Path, cli: Cli) -> None:
        run = cli("build", DOCUMENTS, "--out", tmp_path / "out", "--base-iri", "nonsense")
        assert run.code == 2
        assert "nonsense" in one_line(run)


class TestQuestions:
    def test_every_question_is_listed(self, cli: Cli) -> None:
        run = cli("questions")
        assert run.code == 0
        assert len(load_questions()) > 20
        for question in load_questions():
            assert question.name in run.out

    def test_the_list_of_questions_for_machines(self, cli: Cli) -> None:
        listed = json.loads(cli("questions", "--format", "json").out)
        asked = {each.name: " ".join(each.columns) for each in load_questions()}
        assert {each["name"]: each["columns"] for each in listed} == asked

    @pytest.mark.parametrize("question", load_questions(), ids=lambda question: question.name)
    def test_every_question_answers(self, built: Path, cli: Cli, question: object) -> None:
        name, columns = question.name, question.columns  # type: ignore[attr-defined]
        run = cli("query", name, "--graph", built, "--format", "csv")
        assert (run.code, run.err) == (0, "")
        assert run.out == (built / "answers" / f"{name}.csv").read_bytes().decode("utf-8")
        assert next(csv.reader(io.StringIO(run.out, newline=""))) == list(columns)

    @pytest.mark.parametrize(
        "name", ["reports", "posts", "findings", "strengths", "reoffending", "coverage"]
    )
    def test_the_five_reports_are_in_the_answers(self, built: Path, cli: Cli, name: str) -> None:
        answer = rows(cli("query", name, "--graph", built, "--format", "csv").out)
        assert len({row["report"] for row in answer}) == 5

    def test_a_parameter_keeps_what_it_asks_for(self, built: Path, cli: Cli) -> None:
        run = cli(
            "query",
            "posts",
            "--param",
            "report=bexley-2015-07",
            "--graph",
            built,
            "--format",
            "csv",
        )
        answer = rows(run.out)
        assert len(answer) > 10
        assert {row["report"] for row in answer} == {"bexley-2015-07"}

    @pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "md", "ttl"])
    def test_every_format(self, built: Path, cli: Cli, form: str) -> None:
        run = cli("query", "inspectors", "--graph", built, "--format", form)
        assert (run.code, run.err) == (0, "")
        assert "Vivienne Clarke" in run.out
        if form == "json":
            json.loads(run.out)
        if form == "ttl":
            assert list(parse(run.out.encode(), format=RdfFormat.TURTLE))

    def test_an_answer_without_rows_says_so_to_people_alone(self, built: Path, cli: Cli) -> None:
        asked = ("query", "ratings", "--param", "report=bexley-2015-07", "--graph", built)
        assert cli(*asked).out.splitlines()[-1].startswith("no rows")
        assert len(cli(*asked, "--format", "csv").out.splitlines()) == 1

    def test_an_own_query_from_a_file(self, built: Path, tmp_path: Path, cli: Cli) -> None:
        path = tmp_path / "count.rq"
        path.write_text("SELECT (COUNT(?report) AS ?n) WHERE { ?report a yot:Report }", "utf-8")
        run = cli("query", path, "--graph", built, "--format", "csv")
        assert run.out.split() == ["n", "5"]

    def test_an_answer_into_a_file(self, built: Path, tmp_path: Path, cli: Cli) -> None:
        path = tmp_path / "posts.csv"
        run = cli("query", "posts", "--graph", built, "--format", "csv", "--output", path)
        assert run == Run(0, "", "")
        assert path.read_bytes() == (built / "answers" / "posts.csv").read_bytes()

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["no-such-question"], "no question 'no-such-question'"),
            (["post"], "did you mean posts"),
            (["posts", "--param", "colour=red"], "no parameter 'colour'"),
            (["posts", "--param", "report=nowhere-2000-01"], "there is"),
            (["posts", "--param", "report"], "not KEY=VALUE"),
            (["posts", "--param", "=x"], "not KEY=VALUE"),
            (["posts", "--format", "docx"], "docx"),
            (["none.rq"], "cannot be read as a query"),
        ],
    )
    def test_a_wrong_request(self, built: Path, cli: Cli, arguments: list[str], words: str) -> None:
        run = cli("query", *arguments, "--graph", built)
        assert run.code == 2
        assert words in one_line(run)

    def test_a_query_that_does_not_parse(self, built: Path, tmp_path: Path, cli: Cli) -> None:
        path = tmp_path / "broken.rq"
        path.write_text("SELECT WHERE", encoding="utf-8")
        run = cli("query", path, "--graph", built)
        assert run.code == 2
        assert "cannot be read" in one_line(run)

    @pytest.mark.parametrize("graph", ["none", "empty", "text.ttl"])
    def test_a_graph_that_is_none(self, tmp_path: Path, cli: Cli, graph: str) -> None:
        (tmp_path / "empty").mkdir()
        (tmp_path / "text.ttl").write_text("This is no Turtle.", encoding="utf-8")
        run = cli("query", "posts", "--graph", tmp_path / graph)
        assert run.code == 2
        assert graph in one_line(run)

    @pytest.mark.parametrize("place", [0, 1, 2, 4])
    def test_debug_shows_the_traceback_wherever_it_stands(self, built: Path, place: int) -> None:
        arguments = ["query", "nope", "--graph", str(built)]
        arguments.insert(place, "--debug")
        run = subprocess.run(
            [sys.executable, "-m", "yotgraph", *arguments],
            env={"PYTHONPATH": str(ROOT / "graph"), "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode != 0
        assert "Traceback" in run.stderr
        assert "UnknownQuestionError" in run.stderr

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["no-such-command"], "No such command 'no-such-command'; see 'yotgraph --help'"),
            (["qery"], "Did you mean 'query'"),
            (["build", "--no-such-option"], "No such option: --no-such-option"),
            (["build", "--jobs", "0"], "Invalid value for '--jobs'"),
            (["build", "--jobs", "many"], "see 'yotgraph build --help'"),
            (["query"], "Missing argument 'name'; see 'yotgraph query --help'"),
        ],
    )
    def test_wrong_usage_is_two_and_one_line(
        self, cli: Cli, arguments: list[str], words: str
    ) -> None:
        run = cli(*arguments)
        assert run.code == 2
        assert words in one_line(run)


class TestChecking:
    def test_a_graph_that_breaks_a_shape(self, built: Path, tmp_path: Path, cli: Cli) -> None:
        graph = "<https://w3id.org/yotgraph/graph/bexley-2015-07> ."
        identifier = "/id/report/bexley-2015-07> <http://purl.org/dc/terms/identifier>"
        text = (built / "yotgraph.nq").read_text(encoding="utf-8")
        whole = [line for line in text.splitlines() if line.endswith(graph)]
        kept = [line for line in whole if identifier not in line]
        assert len(kept) == len(whole) - 1
        broken = tmp_path / "broken.nq"
        broken.write_text("\n".join(kept) + "\n", encoding="utf-8")
        run = cli("validate", "--graph", broken)
        assert run.code == 1
        assert "identifier" in run.out

    def test_every_quotation_is_proved(self, built: Path, cli: Cli) -> None:
        run = cli("verify", ROOT / "reports", "--graph", built)
        assert (run.code, run.err) == (0, "")
        assert "(100.0%)" in run.out.splitlines()[-1]
        assert len(run.out.splitlines()) == 6

    def test_a_source_that_changed_is_not_proved(
        self, built: Path, tmp_path: Path, cli: Cli
    ) -> None:
        for path in (ROOT / "reports").glob("*.txt"):
            shutil.copy(path, tmp_path)
        changed = tmp_path / "bexley-2015-07.txt"
        changed.write_text(
            changed.read_text("utf-8").replace("Key strengths", "Strong points"), "utf-8"
        )
        run = cli("verify", tmp_path, "--graph", built)
        assert run.code == 1
        assert "has changed since the graph was built" in run.err

    def test_coverage_of_one_report(self, built: Path, cli: Cli) -> None:
        run = cli("coverage", "--report", "bexley-2015-07", "--graph", built, "--format", "csv")
        assert run.code == 0
        assert {row["report"] for row in rows(run.out)} == {"bexley-2015-07"}


class TestExplain:
    def test_a_fact_with_its_sentence_and_place(self, built: Path, cli: Cli) -> None:
        iri = "https://w3id.org/yotgraph/id/fact/bexley-2015-07/finding/1.2"
        run = cli("explain", iri, "--graph", built)
        assert run.code == 0
        assert iri in run.out
        assert "“Pre-sentence reports (PSRs) are written to help the court" in run.out
        assert "paragraph 1.2" in run.out
        assert re.search(r"bexley-2015-07\.txt, characters \d+ to \d+", run.out)

    @pytest.mark.parametrize("iri", ["https://w3id.org/yotgraph/id/nothing", "no iri at all", ""])
    def test_what_the_graph_does_not_know(self, built: Path, cli: Cli, iri: str) -> None:
        run = cli("explain", iri, "--graph", built)
        assert run.code == 2
        one_line(run)


class TestPartners:
    def test_the_measures_of_the_network(self, built: Path, cli: Cli) -> None:
        run = cli("partners", "--graph", built, "--format", "csv")
        assert (run.code, run.err) == (0, "")
        listed = rows(run.out)
        degrees = [int(row["degree"]) for row in listed]
        assert degrees == sorted(degrees, reverse=True)
        assert degrees[0] > 5
        assert "Bexley YOT" in {row["label"] for row in listed}

    @pytest.mark.parametrize("form", ["html", "graphml", "gexf", "svg"])
    def test_the_network_as_a_file(self, built: Path, tmp_path: Path, cli: Cli, form: str) -> None:
        path = tmp_path / f"partners.{form}"
        assert cli("partners", "--graph", built, "--output", path) == Run(0, "", "")
        assert path.read_bytes() == (built / path.name).read_bytes()

    def test_a_form_that_there_is_not(self, built: Path, tmp_path: Path, cli: Cli) -> None:
        run = cli("partners", "--graph", built, "--output", tmp_path / "x.png")
        assert run.code == 2
        assert "html, graphml, gexf, svg" in one_line(run)


class TestExport:
    @pytest.mark.parametrize(
        ("form", "parser"),
        [("trig", RdfFormat.TRIG), ("nquads", RdfFormat.N_QUADS), ("jsonld", RdfFormat.JSON_LD)],
    )
    def test_what_is_exported_comes_back(
        self, built: Path, tmp_path: Path, cli: Cli, form: str, parser: RdfFormat
    ) -> None:
        path = tmp_path / f"bexley.{form}"
        run = cli(
            "export",
            "--format",
            form,
            "--report",
            "bexley-2015-07",
            "--graph",
            built,
            "--output",
            path,
        )
        assert run == Run(0, "", "")
        graph = "<https://w3id.org/yotgraph/graph/bexley-2015-07>"
        expected = {
            quad
            for quad in parse(path=str(built / "yotgraph.nq"), format=RdfFormat.N_QUADS)
            if str(quad.graph_name) == graph
        }
        assert len(expected) > 1000
        assert set(parse(path=str(path), format=parser)) == expected

    def test_turtle_to_the_terminal(self, built: Path, cli: Cli) -> None:
        run = cli("export", "--report", "bexley-2015-07", "--graph", built)
        assert run.code == 0
        assert len(list(parse(run.out.encode(), format=RdfFormat.TURTLE))) > 1000

    def test_the_whole_graph_is_what_the_build_wrote(
        self, built: Path, tmp_path: Path, cli: Cli
    ) -> None:
        path = tmp_path / "all.nq"
        assert cli("export", "--format", "nquads", "--graph", built, "--output", path).code == 0
        assert path.read_bytes() == (built / "yotgraph.nq").read_bytes()

    def test_tables(self, built: Path, tmp_path: Path, cli: Cli) -> None:
        folder = tmp_path / "tables"
        assert cli("export", "--format", "csv", "--graph", built, "--output", folder).code == 0
        for question in load_questions():
            name = f"{question.name}.csv"
            assert (folder / name).read_bytes() == (built / "answers" / name).read_bytes()

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--format", "docx"], "docx"),
            (["--report", "nowhere-2000-01"], "nowhere-2000-01"),
            (["--format", "csv"], "--output"),
        ],
    )
    def test_a_wrong_request(self, built: Path, cli: Cli, arguments: list[str], words: str) -> None:
        run = cli("export", *arguments, "--graph", built)
        assert run.code == 2
        assert words in one_line(run)
