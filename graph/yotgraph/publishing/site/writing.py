"""The whole site, page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store, Triple

from yotgraph.garbage import without_searching
from yotgraph.knowledge.names import Names
from yotgraph.publishing.network_files import Picture
from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.asking import Rows, gather, read_answers, shown_questions
from yotgraph.publishing.site.assets import bundled, copy_assets
from yotgraph.publishing.site.catalogue import KINDS, Thing, read_catalogue
from yotgraph.publishing.site.facts import Labels, read_facts, read_labels
from yotgraph.publishing.site.linked_data import (
    write_description,
    write_linked_data,
    write_report_data,
    write_statements,
)
from yotgraph.publishing.site.lists import list_pages, listed, question_list, question_page
from yotgraph.publishing.site.network import write_network_page
from yotgraph.publishing.site.overview import overview_page
from yotgraph.publishing.site.paging import write_paged
from yotgraph.publishing.site.parallel import spread
from yotgraph.publishing.site.rendering import Site
from yotgraph.publishing.site.reports import report_page
from yotgraph.publishing.site.search import write_search
from yotgraph.publishing.site.sources import SourceText
from yotgraph.publishing.site.subjects import (
    LIST_PREFIXES,
    SUBJECT_PREFIXES,
    dataset_statements,
    list_name,
    list_statements,
    network_statements,
    question_list_statements,
    question_statements,
)
from yotgraph.publishing.site.things import Things

__all__ = ["write_site"]

Progress = Callable[[int, int], None]


@without_searching()
def write_site(
    store: Store,
    sources: Mapping[str, SourceText],
    folder: Path,
    names: Names,
    *,
    picture: Picture | None = None,
    asked: Mapping[str, Rows] | None = None,
    description: Sequence[Triple] = (),
    exports: Sequence[str] = (),
    jobs: int = 1,
    progress: Progress = lambda done, total: None,
) -> list[Path]:
    """Writes the site of a store into ``folder``, which is made; gives the files' paths.

    ``sources`` has the text of reports by slug and is asked for each once, so that it may read
    them only then; a report without its text shows its quotations in a list. ``picture`` is the
    partner network and ``asked`` the rows of all questions, where :func:`gather` gave both already.
    ``description`` says what the data set is, and ``exports`` names the files beside the folder
    that hold all of it. With ``jobs``, so many processes write pages where the system can fork.
    Raises :class:`OutputError` where a page would stand outside of the folder and
    :class:`OSError` where it cannot be written.
    """
    if picture is None or asked is None:
        picture, asked = gather(store, shown_questions(), jobs=jobs)
    network = picture.network
    answered = read_answers(store, read_catalogue(store, network, names.base), asked=asked)
    site = Site(folder, bundled())
    copy_assets(site)
    writer = _Writer(site, store, answered, Things(answered, network), sources, read_labels(store))
    work: list[Callable[[], None]] = [
        lambda: write_network_page(site, picture, answered),
        lambda: write_search(site, answered),
        lambda: write_paged(site, overview_page(answered, exports)),
        lambda: _write_lists(site, store, answered),
        lambda: _describe_whole(site, store, answered, description),
        *(
            lambda name=name: write_paged(site, question_page(answered, name))
            for name in answered.questions
        ),
        *(lambda thing=thing: writer.write(thing) for thing in answered.catalogue.things),
    ]
    site.written += spread(work, lambda: site.written, jobs, progress)
    return [folder / path for path in sorted(set(site.written))]


def _write_lists(site: Site, store: Store, answers: Answers) -> None:
    """The lists of things and of questions, each with its data."""
    catalogue = answers.catalogue
    for (kind, title), page in zip(KINDS.items(), list_pages(answers), strict=True):
        write_paged(site, page)
        things = listed(catalogue, kind)
        told = list_statements(store, list_name(kind), title, things, catalogue.base)
        write_statements(site, page.path, told, LIST_PREFIXES)
    page = question_list(answers)
    write_paged(site, page)
    told = question_list_statements(answers.questions.values(), catalogue.base)
    write_description(site, page.path, told, SUBJECT_PREFIXES, catalogue.base)


def _describe_whole(
    site: Site, store: Store, answers: Answers, description: Sequence[Triple]
) -> None:
    """The data of the overview, of the network and of each question."""
    base = answers.catalogue.base
    told = dataset_statements(description, base)
    write_description(site, "index.html", told, SUBJECT_PREFIXES, base)
    write_statements(site, "network.html", network_statements(store, base), LIST_PREFIXES)
    for name, question in answers.questions.items():
        asked = question_statements(question, base)
        write_description(site, f"question/{name}.html", asked, SUBJECT_PREFIXES, base)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the page of one thing, and its data beside it."""

    site: Site
    store: Store
    answers: Answers
    things: Things
    sources: Mapping[str, SourceText]
    labels: Labels

    def write(self, thing: Thing) -> None:
        if thing.kind != "report":
            write_linked_data(self.site, self.store, thing)
            write_paged(self.site, self.things.page(thing))
            return
        described = write_report_data(self.site, self.store, thing)
        facts = read_facts(described, self.answers.catalogue, self.labels)
        source = self.sources.get(thing.reports[0])
        write_paged(self.site, report_page(thing, self.answers, facts, source), "report.html")
