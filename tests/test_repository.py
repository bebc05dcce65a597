"""What must never be in the repository."""

import json
import re
import subprocess
from pathlib import Path

import pytest

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
