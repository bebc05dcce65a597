"""The documentation: every block of code runs or is understood, every page has its place."""

import ast
import re
import shlex
import shutil
from pathlib import Path

import pandas as pd
import pytest
import yaml
from newcomers.shown import PAGES as SHOWN
from newcomers.walk import SEEDS, blocks, lines, unlike, walk

import onrecord
from onrecord.command.cli import main, parser
from onrecord.command.pages import markdown

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"

NOTEBOOKS = {"journalist", "researcher", "developer"}  # walked by tests/newcomers
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
# run elsewhere: an afternoon by tests/review, the help by tests/command, a model by tests/coder
ELSEWHERE = {"tutorial-review.md", "command.md", "coder.md"}
RUN = [
    page
    for page in PAGES
    if page not in ELSEWHERE and {"sh", "python"} & {each for each, _ in blocks(DOCS / page)}
]
SETTINGS = {"automation.md"}  # its lines are whole by the file of settings, and are run
ARTICLE = "Ferry waits\n\nThe ferry waits, Captain Mara Lind said on Monday.\n"
EXTRAS = re.compile(r"onrecord\[([\w,]+)\]")


class _Loose(yaml.SafeLoader):
    """Reads the site's plan."""


CONFIG = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loose)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """Where a reader of the pages is: articles of their own, the samples, and their tables."""
    folder = tmp_path_factory.mktemp("ready")
    for name in ("my-articles", "news", "incoming"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(ARTICLE)
    (folder / "actors.yaml").write_text("actors:\n  - name: Mara Lind\n    type: person\n")
    shutil.copytree(SEEDS, folder / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["analyse", "seeds/harbour-accord", "--into", "tables", "--quiet"]) == 0
    return folder


def _by_hand(sheet):
    """A sheet of an audit as a person leaves it."""
    pd.read_csv(sheet).assign(stance="none").to_csv(sheet, index=False)


# what somebody does between two lines
BETWEEN = {
    "onrecord audit estimate": lambda: _by_hand("tables/audit/sheet.csv"),
    "checked = onrecord.audit.read": lambda: _by_hand("audit/sheet.csv"),
    "onrecord exchange in": lambda: shutil.copy("news.json", "news-exported.json"),
}


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN)
def test_every_block_of_a_page_runs(ready, tmp_path, monkeypatch, page):
    folder = tmp_path / "here"
    shutil.copytree(ready, folder)
    monkeypatch.chdir(folder)
    done = walk(DOCS / page, BETWEEN)
    assert done.done or {"gallery.md", "feeds.md", "publish.md"} >= {page}
    if page in SHOWN:
        assert unlike(DOCS / page, done.printed) == [], f"{page}: `make shown` prints it anew"


@pytest.mark.parametrize("page", [*PAGES, "../README.md", "../CONTRIBUTING.md"])
def test_every_block_is_understood(page):
    for language, code in blocks(DOCS / page):
        if language == "python":
            for node in ast.walk(ast.parse(code)):
                if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "onrecord":
                    assert hasattr(onrecord, node.attr), f"{page}: onrecord.{node.attr}"
        elif language == "sh":
            for line in lines(code):
                _understood(line, page)


def _understood(line, page):
    words = shlex.split(re.split(r"\s[|<>&]+\s|\s+#", line)[0])
    if words[0] == "onrecord" and page not in SETTINGS:
        assert parser().parse_args(words[1:]), line
    elif words[0] == "make":
        targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"))
        assert {word for word in words[1:] if "=" not in word} <= {*targets}, f"{page}: {line}"
    elif words[0] == "papermill":
        papermill = pytest.importorskip("papermill")
        known = papermill.inspect_notebook(ROOT / "notebooks" / Path(words[1]).name)
        given = [words[place + 1] for place, word in enumerate(words) if word == "-p"]
        assert {*given} <= known.keys(), f"{page}: {line}"
    for extras in EXTRAS.findall(line):
        known = (ROOT / "pyproject.toml").read_text("utf-8")
        assert all(re.search(rf"(?m)^{name} = \[", known) for name in extras.split(",")), line


def test_no_block_of_code_is_passed_over():
    """What is neither run nor a picture of text: a language that no test reads."""
    known = {"sh", "python", "text", "yaml", "toml", "markdown", "r"}
    for page in PAGES:
        assert {language for language, _ in blocks(DOCS / page)} <= known, page
    for page in NOTEBOOKS:
        assert len(blocks(DOCS / f"{page}.ipynb")) > 5


@pytest.mark.parametrize("page", ["actors.md", "issues.md", "automation.md"])
def test_files_that_are_shown_can_be_read(page, tmp_path):
    import tomllib

    from onrecord.issues import read_issues
    from onrecord.lexicon.user import read_user_actors

    for language, code in blocks(DOCS / page):
        path = tmp_path / "shown"
        path.write_text(code, "utf-8")
        if language == "toml":
            assert tomllib.loads(code)
        elif language == "yaml":
            read = read_user_actors if page == "actors.md" else read_issues
            assert read(path)


def _listed(nav):
    for each in nav:
        for value in each.values():
            yield from _listed(value) if isinstance(value, list) else [value]


def test_every_page_has_a_place():
    assert sorted(_listed(CONFIG["nav"])) == sorted([*PAGES, *(f"{n}.md" for n in NOTEBOOKS)])
    assert {path.stem for path in DOCS.glob("*.ipynb")} == NOTEBOOKS


def test_links_lead_somewhere():
    for page in [*DOCS.glob("*.md"), *DOCS.glob("*.ipynb")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", page.read_text("utf-8")):
            made = (DOCS / target).with_suffix(".ipynb")
            assert (DOCS / target).is_file() or made.is_file(), f"{page.name}: {target}"


def test_the_gallery_shows_a_small_picture_of_each_kind_of_report():
    from gallery import SHOWN

    shown = re.findall(r"!\[(.{20,})\]\((gallery/(\w+)\.png)\)", (DOCS / "gallery.md").read_text())
    assert {kind for _, _, kind in shown} == {*SHOWN}
    for _, path, _ in shown:
        assert (DOCS / path).read_bytes()[:4] == b"\x89PNG"
        assert (DOCS / path).stat().st_size < 150_000


def test_the_reference_of_the_command_is_made_from_it():
    # `onrecord manual --format markdown > docs/command.md` renews it
    assert (DOCS / "command.md").read_text("utf-8").rstrip() == markdown().rstrip()


def test_the_reference_names_what_there_is():
    for name in re.findall(r"(?m)^::: (\S+)", (DOCS / "api.md").read_text("utf-8")):
        room, _, last = name.rpartition(".")
        module = __import__(room, fromlist=[last])
        assert hasattr(module, last) or __import__(name, fromlist=[last]), name
