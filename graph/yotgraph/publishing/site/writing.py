"""The whole site, page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pyoxigraph import Store

from yotgraph.knowledge.names import Names
from yotgraph.knowledge.questions import Answer
from yotgraph.publishing.network_files import Picture, read_picture
from yotgraph.publishing.site.answers import Answers, read_answers
from yotgraph.publishing.site.assets import bundled, copy_assets
from yotgraph.publishing.site.catalogue import Catalogue, read_catalogue
from yotgraph.publishing.site.facts import read_facts, read_labels
from yotgraph.publishing.site.linked_data import write_linked_data
from yotgraph.publishing.site.lists import list_pages, question_list, question_pages
from yotgraph.publishing.site.network import write_network_page
from yotgraph.publishing.site.overview import overview_page
from yotgraph.publishing.site.paging import write_paged
from yotgraph.publishing.site.rendering import Site
from yotgraph.publishing.site.reports import report_page
from yotgraph.publishing.site.search import write_search
from yotgraph.publishing.site.sources import SourceText
from yotgraph.publishing.site.things import Things

__all__ = ["write_site"]

Progress = Callable[[int, int], None]


def write_site(
    store: Store,
    sources: Mapping[str, SourceText],
    folder: Path,
    names: Names,
    *,
    picture: Picture | None = None,
    answered: Mapping[str, Answer] | None = None,
    progress: Progress = lambda done, total: None,
) -> list[Path]:
    """Writes the site of a store into ``folder``, which is made; gives the files' paths.

    ``sources`` has the text of reports by slug and is asked for each once, so that it may read
    them only then; a report without its text shows its quotations in a list. ``picture`` is
    the partner network and ``answered`` answers to questions, where they were had already. Raises :class:`OutputError` where a page
    would stand outside of the folder and :class:`OSError` where it cannot be written.
    """
    drawn = picture or read_picture(store)
    catalogue = read_catalogue(store, drawn.network, names.base)
    site = Site(folder, bundled())
    answers = read_answers(store, catalogue, known=answered)
    copy_assets(site)
    write_paged(site, overview_page(answers))
    for page in (*list_pages(catalogue), question_list(answers), *question_pages(answers)):
        write_paged(site, page)
    write_network_page(site, drawn, answers)
    write_search(site, answers)
    _write_things(site, store, answers, drawn, progress)
    _write_reports(site, store, answers, sources)
    return site.written


def _write_things(
    site: Site, store: Store, answers: Answers, picture: Picture, progress: Progress
) -> None:
    things = Things(answers, picture.network)
    catalogue = answers.catalogue
    for done, thing in enumerate(catalogue.things, 1):
        if thing.kind != "report":
            write_paged(site, things.page(thing))
        write_linked_data(site, store, thing)
        progress(done, len(catalogue.things))


def _write_reports(
    site: Site, store: Store, answers: Answers, sources: Mapping[str, SourceText]
) -> None:
    catalogue: Catalogue = answers.catalogue
    labels = read_labels(store)
    for thing in catalogue.of("report"):
        slug = thing.reports[0]
        facts = read_facts(store, slug, catalogue, labels)
        source = sources.get(slug)
        write_paged(site, report_page(thing, answers, facts, source), "report.html")
