"""What can go wrong, as one tree.

::

    YotgraphError                 exit 1
    ├── UsageError                exit 2: the request itself is wrong
    │   ├── UnknownQuestionError
    │   ├── ParameterError
    │   └── OutputError           the output place cannot be written
    ├── ReadingError              exit 3: one input could not be read; others go on
    ├── VocabularyError           exit 1: ontology/ contradicts itself
    ├── ServerError               exit 1: another server cannot be reached, or refuses
    └── ValidationError           exit 1: SHACL or a check found a violation

Each message is one line: what, where, and what to do.
"""

from __future__ import annotations

__all__ = [
    "OutputError",
    "ParameterError",
    "ReadingError",
    "ServerError",
    "UnknownQuestionError",
    "UsageError",
    "ValidationError",
    "VocabularyError",
    "YotgraphError",
]


class YotgraphError(Exception):
    """The root of every error that this program raises on purpose."""

    exit_code = 1


class UsageError(YotgraphError):
    """The request itself is wrong."""

    exit_code = 2


class UnknownQuestionError(UsageError):
    """No question of that name."""


class ParameterError(UsageError):
    """A parameter that the question does not take, or a value that the graph does not hold."""


class OutputError(UsageError):
    """The place for the output cannot be written."""


class ReadingError(YotgraphError):
    """One input could not be read. The others go on."""

    exit_code = 3


class VocabularyError(YotgraphError):
    """The vocabularies or registers contradict themselves."""


class ServerError(YotgraphError):
    """Another server cannot be reached, or refuses what is asked of it."""


class ValidationError(YotgraphError):
    """The graph breaks a shape or a check and is not published."""
