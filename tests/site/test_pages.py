"""The documentation: every block of code runs or is understood, every page has its place."""

import ast
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from newcomers.walk import blocks, lines, walk

import onrecord
from onrecord.command.cli import main, parser
from onrecord.command.pages import markdown

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"

DAYS = {"journalist.md", "researcher.md", "developer.md"}  # walked by tests/newcomers
RUN = ("index.md", "install.md", "actors.md", "service.md", "automation.md", "gallery.md")
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
ARTICLE = "Ferry waits\n\nThe ferry waits, Captain Mara Lind said on Monday.\n"
EXTRAS = re.compile(r"onrecord\[([\w,]+)\]")


class _Loose(yaml.SafeLoader):
    """Reads the site's plan."""


CONFIG = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loose)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ready")
    (folder / "my-articles").mkdir()
    (folder / "my-articles" / "a.txt").write_text(ARTICLE)
    assert main(["analyse", str(folder / "my-articles"), "--into", str(folder / "tables")]) == 0
    return folder


@pytest.mark.parametrize("page", RUN)
def test_every_block_of_a_page_runs(ready, tmp_path, monkeypatch, page):
    folder = tmp_path / "here"
    shutil.copytree(ready, folder)
    monkeypatch.chdir(folder)
    assert walk(DOCS / page) or page == "gallery.md"


@pytest.mark.parametrize("page", sorted({*PAGES, "../README.md", "../CONTRIBUTING.md"} - DAYS))
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
    if words[0] == "onrecord":
        assert parser().parse_args(words[1:]), line
    elif words[0] == "make":
        targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"))
        assert {word for word in words[1:] if "=" not in word} <= {*targets}, f"{page}: {line}"
    for extras in EXTRAS.findall(line):
        known = (ROOT / "pyproject.toml").read_text("utf-8")
        assert all(re.search(rf"(?m)^{name} = \[", known) for name in extras.split(",")), line


def _listed(nav):
    for each in nav:
        for value in each.values():
            yield from _listed(value) if isinstance(value, list) else [value]


def test_every_page_has_a_place():
    assert sorted(_listed(CONFIG["nav"])) == PAGES


def test_links_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", (DOCS / page).read_text("utf-8")):
            assert (DOCS / target).is_file(), f"{page}: {target}"


def test_the_reference_of_the_command_is_made_from_it():
    # `onrecord manual --format markdown > docs/command.md` renews it
    assert (DOCS / "command.md").read_text("utf-8").rstrip() == markdown().rstrip()


def test_the_reference_names_what_there_is():
    for name in re.findall(r"(?m)^::: (\S+)", (DOCS / "api.md").read_text("utf-8")):
        room, _, last = name.rpartition(".")
        module = __import__(room, fromlist=[last])
        assert hasattr(module, last) or __import__(name, fromlist=[last]), name


def test_the_site_asks_nothing_of_the_network(tmp_path):
    build = pytest.importorskip("mkdocs.commands.build")
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    build.build(config)
    made = sorted((tmp_path / "site").rglob("*.html"))
    assert {path.name for path in made} >= {page.replace(".md", ".html") for page in PAGES}
    asked = re.compile(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"?(https?:)?//", re.I)
    for path in made:
        text = path.read_text("utf-8")
        assert not [found for found in asked.finditer(text) if 'rel="canonical"' not in found[0]]
    assert "Read one text or some" in (tmp_path / "site" / "api.html").read_text("utf-8")
