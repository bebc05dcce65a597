"""Walk through a page of the documentation word by word: every block, in order, in a folder.

`python tests/newcomers/walk.py docs/developer.md` does it in a folder of its own.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.M | re.S)
# their lines are parsed, and not run
PARSED = ("review", "report", "agreement", "exchange", "clean")


def blocks(page: Path) -> list[tuple[str, str]]:
    """Language and code of each block of a page."""
    return [(found[1], found[2]) for found in BLOCK.finditer(page.read_text("utf-8"))]


def walk(page: Path) -> list[str]:
    """Do all that a page says, in the folder where we are; returns what was run."""
    names: dict[str, object] = {"__name__": "page"}
    done = []
    for language, code in blocks(page):
        if language == "python":
            exec(compile(code, page.name, "exec"), names)
            done.append(code)
        elif language == "sh":
            done += [line for line in lines(code) if run(line)]
    return done


def lines(code: str) -> list[str]:
    """The lines of a block for a shell, without comments."""
    found = (re.sub(r"\s{2,}#.*$", "", line).strip() for line in code.splitlines())
    return [line for line in found if line and not line.startswith("#")]


def run(line: str) -> bool:
    """Run a line that calls the command; True where it was run, False where only parsed."""
    from onrecord.command.cli import main, parser

    words = shlex.split(line)
    if words[0] != "onrecord":
        return False
    source, target = _after(words, "<"), _after(words, ">")
    if not _runs(words[1:]):
        parser().parse_args(words[1:])
        return False
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
    return True


def _runs(words: list[str]) -> bool:
    """Whether a line needs neither a person, a browser, nor minutes."""
    verb, rest = words[0], words[1:]
    if verb == "audit":
        return rest[0] == "draw"
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
            print(f"{page.name}: {len(walk(page))} steps")
            os.chdir(page.parent)
