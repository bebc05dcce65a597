"""Walk through a page of the documentation word by word: every block, in order, in a folder.

`python tests/newcomers/walk.py docs/developer.ipynb` does it in an empty folder of its
own. A page is Markdown or a notebook; a block with `title="NAME"` is a file of that name.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```", re.M | re.S)
TITLE = re.compile(r'title="([^"]+)"')
# their lines are parsed, and not run: they need a person, a browser, a model or minutes
PARSED = ("review", "report", "agreement", "clean", "coder")
ELSEWHERE = ("://", "SCHEDULER")  # other machines


@dataclass
class Walk:
    """What was done, and what each line of the command printed."""

    done: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)


def blocks(page: Path) -> list[tuple[str, str]]:
    """Language and code of each block of a page."""
    return [(language, code) for language, _, code in _blocks(page)]


def _blocks(page: Path) -> list[tuple[str, str, str]]:
    if page.suffix != ".ipynb":
        found = BLOCK.finditer(page.read_text("utf-8"))
        return [(each[1], each[2], each[3]) for each in found]
    made = []
    for cell in json.loads(page.read_text("utf-8"))["cells"]:
        code = "".join(cell["source"])
        if cell["cell_type"] == "code" and code.startswith("!"):
            made.append(("sh", "", re.sub(r"(?m)^!", "", code) + "\n"))
        elif cell["cell_type"] == "code":
            made.append(("python", "", code + "\n"))
    return made


def walk(page: Path, between: Mapping[str, Callable[[], object]] | None = None) -> Walk:
    """Do all that a page says, in the folder where we are.

    Args:
        page: of the documentation.
        between: what somebody does by hand before a line that begins so.
    """
    names: dict[str, object] = {"__name__": "page"}
    done = Walk()
    for _, title, code in _blocks(page):
        if named := TITLE.search(title):
            Path(named[1]).parent.mkdir(parents=True, exist_ok=True)
            Path(named[1]).write_text(code, "utf-8")
    for language, code in blocks(page):
        if language == "python" and "://" in code:
            compile(code, page.name, "exec")  # it asks an address
        elif language == "python":
            code = _with_hands(code, between or {}, names)
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(code, page.name, "exec"), names)
            done.done.append(code)
            done.printed.append(out.getvalue())
        elif language == "sh":
            for line in lines(code):
                _hand(line, between or {})
                if (said := run(line)) is not None:
                    done.done.append(line)
                    done.printed.append(said)
    return done


def _hand(line: str, between: Mapping[str, Callable[[], object]]) -> None:
    for start, does in between.items():
        if line.startswith(start):
            does()


def _with_hands(
    code: str, between: Mapping[str, Callable[[], object]], names: dict[str, object]
) -> str:
    """The code, with what is done by hand put before the lines that want it."""
    made = []
    for line in code.splitlines():
        for number, (start, does) in enumerate(between.items()):
            if line.startswith(start):
                names[f"_by_hand_{number}"] = does
                made.append(f"_by_hand_{number}()")
        made.append(line)
    return "\n".join(made)


def lines(code: str) -> list[str]:
    """The lines of a block for a shell, without comments."""
    found = (re.sub(r"\s{2,}#.*$", "", line).strip() for line in code.splitlines())
    return [line for line in found if line and not line.startswith("#")]


def run(line: str) -> str | None:
    """Run a line that calls the command: what it prints; None where it was only parsed."""
    from onrecord.command.cli import main, parser

    words = shlex.split(line)
    if words[0] != "onrecord":
        return None
    source, target = _after(words, "<"), _after(words, ">")
    if not _runs(words[1:]):
        parser().parse_args(words[1:])
        return None
    out = io.StringIO()
    given = io.TextIOWrapper(io.BytesIO(Path(source).read_bytes() if source else b""))
    before, sys.stdin = sys.stdin, given
    try:
        with contextlib.redirect_stdout(out):
            code = main(words[1:])
    finally:
        sys.stdin = before
    assert code == 0, f"{line} ended with {code}"
    if target:
        Path(target).write_text(out.getvalue(), "utf-8")
    return out.getvalue()


def unlike(page: Path, printed: list[str]) -> list[str]:
    """The blocks of a page that show what is printed, and show something else."""
    plain = [_plain(each) for each in printed]
    shown = [code for language, code in blocks(page) if language == "text"]
    return [code for code in shown if not any(_plain(code) in each for each in plain)]


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def _runs(words: list[str]) -> bool:
    """Whether a line needs neither a person, another machine, nor minutes."""
    verb, rest = words[0], words[1:]
    if any(sign in word for word in words for sign in ELSEWHERE):
        return False
    return verb not in PARSED and (verb != "lab" or "--copy" in rest)


def _after(words: list[str], sign: str) -> str | None:
    """Take a redirection out of a line."""
    if sign not in words:
        return None
    place = words.index(sign)
    found = words[place + 1]
    del words[place : place + 2]
    return found


if __name__ == "__main__":
    pages = [Path(name).resolve() for name in sys.argv[1:]]
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            print(f"{page.name}: {len(walk(page).done)} steps")
            os.chdir(page.parent)
