"""The page on CI: the steps of its workflow are run, and leave the page that it promises."""

import shlex
from pathlib import Path

import pytest
import yaml
from newcomers.walk import _blocks
from pretend import write_corpus

from onrecord.command.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "papermill.md"


def workflow() -> dict:
    (code,) = [code for language, _, code in _blocks(PAGE) if language == "yaml"]
    return yaml.safe_load(code)


def test_the_workflow_asks_for_no_rights_and_has_the_steps_of_the_page():
    said = workflow()
    assert said["permissions"] == {"contents": "read"}
    steps = [step["run"] for step in said["jobs"]["report"]["steps"] if "run" in step]
    assert steps[0].startswith("pip install") and len(steps) == 5
    page = [code for language, _, code in _blocks(PAGE) if language == "sh"]
    verbs = [line.split()[0] for code in page for line in code.splitlines()]
    assert [step.split()[0] for step in steps[1:]] == verbs


def papermill(words: list[str]) -> object:
    from papermill.__main__ import papermill as program

    return program.main(words, standalone_mode=False)


def jupyter(words: list[str]) -> object:
    from nbconvert.nbconvertapp import NbConvertApp

    assert words.pop(0) == "nbconvert"
    try:
        return NbConvertApp.launch_instance(words)
    finally:
        NbConvertApp.clear_instance()


# programs in this process: their imports alone would take seconds each
DOES = {"onrecord": main, "papermill": papermill, "jupyter": jupyter}


@pytest.mark.slow
def test_its_steps_make_the_report(tmp_path, monkeypatch):
    pytest.importorskip("papermill")
    write_corpus(tmp_path / "news", 2)
    monkeypatch.chdir(tmp_path)
    steps = workflow()["jobs"]["report"]["steps"]
    for step in [step["run"] for step in steps if "run" in step][1:]:
        program, *words = shlex.split(step)
        assert not DOES[program](words), step
    made = tmp_path / steps[-1]["with"]["path"]
    assert made.stat().st_size > 50_000 and "plotly" in made.read_text("utf-8")
