"""Opens pages from disk, each in a profile of its own, and remembers what goes wrong in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

# How long a test waits for what a page should do, in milliseconds; the machine may be busy.
_PATIENCE = 15_000
_OF_THE_DISK = ("file:", "blob:", "data:")


@dataclass
class Visits:
    """Opens pages of one folder and remembers what went wrong in them."""

    browser: Browser
    folder: Path
    wrong: list[str] = field(default_factory=list)

    def __call__(self, path: str, *, width: int = 1280, **options: Any) -> Page:
        """A page by its path in the folder, with ``?`` and ``#`` behind it where there are any."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, accept_downloads=True, **options
        )
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.on("console", lambda message: self._said(path, message))
        page.on("pageerror", lambda error: self.wrong.append(f"{path}: {error}"))
        page.on("request", lambda request: self._asked(path, request))
        page.on("dialog", lambda dialog: self.wrong.append(f"{path}: says {dialog.message}"))
        page.goto(self.address(path))
        return page

    def address(self, path: str) -> str:
        """The address of a page on disk."""
        end = min((path.find(sign) for sign in "?#" if sign in path), default=len(path))
        return (self.folder / path[:end]).resolve(strict=True).as_uri() + path[end:]

    def _said(self, path: str, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"{path}: console: {message.text}")

    def _asked(self, path: str, request: Request) -> None:
        if not request.url.startswith(_OF_THE_DISK):
            self.wrong.append(f"{path}: asks for {request.url}")

    def close(self) -> None:
        """Closes all pages that are open."""
        for context in self.browser.contexts:
            context.close()
