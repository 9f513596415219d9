"""Themes: what a text is about, not every word that it contains.

The cues of each theme stand in ``ontology/schemes/themes.ttl``. One automaton finds them
all; of cues that share words the longest counts. A cue weighs by its strength and by its
place: more in the sentence that opens the text and before its verb, less in an aim, an
example, a list or a condition. The heading under which the text stands lends weight. The
themes whose sum comes near the best are the text's, three at most.

>>> themes_of("Contingency plans were not clear enough.")
('planning',)
>>> themes_of("Reviews were often late.", heading="2. Protecting the public")
('reviewing', 'risk-of-harm-to-others')
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yotgraph.extraction.clauses import Clauses, read_clauses
from yotgraph.extraction.lexicon import lexicon
from yotgraph.extraction.matching import Match, fold_signs
from yotgraph.extraction.theme_cues import (
    PARTNERSHIP,
    STRONG,
    ThemeCue,
    agencies_in,
    aim_themes,
    heading_themes,
    process_themes,
    theme_cues,
    weight_of,
)
from yotgraph.reading.sentences import split

__all__ = ["themes_of"]

_FIRST = 1.3
_BEFORE_VERB = 1.4
_FURTHER = 0.12
_FADING = 0.85
_FAINT = 0.3
_LEAST_WEAK, _NEAR_WEAK = 1.0, 0.6
_NEAR_BEST = 0.32
# Two themes say what most texts are about; a third must come nearer the best.
_PAIR, _NEAR_BEST_OF_MORE = 2, 0.45
_LEAST = 0.5
_LEAST_BEST = 1.9
_LEAST_OTHER_KIND = 0.4
_FEWEST_AGENCIES, _OF_SEVERAL, _TOGETHER = 2, 0.5, 0.9
_SOURCE = "source"
_OBJECT = 0.5
_QUOTED = 0.4
_TOLD_ON = 0.5
_EXAMPLE_OPENING = 5
_IN_LIST = 0.3
_SHORTEST_LIST = 3
_BETWEEN_MEMBERS = re.compile(
    r"(?:[\w'/]+ ?){0,2}(?:,| and| or)(?: and| or)?(?: (?:the|a|an))?(?: \w+){0,2} ?"
)
_QUOTATION = re.compile(r'"[^"]{40,}(?:"|$)')
_REACHED: Mapping[str, float] = {
    "concession": 0.6,
    "condition": 0.85,
    "enumeration": 0.6,
    "example": 0.5,
    "learning": 0.3,
    "purpose": 0.8,
    "reason": 0.6,
    "relative": 0.6,
    "source": 0.3,
}


def themes_of(text: str, limit: int = 3, heading: str | None = None) -> tuple[str, ...]:
    """The themes of a text, as sorted notations; none where nothing is recognised.

    ``heading`` is the printed heading of the section. At most ``limit`` themes are given.
    """
    folded = fold_signs(text)
    hints, strong = _hints(folded)
    sums = {theme: _sum(scores) for theme, scores in hints.items()}
    _join_agencies(folded, sums, strong)
    sums = {theme: score * weight_of(theme) for theme, score in sums.items()}
    best = max(sums.values(), default=0.0)
    named = _lent(heading, sums) if heading else {}
    for theme, weight in named.items():
        sums[theme] = sums.get(theme, 0.0) + weight * max(best, _LEAST_BEST)
        strong.add(theme)
    best = max(sums.values(), default=0.0)
    counted = {
        theme: score
        for theme, score in sums.items()
        if score >= _threshold(best, is_strong=theme in strong)
    }
    ranked = sorted((-score, theme) for theme, score in (counted or _faint(sums, named)).items())
    near = [item for item in ranked[_PAIR:] if -item[0] >= _NEAR_BEST_OF_MORE * best]
    return tuple(sorted(theme for _, theme in [*ranked[:_PAIR], *near][:limit]))


def _join_agencies(text: str, sums: dict[str, float], strong: set[str]) -> None:
    """Where a text names several agencies, takes them for partners: their working together is
    its subject, and each of them less so."""
    if sum(agencies_in(text).values()) < _FEWEST_AGENCIES:
        return
    named = agencies_in(_without_sources(text))
    count = sum(named.values())
    if count < _FEWEST_AGENCIES:
        return
    for theme in named:
        if theme in sums and theme != PARTNERSHIP:
            sums[theme] *= _OF_SEVERAL
    sums[PARTNERSHIP] = sums.get(PARTNERSHIP, 0.0) + _TOGETHER * (count - _FEWEST_AGENCIES + 1)
    strong.add(PARTNERSHIP)


def _without_sources(text: str) -> str:
    """A text without the words that name whom workers drew on: "information from the police,
    schools and social workers" is no work together."""
    kept: list[str] = []
    for span in split(text):
        sentence = text[span.start : span.end]
        clauses = read_clauses(sentence)
        position = 0
        for reach in clauses.reaches:
            if reach.kind == _SOURCE and reach.start < len(clauses.starts):
                start = clauses.starts[reach.start]
                kept.append(sentence[position : max(position, start)])
                ends = clauses.starts[reach.end : reach.end + 1]
                position = max(position, ends[0] if ends else len(sentence))
        kept.append(sentence[position:])
    return " ".join(kept)


