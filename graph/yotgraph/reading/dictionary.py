"""The words of one document: what to go by where type has run together or is broken apart.

No other dictionary is used, but for the words of numbers and a few others that always keep their
hyphen: what a report does not bear out itself is left as it is printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["HEAD", "TAIL", "Words", "words_from", "words_in_lines"]

_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
HEAD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
"""The first half of a word that a line's end broke, with the hyphen."""
TAIL = re.compile(r"[a-z]+")
"""The second half of a word that a line's end broke."""
_CAPITALS = re.compile(r"[A-Z]{2,}(?![a-z])")
_MANY_PARTS = re.compile(r"[a-z]+-[a-z]")
# So many words that stand whole elsewhere show that the lines were broken by hyphenation.
_FEWEST_BREAKS = 3
# Fractions and numbers are printed with a hyphen; "ten" begins other words too.
_NUMBERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "twenty", "thirty")
    + ("forty", "fifty", "sixty", "seventy", "eighty", "ninety")
)
_COMPOUNDS = frozenset(("part-time", "full-time", "long-term", "short-term", "follow-up"))
_COMPOUNDING = frozenset(("self", "non", "well"))
# These begin words with a hyphen where what follows is a word; else they begin others ("lower").
_OFTEN_COMPOUNDING = frozenset(("low", "high", "short", "long", "early", "late", "cross", "half"))
# And this one begins more words without a hyphen than with one ("prepared").
_SELDOM_COMPOUNDING = frozenset(("pre",))
# An address of the web that goes on: its hyphens and strokes are its own.
_ADDRESS = re.compile(r"(?:https?://|\bwww\.)\S*$")
_LONGEST_ADDRESS = 300
# Before these a hyphen hangs in the air, as in "pre- and post-court".
_SUSPENDING = re.compile(r"(?:and|or|to)(?=\s|$)(?P<next>(?:\s+\S+){0,2})")
# What is no longer ("in", "un", "re") begins one word far more often than two.
_SHORTEST_FIRST = 2


