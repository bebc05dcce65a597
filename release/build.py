"""Build wheel and sdist, and check both in clean environments: `python -m release.build`.

Each environment gets the core and nothing else, in the oldest Python that is supported and in the
newest that is here, or in those whose paths are given, and a newcomer walks through a page of the
documentation in it. Last, all parts of an installation are listed
in `sbom.json`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

from release.clean import environment
from release.parts import list_parts

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
WITHIN = (
    "onrecord/notebooks/corpus.ipynb",
    "onrecord/seeds/harbour-accord/metadata.csv",
    "onrecord/seeds/istanbul-talks/03-war-budget.txt",
    "onrecord/reader/CARD.md",
    "onrecord/py.typed",
)


def build(into: Path) -> tuple[Path, Path]:
    """Wheel and sdist of this checkout, in a folder; the wheel is built from the sdist.

    Raises:
        SystemExit: one of them lacks a file that it must hold.
    """
    uv = shutil.which("uv")
    words = [uv, "build"] if uv else [sys.executable, "-m", "build", "--outdir", str(into)]
    subprocess.run([*words, *(["--out-dir", str(into)] if uv else []), str(ROOT)], check=True)
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    wheel = into / f"onrecord-{version}-py3-none-any.whl"
    sdist = into / f"onrecord-{version}.tar.gz"
    with zipfile.ZipFile(wheel) as held, tarfile.open(sdist) as source:
        names, sources = {*held.namelist()}, {*source.getnames()}
    missing = [name for name in WITHIN if name not in names]
    missing += [
        name for name in ("pyproject.toml", "LICENSE", "README.md")
        if f"onrecord-{version}/{name}" not in sources
    ]  # fmt: skip
    if missing:
        raise SystemExit(f"not in what was built: {', '.join(missing)}")
    return wheel, sdist


def pythons() -> list[str]:
    """The oldest supported Python and the newest, of those that are here and start."""
    found = []
    for version in PYTHONS:
        name = shutil.which(f"python{version}")
        if (
            name
            and not subprocess.run([name, "-c", ""], capture_output=True, check=False).returncode
        ):
            found.append(name)
    return [*dict.fromkeys([found[0], found[-1]])] if found else [sys.executable]


def check(python: str, package: Path) -> None:
    """Install a package into an empty environment and walk through the developer's page there."""
    with tempfile.TemporaryDirectory() as folder:
        inside = environment(Path(folder, "venv"), str(package), python)
        walk, page = ROOT / "tests" / "newcomers" / "walk.py", ROOT / "docs" / "developer.ipynb"
        for words in (["-m", "onrecord", "--version"], [str(walk), str(page)]):
            subprocess.run([str(inside), *words], check=True, cwd=folder)


def main() -> None:
    """Build, check each package in each Python, and list all parts."""
    DIST.mkdir(exist_ok=True)
    packages = build(DIST)
    for python in sys.argv[1:] or pythons():
        for package in packages:
            print(f"{package.name} in {python}", flush=True)
            check(python, package)
    list_parts(packages[0], ROOT / "sbom.json")  # not in dist/, all of which is published
    print("all parts are listed in sbom.json")


if __name__ == "__main__":
    main()
