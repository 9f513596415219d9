"""Names in capital letters that the words around them make a partner's.

Brackets, an apposition or a definition say what the body is ("Waypoint (the substance misuse
service)"), it is called so ("a project called Second Wind"), or something is commissioned from
it. The wordings are ``ontology/schemes/partner-wording.ttl``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from yotgraph.extraction.partner_capitals import CapitalName
from yotgraph.extraction.partner_local import is_tool, local_partner
from yotgraph.extraction.partner_model import Occurrence
from yotgraph.extraction.partner_providers import provided
from yotgraph.extraction.partner_wording import (
    BodyNoun,
    nouns,
    phrase_in,
    sector_by_cue,
    words,
)
from yotgraph.vocabulary import fold

__all__ = ["told_in", "with_apposition"]

_BRACKET = re.compile(r"[\"”’']? \(([^()]*)\)")
_APPOSITION = re.compile(
    r"[\"”’']?(?:,| [-–—]) (?P<article>an?|the|its|our|one of the|one) (?P<text>[^,.;:–—()]*)"
)
_COPULA = re.compile(
    r"[\"”’']?(?: \([^()]*\))? (?:is|was|are|were) (?:an?|the|our|its|one of the) "
    r"(?P<text>(?:[\w'’-]+ ){0,7}[\w'’-]+)"
)
# Small letters, but for a place: "a Poole charity".
_PLAIN = re.compile(r"(?:[^A-Z ]+ )*(?:[A-Z][a-z]+ )?[^A-Z ]+")
_CLOSED = re.compile(r"[^\s,.;)]*(?: [A-Z][^\s,.;)]*)*[,.;]")
_OPEN_QUOTES = ("'", "‘", '"', "“")
_CLOSE_QUOTES = ("'", "’", '"', "”")
_SHORT = 4
_NEAR = 3


def told_in(name: CapitalName) -> Occurrence | None:
    """A name that brackets, an apposition, a clause or the words before it make a body."""
    if is_tool(name.label) or _tells_of_people(name):
        return None
    return _described(name) or _called(name) or provided(name)


def _tells_of_people(name: CapitalName) -> bool:
    """Whether a name only tells what people are meant: "the Orthodox Jewish community"."""
    behind = name.after.split(maxsplit=1)[:1]
    ends = behind[0].strip(".,;") if behind else ""
    return name.after.startswith(" ") and ends in words("people-behind")


def _described(name: CapitalName) -> Occurrence | None:
    """A name that brackets or an apposition behind it describe."""
    bracket = _BRACKET.match(name.text, name.end)
    if bracket and _describes(bracket.group(1)):
        partner = local_partner(
            name.label, _noun_in(bracket.group(1)), bracket.group(1), name.label
        )
        return Occurrence(name.start, bracket.end(), partner)
    for pattern in (_APPOSITION, _COPULA):
        match = pattern.match(name.text, name.end)
        found = _first_noun(match["text"]) if match else None
        if match is None or found is None:
            continue
        noun, length = found
        described = match["text"][:length]
        if pattern is _APPOSITION and words("no-inner-word") & set(described.split()):
            continue
        if pattern is _COPULA:
            is_certain = not name.is_plain_opening and not (noun.kept and " " not in described)
        else:
            is_certain = (
                match["article"] != "the"
                or phrase_in("tells-what-it-does", match["text"][length:]) is not None
                or sector_by_cue(described) is not None
                or noun.is_arrangement
                or noun.singular in words("sure-noun")
            )
        if is_certain and _PLAIN.fullmatch(described):
            partner = local_partner(name.label, noun, match["text"], name.label)
            return Occurrence(name.start, match.start("text") + length, partner)
    return None


def _describes(bracket: str) -> bool:
    """Whether brackets say what a body is: with its noun, by what it does, or by its subject."""
    if bracket.isupper():
        return False
    is_short = bracket.count(" ") < _SHORT and bracket[:1].islower()
    return (
        _noun_in(bracket) is not None
        or phrase_in("introduced-by-clause", f" ({bracket}") is not None
        or (is_short and sector_by_cue(bracket) is not None)
    )


def _first_noun(text: str) -> tuple[BodyNoun, int] | None:
    """The first noun of a body in a description, or the last of several in a row, and how
    far the description goes with it."""
    found: tuple[BodyNoun, int] | None = None
    end = 0
    for word in text.split():
        end = text.index(word, end) + len(word)
        noun = nouns().get(fold(word))
        if noun is not None and not noun.is_role:
            found = noun, end
        elif found is not None:
            break
    return found


def _called(name: CapitalName) -> Occurrence | None:
    """A name by which something is called, or that stands right behind the noun of a body."""
    called = phrase_in("introduced-by-calling", name.before)
    if called is not None and is_tool(" ".join(name.before[: called.start()].split()[-2:])):
        return None
    own = _known_before(name, called)
    if own is not None and own.partner is not None:
        return Occurrence(own.start, name.end, replace(own.partner, label=name.label))
    noun = _noun_in(name.before)
    is_called = called is not None and (noun is not None or " " in name.label)
    is_led_to = _leads_to_name(name.before) and _is_whole_quotation(name)
    if is_called or (noun is not None and is_led_to):
        around = f"{name.before} {name.after}"
        return name.as_partner(local_partner(name.label, noun, around, name.label))
    return None


def _known_before(name: CapitalName, called: re.Match[str] | None) -> Occurrence | None:
    """A known kind of which a name right behind it is the own name: "the exploitation panel,
    known as SAFE", "the mentoring provider, Rise,". What stands behind a role is a person."""
    begin = name.start - len(called.group()) if called else name.start
    behind = [
        one
        for one in name.known
        if one.partner and not one.partner.is_role and 0 < begin - one.end <= _NEAR
    ]
    if not behind:
        return None
    kind = max(behind, key=lambda one: one.end - one.start)
    is_own = called is not None or (_is_one_body(name, kind) and _follows(name, kind.end))
    return kind if is_own else None


