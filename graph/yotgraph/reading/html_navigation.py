"""What an HTML page holds beside its document: navigation, banners, licences, scripts."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

__all__ = ["is_contents", "is_dropped"]

_DROPPED = frozenset(
    (
        "script", "style", "template", "noscript", "nav", "button", "select", "textarea", "svg",
        "iframe", "object", "audio", "video", "canvas", "head", "footer", "dialog", "input",
    )
)  # fmt: skip
_DROPPED_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "dialog"))
_DROPPED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|breadcrumbs?|skip-?link|back-to-top|social|licen[cs]e|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def is_dropped(node: LexborNode, root: LexborNode) -> bool:
    """Whether an element below a root is no part of the document: hidden, or of the site."""
    tag = node.tag or ""
    if tag in _DROPPED or tag.startswith("-"):
        return True
    if tag == "header" and node.parent is not None and node.parent.tag == "body":
        return True
    attributes = node.attributes
    if not attributes or node.mem_id == root.mem_id:
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (attributes.get("role") or "") in _DROPPED_ROLES
        or _HIDDEN_STYLE.search(attributes.get("style") or "") is not None
        or _DROPPED_CLASS.search(names) is not None
    )


def is_contents(node: LexborNode) -> bool:
    """Whether a list only leads to places of the same page."""
    items = node.css("li")
    links = node.css("a")
    if len(items) < 2 or len(links) != len(items):
        return False
    return all((link.attributes.get("href") or "").startswith("#") for link in links) and all(
        _SPACE.sub("", item.text() or "") == _SPACE.sub("", link.text() or "")
        or item.css_first("ul, ol") is not None
        for item, link in zip(items, links, strict=True)
    )
