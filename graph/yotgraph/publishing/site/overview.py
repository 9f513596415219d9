"""The first page: what was read, and what it comes to, as tables that the script also draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from yotgraph.publishing.site.answers import Answers
from yotgraph.publishing.site.places import rows_of
from yotgraph.publishing.site.rendering import Page, Section
from yotgraph.publishing.site.rows import AskedRow
from yotgraph.publishing.site.subjects import dataset_iri
from yotgraph.publishing.site.tables import Cell, Link, Table, cell

__all__ = ["overview_page"]

# With more services than this a column for each is no longer read at a glance.
_MOST_COLUMNS = 12


def overview_page(answers: Answers, exports: Sequence[str] = ()) -> Page:
    """The overview of a graph. ``exports`` are the names of the files with all of its data,
    which stand beside the site's folder."""
    sections = [
        Section("read", "What was read", (_read(answers),), _read_text(answers)),
        Section("ratings", "Ratings", tuple(_ratings(answers)), "Each rating leads to its words."),
        Section(
            "reoffending", "Reoffending against its comparator", (_reoffending(answers),),
            "Per cent of children who offended again; lower is better. A filled dot is the"
            " service, a hollow one its comparator. Each leads to its words.",
        ),
        Section(
            "themes", "Themes", _themes(answers),
            "How often findings, strengths, areas for improvement and recommendations praise (+)"
            " and criticise (−) each theme. Each count leads to its sentences.",
        ),
        Section(
            "recommendations", "Recommendations by addressee", (_recommendations(answers),)
        ),
        Section(
            "timeline", "Inspections in time", (_timeline(answers),),
            "A bar is the time of fieldwork, a dot the day or month of publication.",
        ),
    ]  # fmt: skip
    shown = tuple(section for section in sections if any(table.rows for table in section.tables))
    lead = (
        "What inspectors found in youth offending services, read from their reports. Each cell"
        " and each mark leads to the sentence that it rests on."
    )
    return Page(
        "index.html",
        "Youth offending inspections",
        iri=dataset_iri(answers.catalogue.base),
        lead=lead,
        properties=(("All the data", _exported(exports)),) if exports else (),
        sections=shown,
    )


def _exported(names: Iterable[str]) -> Cell:
    return Cell(tuple(Link(name, f"../{name}") for name in names))


def _read_text(answers: Answers) -> str:
    reports = answers.rows("reports")
    services = {row["service"] for row in reports}
    links = answers.rows("partner-links")
    findings = answers.rows("findings")
    return (
        f"{len(reports)} reports on {len(services)} services: {len(findings)} findings and"
        f" {len(links)} links to partners."
    )


def _path(answers: Answers, kind: str, label: str, report: str = "") -> str:
    thing = answers.catalogue.find(kind, label, report)
    return thing.path if thing else ""


def _read(answers: Answers) -> Table:
    rows = tuple(
        (
            cell(row["title"] or row["report"], _path(answers, "report", row["report"])),
            cell(row["service"], _path(answers, "service", row["service"], row["report"])),
            cell(row["programme"], _path(answers, "framework", row["programme"])),
            _read_off(answers, "reports", "published", row, "date"),
            _read_off(answers, "reports", "cases", row),
        )
        for row in answers.rows("reports")
    )
    columns = ("Report", "Service", "Framework", "Published", "Cases")
    return Table("reports", "The reports", columns, rows)


def _read_off(answers: Answers, question: str, column: str, row: AskedRow, style: str = "") -> Cell:
    """A value of a row, which leads to its own words where it has any."""
    return cell(row[column], answers.places.of(question, column, row) or row.place, style)


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
                    cell(f"{service}, {report[-7:]}", _path(answers, "service", service, report)),
                    *(_rating(row) if row else Cell() for row in cells),
                )
            )
        columns = ("Service", *(f"{number} {label}".strip() for number, label in heads))
        yield Table(f"ratings-{place}", framework, columns, tuple(table_rows))


def _standard(row: AskedRow) -> tuple[str, str]:
    return row["standard_number"], row["standard"]