def _is_one_body(name: CapitalName, kind: Occurrence) -> bool:
    """Whether a known kind ends in the noun of one body ("the drug service")."""
    last = name.text[kind.start : kind.end].split()[-1]
    noun = nouns().get(last)
    return noun is not None and not noun.is_role and noun.singular == last


def _follows(name: CapitalName, end: int) -> bool:
    """Whether a name follows its kind at once ("the drug service Clearwater"), or in commas."""
    return name.text[end : name.start] == " " or _stands_apart(name, end)


def _stands_apart(name: CapitalName, end: int) -> bool:
    """Whether a name stands in commas right behind a noun in the singular."""
    is_closed = _CLOSED.match(name.text, name.start) is not None
    return name.text[end : name.start] == ", " and is_closed and name.text[end - 1] != "s"


def _is_whole_quotation(name: CapitalName) -> bool:
    """Whether a name is all that its quotation marks hold, if it has any: "the vision of the
    service, 'Children first'" names nobody."""
    return not name.before.endswith(_OPEN_QUOTES) or name.text[name.end :].startswith(_CLOSE_QUOTES)


def _leads_to_name(before: str) -> bool:
    """Whether the last word before a name is the noun of one body ("the charity …")."""
    lead = before.rstrip(" ,\"'").split()
    last = fold(lead[-1]) if lead else ""
    noun = nouns().get(last)
    is_one = noun is not None and not noun.is_role and not noun.kept and noun.singular == last
    # "the Rise project, Tom," has its name already.
    is_named = "," in before[-3:] and len(lead) > 1 and not lead[-2].islower()
    return is_one and not is_named and before.endswith((" ", *_OPEN_QUOTES))


def _noun_in(text: str) -> BodyNoun | None:
    """The last noun of a body in a description."""
    for word in reversed(fold(text).replace(",", " ").split()):
        noun = nouns().get(word.strip("\"'.()"))
        if noun is not None and not noun.is_role:
            return noun
    return None


def with_apposition(name: CapitalName, found: Occurrence) -> Occurrence:
    """The occurrence of a name with the description in small letters right behind it, which
    names nobody else: "Project Rise, a mentoring scheme"."""
    match = _APPOSITION.match(name.text, found.end)
    noun = _first_noun(match["text"]) if match else None
    if (
        match is None
        or noun is None
        or match["text"][: noun[1]] != match["text"][: noun[1]].lower()
    ):
        return found
    end = match.start("text") + noun[1]
    partner = found.partner
    if partner is not None and partner.sector is None and noun[0].is_arrangement:
        partner = replace(partner, sector=noun[0].sector, is_arrangement=True)
    return replace(found, end=end, partner=partner)
