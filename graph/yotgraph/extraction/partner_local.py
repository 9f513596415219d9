"""Local partners: those that no register knows, with the sector that their words settle."""

from __future__ import annotations

from yotgraph.extraction.partner_labels import in_the_singular
from yotgraph.extraction.partner_model import Partner
from yotgraph.extraction.partner_wording import BodyNoun, phrase_in, sector_by_cue, sector_of

__all__ = ["is_tool", "local_partner"]


def is_tool(label: str) -> bool:
    """Whether a name is that of a tool, order, law or statistic."""
    return phrase_in("no-local-name", label) is not None


def local_partner(label: str, noun: BodyNoun | None, described: str, *texts: str) -> Partner:
    """A local partner. The noun of an arrangement settles its sector, or that it is a charity;
    else the description, the noun, and the name and words around it do, in this order."""
    if noun is not None and noun.is_arrangement:
        return Partner(in_the_singular(label), noun.sector, is_arrangement=True)
    charity = phrase_in("of-a-charity", described)
    sector = sector_of("of-a-charity") if charity else sector_by_cue(described)
    sector = (
        sector or sector_by_cue(label) or (noun.sector if noun else None) or sector_by_cue(*texts)
    )
    return Partner(label, sector, is_arrangement=sector == "multi-agency-arrangement")
