"""Where a column comes from is read from the query, whatever its form."""

from __future__ import annotations

import pytest

from yotgraph.documentation.columns import Column, Path, columns_of

PREFIXES = "PREFIX e: <https://e.org/>\n"
E = "https://e.org/"


def only(query: str, name: str = "x") -> Column:
    (column,) = columns_of(PREFIXES + query, (name,))
    return column


def path(start: str, steps: str) -> Path:
    return Path(
        tuple(f"{E}{each}" for each in start.split()), tuple(f"{E}{each}" for each in steps.split())
    )


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("?s a e:C ; e:p ?x", [path("C", "p")]),
        ("?s a e:C ; e:p/e:q ?x", [path("C", "p q")]),
        ("?s a e:C ; e:p ?o . ?o e:q ?x", [path("C", "p q")]),
        ("?s a e:C ; e:p ?o . ?o a e:D ; e:q ?x", [path("D", "q")]),
        ("?s e:p ?x", [path("", "p")]),
        ("?s a e:C ; (e:p|^e:q)* ?x", [path("C", "p q")]),
        ("?s a ?k ; e:p ?x VALUES ?k { e:C e:D }", [path("C D", "p")]),
        ("GRAPH ?g { ?s a e:C } OPTIONAL { ?s e:p ?x }", [path("C", "p")]),
        ("{ ?s a e:C ; e:p ?x } UNION { ?s a e:D ; e:q ?x }", [path("C", "p"), path("D", "q")]),
        ("{ ?s a e:C } UNION { ?s a e:D } ?s e:p ?x", [path("C D", "p")]),
        ("?s a e:C ; e:p ?x . ?t e:p ?x", [path("C", "p")]),
        ("?x a e:C", [path("C", "")]),
    ],
)
def test_a_column_is_the_end_of_a_path(where: str, expected: list[Path]) -> None:
    column = only(f"SELECT ?x WHERE {{ {where} }}")
    assert list(column.paths) == expected
    assert (column.gathering, column.expression) == (None, None)


@pytest.mark.parametrize(
    ("select", "gathering"),
    [
        ("(COUNT(DISTINCT ?o) AS ?x)", "Count"),
        ("(SUM(?o) AS ?x)", "Sum"),
        ("(MIN(?o) AS ?x)", "Min"),
        ('(GROUP_CONCAT(?o; separator="; ") AS ?x)', "GroupConcat"),
    ],
)
def test_a_column_that_gathers_is_told_with_what_it_gathers(select: str, gathering: str) -> None:
    column = only(f"SELECT {select} WHERE {{ ?s a e:C ; e:p ?o }} GROUP BY ?s")
    assert (column.gathering, column.expression) == (gathering, None)
    assert column.paths == (path("C", "p"),)


def test_each_group_of_a_query_with_several_is_told_apart() -> None:
    query = """SELECT ?m ?n WHERE {
      { SELECT ?s (COUNT(?a) AS ?m) WHERE { ?a a e:A ; e:of ?s } GROUP BY ?s }
      { SELECT ?s (SUM(?b) AS ?n) WHERE { ?t a e:B ; e:of ?s ; e:p ?b } GROUP BY ?s }
    }"""
    first, second = columns_of(PREFIXES + query, ("m", "n"))
    assert (first.gathering, first.paths) == ("Count", (path("A", ""),))
    assert (second.gathering, second.paths) == ("Sum", (path("B", "p"),))


def test_a_column_that_groups_is_no_gathering() -> None:
    column = only("SELECT ?x (COUNT(?s) AS ?n) WHERE { ?s a e:C ; e:p ?x } GROUP BY ?x")
    assert (column.gathering, column.paths) == (None, (path("C", "p"),))


def test_what_is_worked_out_shows_its_expression_and_what_goes_in() -> None:
    column = only("SELECT ?x WHERE { ?s a e:C ; e:p ?a ; e:q ?b BIND(IF(?a > (?b), ?a, 0) AS ?x) }")
    assert column.expression == "IF(?a > (?b), ?a, 0)"
    assert column.paths == (path("C", "p"), path("C", "q"))


@pytest.mark.parametrize(
    ("where", "may_be_empty"),
    [
        ("?s e:p ?x", False),
        ("?s e:p ?o OPTIONAL { ?s e:q ?x }", True),
        ("{ ?s e:p ?x } UNION { ?s e:q ?x }", False),
        ("{ ?s e:p ?x } UNION { ?s e:q ?y }", True),
        ("?s e:p ?y BIND(STR(?y) AS ?x)", False),
        ("?s e:p ?y OPTIONAL { ?s e:q ?z } BIND(STR(?z) AS ?x)", True),
        ("?s e:p ?y OPTIONAL { ?s e:q ?z } BIND(COALESCE(?z, ?y) AS ?x)", False),
        ("{ SELECT ?s ?x WHERE { ?s e:p ?x } }", False),
        ("{ SELECT ?s WHERE { ?s e:p ?x } } OPTIONAL { ?s e:q ?x }", True),
        ("?s e:p ?o MINUS { ?s e:q ?x }", True),
        ("VALUES ?x { 1 2 } ?s e:p ?x", False),
    ],
)
def test_a_column_may_be_empty_where_the_query_says_so(where: str, may_be_empty: bool) -> None:
    assert only(f"SELECT ?x WHERE {{ {where} }}").may_be_empty is may_be_empty


def test_a_count_is_never_empty_and_a_list_may_be() -> None:
    where = "WHERE { ?s e:p ?y OPTIONAL { ?s e:q ?o } } GROUP BY ?s"
    assert not only(f"SELECT (COUNT(?o) AS ?x) {where}").may_be_empty
    assert only(f"SELECT (GROUP_CONCAT(?o) AS ?x) {where}").may_be_empty


def test_variables_that_lead_to_each_other_come_to_an_end() -> None:
    column = only("SELECT ?x WHERE { ?x e:p ?y . ?y e:q ?x }")
    assert column.paths
    assert all(len(each.steps) < 12 for each in column.paths)
