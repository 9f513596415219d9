"""One request to a server that the user names: the only lines of the program that use a network.

Nothing is fetched unless an address is given for just that; no redirect is followed.
"""

from __future__ import annotations

import base64
import http.client
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from yotgraph.errors import ServerError, UsageError

__all__ = ["Reply", "is_address", "send"]

_SECONDS = 300
_MOST_BYTES = 500 << 20
_MOST_SHOWN = 200
# A path that was made of an address has lost a slash.
_ADDRESS = re.compile(r"(https?):/+(?=[^/])", re.IGNORECASE)
_UNSEEN = re.compile(r"[^\x20-\x7e]+")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered. ``summary`` is one line about it, for messages."""

    host: str
    status: int
    body: bytes
    summary: str

    @property
    def is_good(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.status < 300


def is_address(text: str) -> bool:
    """Whether a text is an address on the web, or was one before it was taken for a path.

    >>> is_address("http://localhost:7878/query"), is_address("http:/localhost"), is_address("out")
    (True, True, False)
    """
    return _ADDRESS.match(text) is not None


def send(
    method: str,
    address: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    parameters: str = "",
) -> Reply:
    """Sends one request; ``parameters`` go behind those that the address has.

    Name and password in the address (``https://name:password@host/``) are sent as HTTP Basic
    authentication. Raises :class:`UsageError` for an address that is none and
    :class:`ServerError` where the server cannot be reached.
    """
    server = _server(_ADDRESS.sub(r"\1://", address, count=1))
    query = "&".join(part for part in (server.query, parameters) if part)
    target = (server.path or "/") + (f"?{query}" if query else "")
    host = server.hostname or ""
    try:
        line = _line(server, host)
        try:
            line.request(method, target, body, {**_identity(server), **headers})
            reply = line.getresponse()
            content = reply.read(_MOST_BYTES)
        finally:
            line.close()
    except (OSError, http.client.HTTPException) as failed:
        reason = _seen(str(failed)) or type(failed).__name__
        raise ServerError(
            f"{host}: {reason}; check the address, and that the server runs"
        ) from failed
    start = content[: _MOST_SHOWN * 4].decode("utf-8", "replace")
    summary = _seen(f"{reply.status} {reply.reason} {start}")[:_MOST_SHOWN].strip()
    return Reply(host, reply.status, content, summary)


def _server(address: str) -> SplitResult:
    try:
        server = urlsplit(address)
        has_port = server.port is None or server.port > 0
    except ValueError as wrong:
        raise UsageError(f"{address!r} is no address: {wrong}") from wrong
    if server.scheme not in ("http", "https") or not server.hostname or not has_port:
        raise UsageError(f"{address!r} is no address; give one as http://localhost:7878/store")
    return server


def _line(server: SplitResult, host: str) -> http.client.HTTPConnection:
    if server.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, server.port, timeout=_SECONDS, context=context)
    return http.client.HTTPConnection(host, server.port, timeout=_SECONDS)


def _identity(server: SplitResult) -> dict[str, str]:
    headers = {"User-Agent": "yotgraph"}
    if server.username is not None:
        pair = f"{unquote(server.username)}:{unquote(server.password or '')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return headers


def _seen(text: str) -> str:
    """A text on one line with nothing in it that a terminal would obey."""
    return _UNSEEN.sub(" ", text)
