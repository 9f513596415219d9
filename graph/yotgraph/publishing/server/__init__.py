"""The site, SPARQL and linked data over HTTP, read-only, with Python's own server.

``negotiation`` chooses a form, ``sparql`` answers a query, ``description`` tells of an IRI,
``workers`` run both in processes that can be stopped, ``files`` finds pages, ``handling`` speaks
HTTP, ``pushing`` sends graphs to another server.
"""

from __future__ import annotations

from yotgraph.publishing.server.handling import Server, open_server
from yotgraph.publishing.server.pushing import push

__all__ = ["Server", "open_server", "push"]
