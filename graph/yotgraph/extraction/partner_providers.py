"""Names in capital letters from which something comes, or of which the text says what they do.

"Counselling comes from Rise", "Rise provides a nurse", "Second Runway works with two dozen
children". The wordings are ``ontology/schemes/partner-wording.ttl``.
"""

from __future__ import annotations

import re

from yotgraph.extraction.partner_capitals import AROUND, CapitalName
from yotgraph.extraction.partner_local import local_partner
from yotgraph.extraction.partner_model import Occurrence
from yotgraph.extraction.partner_wording import nouns, phrase_in, sector_by_cue, words
from yotgraph.extraction.tellings import labels_of
from yotgraph.vocabulary import fold

__all__ = ["provided", "supplies_a_role"]

# What stands before speaks of others: "thanks to the nurses, to Rise and to Wayfarer".
_NEXT_OF_SEVERAL = re.compile(r"(?:,|,? and) (?:to|from|by|with) ")


def provided(name: CapitalName) -> Occurrence | None:
    """A name from which something is commissioned, or of which a clause says what it does."""
    if supplies_a_role(name) or _gives_a_service(name):
        return name.as_partner(local_partner(name.label, None, name.clause, name.label))
    is_long, is_person = " " in name.label, _may_be_a_person(name.label)
    if is_person and not is_long:
        return None
    if (
        (is_long and phrase_in("introduced-as-source", name.before))
        or (is_long and not is_person and phrase_in("introduced-as-doer", name.after))
        or (phrase_in("introduced-by-provider", name.before) and not _is_owner(name))
        or (phrase_in("introduced-by-clause", name.after) and not _is_told_apart(name))
    ):
        lead = name.text[max(0, name.start - 2 * AROUND) : name.start]
        lead = _NEXT_OF_SEVERAL.split(lead)[-1]
        around = f"{lead} {name.clause}"
        end = _end_of_clause(name)
        return Occurrence(name.start, end, local_partner(name.label, None, around, name.label))
    return None


def _may_be_a_person(label: str) -> bool:
    """Whether a name of one or two words begins as people's do, or ends in what people are."""
    first, _, rest = label.partition(" ")
    is_named = " " not in rest and first in labels_of("given-name")
    return is_named or fold(label).split()[-1] in words("no-doer")


def _is_told_apart(name: CapitalName) -> bool:
    """Whether a clause behind the word that opens a sentence tells which ones are meant: "Cases
    that gave rise to concern"."""
    return name.is_plain_opening and name.after.startswith(" that ")


def supplies_a_role(name: CapitalName) -> bool:
    """Whether a name is followed by the role that the body supplies."""
    if " " not in name.label and not _may_open_with(name):
        return False
    match = phrase_in("introduced-as-supplier", name.after)
    if match is None:
        return False
    end = name.end + match.end()
    roles = (one for one in name.known if one.partner and one.partner.is_role)
    supplied = (nouns().get(word.strip(",.;")) for word in name.text[end:].split()[:4])
    return any(end <= one.start <= end + AROUND for one in roles) or any(
        noun is not None and noun.is_role for noun in supplied
    )


def _is_owner(name: CapitalName) -> bool:
    """Whether a name of one word owns what follows, as a child does: "Jordan's grandmother"."""
    return " " not in name.label and name.after.startswith(("'s ", "’s "))


def _gives_a_service(name: CapitalName) -> bool:
    """Whether a name of one word that opens the sentence is followed by the service that the
    body gives and what it is for: "Rise provided support for substance misuse"."""
    if not _may_open_with(name):
        return False
    match = phrase_in("introduced-as-practice", f" {name.clause}")
    return match is not None and sector_by_cue(name.clause) is not None


def _may_open_with(name: CapitalName) -> bool:
    """Whether the one word that opens the sentence may be the name of a body: it is no plain
    word, and no person's name."""
    return (
        name.is_plain_opening
        and fold(name.label) not in nouns()
        and not _may_be_a_person(name.label)
        and phrase_in("plain-word", name.label) is None
    )


def _end_of_clause(name: CapitalName) -> int:
    """Where a name ends with the clause that says what it provides, up to what is provided."""
    clause = phrase_in("introduced-by-clause", name.after)
    if clause is None:
        return name.end
    end = name.end + clause.end()
    reach = end + AROUND // 2
    return max([name.end, *(one.end for one in name.known if end <= one.start <= reach)])
