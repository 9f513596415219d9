"""Lines of a web page that only lead elsewhere, as they stay in pages saved or printed."""

from __future__ import annotations

import re

__all__ = ["is_navigation"]

_NAVIGATION = re.compile(
    r"[(\[]?(?:[↑⇧⬆^] ?)?(?:(?:back|return|go) to (?:the )?(?:top|contents|table of contents)(?: of (?:the )?page)?"
    r"|top of (?:the )?page|skip to (?:the )?(?:main )?content)(?: ?[↑⇧⬆^])?[)\]]?$",
    re.IGNORECASE,
)


def is_navigation(text: str) -> bool:
    """Whether a text only leads elsewhere on the page.

    >>> is_navigation("Back to top"), is_navigation("Back to school")
    (True, False)
    """
    return _NAVIGATION.match(text) is not None
