"""The rooms' walls: who may import whom, and the one door of each large library."""

import ast
import importlib
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "analysis" / "onrecord"

STAGES = {
    "segment",
    "reader",
    "attribution",
    "actors",
    "lexicon",
    "speakers",
    "sources",
    "stance",
    "tone",
}

# room -> other rooms of the package that it may import
ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "extras": set(),
    "bar": set(),
    "parts": set(),
    "stages": set(),
    "samples": {"errors", "ownership"},
    "iri": set(),
    "day": {"errors"},
    "ownership": {"errors"},
    "schema": {"errors"},
    "letters": set(),
    "safe": set(),
    "plainyaml": set(),
    "corrections": {
        "errors",
        "plainyaml",
        "ownership",
        "attribution",
        "lexicon",
        "segment",
        "speakers",
        "stance",
    },
    "load": {"bar", "errors", "extras", "letters", "plainyaml", "ownership", "schema", "stages"},
    # addresses that the user names: the one room that asks the network
    "fetch": {"errors", "load", "ownership", "stages"},
    "segment": set(),
    "wording": {"errors", "letters"},
    "reader": {"errors"},
    "attribution": {"lexicon", "reader", "segment"},
    "lexicon": {"errors", "letters", "plainyaml"},
    "actors": {"errors", "letters", "lexicon", "segment"},
    "speakers": {"actors", "attribution", "lexicon", "segment"},
    "sources": {"actors", "attribution", "lexicon", "speakers"},
    "stance": {"errors", "reader", "segment", "attribution", "actors", "speakers"},
    "tone": {"parts"},
    "rows": STAGES,
    "store": {"errors", "ownership", "parts", "schema"},
    # words are looked for in a store or in frames, by `Tables.search`
    "search": {"day", "errors", "ownership", "stages", "store", "wording"},
    "tables": {"errors", "ownership", "schema", "search", "store"},
    "pipeline": {"rows", "corrections", "learnt", *STAGES},
    # what was learnt from corrections, as runs apply it; `learn` fits it
    "learnt": {"errors", "ownership", "speakers", "stance"},
    "learn": {
        "actors",
        "bar",
        "corpus",
        "corrections",
        "errors",
        "learnt",
        "pipeline",
        "reader",
        "rows",
        "speakers",
        "stages",
        "stance",
        "store",
    },
    # the store counts where its rows lie, in the words of the summaries
    "summary": {"day", "errors", "lexicon", "schema", "store", "tables"},
    "issues": {
        "errors",
        "lexicon",
        "plainyaml",
        "store",
        "summary",
        "tables",
        "tone",
        "wording",
    },
    "repeats": {"lexicon", "summary", "tables", "wording"},
    # what runs of a store brought
    "added": {"errors", "repeats", "store", "summary", "tables"},
    "figures": {"lexicon", "summary", "tables", "wording"},
    # a draft's quotations, compared as those of one quote across outlets are
    "draft": {"attribution", "repeats", "summary", "tables", "wording"},
    "networks": {"errors", "issues", "ownership", "safe", "summary", "tables"},
    "audit": {
        "errors",
        "ownership",
        "schema",
        "tables",
        "summary",
        "corrections",
        "review",
        "safe",
    },
    "review": {"corrections", "errors", "ownership", "safe", "summary", "tables"},
    # a language model of the user's, whose answers are kept as a reviewer's
    "coder": {"corrections", "errors", "review", "stages", "tables"},
    "exchange": {"errors", "ownership", "tables", "corrections"},
    "charts": {"day", "errors", "iri", "repeats", "schema", "tables", "summary", "safe"},
    "display": {
        "day",
        "added",
        "audit",
        "charts",
        "coder",
        "corpus",  # a notebook that follows feeds brings its store up
        "corrections",
        "draft",
        "errors",
        "extras",
        "fetch",
        "figures",
        "issues",
        "networks",
        "repeats",
        "search",
        "review",
        "safe",
        "samples",
        "schema",
        "store",
        "summary",
        "tables",
    },
    "report": {
        "audit",
        "day",
        "bar",
        "charts",
        "display",
        "errors",
        "iri",
        "issues",
        "letters",
        "ownership",
        "safe",
        "schema",
        "stages",
        "summary",
        "tables",
    },
    "corpus": {
        "bar",
        "stages",
        "errors",
        "corrections",
        "learnt",
        "schema",
        "load",
        "ownership",
        "store",
        "pipeline",
        "rows",
        "segment",
        "tables",
        "lexicon",
        "actors",
        "reader",
    },
    "command": {
        "added",
        "audit",
        "coder",
        "corrections",
        "draft",
        "exchange",
        "errors",
        "figures",
        "issues",
        "networks",
        "repeats",
        "extras",
        "fetch",
        "learn",
        "learnt",
        "letters",
        "review",
        "safe",
        "samples",
        "ownership",
        "plainyaml",
        "reader",  # its name for the run
        "store",
        "tables",
        "load",
        "pipeline",
        "report",
        "corpus",
        "summary",
    },
    "__init__": {
        "audit",
        "errors",
        "extras",
        "tables",
        "load",
        "pipeline",
        "stance",
        "summary",
        "charts",
        "display",
        "report",
        "actors",
        "corpus",
    },
    "__main__": {"command"},
}

