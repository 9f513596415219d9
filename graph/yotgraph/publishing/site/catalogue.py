"""What has a page, where that page stands, and how a label finds it.

A page stands where the IRI of its thing ends: ``…/id/report/NAME`` is ``report/NAME.html``,
so that a server which knows nothing else can lead from one to the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from yotgraph.publishing.network import Network
from yotgraph.publishing.views import Row, view
from yotgraph.vocabulary import load_frameworks, load_scheme

__all__ = [
    "KINDS",
    "Catalogue",
    "Thing",
    "evidence_path",
    "held_post",
    "page_path",
    "read_catalogue",
]

KINDS: Mapping[str, str] = {
    "report": "Reports",
    "service": "Services",
    "partner": "Partners",
    "person": "People",
    "theme": "Themes",
    "framework": "Frameworks",
}
"""The kinds of things that have pages, with the title of their list."""

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a page at ``path`` (relative to the site). ``note`` tells things of one
    label apart; ``reports`` are the slugs of the reports that speak of it; ``within`` is the IRI
    of the kind that a local partner is listed under."""

    iri: str
    kind: str
    label: str
    path: str
    note: str = ""
    reports: tuple[str, ...] = ()
    within: str = ""


class Catalogue:
    """The things with pages, by IRI and by label."""

    def __init__(
        self,
        things: Iterable[Thing],
        base: str,
        documents: Iterable[Row],
        holders: Mapping[str, str],
    ) -> None:
        self.base = base
        self.things = tuple(sorted(things, key=lambda thing: (thing.kind, thing.label, thing.iri)))
        self.documents = tuple(documents)
        self.holders = holders
        self._by_iri = {thing.iri: thing for thing in self.things}
        self._by_label: dict[tuple[str, str, str], Thing] = {}
        for thing in self.things:
            for report in ("", *thing.reports):
                self._by_label.setdefault((thing.kind, thing.label, report), thing)
        self._by_report = {thing.path.partition("/")[2][:-5]: thing for thing in self.of("report")}
        for row in self.documents:
            service = self._by_iri[row["service"]]
            self._by_label[("service", row["service_label"], row["report"])] = service
            self._by_label.setdefault(("service", row["service_label"], ""), service)

    def of(self, kind: str) -> tuple[Thing, ...]:
        """The things of a kind, by label."""
        return tuple(thing for thing in self.things if thing.kind == kind)

    def get(self, iri: str) -> Thing | None:
        """The thing with that IRI."""
        return self._by_iri.get(iri)

    def find(self, kind: str, label: str, report: str = "") -> Thing | None:
        """The thing of that label, first the one that the report speaks of."""
        if kind == "report":
            return self._by_report.get(label)
        return self._by_label.get((kind, label, report)) or self._by_label.get((kind, label, ""))


def page_path(iri: str, base: str) -> str:
    """The page of an IRI of data.

    >>> page_path("https://w3id.org/yotgraph/id/body/anytown/police", "https://w3id.org/yotgraph/")
    'body/anytown/police.html'
    """
    return f"{iri.removeprefix(f'{base}id/')}.html"


def evidence_path(iri: str, base: str) -> str:
    """The place of an evidence in the page of its report.

    >>> evidence_path("https://example.org/id/evidence/anytown-2015-07/10-19", "https://example.org/")
    'report/anytown-2015-07.html#e-10-19'
    """
    report, _, span = iri.removeprefix(f"{base}id/evidence/").rpartition("/")
    return f"report/{report}.html#e-{span}"


def read_catalogue(store: Store, network: Network, base: str) -> Catalogue:
    """Everything that gets a page."""
    documents = _one_each(view(store, "report-pages"), "document")
    people = view(store, "people-in-posts")
    things = [
        *_reports(documents, base),
        *_services(documents, base),
        *_partners(network, base),
        *_people(people, base),
        *_themes(),
        *_frameworks(documents),
    ]
    return Catalogue(things, base, documents, {row["holding"]: row["person"] for row in people})


