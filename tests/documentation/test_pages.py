"""The pages: complete, linked, at home on any disk, and the same bytes each time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from yotgraph.documentation import lode, write_documentation
from yotgraph.documentation.lode import write_lode_page
from yotgraph.documentation.markup import element, joined, link
from yotgraph.documentation.terms import load_ontology
from yotgraph.errors import VocabularyError, YotgraphError
from yotgraph.knowledge.questions import load_questions

ROOT = Path(__file__).parents[2]
ONTOLOGY = load_ontology()


class _Links(HTMLParser):
    """The addresses and anchors of a page, and what it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            elif name == "href" and value and tag == "a":
                self.addresses.append(value)
            elif name in ("src", "href", "data") and value:
                self.fetched.append(value)


def own_pages(written: tuple[Path, list[Path]]) -> list[Path]:
    return [path for path in written[1] if path.suffix == ".html" and path.name != "lode.html"]


def test_there_is_a_page_for_each_module_and_question(written: tuple[Path, list[Path]]) -> None:
    folder, paths = written
    names = {path.relative_to(folder).as_posix() for path in paths}
    assert len(names) == len(paths)
    assert {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    } == (names)
    expected = {f"ontology/{module.name}.html" for module in ONTOLOGY.modules}
    expected |= {f"ontology/{module.name}.svg" for module in ONTOLOGY.modules if module.terms}
    expected |= {f"questions/{question.name}.html" for question in load_questions()}
    assert expected < names
    assert {"index.html", "style.css", "ontology/lode.html"} < names


def test_every_term_is_told_in_full(written: tuple[Path, list[Path]]) -> None:
    for module in ONTOLOGY.modules:
        text = (written[0] / "ontology" / f"{module.name}.html").read_text(encoding="utf-8")
        for term in module.terms:
            for said in (term.label, term.definition, *term.notes, *term.examples, term.iri):
                assert joined([said]) in text, (term.name, said)


def test_every_link_within_leads_somewhere(written: tuple[Path, list[Path]]) -> None:
    read = {path: _Links(path.read_text(encoding="utf-8")) for path in own_pages(written)}
    followed = 0
    for path, links in read.items():
        for address in links.addresses:
            if address.startswith(("http://", "https://")):
                continue
            target, _, anchor = address.partition("#")
            place = (path.parent / target).resolve() if target else path
            assert place.is_file(), (path.name, address)
            if anchor and place in read:
                assert anchor in read[place].anchors, (path.name, address)
            followed += 1
    assert followed > 1000


def test_pages_fetch_nothing_from_elsewhere(written: tuple[Path, list[Path]]) -> None:
    for path in own_pages(written):
        text = path.read_text(encoding="utf-8")
        assert all(each.endswith("style.css") for each in _Links(text).fetched), path.name
        assert "<script" not in text
        assert str(ROOT) not in text
    lode_page = (written[0] / "ontology" / "lode.html").read_text(encoding="utf-8")
    assert not [each for each in _Links(lode_page).fetched if each.startswith("http")]


def test_another_run_writes_the_same_bytes(
    written: tuple[Path, list[Path]], tmp_path: Path
) -> None:
    program = (
        "from pathlib import Path\nfrom yotgraph.documentation import write_documentation\n"
        f"write_documentation(Path({str(tmp_path)!r}))"
    )
    env = {**os.environ, "PYTHONHASHSEED": "77", "PYTHONPATH": str(ROOT / "graph")}
    subprocess.run([sys.executable, "-c", program], env=env, check=True)
    folder, paths = written
    for path in paths:
        assert (tmp_path / path.relative_to(folder)).read_bytes() == path.read_bytes(), path.name


def test_lode_shows_every_term(written: tuple[Path, list[Path]]) -> None:
    text = (written[0] / "ontology" / "lode.html").read_text(encoding="utf-8")
    assert ONTOLOGY.title in text
    missing = [
        term.iri for term in ONTOLOGY.terms.values() if f"<code>{term.iri}</code>" not in text
    ]
    assert missing == []
    assert len(re.findall(r"Scope Note", text)) > 20


def test_without_lode_the_rest_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lode, "find_spec", lambda name: None)
    names = {path.name for path in write_documentation(tmp_path)}
    assert "lode.html" not in names
    assert "terms.html" in names
    assert "pyLODE" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_page_of_an_earlier_run_is_taken_over_while_the_ontology_is_the_same(
    written: tuple[Path, list[Path]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier"
    shutil.copytree(written[0], earlier)
    page = earlier / "ontology" / "lode.html"
    monkeypatch.setattr(lode, "lode_page", lambda: "made again")
    assert write_lode_page(tmp_path / "same", earlier)
    assert (tmp_path / "same" / "ontology" / "lode.html").read_bytes() == page.read_bytes()
    page.write_text(page.read_text(encoding="utf-8").replace(" from ", " from 0"), "utf-8")
    assert write_lode_page(tmp_path / "other", earlier)
    assert (tmp_path / "other" / "ontology" / "lode.html").read_text("utf-8") == "made again"


def test_a_failing_lode_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "pylode"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise RuntimeError('out of ink')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    lode.lode_page.cache_clear()
    with pytest.raises(YotgraphError, match="out of ink"):
        write_lode_page(tmp_path)


@pytest.mark.parametrize("text", ["", "nothing", "<https://e.org/a> a <https://e.org/b> ."])
def test_an_ontology_without_its_header_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "modules").mkdir()
    with pytest.raises(VocabularyError):
        load_ontology(tmp_path)
    (tmp_path / "modules" / "a.ttl").write_text(text)
    for name in ("yotgraph.ttl", "alignments.ttl"):
        (tmp_path / name).write_bytes((ROOT / "ontology" / name).read_bytes())
    with pytest.raises(VocabularyError):
        load_ontology(tmp_path)


def test_text_is_never_mark_up() -> None:
    hostile = "</td><script>alert('x')</script>&amp;\""
    made = element("p", hostile, title=hostile)
    assert _Links(made).fetched == []
    assert made.count("<") == 2
    assert link(hostile, "javascript:x").count("<") == 2
    assert element("p", element("b", "x")) == "<p><b>x</b></p>"
