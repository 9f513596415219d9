"""How deep the elements of an HTML page are nested, told before the page is parsed.

A parser looks through all open elements at many a tag, so what is nested without end takes
the square of its length. Browsers nest no deeper than 512.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

__all__ = ["DEEPEST", "depth_of", "is_nested_without_end"]

DEEPEST = 512
# Elements that only a tag of their own ends: what others close by themselves is often left open.
_TAG = re.compile(
    r"<(/?)(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|header"
    r"|main|menu|nav|ol|pre|section|table|ul)(?![\w-])",
    re.IGNORECASE,
)


def is_nested_without_end(page: str) -> bool:
    """Whether more elements are opened within one another than any browser shows.

    >>> is_nested_without_end("<div>" * 600), is_nested_without_end("<div></div>" * 600)
    (True, False)
    """
    depth = 0
    for tag in _TAG.finditer(page):
        depth += -1 if tag[1] else 1
        if depth > DEEPEST:
            return True
        depth = max(depth, 0)
    return False


def depth_of(root: LexborNode) -> int:
    """How many elements the deepest node below a root stands in."""
    end = root.mem_id
    depth = deepest = 0
    node: LexborNode | None = root
    while node is not None:
        following = node.child
        if following is not None:
            depth += 1
            deepest = max(deepest, depth)
        while following is None:
            if node.mem_id == end:
                return deepest
            following = node.next
            if following is None:
                node = node.parent
                depth -= 1
                if node is None or node.mem_id == end:
                    return deepest
        node = following
    return deepest
