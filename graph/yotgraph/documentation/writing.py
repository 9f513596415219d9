"""Writes the documentation: the ontology's pages, the data dictionary, what is checked, and the
way to them."""

from __future__ import annotations

from pathlib import Path

from yotgraph.documentation.checking import write_checking_page
from yotgraph.documentation.dictionary import write_dictionary
from yotgraph.documentation.lode import write_lode_page
from yotgraph.documentation.markup import Content, element, link, listing, page
from yotgraph.documentation.ontology_pages import write_ontology_pages
from yotgraph.documentation.terms import Ontology, load_ontology
from yotgraph.documentation.values import load_values
from yotgraph.knowledge.questions import load_questions

__all__ = ["write_documentation"]

_STYLE = """\
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 1rem/1.5 sans-serif; color: #1b2a30; }
nav { font-size: 0.9rem; }
h1 { line-height: 1.2; }
h3 code { font-size: 0.85rem; font-weight: normal; color: #4b5d67; }
a { color: #0b5a78; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border: 1px solid #c9d3d8; }
th { background: #e3e8ea; }
td code { overflow-wrap: anywhere; }
td:first-child code { white-space: nowrap; }
pre { overflow-x: auto; padding: 0.8rem; background: #f4f6f7; }
section { margin: 1.5rem 0; padding-left: 0.8rem; border-left: 3px solid #c9d3d8; }
section:target { border-color: #0b5a78; background: #f4f6f7; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; font-size: 0.9rem; }
dt { color: #4b5d67; }
dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 0; overflow-x: auto; }
.note { font-style: italic; }
.example { color: #4b5d67; }
"""


def write_documentation(folder: Path, earlier: Path | None = None) -> list[Path]:
    """Writes all pages below ``folder`` and gives their paths, in a fixed order.

    Nothing is fetched and nothing follows from the reports: the same ontology, shapes and
    queries give the same bytes. With pyLODE installed there is ``ontology/lode.html`` too, which
    is taken over from the folder of an ``earlier`` run if the ontology is the same.
    Raises :class:`VocabularyError` on Turtle or a query header that cannot be read, and
    :class:`OSError` where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ontology = load_ontology()
    questions = load_questions()
    pages = write_ontology_pages(folder, ontology)
    lode = write_lode_page(folder, earlier)
    pages += [lode] if lode else []
    pages.append(write_checking_page(folder, ontology))
    pages += write_dictionary(folder, questions, ontology, load_values(ontology))
    texts = {
        "index.html": _index(ontology, len(questions), has_lode=lode is not None),
        "style.css": _STYLE,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [*(folder / name for name in texts), *pages]


def _index(ontology: Ontology, questions: int, *, has_lode: bool) -> str:
    rows: list[tuple[Content, ...]] = [
        (
            link("Questions and their columns", "questions/index.html"),
            f"What each of the {questions} questions answers, what each column holds, and where"
            " it comes from.",
        ),
        (
            link("Ontology", "ontology/index.html"),
            f"The {len(ontology.terms)} terms in {len(ontology.modules)} modules, a diagram for"
            " each.",
        ),
        (link("All terms", "ontology/terms.html"), "From A to Z."),
        (
            link("Public terms", "ontology/public-terms.html"),
            "What the data takes from public vocabularies, and what own terms are in them.",
        ),
    ]
    checking = "What shapes and checks ask of the data, and what to do where it is wrong."
    rows.append((link("What is checked", "checking.html"), checking))
    if has_lode:
        rows.append((link("Ontology on one page", "ontology/lode.html"), "Made by pyLODE."))
    return page(
        "Documentation",
        element("p", "Made from the ontology, the shapes and the queries; no page is by hand."),
        listing(rows),
    )
