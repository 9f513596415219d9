"""Whether a specialist role is there, by all that the report says of it.

>>> said = [SentenceContext("A nurse came.", "1.1"), SentenceContext("That post was lost.", "1.1")]
>>> nurse = Mention(sentence=0, start=2, end=7, agency="Nurse", sector="health", local=True)
>>> here = replace(nurse, role_status="present")
>>> gone = replace(nurse, sentence=1, role_status="absent")
>>> [one.role_status for one in without_lost_roles([here, gone], said)]
[None, 'absent']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yotgraph.extraction.partner_model import Mention, SentenceContext
from yotgraph.extraction.partner_wording import words

__all__ = ["without_lost_roles"]


def without_lost_roles(
    mentions: Sequence[Mention], sentences: Sequence[SentenceContext]
) -> Iterator[Mention]:
    """The mentions, where no role is present that a later sentence of its paragraph says is
    gone, or that only stands among what is to be improved."""
    absent = [(one.agency, one.sentence) for one in mentions if one.role_status == "absent"]
    for one in mentions:
        here = sentences[one.sentence]
        is_wanted = here.role in words("criticising-section")
        is_lost = any(
            agency == one.agency
            and later > one.sentence
            and sentences[later].paragraph == here.paragraph is not None
            for agency, later in absent
        )
        if one.role_status == "present" and (is_wanted or is_lost):
            one = replace(one, role_status=None)
        yield one
