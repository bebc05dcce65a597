"""What is published says one version everywhere, and is built by steps that can be trusted."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from release import parts

ROOT = Path(__file__).parent.parent
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_one_version():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert cited["version"] == VERSION
    heads = re.findall(r"(?m)^## \[?([^\]\s]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert VERSION in heads or heads[0] == "Unreleased"
    tracked = [*(ROOT / "analysis").rglob("*.py")]
    assert not [path for path in tracked if f'"{VERSION}"' in path.read_text("utf-8")]


def test_the_changelog_keeps_its_form():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "keepachangelog.com" in text
    assert {*re.findall(r"(?m)^### (.+)$", text)} <= {
        "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security",
    }  # fmt: skip
    assert re.search(r"(?m)^### Added$", text)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_bounds(path):
    flow = yaml.safe_load(path.read_text("utf-8"))
    assert flow["permissions"] == {"contents": "read"}
    for name, job in flow["jobs"].items():
        assert job["timeout-minutes"] <= 60, name
        for step in job["steps"]:
            assert "uses" in step or "run" in step
            assert "secrets." not in str(step), "publishing is trusted, without passwords"


def test_halves_of_the_tests_are_all_of_them():
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8"))
    one, other = flow["jobs"]["test"]["strategy"]["matrix"]["only"]
    marks = one.split(" or ")
    assert other == " and ".join(f"not {mark}" for mark in marks)
    assert flow["jobs"]["test"]["steps"][-1]["run"] == 'make test ONLY="${{ matrix.only }}"'


def test_a_release_is_attested():
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    for part in (
        "make release",
        "attest-build-provenance",
        "attest-sbom",
        "gh-action-pypi-publish",
    ):
        assert part in text
    assert yaml.safe_load(text)["jobs"]["publish"]["permissions"] == {"id-token": "write"}


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml")))
def test_an_issue_form_asks(path):
    form = yaml.safe_load(path.read_text("utf-8"))
    assert {"name", "description", "body"} <= form.keys()
    ids = [each["id"] for each in form["body"]]
    assert len(ids) == len({*ids}) > 1


@pytest.mark.parametrize("uv", [None, "/bin/uv"])
def test_parts_are_listed_with_and_without_uv(monkeypatch, tmp_path, uv):
    ran = []
    monkeypatch.setattr(shutil, "which", lambda name: uv)
    monkeypatch.setattr(subprocess, "run", lambda words, check: ran.append([*map(str, words)]))
    parts.list_parts(Path("onrecord.whl"), tmp_path / "sbom.json")
    installs = [words for words in ran if "install" in words]
    assert [words[-1] for words in installs] == ["onrecord.whl[all]", parts.TOOL]
    assert all((words[0] == uv) == (uv is not None) for words in installs)
    assert ran[-1][1:3] == ["-m", "cyclonedx_py"] and ran[-1][-1] == str(tmp_path / "sbom.json")


def test_the_container_runs_without_root():
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users and users[-1] not in ("root", "0")
    last = max(place for place, line in enumerate(lines) if line.startswith("USER "))
    assert any(line.startswith("ENTRYPOINT") for line in lines[last:])
    assert any("HOME=/tmp" in line for line in lines if line.startswith("ENV "))
    for line in lines:
        if line.startswith("COPY ") and "--from" not in line:
            assert all((ROOT / name).exists() for name in line.split()[1:-1]), line


def _works(*words):
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
def test_the_container_is_built(tmp_path):
    docker = shutil.which("docker")
    ready = docker and _works(docker, "info")
    if not ready:
        pytest.skip("no builder of containers here")
    subprocess.run([docker, "build", "-q", "-t", "onrecord-test", str(ROOT)], check=True)
    news, out = ROOT / "seeds" / "harbour-accord", tmp_path / "out"
    out.mkdir()
    run = [docker, "run", "--rm", "--user", f"{os.getuid()}:{os.getgid()}"]
    run += ["-v", f"{news}:/news:ro", "-v", f"{out}:/out", "onrecord-test"]
    said = subprocess.run([*run, "--version"], capture_output=True, text=True, check=True)
    assert VERSION in said.stdout
    subprocess.run([*run, "report", "/news", "--into", "/out/reports"], check=True)
    assert (out / "reports" / "index.html").stat().st_uid == os.getuid()
