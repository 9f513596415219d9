"""The plain words that an expression cannot match without.

An expression need only be tried on text that holds one of them, and one automaton finds the
words of many expressions at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["in_small_letters", "required_literals"]

_SHORTEST = 3
_OPTIONAL = ("?", "*", "{")
_FLAGS = re.compile(r"\?(?:[a-zA-Z-]*:|P<\w+>)")
_LOOK_AROUND = ("?=", "?!", "?<=", "?<!")
_ESCAPE_OR_CAPITAL = re.compile(r"\\.|\(\?P<\w+>|[A-Z]", re.DOTALL)


def in_small_letters(pattern: str) -> str:
    """The expression that matches in text in small letters what this one matches in any.

    >>> in_small_letters(r"\\bMAPP[AP]\\b\\S")
    '\\\\bmapp[ap]\\\\b\\\\S'
    """
    return _ESCAPE_OR_CAPITAL.sub(
        lambda found: found[0] if found[0][0] in "\\(" else found[0].lower(), pattern
    )


def required_literals(pattern: str) -> tuple[str, ...]:
    """Runs of small letters and spaces, one of which every match holds; none if unknown.

    Of several choices the one whose shortest run is longest is given.

    >>> required_literals(r"\\b(?:the )?police officers?\\b")
    ('police officer',)
    >>> required_literals(r"\\b(?:other|another) (?:\\w+ )?(?:YOTs?|teams?)\\b")
    ('other', 'another')
    >>> required_literals(r"\\w+ed")
    ()
    """
    choices = [
        choice
        for choice in _choices(pattern)
        if choice and all(len(run) >= _SHORTEST for run in choice)
    ]
    return max(choices, key=lambda choice: min(map(len, choice)), default=())


def _choices(pattern: str) -> Iterator[tuple[str, ...]]:
    """Each run outside brackets, and each bracket's alternatives, that a match must hold."""
    branches = _branches(pattern)
    if len(branches) > 1:
        alternatives = [required_literals(branch) for branch in branches]
        if all(alternatives):
            yield tuple(dict.fromkeys(run for found in alternatives for run in found))
        return
    run = ""
    position = 0
    while position < len(pattern):
        character = pattern[position]
        end = _end_of(pattern, position)
        is_optional = pattern[end : end + 1] in _OPTIONAL
        if (character.isalpha() or character == " ") and not is_optional:
            run += character.lower()
        else:
            yield (run,)
            run = ""
            inner = _inside(pattern[position:end])
            if inner is not None and not is_optional:
                yield required_literals(inner)
        position = end
    yield (run,)


def _inside(group: str) -> str | None:
    """What a bracket holds, or ``None`` for what is no bracket or only looks around."""
    if not group.startswith("(") or group[1:].startswith(_LOOK_AROUND):
        return None
    return _FLAGS.sub("", group[1:-1], count=1)


def _branches(pattern: str) -> list[str]:
    """The alternatives of an expression, brackets kept whole."""
    branches = [""]
    position = 0
    while position < len(pattern):
        end = _end_of(pattern, position)
        if pattern[position] == "|":
            branches.append("")
        else:
            branches[-1] += pattern[position:end]
        position = end
    return branches


def _end_of(pattern: str, position: int) -> int:
    """Where the escape, class, bracket or character that begins at a position ends."""
    character = pattern[position]
    if character == "\\":
        return position + 2
    if character == "[":
        return pattern.index("]", position + 2) + 1
    if character != "(":
        return position + 1
    position += 1
    while pattern[position] != ")":
        position = _end_of(pattern, position)
    return position + 1
