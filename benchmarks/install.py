"""What an installation takes: megabytes and seconds, in empty environments.

`python benchmarks/install.py` prints the table of docs/install.md; `--part lab` measures one part.
Sizes are of the blocks that files take on the disk, as `du -m` counts, without compiled files of
Python; beside them the wheels that are fetched for it. Times are processor time, the least of
some runs, with compiled files there, as after the first use.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ("", "lab", "lab,formats", "all")
LARGE = 25  # megabytes from which a library is named
ARTICLE = ROOT / "seeds" / "harbour-accord" / "01-talks-announced.txt"
TIMED = {
    "import": "import onrecord",
    "help": "import onrecord.command.cli as c; c.parser().format_help()",
    "first article": f"import onrecord; onrecord.read(open({str(ARTICLE)!r}).read())",
}
# what its kernel takes from its start to the first chart of the notebook, run on the sample
CHART = """
import nbformat, resource
from nbclient import NotebookClient
from onrecord.report import notebooks
book = notebooks.read("corpus")
client = NotebookClient(book, kernel_name="python3")
with client.setup_kernel():
    for place, cell in enumerate(book.cells):
        client.execute_cell(cell, place)
        shown = [kind for out in cell.get("outputs", ()) for kind in out.get("data", ())]
        if any("plotly" in kind for kind in shown):
            break
    else:
        raise SystemExit("there is no chart")
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
time.process_time = lambda: spent.ru_utime + spent.ru_stime
"""


def environment(into: Path, part: str) -> Path:
    """An empty environment with one part of On Record; its Python."""
    inside = into / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    what = f"{ROOT}[{part}]" if part else str(ROOT)
    if uv := shutil.which("uv"):
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(into)], check=True)
        words = [uv, "pip", "install", "--quiet", "--python", str(inside), what]
    else:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(into)], check=True)
        words = [sys.executable, "-m", "pip", "--python", str(inside), "install"]
        words += ["--quiet", "--no-compile", what]
    subprocess.run(words, check=True)
    return inside


def fetched(into: Path, part: str) -> int:
    """Megabytes of the wheels that one part needs, On Record's own included."""
    what = f"{ROOT}[{part}]" if part else str(ROOT)
    words = [sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", str(into), what]
    subprocess.run(words, check=True)
    return megabytes(into)


def megabytes(folder: Path) -> int:
    """What the files below a folder, or a file, take on the disk, of 2**20 bytes each."""
    paths = folder.rglob("*") if folder.is_dir() else [folder]
    found = (path.lstat() for path in paths if path.suffix != ".pyc")
    # where a system does not tell blocks, the bytes are told
    return round(sum(getattr(each, "st_blocks", each.st_size / 512) for each in found) / 2048)


def largest(folder: Path) -> list[tuple[str, int]]:
    """The largest libraries of an environment, in megabytes."""
    (packages,) = folder.rglob("site-packages")
    sizes = {path.name.split(".cpython")[0]: megabytes(path) for path in packages.iterdir()}
    return sorted(((name, size) for name, size in sizes.items() if size >= LARGE),
                  key=lambda item: -item[1])  # fmt: skip


def seconds(python: Path, code: str, compiled: Path, runs: int) -> float:
    """Processor time of a process that does something, the least of some runs."""
    timed = f"import time\n{code}\nprint(time.process_time())"
    env = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(compiled)
    done = (
        subprocess.run([str(python), "-c", timed], env=env, capture_output=True, check=True)
        for _ in range(runs + 1)  # the first of them compiles
    )
    return min(float(each.stdout.split()[-1]) for each in done)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", action="append", choices=(*PARTS[1:], "core"))
    parser.add_argument("--runs", type=int, default=5, help="0: sizes alone")
    given = parser.parse_args()
    timed = TIMED if given.runs else {}
    parts = ["" if part == "core" else part for part in given.part or PARTS]
    heads = ["Part", "MB", "fetched, MB"]
    heads += [f"{name}, s" for name in (*timed, "first chart") if timed]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    for part in parts:
        with tempfile.TemporaryDirectory() as folder:
            where = Path(folder, "venv")
            python = environment(where, part)
            size, named = megabytes(where), largest(where)
            compiled = Path(folder, "compiled")
            wheels = fetched(Path(folder, "wheels"), part)
            codes = [*timed.values(), *([CHART] if part and timed else [])]
            times = [seconds(python, code, compiled, given.runs) for code in codes]
        name = f"onrecord[{part}]" if part else "onrecord"
        cells = [f"`{name}`", str(size), str(wheels), *(f"{each:.2f}" for each in times)]
        print(f"| {' | '.join([*cells, *[''] * (len(heads) - len(cells))])} |")
        print("  " + ", ".join(f"{name} {size}" for name, size in named), flush=True)


if __name__ == "__main__":
    main()
