"""Every command, query and program that the pages show runs, and prints what they show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docs.generate_answers import PAGES, ROOT, agrees, examples, is_gap
from pyoxigraph import RdfFormat, Store, parse
from tests.docs.workspace import Workspace

from yotgraph.knowledge.checks import load_checks
from yotgraph.knowledge.questions import ask, load_questions, read_question
from yotgraph.knowledge.store import open_store

ALL_PAGES = (*PAGES, *sorted(ROOT.glob("docs/*.md")))
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>(?:(?!```).*\n)+?)```$", re.MULTILINE)
VOCABULARIES = {
    "agency-kind": "registers/agency-kinds",
    "post": "schemes/posts",
    "service": "registers/services",
    "theme": "schemes/themes",
    "type": "schemes/citation-types",
}

by_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def blocks(kind: str) -> list[str]:
    """The code blocks of one language on all pages, each once."""
    found = (
        match["text"]
        for page in ALL_PAGES
        for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
        if match["kind"] == kind
    )
    return list(dict.fromkeys(found))


def first_missing(shown: tuple[str, ...], printed: list[str]) -> str | None:
    """The first line shown that is not printed where it should be; a gap allows any lines."""
    place, jump = 0, False
    for line in shown:
        if is_gap(line):
            jump = True
            continue
        places = range(place, len(printed)) if jump else range(place, min(place + 1, len(printed)))
        found = next((index for index in places if agrees(line, printed[index])), None)
        if found is None:
            return line
        place, jump = found + 1, False
    return None


def test_a_changed_a_missing_and_a_moved_line_are_seen() -> None:
    assert first_missing(("a", "…", "d"), ["a", "b", "c", "d"]) is None
    assert first_missing(("a", "c"), ["a", "b", "c"]) == "c"
    assert first_missing(("…", "c", "b"), ["a", "b", "c"]) == "b"
    assert first_missing(("… of … files",), ["3 of 4 files"]) is None
    assert first_missing(("… of … files",), ["3 of 4 pages"]) == "… of … files"


@by_page
def test_commands_run_and_print_what_the_page_shows(page: Path, workspace: Workspace) -> None:
    shown = list(examples(page.read_text(encoding="utf-8")))
    assert len(shown) >= 5
    wrong = []
    for example in shown:
        code, output = workspace.run(example.script)
        printed = [line.rstrip() for line in output.strip("\n").splitlines()]
        if code != 0:
            wrong.append(f"exit code {code}: {example.script}{output}")
        elif (line := first_missing(example.output, printed)) is not None:
            wrong.append(f"not printed by {example.script}{line}\nprinted:\n{output}")
    assert not wrong, "run python docs/generate_answers.py\n" + "\n".join(wrong)


@pytest.fixture(scope="module")
def store(workspace: Workspace) -> Store:
    return open_store(workspace.folder / "out")


@pytest.mark.parametrize("text", blocks("sparql"), ids=lambda text: text.splitlines()[0])
def test_a_query_of_the_pages_can_be_asked(text: str, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "shown.rq"
    path.write_text(text, encoding="utf-8")
    if text.startswith("#+ check:"):
        assert load_checks(tmp_path)[0].query == text
        ask(store, read_question(path))
    else:
        if text.startswith("#+ question:"):
            assert load_questions(tmp_path)[0].query == text
        assert ask(store, read_question(path)).rows


def test_every_kind_of_block_is_looked_at() -> None:
    assert len(blocks("sparql")) >= 4
    assert len(blocks("python")) >= 2
    assert len(blocks("turtle")) >= 5


@pytest.mark.parametrize("text", blocks("python"), ids=lambda text: text.splitlines()[0])
def test_a_program_of_the_pages_runs(text: str, workspace: Workspace) -> None:
    done = subprocess.run(
        [sys.executable, "-c", text],
        cwd=workspace.folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "graph")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("text", blocks("turtle"), ids=lambda text: text.splitlines()[0])
def test_turtle_of_the_pages_can_be_added_to_its_vocabulary(text: str) -> None:
    vocabulary = VOCABULARIES.get(text.partition(":")[0])
    header = ""
    if vocabulary:
        whole = (ROOT / "ontology" / f"{vocabulary}.ttl").read_text(encoding="utf-8")
        header = "".join(re.findall(r"^@prefix .+\n", whole, re.MULTILINE))
    triples = list(parse(header + text, format=RdfFormat.TURTLE))
    used = {triple.predicate.value for triple in triples}
    terms = {iri.rpartition("#")[2] for iri in used if "/yotgraph/ontology#" in iri}
    modules = (ROOT / "ontology" / "modules").glob("*.ttl")
    known = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    assert triples
    assert all(re.search(rf"^yot:{term}$", known, re.MULTILINE) for term in terms), terms