@dataclass(frozen=True, slots=True)
class Words:
    """``counts`` says how often each word comes, in lower case; words with a hyphen count whole
    and in parts, halves of words broken at a line's end do not count. ``firsts`` are the first
    parts of its words with a hyphen, ``prefixes`` those that never stand alone. ``hyphenated``
    says that the document breaks its words at line ends."""

    counts: Mapping[str, int]
    firsts: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    hyphenated: bool = False

    def count(self, word: str) -> int:
        """How often a word comes."""
        return self.counts.get(word, 0)

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    def put_together(self, before: str, after: str) -> str:
        """Two lines of one text as one.

        >>> words = Words({"report": 2})
        >>> words.put_together("a re-", "port"), words.put_together("of 10-", "17 year-olds")
        ('a report', 'of 10-17 year-olds')
        >>> words.put_together("pre-", "and post-court"), words.put_together("plans -", "which")
        ('pre- and post-court', 'plans - which')
        >>> Words({"inspector": 1}).put_together("one inspect-", "or wrote")
        'one inspector wrote'
        >>> words.put_together("at http://a.example/re-", "port/"), words.put_together("http://", "a.b")
        ('at http://a.example/re-port/', 'http://a.b')
        >>> words.put_together("parents/", "carers"), words.put_together("parents /", "carers")
        ('parents/carers', 'parents / carers')
        """
        last, within = before[-1:], before[-2:-1].isalnum()
        if last not in ("-", "/"):
            return f"{before} {after}"
        if after[:1].islower() and _ADDRESS.search(before, max(0, len(before) - _LONGEST_ADDRESS)):
            return before + after
        if last == "/":
            return before + after if within and after[:1].isalpha() else f"{before} {after}"
        if not within:
            return f"{before} {after}"
        if self.hangs(before, after):
            return f"{before} {after}"
        return (before[:-1] if self.breaks(before, after) else before) + after

    def breaks(self, before: str, after: str) -> bool:
        """Whether the end of one line and the beginning of another are one word, broken.

        >>> words = Words({"camhs": 2, "day": 1, "to": 9}, hyphenated=True)
        >>> words.breaks("the CAM-", "HS nurse"), words.breaks("a YOT-", "CAMHS plan")
        (True, False)
        >>> words.breaks("its day-", "to-day work"), words.breaks("good infor-", "mation-sharing")
        (False, True)
        """
        head = HEAD.search(before, before.rfind(" ") + 1) if before.endswith("-") else None
        if head is None:
            return False
        first = head[1].lower()
        capitals = _CAPITALS.match(after)
        if capitals is not None:
            # A name in capitals that the document has whole, as "CAM-" and "HS" of "CAMHS".
            whole = capitals.group().lower()
            return first + whole in self and f"{first}-{whole}" not in self
        tail = TAIL.match(after)
        if tail is None or self.hangs(before, after):
            return False
        if _MANY_PARTS.match(after) and self._are_words(first, tail.group()):
            # As "face-" and "to-face": where more hyphens follow, the first one is like them.
            return first + tail.group() in self
        return self.is_one(first, tail.group())

    def _are_words(self, head: str, tail: str) -> bool:
        return head.rpartition("-")[2] in self and tail in self

    def hangs(self, before: str, after: str) -> bool:
        """Whether a hyphen at a line's end hangs in the air, as in "pre- and post-court".

        Else the halves are one word, which the document has ("inspect-" and "or"), or it breaks
        words, and no word with a hyphen follows ("visit-" and "or service").
        """
        suspending = _SUSPENDING.match(after)
        head, tail = HEAD.search(before, before.rfind(" ") + 1), TAIL.match(after)
        if suspending is None or head is None or tail is None:
            return suspending is not None
        first = head[1].lower()
        if first + tail.group() in self:
            return False
        following = suspending["next"]
        return not (self.hyphenated and following) or first in self.firsts or "-" in following

    def is_one(self, head: str, tail: str) -> bool:
        """Whether a line's end broke one word into these halves: else the hyphen is its own.

        Where the document has it neither whole nor with the hyphen, it is one word if the
        document hyphenates, unless its first half begins others that have a hyphen, and either
        never stands alone or its second half is a word.

        >>> known = {"report": 2, "kept": 1, "on-site": 1, "onsite": 1}
        >>> words = Words(known, frozenset(["well", "multi"]), frozenset(["multi"]), True)
        >>> words.is_one("re", "port"), words.is_one("well", "kept"), words.is_one("on", "site")
        (True, False, False)
        >>> words.is_one("inad", "equacy"), words.is_one("multi", "disciplinary")
        (True, False)
        >>> Words(known).is_one("inad", "equacy")
        False
        >>> levels = Words({"level": 1}, hyphenated=True)
        >>> levels.is_one("low", "level"), levels.is_one("low", "ered")
        (False, True)
        >>> hyphenated = Words({"of": 1, "agency": 1}, hyphenated=True)
        >>> hyphenated.is_one("out-of", "court"), hyphenated.is_one("three", "quarters")
        (False, False)
        """
        whole = f"{head}-{tail}"
        if whole in self.counts or whole in _COMPOUNDS or head in _NUMBERS:
            return False
        compounded, _, head = head.rpartition("-")
        if head + tail in self.counts:
            return True
        if head in _COMPOUNDING or (head in _OFTEN_COMPOUNDING and tail in self.counts):
            return False
        if compounded:
            return self.hyphenated and head not in self.counts
        known = tail in self.counts or head in self.prefixes - _SELDOM_COMPOUNDING
        compound = len(head) > _SHORTEST_FIRST and head in self.firsts and known
        return self.hyphenated and not compound


def words_in_lines(lines: Sequence[str]) -> Words:
    """The words of the lines of a text.

    >>> words = words_in_lines(["a report", "of the re-", "port"])
    >>> words.count("report"), "re" in words, words.is_one("re", "port")
    (1, False, True)
    """
    texts: list[str] = []
    broken: list[tuple[str, str]] = []
    tail = ""
    for place, line in enumerate(lines):
        rest = line.lower().removeprefix(tail)
        head = HEAD.search(rest, rest.rfind(" ") + 1) if rest.endswith("-") else None
        following = lines[place + 1] if head is not None and place + 1 < len(lines) else ""
        match = TAIL.match(following)
        tail = match.group() if match else ""
        if head is not None and match:
            broken.append((head[1], tail))
            rest = rest[: head.start(1)]
        texts += rest.split()
    return words_from(texts, broken)


def words_from(texts: Iterable[str], broken: Sequence[tuple[str, str]]) -> Words:
    """The words of tokens in lower case, and of those that a line's end broke in halves."""
    found: dict[str, int] = {}
    parts: list[str] = []
    for text, count in Counter(texts).items():
        if text.isalpha():
            found[text] = found.get(text, 0) + count
            continue
        letters = _LETTERS.findall(text)
        if "-" in text:
            parts += letters * count
            letters = _COMPOUND.findall(text)
        for word in letters:
            found[word] = found.get(word, 0) + count
    firsts = frozenset(word.split("-", 1)[0] for word in found if "-" in word)
    prefixes = firsts - found.keys()
    for part in parts:
        found[part] = found.get(part, 0) + 1
    whole = sum(head + tail in found for head, tail in broken)
    compound = sum(f"{head}-{tail}" in found for head, tail in broken)
    return Words(found, firsts, prefixes, whole >= max(_FEWEST_BREAKS, compound + 1))