# library -> the rooms that may open its door
DOORS: dict[str, set[str]] = {
    "textblob": {"tone"},
    "plotly": {"charts"},
    "papermill": {"report"},
    "nbconvert": {"report"},
    "PIL": {"report"},
    "onnxruntime": {"reader"},
    "trafilatura": {"load"},
    "duckdb": {"store"},
    "dask": {"corpus"},
    "distributed": {"corpus"},
    "filelock": {"ownership", "store"},
    "cassis": {"exchange"},
    "networkx": {"networks"},
    "urllib3": {"fetch"},
    "protego": {"fetch"},
    "pandas": {
        "day",
        "added",
        "audit",
        "draft",
        "issues",
        "networks",
        "figures",
        "repeats",
        "search",
        "exchange",
        "schema",
        "learn",
        "load",
        "tables",
        "store",
        "corpus",
        "pipeline",
        "command",
        "review",
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


@cache
def _statements(path: Path) -> list[ast.Import | ast.ImportFrom]:
    """All imports of a file, inside functions too."""
    found = ast.walk(ast.parse(path.read_text("utf-8")))
    return [node for node in found if isinstance(node, ast.Import | ast.ImportFrom)]


def _imported(path: Path) -> set[str]:
    """Dotted names of all that a file imports."""
    names = set()
    for node in _statements(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        else:
            base = node.module or ""
            assert node.level == 0, f"{path.name}: imports are absolute"
            names.add(base)
            if base == "onrecord":
                names |= {f"onrecord.{alias.name}" for alias in node.names}
    return names


def test_a_room_imports_only_what_it_may():
    assert {_room(path) for path in _modules()} <= ROOMS.keys(), "no place in the plan of the house"
    wrong = []
    for path in _modules():
        room = _room(path)
        names = {name.split(".")[1] for name in _imported(path) if name.startswith("onrecord.")}
        wrong += [f"{path}: {name}" for name in names & ROOMS.keys() - ROOMS[room] - {room}]
    assert wrong == []


def test_a_large_library_has_one_door():
    wrong = []
    for path in _modules():
        outer = {name.split(".")[0] for name in _imported(path)} & DOORS.keys()
        wrong += [f"{path}: {library}" for library in outer if _room(path) not in DOORS[library]]
    assert wrong == []


WRITES = re.compile(
    r"\.unlink\(|rmtree|\.rmdir\(|write_text\(|write_bytes\(|os\.remove|shutil|\.open\(\"[wax]"
)
# who writes into temporary folders, or batches of a store
WRITERS = {"search/index.py", "corpus/piece.py", "report/kernel.py", "store/write.py"}


def test_one_room_writes_and_deletes():
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in _modules()
        if _room(path) != "ownership"
        and WRITES.search(
            "\n".join(
                line
                for line in path.read_text("utf-8").splitlines()
                if ">>>" not in line and "..." not in line
            )
        )
    }
    assert found <= WRITERS


def test_no_room_without_an_idea():
    assert [p.name for p in _modules() if p.stem in {"utils", "helpers", "common", "misc"}] == []


def test_the_text_stages_stay_out_of_each_other_but_for_types():
    for path in _modules():
        if _room(path) not in STAGES:
            continue
        for node in _statements(path):
            if isinstance(node, ast.Import) or not (node.module or "").startswith("onrecord."):
                continue
            other = node.module.split(".")[1]
            if other in STAGES - {_room(path)}:
                functions = [a.name for a in node.names if a.name[0].islower()]
                # the lexicon is the actors' own data, read through its functions
                assert other == "lexicon" or not functions, f"{path.name} calls {functions}"


LAB = ("papermill", "nbconvert", "plotly", "nbformat", "IPython", "openpyxl", "docx", "pypdf")
HEAVY = ("pandas", "numpy", "plotly", "papermill", "nbconvert", "scipy", "textblob", "duckdb")
# what reading one text does without
UNASKED = (*LAB, "duckdb", "lxml", "scipy", "onrecord.load.reading", "pyarrow.parquet")


@pytest.mark.parametrize(
    ("does", "absent"),
    [
        ("import onrecord; onrecord.__version__", HEAVY),
        ("from onrecord.command import cli; cli.parser().format_help()", HEAVY),
        ("import onrecord.corpus.piece", LAB),
        ("import onrecord.tables, onrecord.summary", (*LAB, "textblob")),
        ("import onrecord.corpus.update, onrecord.corpus.texts", (*LAB, "nltk", "tqdm")),
        ("import onrecord; onrecord.read('Rain fell, Ada Lund said.')", UNASKED),
        ("import onrecord.tone, textblob.en; textblob.TextBlob", ("plotly",)),
        ("import onrecord.charts", ("lark", "rfc3987_syntax")),
        ("import onrecord.report, onrecord.display", ("lark", "rfc3987_syntax")),
    ],
)
def test_what_only_some_need_is_not_brought_in_at_the_start(does, absent):
    code = f"import sys; {does}; print(*sorted({{*{absent}}} & {{*sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_addresses_are_still_checked():
    asked = ["http://example.org/ü", "no address", "", "https://example.org:8000/a?b=ß#c"]
    code = (
        "import sys, onrecord.report, jsonschema; checks = jsonschema.FormatChecker(); "
        f"print(*(checks.conforms(one, 'iri') for one in {asked}), 'lark' in sys.modules); "
        "import rfc3987_syntax; print(rfc3987_syntax.is_valid_syntax_port('80'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "False", "True", "True", "True"]


def test_a_bare_import_offers_the_api():
    code = (
        "import onrecord; assert {*onrecord.__all__} < {*dir(onrecord)}; "
        "import onrecord.load; assert callable(onrecord.load); "
        "[getattr(onrecord, name) for name in dir(onrecord)]; "
        "print(onrecord.charts.__name__, onrecord.load.__name__, 'sys' in dir(onrecord))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["onrecord.charts", "load", "False"]


PUBLIC = (
    "added", "audit", "charts", "coder", "display", "draft", "exchange", "issues", "networks",
    "repeats", "report", "search", "stance", "summary",
)  # fmt: skip


def test_tab_offers_what_a_room_is_for_and_nothing_else():
    from IPython.core.completer import provisionalcompleter
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    shell.ex("import onrecord; t = onrecord.Tables.empty()")
    for room in PUBLIC:
        there = importlib.import_module(f"onrecord.{room}")
        shell.ex(f"from onrecord import {room} as r_{room}")
        with provisionalcompleter():
            typed = f"r_{room}."
            found = {each.text for each in shell.Completer.completions(typed, len(typed))}
        assert found == set(there.__all__), room
    with provisionalcompleter():
        found = {each.text for each in shell.Completer.completions("t.", 2)}
    assert {*onrecord.Tables.names(), "open", "save", "sql", "search"} <= found
    assert not found & {"part", "remembered", "narrowed", "listed"}


def test_the_plan_of_the_house_names_what_is_there():
    said = (ROOT / "docs" / "house.md").read_text("utf-8")
    names = {name for row in re.findall(r"(?m)^\| (`.+?) \|", said) for name in _quoted(row)}
    assert [name for name in sorted(names) if not (PACKAGE / name).exists()] == []
    rooms = {path.name for path in PACKAGE.iterdir() if _is_room(path)}
    assert rooms - {name.strip("/") for name in names} == set()


def test_the_walk_through_the_house_meets_files_that_are_there():
    said = (ROOT / "docs" / "house.md").read_text("utf-8")
    walk = said[said.index("## A walk") : said.index("## Where to begin")]
    met = [name for row in re.findall(r"(?m)^\| (`.+?) \|", walk) for name in _quoted(row)]
    assert len(met) > 30 and met[0] == "command/door.py"
    assert [name for name in met if not (PACKAGE / name).is_file()] == []


def _quoted(row: str) -> list[str]:
    return re.findall(r"`([\w/.]+)`", row)


def _is_room(path: Path) -> bool:
    if path.is_dir():
        return (path / "__init__.py").is_file()
    return path.suffix == ".py" and not path.name.startswith("__")
