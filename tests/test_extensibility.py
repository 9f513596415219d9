"""A theme, a kind of partner, a service and a framework are added in Turtle alone.

The package is the one that is tested, unchanged, beside a copy of ``ontology/``. Two made-up
reports are read twice: with the folder as it is, and with a few lines of Turtle more.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LETTER = """<i>To:</i>	Orla Thornbury, Chair of Zedmoor YOT Management Board
<i>From:</i>	Idris Kettle, HM Assistant Chief Inspector
<i>Publication date:</i>	09 March 2016

## Report of Short Quality Screening (SQS) of youth offending work in Zedmoor

The inspection was conducted from 15-17 February 2016.

### Context

We examined 18 cases that were supervised by Zedmoor Youth Offending Team (YOT).

### Commentary on the inspection in Zedmoor:

#### 1. Reducing reoffending

- 1.1. Children grew vegetables on allotments. Beekeeping was popular on the allotments.
- 1.2. Joint work with the canal trust was excellent.

## Key strengths

- Joint work with the canal trust.

## Areas requiring improvement

- Plans should be reviewed when circumstances change.

Copy to:

YOT Manager	<i>Kit Okonkwo</i>
Local Authority Chief Executive	<i>Siân ap Rhys</i>
"""
REPORT = """# Joint inspection of youth justice teams in Zedmoor

May 2019

## Foreword

This inspection looked at Zedmoor Youth Justice Team (YJT).

## Key strengths

- Staff know the children well.

## Areas for improvement

- Plans should be reviewed when circumstances change.
"""
ADDED = {
    "schemes/themes.ttl": """
theme:gardening
    a yot:Theme , skos:Concept ;
    skos:notation "gardening" ;
    skos:prefLabel "gardening"@en ;
    skos:definition "Work of children in gardens and on allotments."@en ;
    skos:altLabel "beekeeping"@en ;
    yot:pattern "\\\\ballotments?\\\\b" ;
    skos:inScheme <https://w3id.org/yotgraph/scheme/themes> ;
    skos:topConceptOf <https://w3id.org/yotgraph/scheme/themes> .
""",
    "registers/agency-kinds.ttl": """
agency-kind:canal-trust
    a yot:AgencyKind , skos:Concept ;
    skos:prefLabel "Canal trust"@en ;
    skos:definition "A body that looks after the waterways of an area."@en ;
    skos:altLabel "canal trusts"@en , "waterways trust"@en ;
    yot:sector sector:voluntary-and-community ;
    skos:inScheme <https://w3id.org/yotgraph/id/register/agency-kinds> .
""",
    "registers/local-authorities.ttl": """
authority:zedmoor
    a yot:LocalAuthority ;
    rdfs:label "Zedmoor Council" ;
    skos:prefLabel "Zedmoor Borough Council"@en ;
    skos:altLabel "Zedmoor Council"@en ;
    yot:gssCode "E06000999" ;
    yot:region "South West" .
""",
    "registers/services.ttl": """
service:zedmoor
    a yot:YouthOffendingService ;
    skos:prefLabel "Zedmoor"@en ;
    skos:altLabel "Zed Moor"@en ;
    yot:localAuthority authority:zedmoor .
""",
    "frameworks/joint-teams.ttl": """# A made-up programme of inspections of youth justice teams.

@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix domain: <https://w3id.org/yotgraph/framework/joint-teams/domain/> .
@prefix question: <https://w3id.org/yotgraph/framework/joint-teams/question/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix standard: <https://w3id.org/yotgraph/framework/joint-teams/standard/> .
@prefix yot: <https://w3id.org/yotgraph/ontology#> .

# The programme

<https://w3id.org/yotgraph/framework/joint-teams>
    a yot:Programme , skos:ConceptScheme ;
    skos:notation "joint-teams" ;
    rdfs:label "Joint team inspection" ;
    skos:prefLabel "Joint team inspection"@en ;
    yot:pattern "\\\\bjoint inspection of youth justice teams\\\\b" ;
    skos:definition "A programme of joint inspections of youth justice teams."@en ;
    dcterms:publisher <https://w3id.org/yotgraph/id/body/hm-inspectorate-of-probation> .

# Its parts

domain:1
    a yot:Domain , skos:Concept ;
    skos:notation "1" ;
    yot:number "1" ;
    rdfs:label "Teams" ;
    skos:prefLabel "Teams"@en ;
    skos:definition "How the team is set up."@en ;
    skos:inScheme <https://w3id.org/yotgraph/framework/joint-teams> .

standard:1.1
    a yot:Standard , skos:Concept ;
    skos:notation "1.1" ;
    rdfs:label "Seamanship" ;
    skos:prefLabel "Seamanship"@en ;
    yot:inDomain domain:1 ;
    yot:countsTowardsScore true ;
    skos:definition "The team works well together."@en ;
    skos:inScheme <https://w3id.org/yotgraph/framework/joint-teams> .

question:1.1.1
    a yot:KeyQuestion , skos:Concept ;
    skos:notation "1.1.1" ;
    rdfs:label "Does the team work together?" ;
    skos:prefLabel "Does the team work together?"@en ;
    yot:ofStandard standard:1.1 ;
    skos:inScheme <https://w3id.org/yotgraph/framework/joint-teams> .