def _one_each(rows: Iterable[Row], key: str) -> list[Row]:
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row[key], row)
    return list(found.values())


def _reports(documents: Iterable[Row], base: str) -> list[Thing]:
    return [
        Thing(
            row["document"], "report", row["title"] or row["report"],
            page_path(row["document"], base), row["published"], (row["report"],),
        )
        for row in documents
    ]  # fmt: skip


def _services(documents: Iterable[Row], base: str) -> list[Thing]:
    groups: dict[str, list[Row]] = {}
    for row in sorted(documents, key=lambda row: (row["published"], row["report"])):
        groups.setdefault(row["service"], []).append(row)
    return [
        # The latest report knows what the service is called now.
        Thing(
            iri, "service", rows[-1]["service_label"], page_path(iri, base), rows[-1]["area"],
            tuple(row["report"] for row in rows),
        )
        for iri, rows in groups.items()
    ]  # fmt: skip


def _partners(network: Network, base: str) -> list[Thing]:
    reports: dict[str, set[str]] = {}
    services: dict[str, set[str]] = {}
    labels = {node.iri: node.label for node in network.nodes}
    folds = {node.iri: node for node in network.nodes if node.kind}
    for link in network.links:
        if link.relation == "works-with":
            for iri in (link.target, folds[link.target].kind if link.target in folds else ""):
                reports.setdefault(iri, set()).add(link.report)
                services.setdefault(iri, set()).add(labels[link.source])
    things = {}
    for node in network.nodes:
        if node.type != "agency" or node.iri not in reports:
            continue
        for iri, label in ((node.iri, node.label), (node.kind, node.kind_label)):
            if iri:
                within = node.kind if iri == node.iri != node.kind else ""
                things[iri] = Thing(
                    iri,
                    "partner",
                    label,
                    page_path(iri, base),
                    _some(services[iri]),
                    tuple(sorted(reports[iri])),
                    within,
                )
    return list(things.values())


def _some(services: Collection[str]) -> str:
    """The services by name, or how many there are where nobody would read all their names.

    >>> _some({"Otherton YOT", "Anytown YOT"})
    'Anytown YOT, Otherton YOT'
    """
    if len(services) > _MOST_NAMED:
        return f"{len(services)} services"
    return ", ".join(sorted(services))


def held_post(post: str, organisation: str) -> str:
    """A post with its organisation, unless its title names that already.

    >>> held_post("Chair", "Anytown Youth Court"), held_post("Mayor of Anytown", "Mayor of Anytown")
    ('Chair, Anytown Youth Court', 'Mayor of Anytown')
    """
    return post if organisation in post else ", ".join(filter(None, (post, organisation)))


def _people(rows: Iterable[Row], base: str) -> list[Thing]:
    reports: dict[str, set[str]] = {}
    posts: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for row in rows:
        person = row["person"]
        names.setdefault(person, row["name"])
        reports.setdefault(person, set()).add(row["report"])
        held = held_post(row["post"], row["organisation"])
        posts.setdefault(person, {})[held] = None
    return [
        Thing(
            iri, "person", name, page_path(iri, base), "; ".join(filter(None, posts[iri])),
            tuple(sorted(reports[iri])),
        )
        for iri, name in names.items()
    ]  # fmt: skip


def _themes() -> list[Thing]:
    return [
        Thing(
            theme.iri, "theme", theme.label, f"theme/{theme.notation}.html",
            theme.value("definition") or "",
        )
        for theme in load_scheme("themes")
        if theme.is_a("Theme")
    ]  # fmt: skip


def _frameworks(documents: Iterable[Row]) -> list[Thing]:
    used: dict[str, list[str]] = {}
    for row in documents:
        used.setdefault(row["programme"], []).append(row["report"])
    return [
        Thing(
            programme.iri, "framework", programme.label, f"framework/{name}.html",
            programme.value("definition") or "", tuple(used.get(programme.iri, ())),
        )
        for name, framework in load_frameworks().items()
        for programme in framework.of_type("Programme")
    ]  # fmt: skip
