"""Whether a specialist role is there, or is needed, by all that the report says of it.

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
from yotgraph.extraction.partner_wording import phrase_in, words

__all__ = ["is_needed", "is_wanted", "without_lost_roles"]


def without_lost_roles(
    mentions: Sequence[Mention], sentences: Sequence[SentenceContext]
) -> Iterator[Mention]:
    """The mentions, where no role is present that a later sentence of its paragraph says is
    gone, or that only stands among what is to be improved."""
    absent = [(one.agency, one.sentence) for one in mentions if one.role_status == "absent"]
    for one in mentions:
        here = sentences[one.sentence]
        is_lost = any(
            agency == one.agency
            and later > one.sentence
            and sentences[later].paragraph == here.paragraph is not None
            for agency, later in absent
        )
        if one.role_status == "present" and (is_wanted(here) or is_lost):
            one = replace(one, role_status=None)
        yield one


def is_wanted(sentence: SentenceContext) -> bool:
    """Whether what a sentence names is to be brought about: it stands among what is to be
    improved."""
    return sentence.role in words("criticising-section")


def is_needed(sentences: Sequence[SentenceContext], index: int) -> bool:
    """Whether what a sentence misses is needed: it stands among what is to be improved, or
    the sentence says so, or the next one of its paragraph tells what follows from it."""
    sentence = sentences[index]
    if is_wanted(sentence) or phrase_in("needed", sentence.text):
        return True
    after = sentences[index + 1] if index + 1 < len(sentences) else sentence
    is_told = after.paragraph == sentence.paragraph and after.paragraph is not None
    return is_told and phrase_in("consequence", after.text) is not None