def _rating(row: AskedRow) -> Cell:
    style = f"said-{row['rating'].lower().replace(' ', '-')}"
    return cell(row["rating"], row.place, style)


def _reoffending(answers: Answers) -> Table:
    rows = tuple(
        (
            cell(row["service"], _path(answers, "service", row["service"], row["report"])),
            _read_off(answers, "reoffending", "rate", row),
            _read_off(answers, "reoffending", "comparator_rate", row),
            _read_off(answers, "reoffending", "comparator", row),
            _read_off(answers, "reoffending", "vs_comparator", row, f"said-{row['vs_comparator']}"),
            _read_off(answers, "reoffending", "cohort_end", row, "date"),
        )
        for row in answers.rows("reoffending")
    )
    columns = ("Service", "Rate", "Comparator's rate", "Comparator", "Against it", "Cohort until")
    return Table("rates", "Rates of reoffending", columns, rows, chart="dots")


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


def _themes(answers: Answers) -> tuple[Table, ...]:
    """Themes by services; with many services a table of the themes, and one of the services."""
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
            cell(theme, _path(answers, "theme", theme)),
            *(_balance(counts[theme], label, _path(answers, "theme", theme)) for label in shown),
            cell(str(counts[theme]["", "+"]), _path(answers, "theme", theme)),
            cell(str(counts[theme]["", "−"]), _path(answers, "theme", theme)),
        )
        for theme in order
    )
    columns = ("Theme", *shown, "Praised", "Criticised")
    table = Table("balance", "Praise and criticism by theme", columns, rows)
    return (table,) if shown else (table, _by_service(answers, counts, labels, order))


def _by_service(
    answers: Answers,
    counts: Mapping[str, Counter[tuple[str, str]]],
    labels: Iterable[str],
    themes: Sequence[str],
) -> Table:
    """Services by themes: a row for each service."""
    paths = {theme: _path(answers, "theme", theme) for theme in themes}
    rows = tuple(
        (
            cell(label, _path(answers, "service", label)),
            *(_balance(counts[theme], label, paths[theme]) for theme in themes),
        )
        for label in labels
    )
    return Table("services", "Praise and criticism by service", ("Service", *themes), rows)


def _balance(counts: Counter[tuple[str, str]], service: str, path: str) -> Cell:
    praise, criticism = counts[service, "+"], counts[service, "−"]
    if not praise and not criticism:
        return Cell()
    words = " ".join(f"{count}{sign}" for count, sign in ((praise, "+"), (criticism, "−")) if count)
    # Five shades from criticised alone to praised alone.
    shade = round(4 * praise / (praise + criticism))
    # The page of the theme shows the rows of that service alone.
    return cell(words, rows_of(path, service), f"balance-{shade}")


def _recommendations(answers: Answers) -> Table:
    found = sorted(
        answers.rows("recommendations"), key=lambda row: (row["addressee"], row["report"])
    )
    columns = ("addressee", "text", "themes", "report", "number")
    table = answers.table("recommendations", found, columns=columns)
    return replace(table, name="recommended")


def _timeline(answers: Answers) -> Table:
    overall = {
        row["report"]: row for row in answers.rows("ratings") if row["standard"] == "Overall"
    }
    found = sorted(answers.rows("reports"), key=lambda row: (row["published"], row["report"]))
    rows = tuple(
        (
            cell(row["service"], _path(answers, "report", row["report"])),
            _read_off(answers, "reports", "fieldwork_start", row, "date"),
            _read_off(answers, "reports", "fieldwork_end", row, "date"),
            _read_off(answers, "reports", "published", row, "date"),
            cell(row["programme"], _path(answers, "framework", row["programme"])),
            _rating(overall[row["report"]]) if row["report"] in overall else Cell(),
        )
        for row in found
    )
    columns = ("Service", "Fieldwork from", "Fieldwork to", "Published", "Framework", "Rated")
    return Table("inspections", "Inspections", columns, rows, chart="timeline")