def _lent(heading: str, sums: Mapping[str, float]) -> Mapping[str, float]:
    """What a heading lends each of its themes. One that names an aim lends more to a text
    about a process, and the other way round: together they say what the text is about."""
    named = heading_themes(heading)
    processes, aims = process_themes(), aim_themes()
    is_beside = {
        theme: _stands_out(sums, aims if theme in processes else processes) for theme in named
    }
    return {
        theme: weight.beside if is_beside[theme] or not sums else weight.aside
        for theme, weight in named.items()
    }


def _stands_out(sums: Mapping[str, float], themes: frozenset[str]) -> bool:
    """Whether one of the themes is near the best of a text."""
    best = max((score for theme, score in sums.items() if theme in themes), default=0.0)
    return best > 0 and best >= _LEAST_OTHER_KIND * max(sums.values())


def _faint(sums: Mapping[str, float], named: Mapping[str, float]) -> Mapping[str, float]:
    """The themes of a text without a strong cue: what its hints point to, else its heading."""
    best = max(sums.values(), default=0.0)
    hinted = {theme: score for theme, score in sums.items() if score >= max(_FAINT, 0.8 * best)}
    return hinted or {theme: 1.0 for theme in named if named[theme] == max(named.values())}


def _sum(scores: Sequence[float]) -> float:
    """What the sentences of a text give a theme together: each further one gives less, so
    that a long treatment of one theme does not hide another."""
    if len(scores) == 1:
        return scores[0]
    ordered = sorted(scores, reverse=True)
    return sum(score * _FADING**index for index, score in enumerate(ordered))


def _threshold(best: float, *, is_strong: bool) -> float:
    """How high a theme must score; one that mere hints point to must come nearer the best."""
    if is_strong:
        return max(_LEAST, _NEAR_BEST * best)
    return max(_LEAST_WEAK, _NEAR_WEAK * best)


def _hints(text: str) -> tuple[dict[str, list[float]], set[str]]:
    """What each sentence gives each theme, and the themes with a strong cue."""
    spans = split(text)
    starts = [span.start for span in spans]
    quoted = [match.span() for match in _QUOTATION.finditer(text)]
    by_sentence: dict[int, list[Match[ThemeCue]]] = defaultdict(list)
    for match in theme_cues(text):
        by_sentence[max(bisect_right(starts, match.start) - 1, 0)].append(match)
    scores: dict[str, list[float]] = {}
    strong: set[str] = set()
    persons = lexicon().lists["told-person"]
    in_example = False
    for index, span in enumerate(spans):
        weight = 1.0 if index else _FIRST
        if quoted and any(start <= span.start < end for start, end in quoted):
            weight *= _QUOTED
        clauses = read_clauses(text[span.start : span.end])
        goes_on = in_example and not persons.isdisjoint(clauses.forms)
        in_example = goes_on or _opens_example(clauses)
        weight *= _TOLD_ON if goes_on else 1.0
        for theme, score, is_strong in _of_sentence(
            clauses, span.start, by_sentence.get(index, ())
        ):
            scores.setdefault(theme, []).append(weight * score)
            if is_strong:
                strong.add(theme)
    return scores, strong


def _listed(
    matches: Sequence[Match[ThemeCue]], sentence: str, offset: int
) -> frozenset[Match[ThemeCue]]:
    """The cues in a list of three or more: "asked schools, parents and the police". Behind
    the verb none of them is the subject."""
    listed: set[Match[ThemeCue]] = set()
    if len({match.value.theme for match in matches}) < _SHORTEST_LIST:
        return frozenset()
    row: list[Match[ThemeCue]] = []
    for match in matches:
        between = sentence[row[-1].end - offset : match.start - offset] if row else ""
        if row and not _BETWEEN_MEMBERS.fullmatch(between):
            row = []
        row.append(match)
        if len({member.value.theme for member in row}) >= _SHORTEST_LIST:
            listed.update(row)
    return frozenset(listed)


def _opens_example(clauses: Clauses) -> bool:
    return any(
        reach.kind == "example" and reach.start <= _EXAMPLE_OPENING for reach in clauses.reaches
    )


def _of_sentence(
    clauses: Clauses, offset: int, matches: Sequence[Match[ThemeCue]]
) -> Iterator[tuple[str, float, bool]]:
    """What a sentence gives each theme: its best cue, and a little for every other; and
    whether a strong cue is among them."""
    if not matches:
        return
    finite = lexicon().lists["finite"]
    verb = next((i for i, form in enumerate(clauses.forms) if form in finite), len(clauses.forms))
    reaches = [
        (reach.start, reach.end, _REACHED[reach.kind])
        for reach in clauses.reaches
        if reach.kind in _REACHED
    ]
    weights: dict[str, list[float]] = {}
    strong: set[str] = set()
    listed = _listed(matches, clauses.sentence, offset)
    places = [bisect_right(clauses.starts, match.start - offset) - 1 for match in matches]
    processes = process_themes()
    subjects = {
        match.value.theme
        for match, place in zip(matches, places, strict=True)
        if place < verb and match.value.theme in processes
    }
    # "Plans did not follow from assessments" is about plans.
    objects = processes - subjects if subjects else frozenset()
    for match, place in zip(matches, places, strict=True):
        theme, weight = match.value
        factor = _BEFORE_VERB if place < verb else _IN_LIST if match in listed else 1.0
        if theme in objects:
            factor *= _OBJECT
        for start, end, kept in reaches:
            if start <= place < end:
                factor *= kept
        weights.setdefault(theme, []).append(weight * factor)
        if weight == STRONG:
            strong.add(theme)
    for theme, found in weights.items():
        best = max(found)
        yield theme, best + min(_FURTHER * (sum(found) - best), best), theme in strong
