"""The rooms' walls: who may import whom, and the one door of each large library."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "analysis" / "onrecord"

STAGES = {"segment", "reader", "attribution", "actors", "lexicon", "speakers", "stance", "tone"}

# room -> other rooms of the package that it may import
ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "ownership": {"errors"},
    "schema": {"errors"},
    "safe": set(),
    "load": {"errors", "ownership", "schema"},
    "segment": set(),
    "reader": {"errors"},
    "attribution": {"reader", "segment"},
    "lexicon": {"errors"},
    "actors": {"errors", "lexicon", "segment"},
    "speakers": {"actors", "attribution", "lexicon", "segment"},
    "stance": {"errors", "reader", "segment", "attribution", "actors", "speakers"},
    "tone": set(),
    "rows": STAGES,
    "store": {"errors", "ownership", "schema"},
    "tables": {"errors", "ownership", "schema", "store"},
    "pipeline": {"errors", "schema", "rows", "corpus", "tables", *STAGES},
    # the store counts where its rows lie, in the words of the summaries
    "summary": {"errors", "schema", "store", "tables"},
    "charts": {"errors", "schema", "tables", "summary", "safe"},
    "display": {"errors", "schema", "tables", "summary", "charts", "safe"},
    "report": {"errors", "ownership", "tables", "summary", "safe", "display", "charts"},
    "corpus": {
        "errors",
        "schema",
        "load",
        "ownership",
        "store",
        "pipeline",
        "rows",
        "lexicon",
        "actors",
        "reader",
    },
    "command": {"errors", "ownership", "store", "tables", "load", "pipeline", "report", "corpus"},
    "__init__": {
        "errors",
        "tables",
        "load",
        "pipeline",
        "stance",
        "summary",
        "charts",
        "display",
        "report",
        "actors",
    },
}

# library -> the rooms that may open its door
DOORS: dict[str, set[str]] = {
    "textblob": {"tone"},
    "plotly": {"charts"},
    "papermill": {"report"},
    "nbconvert": {"report"},
    "onnxruntime": {"reader"},
    "tokenizers": {"reader"},
    "trafilatura": {"load"},
    "duckdb": {"tables", "store"},
    "dask": {"corpus"},
    "distributed": {"corpus"},
    "datasketch": {"corpus"},
    "scipy": {"corpus"},
    "filelock": {"ownership", "store"},
    "pandas": {
        "schema",
        "load",
        "tables",
        "store",
        "corpus",
        "pipeline",
        "command",
        "summary",
        "charts",
        "display",
        "report",
        "stance",
        "__init__",
    },
}


def _modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if "__pycache__" not in p.parts)


def _room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imported(path: Path) -> set[str]:
    """Dotted names of all that a file imports, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            assert node.level == 0, f"{path.name}: imports are absolute"
            names.add(base)
            if base == "onrecord":
                names |= {f"onrecord.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_what_it_may(path):
    room = _room(path)
    assert room in ROOMS, f"{room} has no place in the plan of the house"
    inner = {name.split(".")[1] for name in _imported(path) if name.startswith("onrecord.")} - {
        room
    }
    assert inner & ROOMS.keys() <= ROOMS[room]


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_large_library_has_one_door(path):
    outer = {name.split(".")[0] for name in _imported(path)}
    assert [lib for lib in outer & DOORS.keys() if _room(path) not in DOORS[lib]] == []


def test_no_room_without_an_idea():
    assert [p.name for p in _modules() if p.stem in {"utils", "helpers", "common", "misc"}] == []


def test_the_text_stages_stay_out_of_each_other_but_for_types():
    for path in _modules():
        if _room(path) not in STAGES:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith(
                "onrecord."
            ):
                continue
            other = node.module.split(".")[1]
            if other in STAGES - {_room(path)}:
                functions = [a.name for a in node.names if a.name[0].islower()]
                # the lexicon is the actors' own data, read through its functions
                assert other == "lexicon" or not functions, f"{path.name} calls {functions}"


def test_what_only_some_need_is_not_brought_in_at_the_start():
    code = "import sys, onrecord; print(*sorted({'plotly', 'scipy', 'textblob'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
