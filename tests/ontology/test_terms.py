"""Every term that is used is declared, and every term that is declared is explained."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

ROOT = Path(__file__).parents[2]
ONTOLOGY = URIRef("https://w3id.org/yotgraph/ontology")
NAMESPACE = f"{ONTOLOGY}#"
MODULES = tuple(sorted((ROOT / "ontology" / "modules").glob("*.ttl")))
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
USE = re.compile(r"(?<![\w-])yot:([A-Za-z][A-Za-z0-9]*)")
USERS = {
    "ontology": ("*.jsonld", "*.ttl"),
    "shapes": ("*.ttl",),
    "queries": ("*.rq",),
    "graph": ("*.py",),
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph(bind_namespaces="none")
    for path in (ROOT / "ontology" / "yotgraph.ttl", *MODULES):
        graph.parse(path, format="turtle")
    return graph


def declared(ontology: Graph) -> set[str]:
    """The local names of all terms."""
    return {
        str(term).removeprefix(NAMESPACE)
        for kind in KINDS
        for term in ontology.subjects(RDF.type, kind)
    }


@pytest.mark.parametrize("folder", sorted(USERS))
def test_every_term_in_use_is_declared(folder: str, ontology: Graph) -> None:
    files = [path for glob in USERS[folder] for path in sorted((ROOT / folder).rglob(glob))]
    used = {
        (name, str(path.relative_to(ROOT)))
        for path in files
        for name in USE.findall(path.read_text(encoding="utf-8"))
    }
    assert used, f"no file of {folder}/ uses the ontology"
    known = declared(ontology)
    assert sorted(use for use in used if use[0] not in known) == []


def test_no_term_is_declared_twice() -> None:
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for term in Graph().parse(path, format="turtle").subjects(RDFS.isDefinedBy, ONTOLOGY):
            homes.setdefault(str(term), []).append(path.stem)
    assert len(homes) > 150
    assert {term: files for term, files in homes.items() if len(files) > 1} == {}


def test_every_term_is_labelled_defined_and_shown(ontology: Graph) -> None:
    missing = []
    for kind in KINDS:
        for term in ontology.subjects(RDF.type, kind):
            for predicate in (RDFS.label, SKOS.definition, SKOS.example):
                value = ontology.value(term, predicate)
                if not isinstance(value, Literal) or value.language != "en" or not value.strip():
                    missing.append((str(term), str(predicate)))
            if ontology.value(term, RDFS.isDefinedBy) != ONTOLOGY:
                missing.append((str(term), "rdfs:isDefinedBy"))
    assert sorted(missing) == []


def test_no_definition_repeats_another(ontology: Graph) -> None:
    texts: dict[str, list[str]] = {}
    for term, text in ontology.subject_objects(SKOS.definition):
        texts.setdefault(str(text), []).append(str(term).removeprefix(NAMESPACE))
    repeated = [sorted(terms) for terms in texts.values() if len(terms) > 1]
    # The same note serves each figure that is kept as printed too.
    assert [terms for terms in repeated if not all(t.endswith("AsPrinted") for t in terms)] == []


def test_domains_and_ranges_are_known(ontology: Graph) -> None:
    known = declared(ontology)
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, OWL.disjointWith):
        for term, target in ontology.subject_objects(predicate):
            if str(target).startswith(NAMESPACE):
                assert str(target).removeprefix(NAMESPACE) in known, (term, target)


def test_terms_are_used_on_what_they_are_for(ontology: Graph) -> None:
    data = Graph(bind_namespaces="none")
    for path in sorted((ROOT / "ontology").rglob("*.ttl")):
        data.parse(path, format="turtle")
    domains = dict(ontology.subject_objects(RDFS.domain))
    misused = [
        (str(subject), str(term))
        for term, domain in domains.items()
        for subject in set(data.subjects(term))
        if not any(
            domain in data.transitive_objects(kind, RDFS.subClassOf)
            for kind in data.objects(subject, RDF.type)
        )
    ]
    assert len(domains) > 80
    assert sorted(misused) == []


def test_every_module_is_imported_and_versioned_alike(ontology: Graph) -> None:
    imported = {
        str(target).rpartition("/")[2] for target in ontology.objects(ONTOLOGY, OWL.imports)
    }
    assert imported == {path.stem for path in MODULES}
    versions = {str(version) for version in ontology.objects(None, OWL.versionInfo)}
    assert len(versions) == 1
    for module, version in ontology.subject_objects(OWL.versionIRI):
        assert str(version) == f"{module}/{next(iter(versions))}"


def test_the_catalogue_leads_each_import_to_its_file() -> None:
    folder = ROOT / "ontology"
    catalogue = ElementTree.parse(folder / "catalog-v001.xml").getroot()
    found = {each.attrib["name"]: each.attrib["uri"] for each in catalogue}
    files = (folder / "yotgraph.ttl", folder / "alignments.ttl", *MODULES)
    assert sorted(found.values()) == sorted(str(each.relative_to(folder)) for each in files)
    for name, place in found.items():
        graph = Graph().parse(folder / place, format="turtle")
        assert list(graph.subjects(RDF.type, OWL.Ontology)) == [URIRef(name)]


def test_imports_lead_to_modules_without_a_circle(ontology: Graph) -> None:
    for path in MODULES:
        module = URIRef(f"{ONTOLOGY}/{path.stem}")
        above = set(ontology.transitive_objects(module, OWL.imports)) - {module}
        for other in above:
            assert module not in set(ontology.objects(other, OWL.imports)), (path.stem, other)
