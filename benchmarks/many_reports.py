"""A corpus of any size, made by telling the five reports again of other places.

Each area has up to five reports of its own: its name, dates and figures are others, the layout
and the length are those of real reports. Local people are others in each area; those of national
bodies come again in areas that are near one another.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice, product
from pathlib import Path

from tests.variation import ANSWERS, printed_people, report_area, retelling

ROOT = Path(__file__).parents[1]

_NEAR = 10

_FIRST = ("Ash", "Brack", "Carn", "Dun", "Elm", "Fen", "Garth", "Holt", "Ink", "Kell", "Lang",
          "Mar", "Nether", "Oak", "Pen", "Quarr", "Raven", "Stan", "Thorn", "Wex")  # fmt: skip
_SECOND = ("borough", "bridge", "combe", "dale", "field", "ford", "ham", "leigh", "minster",
           "mouth", "stead", "wick")  # fmt: skip


def area_names() -> Iterator[str]:
    """Names of places that are not there, without end."""
    for size in count():
        for first, second in product(_FIRST, _SECOND):
            yield f"{first}{second}" if not size else f"{first}{second} St {_FIRST[size]}"


def local_people() -> frozenset[str]:
    """Who holds no post in a body that several of the five reports name."""
    bodies: dict[str, set[Path]] = {}
    posts: dict[str, set[str]] = {}
    for path in sorted(ANSWERS.glob("*/posts.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                bodies.setdefault(row["organisation"], set()).add(path)
                posts.setdefault(row["person"], set()).add(row["organisation"])
    national = {body for body, paths in bodies.items() if body and len(paths) > 1}
    return frozenset(person for person, held in posts.items() if not held & national)


def write_reports(folder: Path, number: int) -> list[Path]:
    """Writes so many reports into a folder; the same number gives the same files."""
    originals = {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "reports").glob("*.txt"))
    }
    folder.mkdir(parents=True, exist_ok=True)
    local = local_people()
    written = []
    for place, area in enumerate(islice(area_names(), -(-number // len(originals)))):
        for slug, text in originals.items():
            if len(written) == number:
                break
            told = retelling(text, slug, 0)
            people = {
                old: f"{told.names[old]}-{area if old in local else _FIRST[place // _NEAR]}"
                for old in printed_people()
            }
            names = {**told.names, **people, report_area(slug): area}
            told = replace(told, names=names, months=13 + place % 60)
            path = folder / f"{place:04d}-{slug[-7:]}.txt"
            path.write_text(told.text(text), encoding="utf-8")
            written.append(path)
    return written
