"""Footnotes of an HTML page: which links are marks, and which elements are their notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

__all__ = ["Notes", "find_notes", "walk"]

_LABEL = re.compile(
    r"\[?(?:foot|end)?(?:note)?\s*(\d{1,3}|[ivxlc]{1,6}|[a-z*†‡])\]?$", re.IGNORECASE
)
_HINT = re.compile(r"(?:foot|end)note|noteref|\bfn|_(?:ftn|edn)", re.IGNORECASE)
_BLOCKS = frozenset(("p", "li", "div", "td", "dd", "aside", "section", "blockquote"))
_INLINE = frozenset(("a", "sup", "span", "b", "strong", "em", "i", "small"))


@dataclass(frozen=True, slots=True)
class Notes:
    """Labels of marks and the elements of notes, both by the identity of the element."""

    marks: dict[int, str] = field(default_factory=dict)
    bodies: dict[str, LexborNode] = field(default_factory=dict)
    elements: frozenset[int] = frozenset()
    backlinks: frozenset[int] = frozenset()


def walk(root: LexborNode) -> Iterator[LexborNode]:
    """Every node below a root and itself, in the order of the page."""
    # Nodes that are compared with each other compare all they hold; identities are cheap.
    end = root.mem_id
    node: LexborNode | None = root
    while node is not None:
        yield node
        following = node.child
        while following is None:
            if node.mem_id == end:
                return
            following = node.next
            if following is None:
                node = node.parent
                if node is None or node.mem_id == end:
                    return
        node = following


def find_notes(root: LexborNode) -> Notes:
    """The footnotes of a page: links forward whose words are a label.

    A link back, from the note to its mark, leads to an earlier place and is no mark.
    """
    order: dict[int, int] = {}
    targets: dict[str, LexborNode] = {}
    links: list[tuple[LexborNode, str]] = []
    for place, node in enumerate(walk(root)):
        order[node.mem_id] = place
        attributes = node.attributes
        for key in ("id", "name"):
            name = attributes.get(key)
            if name:
                targets.setdefault(name, node)
        target = attributes.get("href") or ""
        if node.tag == "a" and target.startswith("#") and len(target) > 1:
            links.append((node, target[1:]))
    marks: dict[int, str] = {}
    bodies: dict[str, LexborNode] = {}
    backlinks: set[int] = set()
    for link, name in links:
        target_node = targets.get(name)
        if target_node is None:
            continue
        if order[target_node.mem_id] < order[link.mem_id]:
            backlinks.add(link.mem_id)
            continue
        label = _label(link)
        body = _block(target_node)
        if label is None or body is None:
            continue
        label = label if label.isdigit() else str(len(bodies) + 1)
        marks[link.mem_id] = label
        bodies.setdefault(label, body)
    elements = frozenset(body.mem_id for body in bodies.values())
    return Notes(marks, bodies, elements, frozenset(backlinks))


def _label(link: LexborNode) -> str | None:
    """The label that a link's words are, where something says that it is a mark."""
    match = _LABEL.match((link.text() or "").strip())
    if match is None:
        return None
    parent = link.parent
    attributes = link.attributes
    hints = " ".join(str(attributes.get(key) or "") for key in ("class", "role", "rel", "href"))
    raised = link.css_first("sup") is not None or (parent is not None and parent.tag == "sup")
    return match[1] if raised or _HINT.search(hints) else None


def _block(target: LexborNode) -> LexborNode | None:
    """The element that holds a note: the target, or what an anchor in it stands in."""
    node: LexborNode | None = target
    while node is not None and node.tag in _INLINE:
        node = node.parent
    return node if node is not None and node.tag in _BLOCKS else None
