"""The values that the reading of partners works with."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Mention", "Occurrence", "Partner", "SentenceContext"]


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """One sentence and where it stands.

    ``text`` has its white space folded. ``paragraph`` is the name of the paragraph: sentences
    that stand side by side and share it can refer back to each other. ``role`` is a notation
    of the section roles, ``None`` where the section has none. ``stances`` holds ``strength``
    where the sentence praises and ``concern`` where it criticises. ``published`` is the date of
    the report (ISO 8601): what comes later is planned.
    """

    text: str
    paragraph: str | None = None
    role: str | None = None
    stances: frozenset[str] = frozenset()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """Whom a sentence names. ``label`` is the canonical name; ``local`` says that the body is
    this area's own; ``sector`` is a notation of the sectors scheme, ``None`` where nothing
    settles it; ``statutory`` is its part in section 39 of the Crime and Disorder Act 1998.
    ``as_printed`` says that the label is what the report prints."""

    label: str
    sector: str | None = None
    local: bool = True
    is_role: bool = False
    is_arrangement: bool = False
    statutory: str | None = None
    as_printed: bool = False

    @property
    def is_common_noun(self) -> bool:
        """Whether the label is a word for such bodies and no name of one.

        >>> Partner("Substance misuse service").is_common_noun
        True
        >>> Partner("National Probation Service").is_common_noun
        False
        """
        return self.label[1:].islower()


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """Where a sentence names a partner, or refers back to one. ``partner`` is ``None`` for
    words that look like a partner's and are nobody's: the service, other agencies."""

    start: int
    end: int
    partner: Partner | None = field(compare=False)
    refers_back: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One partner in one sentence: what becomes a :class:`~yotgraph.facts.PartnerMention`.

    ``sentence`` is the index of the sentence that was given, ``start`` and ``end`` the first
    words in it that stand for the partner. ``stances`` are those towards this partner.
    ``link`` is false where the sentence says that there is no such partner, or plans,
    supposes or remembers one.
    """

    sentence: int
    start: int
    end: int
    agency: str
    sector: str | None
    local: bool
    stances: tuple[str, ...] = ()
    link: bool = True
    is_role: bool = False
    is_arrangement: bool = False
    role_status: str | None = None
    board_status: str | None = None
    statutory: str | None = None
