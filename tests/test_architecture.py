"""The layout keeps its promises: imports point inward, heavy libraries stay out of the core."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "addin" / "juso"
RINGS = [
    "core",
    "koshu",
    "services",
    "adapters",
    "result",
    "housekeeping",
    "casework",
    "merging",
    "tallies",
    "app",
    "demo",
    "ribbon_press",
    "ribbon_tallies",
    "ribbon_commands",
    "ribbon",
    "worker",
    "arguments",
    "verb",
    "tally_verbs",
    "verbs",
    "cli",
]
SOURCES = sorted(PACKAGE.rglob("*.py"))


def ring(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Dotted names of everything a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports__point_inward(path):
    """A module imports only from its own ring or one further in."""
    here = ring(path)
    if here not in RINGS:
        return
    for name in imports(path):
        if match := re.match(r"juso\.(\w+)", name):
            assert RINGS.index(match[1]) <= RINGS.index(here), f"{path.name} imports {name}"


@pytest.mark.parametrize(
    "path",
    [p for p in SOURCES if ring(p) in ("core", "koshu", "services")],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_inner_rings__use_the_standard_library_only(path):
    """Third-party packages are an adapter's business."""
    outside = {
        name.split(".")[0]
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names | {"juso", "__future__"}
    }

    assert outside == set()


def test_clock__is_read_in_one_place_only():
    """Only the doors ask for the time: --today replaces it everywhere."""
    readers = {
        path.name
        for path in SOURCES
        if re.search(r"\b(date\.today|datetime\.now|time\.time)\(", path.read_text("utf-8"))
    }

    assert readers == {"cli.py", "worker.py"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_public_names__have_a_docstring(path):
    """Every module, class and public function says what it is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]

    assert [n.name for n in named if ast.get_docstring(n) is None] == []
    assert ast.get_docstring(tree) or path.read_text("utf-8").strip() == ""


HEAVY = {"pandas", "numpy", "matplotlib", "openpyxl", "xlwings"}


@pytest.mark.parametrize("verb", ["check", "agenda", "minutes"])
def test_quick_verbs__never_load_heavy_libraries(verb, sample_office, tmp_path):
    """A click pays for every import: these verbs load none of the heavy ones."""
    office = shutil.copytree(sample_office, tmp_path / "見本")
    arguments = [str(office)] + ([] if verb == "check" else ["JU-R7-01"])
    code = (
        "import sys; from juso.cli import main; main(sys.argv[1:]);"
        f"sys.stderr.write(','.join(sorted({HEAVY!r} & set(sys.modules))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, verb, *arguments, "--today", "2026-03-31"],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "addin"), "PATH": "", "PYTHONIOENCODING": "utf-8"},
    )

    assert done.stderr == ""
