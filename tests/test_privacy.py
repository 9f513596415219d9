"""Children stay unnamed and contact details stay out.

The names of children are not listed here: they are found in the reports, as the first names
that stand inside the quotations of inspectors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from tests.variation import printed_people

from yotgraph.extraction import extract
from yotgraph.facts import PracticeExample, ReportFacts
from yotgraph.knowledge.names import term
from yotgraph.knowledge.quads import report_quads
from yotgraph.knowledge.verify import selectors
from yotgraph.proof import prove
from yotgraph.reading import Document

SPEECH = re.compile(r'"[^"]{20,}?"|“[^”]{20,}?”')
CAPITALISED = re.compile(r"(?<![.?!] )(?<![\"“*.…])\b[A-Z][a-z]{3,}\b")
OPENING = re.compile(
    r"[\"“]\W*([A-Z][a-z]{3,})(?=\W*(?:\.\.\.|…|\[| (?:was|had|is|has|did|went)\b))"
)
# Words with a capital that name no child: months, bodies, languages and other nouns of reports.
NO_CHILD = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "English",
        "Welsh",
        "British",
        "There",
        "This",
        "That",
        "They",
        "When",
        "Work",
        "Initial",
    ]
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
TELEPHONE = re.compile(r"(?<![\w.,/-])(?:\+44|0)(?:[ -]?\d){9,10}(?!\w)")


def names_of_children(text: str) -> set[str]:
    """The first names that stand in a report's quotations of speech."""
    people = {part for name in printed_people() for part in name.split()}
    found: set[str] = set()
    for speech in SPEECH.findall(text):
        found.update(CAPITALISED.findall(speech))
        found.update(OPENING.findall(speech))
    return found - NO_CHILD - people


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


@pytest.fixture(scope="module")
def children(read_reports: Mapping[str, Document]) -> set[str]:
    found: set[str] = set()
    for document in read_reports.values():
        found |= names_of_children(document.text)
    return found


@pytest.fixture(scope="module")
def quads(report_facts: Mapping[str, ReportFacts]) -> list[Quad]:
    return [quad for report in report_facts.values() for quad in report_quads(report, version="0")]


def test_the_reports_do_name_children(children: set[str]) -> None:
    assert len(children) >= 2


def test_no_child_is_a_person(children: set[str], quads: list[Quad]) -> None:
    person, kind = term("foaf:Person"), term("rdf:type")
    people = {quad.subject for quad in quads if quad.predicate == kind and quad.object == person}
    assert len(people) > 50
    named = {term("foaf:name"), term("rdfs:label"), term("skos:prefLabel")}
    labels = {
        quad.object.value
        for quad in quads
        if quad.subject in people and quad.predicate in named and isinstance(quad.object, Literal)
    }
    assert len(labels) > 50
    for label in labels:
        assert not words(label) & children, label


def test_no_childs_name_is_part_of_an_iri_or_a_label(children: set[str], quads: list[Quad]) -> None:
    slugs = {child.lower() for child in children}
    labels = {term("rdfs:label"), term("skos:prefLabel"), term("foaf:name")}
    for quad in quads:
        for node in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(node, NamedNode):
                assert not set(re.split(r"[^a-z]+", node.value.lower())) & slugs, node
        if quad.predicate in labels and isinstance(quad.object, Literal):
            assert not words(quad.object.value) & children, quad.object


def test_no_child_holds_a_post(children: set[str], report_facts: Mapping[str, ReportFacts]) -> None:
    for report in report_facts.values():
        for fact in report.facts:
            if fact.kind == "post":
                assert not words(fact.person) & children  # type: ignore[attr-defined]


def test_an_example_that_names_a_child_makes_nobody(trap: Callable[[str], Document]) -> None:
    document = trap("small-letter.txt")
    assert "Daniel" in names_of_children(document.text)
    report = extract(document)
    told = [fact.text for fact in report.facts if isinstance(fact, PracticeExample)]
    assert any("Daniel" in text for text in told)
    made = report_quads(report, version="0")
    assert all(
        "daniel" not in node.value.lower()
        for quad in made
        for node in (quad.subject, quad.object)
        if isinstance(node, NamedNode)
    )


@pytest.mark.parametrize("pattern", [ADDRESS, TELEPHONE], ids=["e-mail", "telephone"])
def test_the_reports_do_hold_contact_details(
    pattern: re.Pattern[str], read_reports: Mapping[str, Document]
) -> None:
    assert sum(pattern.search(document.text) is not None for document in read_reports.values()) >= 4


@pytest.mark.parametrize("pattern", [ADDRESS, TELEPHONE], ids=["e-mail", "telephone"])
def test_no_contact_detail_of_a_report_is_in_any_output(
    pattern: re.Pattern[str], built: Path, read_reports: Mapping[str, Document]
) -> None:
    contacts = {
        contact.rstrip(".").lower()
        for document in read_reports.values()
        for contact in pattern.findall(document.text)
    }
    assert len(contacts) >= 4
    files = sorted(path for path in built.rglob("*") if path.is_file())
    assert len(files) > 30
    for path in files:
        text = path.read_bytes().decode("utf-8", errors="replace").lower()
        assert [contact for contact in contacts if contact in text] == [], path.name


@pytest.mark.parametrize("pattern", [ADDRESS, TELEPHONE], ids=["e-mail", "telephone"])
def test_no_contact_detail_is_in_the_data(pattern: re.Pattern[str], built: Path) -> None:
    """Whatever looks like one; a page may name the authors of a library that it uses."""
    files = [
        path for form in ("csv", "nq", "ttl", "trig", "jsonld") for path in built.rglob(f"*.{form}")
    ]
    assert len(files) > 30
    for path in files:
        assert pattern.findall(path.read_text(encoding="utf-8")) == [], path.name


def test_no_contact_detail_is_in_what_is_left_unread(built_store: Store) -> None:
    unread = term("yot:unread")
    texts = [
        quad.object.value
        for quad in built_store.quads_for_pattern(None, unread, None, None)
        if isinstance(quad.object, Literal)
    ]
    assert texts
    assert not [text for text in texts if ADDRESS.search(text) or TELEPHONE.search(text)]


def test_contact_details_are_kept_when_a_build_is_told_to(
    read_reports: Mapping[str, Document],
) -> None:
    kept = 0
    for document in read_reports.values():
        told = extract(replace(document, keeps_contacts=True))
        leads = [fact for fact in told.facts if fact.key.startswith("lead-inspector")]
        words = [item.quote for fact in leads for item in fact.evidence]
        kept += any(ADDRESS.search(each) and TELEPHONE.search(each) for each in words)
        proof = prove(document, selectors(report_quads(told, version="0")))
        assert proof.failures == ()
    assert kept >= 3
