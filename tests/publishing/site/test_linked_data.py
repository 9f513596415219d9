"""Every page says what it is about, and the data beside it tells of that very thing."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from yotgraph.knowledge.questions import load_questions

_FORMS = {"text/turtle": RdfFormat.TURTLE, "application/ld+json": RdfFormat.JSON_LD}
_HAS_PART = NamedNode("http://purl.org/dc/terms/hasPart")
_BASE = "https://w3id.org/yotgraph/"


class Head(HTMLParser):
    """What a page says that it is about, and where its data lies: in its head, and to be seen."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.about: list[str] = []
        self.linked: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.text = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "link" and has["rel"] == "about":
            self.about.append(has["href"])
        if tag == "link" and has["rel"] == "alternate":
            self.linked[has["type"]] = has["href"]
        if tag == "a" and has.get("type") in _FORMS:
            self.shown[has["type"]] = has["href"]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def heads(built: Path) -> dict[Path, Head]:
    """What every page says, the page that holds the whole network with them."""
    pages = [*sorted((built / "site").rglob("*.html")), built / "partners.html"]
    assert len(pages) > 200
    return {page: Head(page) for page in pages}


def statements(path: Path, form: RdfFormat) -> set[Triple]:
    return {quad.triple for quad in parse(path=path, format=form)}


def test_every_page_carries_its_iri_and_leads_to_its_data(heads: dict[Path, Head]) -> None:
    checked: dict[str, dict[str, set[Triple]]] = {}
    for page, head in heads.items():
        assert len(head.about) == 1, page
        assert f" {head.about[0]}\n" in head.text.replace("\xa0", " "), page
        assert set(head.linked) == set(_FORMS), page
        assert head.shown == head.linked, page
        if head.about[0] not in checked:
            checked[head.about[0]] = {
                form: statements(page.parent / place, _FORMS[form])
                for form, place in head.linked.items()
            }
    for iri, found in checked.items():
        turtle, jsonld = found.values()
        assert turtle == jsonld, iri
        assert any(triple.subject == NamedNode(iri) for triple in turtle), iri
        assert not [
            triple
            for triple in turtle
            if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)
        ], iri


def test_pages_of_different_things_have_different_names(heads: dict[Path, Head]) -> None:
    places = {head.about[0]: set[Path]() for head in heads.values()}
    for page, head in heads.items():
        places[head.about[0]].add((page.parent / head.linked["text/turtle"]).resolve())
    assert all(len(found) == 1 for found in places.values())
    assert [place.name for place in places[f"{_BASE}dataset"]] == ["index.ttl"]


@pytest.mark.parametrize("name", ["services", "reports", "partners", "people", "frameworks"])
def test_a_list_names_what_it_lists(built: Path, name: str) -> None:
    site = built / "site"
    found = statements(site / f"{name}.ttl", RdfFormat.TURTLE)
    parts = [triple.object for triple in found if triple.predicate == _HAS_PART]
    page = (site / f"{name}.html").read_text(encoding="utf-8")
    assert len(parts) == page.count('<th scope="row">')
    assert len(parts) >= 5


def test_a_question_is_the_query_that_the_data_set_offers(built: Path) -> None:
    whole = statements(built / "site" / "index.ttl", RdfFormat.TURTLE)
    assert whole > statements(built / "dataset.ttl", RdfFormat.TURTLE)
    for question in load_questions():
        if question.name != "evidence":
            asked = statements(
                built / "site" / "question" / f"{question.name}.ttl", RdfFormat.TURTLE
            )
            assert asked < whole
            assert question.question in {str(each.object)[1:-4] for each in asked}


def test_the_network_is_its_links(built: Path) -> None:
    found = statements(built / "site" / "network.ttl", RdfFormat.TURTLE)
    links = {triple.object for triple in found if triple.predicate == _HAS_PART}
    counted = {each.subject for each in found if str(each.predicate).endswith("mentionCount>")}
    assert counted == links
    assert len(links) > 30
    assert found - {each for each in found if each.subject not in links} <= statements(
        built / "yotgraph.nq", RdfFormat.N_QUADS
    )


def test_the_overview_leads_to_all_the_data(heads: dict[Path, Head], built: Path) -> None:
    page = (built / "site" / "index.html").read_text(encoding="utf-8")
    for name in ("yotgraph.ttl", "yotgraph.trig", "yotgraph.nq", "yotgraph.jsonld"):
        assert f'<a href="../{name}">{name}</a>' in page
        assert (built / name).is_file()
