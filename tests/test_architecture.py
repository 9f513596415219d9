"""The house rules, checked in the source: one-way imports, small modules, nothing caught blindly.

Data goes one way: reading, extraction, facts, knowledge, publishing, build, command line. A
module imports only from those before it.
"""

from __future__ import annotations

import ast
import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.variation import ANSWERS, printed_people

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "graph" / "yotgraph"
MODULES = sorted(PACKAGE.rglob("*.py"))
# What each part may import of the package; a part may always import from itself.
ALLOWED = {
    "errors": set(),
    "garbage": set(),
    "resources": {"errors"},
    "vocabulary": {"errors", "resources"},
    "facts": {"errors"},
    "reading": {"errors", "resources", "vocabulary"},
    "extraction": {"errors", "resources", "vocabulary", "facts", "reading"},
    "remote": {"errors"},
    "knowledge": {"errors", "resources", "vocabulary", "facts", "remote"},
    "publishing": {"errors", "garbage", "resources", "vocabulary", "facts", "knowledge", "remote"},
    "documentation": {"errors", "resources", "vocabulary", "facts", "knowledge", "publishing"},
    "corpus": {"errors", "resources", "vocabulary", "facts", "reading"},
    "proof": {"errors", "facts", "knowledge", "reading", "vocabulary"},
    "texts": {"extraction", "publishing", "reading"},
    "inspection_view": {"errors", "corpus", "extraction", "facts", "reading", "vocabulary"},
    "judgement_view": {"extraction", "reading", "vocabulary"},
    "memory": {"resources"},
    "facts_text": {"facts"},
    "answer_rows": {"vocabulary"},
    "evaluation": {"answer_rows", "errors", "facts", "knowledge", "vocabulary"},
}
# Above everything else: they may import any part but the command line.
ON_TOP = {"api", "building", "intake", "publication", "cli", "__main__", "__init__"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
HEAVY = ("rdflib", "pyshacl", "networkx", "oxrdflib")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a module imports anywhere."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    parts = {PATH.relative_to(PACKAGE).parts[0].removesuffix(".py") for PATH in MODULES}
    found = {
        name.split(".")[1]
        for name in imports(path)
        if name.startswith("yotgraph.") and len(name.split(".")) > 1
    }
    return (found & parts) - {part_of(path)}


@pytest.fixture(params=MODULES, ids=name_of)
def module(request: pytest.FixtureRequest) -> Path:
    """Each module of the package."""
    path: Path = request.param
    return path


def test_the_package_is_there() -> None:
    assert len(MODULES) > 50
    assert {part_of(path) for path in MODULES} >= {*ALLOWED, "building", "cli"}


def test_imports_go_one_way(module: Path) -> None:
    part = part_of(module)
    if part in ON_TOP:
        assert part in ("cli", "__main__") or "cli" not in parts_imported(module)
        return
    assert part in ALLOWED, f"say in this test what {part} may import"
    assert parts_imported(module) <= ALLOWED[part]


def test_no_module_reaches_into_anothers_private_names(module: Path) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("yotgraph"):
            private = [alias.name for alias in node.names if alias.name.startswith("_")]
            assert set(private) <= {"__version__"}, (node.module, private)
            assert all(alias.name != "*" for alias in node.names)


def test_every_module_says_what_it_is_for(module: Path) -> None:
    if not module.read_text(encoding="utf-8").strip():
        assert module.name == "__init__.py"
        return
    doc = ast.get_docstring(tree(module))
    assert doc, "a docstring"
    opening = doc.strip().split("\n\n")[0]
    assert opening[-1] in ".:?!", "an opening that is a sentence"


def is_only_words(module: Path) -> bool:
    """Whether a module is empty or holds nothing but its docstring."""
    return all(isinstance(node, ast.Expr) for node in tree(module).body)


def public_names(module: Path) -> list[str] | None:
    """What ``__all__`` lists, or ``None`` where there is none."""
    for node in tree(module).body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets
        ):
            value = ast.literal_eval(node.value)
            return list(value)
    return None


