"""The first page: what was read, and what it comes to, as tables that the script also draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from yotgraph.publishing.site.answers import Answers, AskedRow
from yotgraph.publishing.site.rendering import Page, Section
from yotgraph.publishing.site.tables import Cell, Link, Table

__all__ = ["overview_page"]

# With more services than this a column for each is no longer read at a glance.
_MOST_COLUMNS = 12
_MOST_DRAWN = 60


def overview_page(answers: Answers) -> Page:
    """The overview of a graph."""
    sections = [
        Section("read", "What was read", (_read(answers),), _read_text(answers)),
        Section("ratings", "Ratings", tuple(_ratings(answers)), "Each rating leads to its words."),
        Section(
            "reoffending", "Reoffending against its comparator", (_reoffending(answers),),
            "Per cent of children who offended again; lower is better. A filled dot is the"
            " service, a hollow one its comparator.",
        ),
        Section(
            "themes", "Themes", (_themes(answers),),
            "How often findings, strengths, areas for improvement and recommendations praise (+)"
            " and criticise (−) each theme.",
        ),
        Section(
            "recommendations", "Recommendations by addressee", (_recommendations(answers),)
        ),
        Section("timeline", "Inspections in time", (_timeline(answers),)),
    ]  # fmt: skip
    shown = tuple(section for section in sections if any(table.rows for table in section.tables))
    return Page("index.html", "Youth offending inspections", sections=shown)


def _read_text(answers: Answers) -> str:
    reports = answers.rows("reports")
    services = {row["service"] for row in reports}
    links = answers.rows("partner-links")
    findings = answers.rows("findings")
    return (
        f"{len(reports)} reports on {len(services)} services: {len(findings)} findings,"
        f" {len(links)} links to partners, each with the words that it rests on."
    )


def _cell(text: str, path: str = "", style: str = "") -> Cell:
    return Cell((Link(text, path),), style) if text else Cell()


def _path(answers: Answers, kind: str, label: str, report: str = "") -> str:
    thing = answers.catalogue.find(kind, label, report)
    return thing.path if thing else ""


def _read(answers: Answers) -> Table:
    rows = tuple(
        (
            _cell(row["title"] or row["report"], _path(answers, "report", row["report"])),
            _cell(row["service"], _path(answers, "service", row["service"], row["report"])),
            _cell(row["programme"], _path(answers, "framework", row["programme"])),
            _cell(row["published"]),
            _cell(row["cases"]),
        )
        for row in answers.rows("reports")
    )
    columns = ("Report", "Service", "Framework", "Published", "Cases")
    return Table("reports", "The reports", columns, rows)


def _ratings(answers: Answers) -> Iterator[Table]:
    """A table for each framework: services by standards."""
    frameworks = {row["report"]: row["programme"] for row in answers.rows("reports")}
    groups: dict[str, dict[str, list[AskedRow]]] = {}
    for row in answers.rows("ratings"):
        reports = groups.setdefault(frameworks.get(row["report"], ""), {})
        reports.setdefault(row["report"], []).append(row)
    for place, (framework, reports) in enumerate(sorted(groups.items()), 1):
        heads = sorted({_standard(row) for rows in reports.values() for row in rows})
        table_rows = []
        for report, rows in reports.items():
            given = {_standard(row): row for row in rows}
            service = rows[0]["service"]
            cells = (given.get(head) for head in heads)
            table_rows.append(
                (
                    _cell(f"{service}, {report[-7:]}", _path(answers, "service", service, report)),
                    *(_rating(row) if row else Cell() for row in cells),
                )
            )
        columns = ("Service", *(f"{number} {label}".strip() for number, label in heads))
        yield Table(f"ratings-{place}", framework, columns, tuple(table_rows))


def _standard(row: AskedRow) -> tuple[str, str]:
    return row["standard_number"], row["standard"]


def _rating(row: AskedRow) -> Cell:
    style = f"said-{row['rating'].lower().replace(' ', '-')}"
    return _cell(row["rating"], row.place, style)


def _reoffending(answers: Answers) -> Table:
    rows = tuple(
        (
            _cell(row["service"], _path(answers, "service", row["service"], row["report"])),
            _cell(row["rate"], row.place),
            _cell(row["comparator_rate"]),
            _cell(row["comparator"]),
            _cell(row["vs_comparator"], "", f"said-{row['vs_comparator']}"),
            _cell(row["cohort_end"]),
        )
        for row in answers.rows("reoffending")
    )
    columns = ("Service", "Rate", "Comparator's rate", "Comparator", "Against it", "Cohort until")
    chart = "dots" if 0 < len(rows) <= _MOST_DRAWN else ""
    return Table("reoffending", "Rates of reoffending", columns, rows, chart=chart)


def _judged(answers: Answers) -> Iterator[tuple[str, str, int, int]]:
    """Theme, report, praise and criticism of every text that has themes."""
    signs: Mapping[str, tuple[int, int]] = {
        "strength": (1, 0), "concern": (0, 1), "mixed": (1, 1),
    }  # fmt: skip
    sources: Iterable[tuple[str, str]] = (
        ("findings", ""), ("strengths", "strength"), ("areas-for-improvement", "concern"),
        ("recommendations", "concern"),
    )  # fmt: skip
    for question, stance in sources:
        for row in answers.rows(question):
            praise, criticism = signs.get(stance or row["stance"], (0, 0))
            for theme in filter(None, row["themes"].split("; ")):
                yield theme, row["report"], praise, criticism


def _themes(answers: Answers) -> Table:
    services = {row["report"]: row["service"] for row in answers.rows("reports")}
    labels = sorted(set(services.values()))
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for theme, report, praise, criticism in _judged(answers):
        found = counts.setdefault(theme, Counter())
        for name in (services[report], ""):
            found[name, "+"] += praise
            found[name, "−"] += criticism
    shown = labels if len(labels) <= _MOST_COLUMNS else []
    order = sorted(counts, key=lambda theme: (-counts[theme]["", "−"], theme))
    rows = tuple(
        (
            _cell(theme, _path(answers, "theme", theme)),
            *(_balance(counts[theme], label, _path(answers, "theme", theme)) for label in shown),
            _cell(str(counts[theme]["", "+"])),
            _cell(str(counts[theme]["", "−"])),
        )
        for theme in order
    )
    return Table(
        "themes", "Praise and criticism by theme", ("Theme", *shown, "Praised", "Criticised"), rows
    )


def _balance(counts: Counter[tuple[str, str]], service: str, path: str) -> Cell:
    praise, criticism = counts[service, "+"], counts[service, "−"]
    if not praise and not criticism:
        return Cell()
    words = " ".join(f"{sign}{count}" for sign, count in (("+", praise), ("−", criticism)) if count)
    # Five shades from criticised alone to praised alone.
    shade = round(4 * praise / (praise + criticism))
    return _cell(words, path, f"balance-{shade}")


def _recommendations(answers: Answers) -> Table:
    found = sorted(
        answers.rows("recommendations"), key=lambda row: (row["addressee"], row["report"])
    )
    return answers.table("recommendations", found, without=("service",))


def _timeline(answers: Answers) -> Table:
    ratings = {row["report"]: row["overall_rating"] for row in answers.rows("service-history")}
    found = sorted(answers.rows("reports"), key=lambda row: (row["published"], row["report"]))
    rows = tuple(
        (
            _cell(row["service"], _path(answers, "report", row["report"])),
            _cell(row["fieldwork_start"]),
            _cell(row["fieldwork_end"]),
            _cell(row["published"]),
            _cell(row["programme"]),
            _cell(ratings.get(row["report"], "")),
        )
        for row in found
    )
    columns = ("Service", "Fieldwork from", "Fieldwork to", "Published", "Framework", "Rated")
    chart = "timeline" if 0 < len(rows) <= _MOST_DRAWN else ""
    return Table("timeline", "Inspections", columns, rows, chart=chart)
