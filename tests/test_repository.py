"""What must never be in the repository, and what must be told alike in all of it."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from release.build import PYTHONS

ROOT = Path(__file__).parent.parent


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def _texts() -> list[tuple[Path, str]]:
    found = []
    for path in _tracked():
        try:
            found.append((path, path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return found


# spelled in halves, so that this file does not name them
HOSTS = re.compile("|".join(["pypi" + r"\.org", "python" + "hosted", "npmjs" + r"\.(org|com)"]))
MACHINE = re.compile(
    r"(?<![\w./])/(?:" + "|".join(["ho" + "me", "ro" + "ot", "wo" + "rk"]) + r")/\w"
)
ADDRESS = re.compile(r"\w+://")


def test_no_file_names_a_package_host():
    assert [str(path) for path, text in _texts() if HOSTS.search(text)] == []


def test_no_file_holds_a_path_of_a_machine():
    assert [str(path) for path, text in _texts() if MACHINE.search(text)] == []


def test_requirements_hold_no_address_and_every_one_is_hashed():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert not ADDRESS.search(text)
    pinned = re.split(r"\n(?=\S)", text.strip())
    assert len(pinned) > 50
    assert [block for block in pinned if "==" not in block or "--hash=sha256:" not in block] == []


def test_notebooks_are_kept_without_outputs():
    for path in _tracked():
        if path.suffix != ".ipynb":
            continue
        cells = json.loads(path.read_text("utf-8"))["cells"]
        assert [c for c in cells if c.get("outputs") or c.get("execution_count")] == [], path.name


@pytest.mark.parametrize("name", ["README.md", "docs/index.md", "docs/install.md", "Makefile"])
def test_the_pythons_that_are_told_are_those_that_it_installs_on(name):
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    low, high = re.fullmatch(r">=3\.(\d+),<3\.(\d+)", asked["requires-python"]).groups()
    text = (ROOT / name).read_text("utf-8")
    told = set(re.findall(r"with Python 3\.(\d+) to 3\.(\d+)", text, re.I))
    assert told == {(low, str(int(high) - 1))}


def test_every_python_that_it_installs_on_is_tested_and_told():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    low, high = map(int, re.findall(r"3\.(\d+)", asked["requires-python"]))
    pythons = [f"3.{minor}" for minor in range(low, high)]
    jobs = (ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8")
    assert f"python: {json.dumps(pythons)}" in jobs
    start = "Programming Language :: Python :: "
    told = [each.removeprefix(start) for each in asked["classifiers"] if each.startswith(start)]
    assert told == pythons == list(PYTHONS)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (HOSTS, "files.python" + "hosted.org", True),
        (HOSTS, "a python host", False),
        (MACHINE, "see /ho" + "me/me/x", True),
        (MACHINE, "reports/wo" + "rk/x", False),
        (ADDRESS, "--index https" + "://x", True),
        (ADDRESS, "pandas==3.1.1 --hash=sha256:00", False),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern, text, found):
    assert bool(pattern.search(text)) is found