""",
}
SLUGS = ("zedmoor-2016-03", "zedmoor-2019-05")


@dataclass(frozen=True)
class Project:
    """A copy of the project's ontology beside the package that is tested."""

    place: Path

    @classmethod
    def at(cls, place: Path) -> Project:
        (place / "graph").mkdir()
        (place / "graph" / "yotgraph").symlink_to(ROOT / "graph" / "yotgraph")
        for folder in ROOT.iterdir():
            if folder.is_dir() and folder.name not in ("graph", "ontology", "out"):
                (place / folder.name).symlink_to(folder)
        shutil.copytree(ROOT / "ontology", place / "ontology")
        (place / "documents").mkdir()
        (place / "documents" / "letter.txt").write_text(LETTER, encoding="utf-8")
        (place / "documents" / "report.txt").write_text(REPORT, encoding="utf-8")
        return cls(place)

    def run(self, *arguments: str) -> str:
        """What the command prints; its exit code must be 0."""
        done = subprocess.run(
            [sys.executable, "-m", "yotgraph", *arguments],
            cwd=self.place,
            env={**os.environ, "PYTHONPATH": str(self.place / "graph")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def built(self) -> Project:
        self.run("--quiet", "build", "documents", "--out", "out")
        return self

    def answer(self, name: str, **wanted: str) -> list[dict[str, str]]:
        """The rows of an answer that have these values."""
        path = self.place / "out" / "answers" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return [row for row in rows if all(row[key] == value for key, value in wanted.items())]

    def warnings(self) -> set[str]:
        """The checks and shapes that had something to say."""
        path = self.place / "out" / "validation.json"
        return {each["source"] for each in json.loads(path.read_text(encoding="utf-8"))["results"]}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project.at(tmp_path_factory.mktemp("before")).built()


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.at(tmp_path_factory.mktemp("after"))
    for name, turtle in ADDED.items():
        path = project.place / "ontology" / name
        known = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(known + turtle, encoding="utf-8")
    return project.built()


def test_only_turtle_is_added(before: Project, after: Project) -> None:
    assert all(name.endswith(".ttl") for name in ADDED)
    for project in (before, after):
        code = project.place / "graph" / "yotgraph"
        assert code.is_symlink()
        assert code.resolve() == ROOT / "graph" / "yotgraph"
        assert {row["report"] for row in project.answer("reports")} == set(SLUGS)


def test_a_new_theme_is_found(before: Project, after: Project) -> None:
    (old,) = before.answer("findings", report=SLUGS[0], paragraph="1.1")
    (new,) = after.answer("findings", report=SLUGS[0], paragraph="1.1")
    assert "gardening" not in old["themes"]
    assert "gardening" in new["themes"]


def test_a_new_kind_of_partner_is_found(before: Project, after: Project) -> None:
    assert before.answer("partner-links", report=SLUGS[0], agency="Canal trust") == []
    (link,) = after.answer("partner-links", report=SLUGS[0], agency="Canal trust")
    assert link["sector"] == "voluntary and community"
    assert (link["mentions"], link["strengths"], link["concerns"]) == ("2", "2", "0")
    (recurring,) = after.answer("agencies-across-reports", agency="Canal trust")
    assert recurring["services"] == "Zedmoor YOT"


def test_a_new_service_is_known(before: Project, after: Project) -> None:
    unknown = "https://w3id.org/yotgraph/check/area-not-in-register"
    assert unknown in before.warnings()
    assert unknown not in after.warnings()
    query = after.place / "council.rq"
    query.write_text(
        "SELECT ?name WHERE { ?visit yot:inspectedService/yot:localAuthority ?council ."
        " ?council skos:prefLabel ?name }",
        encoding="utf-8",
    )
    assert "Zedmoor Borough Council" in after.run("query", str(query), "--format", "csv")


def test_a_new_framework_is_recognised(before: Project, after: Project) -> None:
    (old,) = before.answer("reports", report=SLUGS[1])
    (new,) = after.answer("reports", report=SLUGS[1])
    assert (old["programme"], new["programme"]) == ("", "Joint team inspection")
    (history,) = after.answer("service-history", report=SLUGS[1])
    assert history["programme"] == "Joint team inspection"
    query = after.place / "standards.rq"
    query.write_text(
        "SELECT ?question WHERE { ?report yot:programme ?programme ."
        " ?asked yot:ofStandard/skos:inScheme ?programme ; skos:prefLabel ?question }",
        encoding="utf-8",
    )
    assert "Does the team work together?" in after.run("query", str(query), "--format", "csv")


def test_what_was_added_keeps_to_the_shapes_of_registers(after: Project) -> None:
    report = json.loads(after.run("validate", "--graph", "out", "--format", "json"))
    assert report["conforms"]
    assert report["results"] == []
    seen = {each["shape"].rpartition("#")[2]: each["focus_nodes"] for each in report["shapes"]}
    assert seen["Programme"] == len(list((after.place / "ontology" / "frameworks").iterdir()))