def test_every_module_lists_its_public_names(module: Path) -> None:
    if module.name == "__main__.py" or is_only_words(module):
        return
    listed = public_names(module)
    assert listed is not None, "__all__"
    assert len(listed) == len(set(listed))
    defined: set[str] = set()
    for node in tree(module).body:
        if isinstance(node, ast.If):  # What only type checkers import; __getattr__ loads it.
            lazy = [each for each in node.body if isinstance(each, ast.ImportFrom)]
            defined |= {alias.name for each in lazy for alias in each.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            defined.add(node.name)
        elif isinstance(node, ast.Assign):
            defined |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            defined.add(node.target.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            defined |= {alias.asname or alias.name for alias in node.names}
    assert set(listed) <= defined
    own = {
        node.name
        for node in tree(module).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }
    assert own <= set(listed), f"public but not listed: {sorted(own - set(listed))}"


def test_everything_public_has_a_docstring(module: Path) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            top = node in tree(module).body
            assert ast.get_docstring(node) or not top, node.name


def test_modules_and_functions_are_short(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").splitlines()
    limit = 400 if module.name == "facts.py" else LONGEST_MODULE
    assert len(lines) <= limit
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


def test_nothing_is_caught_blindly(module: Path) -> None:
    for node in ast.walk(tree(module)):
        if not isinstance(node, ast.ExceptHandler):
            continue
        assert node.type is not None, "a bare except"
        caught = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)}
        undone = any(isinstance(part, ast.Raise) for part in ast.walk(node))
        assert not caught & {"Exception", "BaseException"} or undone, "caught and not raised again"


def test_nothing_is_left_to_be_done(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:TODO|FIXME|XXX|HACK)\b", text)
    assert (
        "from __future__ import annotations" in text
        or len(text.splitlines()) < 8
        or (is_only_words(module))
    )
    called = {
        node.func.id
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"print", "breakpoint", "eval", "exec"}


def test_no_clock_and_no_chance(module: Path) -> None:
    """Two builds are the same bytes: nothing depends on the time or on chance."""
    forbidden = {"random", "secrets", "uuid", "time", "tests"}
    assert not {name.split(".")[0] for name in imports(module)} & forbidden
    text = module.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:datetime|date)\.(?:now|today|utcnow)\(", text)


def without_docstrings(module: Path) -> str:
    """The string constants and names of a module, its docstrings left out."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    words = [
        str(node.value)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant) and id(node) not in docs
    ]
    words += [node.id for node in ast.walk(tree(module)) if isinstance(node, ast.Name)]
    return "\n".join(words)


def areas() -> set[str]:
    found: set[str] = set()
    for path in sorted(ANSWERS.glob("*/reports.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row["service"].rpartition(" ")[0] for row in csv.DictReader(file)}
    assert len(found) == 5
    return found


def test_no_code_knows_the_five_reports(module: Path) -> None:
    text = without_docstrings(module)
    for name in (*sorted(areas()), *printed_people()):
        assert not re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE), name
    for slug in sorted(path.stem for path in (ROOT / "reports").glob("*.txt")):
        # The help of a command may show a report that everybody has.
        assert slug not in text or part_of(module) == "cli", slug


def test_no_vocabulary_of_wordings_knows_the_people_of_the_five_reports() -> None:
    """Schemes say how reports are worded, so they hold nobody's name."""
    paths = sorted((ROOT / "ontology" / "schemes").glob("*.ttl"))
    assert len(paths) > 10
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert [name for name in printed_people() if name in text] == [], path.name


def test_no_sentence_of_the_five_reports_is_in_code_or_patterns() -> None:
    """Eight words in a row that a report prints and code or patterns repeat are no coincidence."""
    reports = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "reports").glob("*.txt"))
    ]
    spoken = set().union(*(runs(text) for text in reports))
    assert len(spoken) > 5000
    for path in MODULES:
        for words in without_docstrings(path).split("\n"):
            assert not runs(words) & spoken, name_of(path)
    for path in sorted((ROOT / "ontology" / "schemes").glob("*.ttl")):
        patterns = re.findall(r"yot:(?:pattern|exclusion) [^;.]*", path.read_text(encoding="utf-8"))
        assert not runs("\n".join(patterns)) & spoken, path.name


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    words = re.findall(r"[a-z’']+", re.sub(r"(?:https?://|www\.)\S+", " ", text.lower()))
    return {tuple(words[place : place + length]) for place in range(len(words) - length + 1)}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom yotgraph.cli import main\n"
        f"sys.argv = ['yotgraph', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('loaded:', *(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(ROOT / "graph"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[-1].strip() == "loaded:"
    assert "yotgraph" in run.stdout


@pytest.mark.parametrize("name", ["reading", "extraction", "facts", "errors", "vocabulary"])
def test_reading_and_extraction_know_no_rdf_library_but_the_parser(name: str) -> None:
    allowed = {"pyoxigraph"} if name == "vocabulary" else set()
    found = {
        imported.split(".")[0]
        for path in MODULES
        if part_of(path) == name
        for imported in imports(path)
    }
    assert not found & {*HEAVY, "pyoxigraph"} - allowed


def test_every_small_document_is_used_by_a_test() -> None:
    tests = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("*.py"))
    )
    documents = sorted((ROOT / "tests" / "documents").iterdir())
    assert len(documents) > 15
    # The golden documents are named without their ending.
    assert [path.name for path in documents if path.stem not in tests] == []
