"""Inspection reports of youth offending services as a validated knowledge graph."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
