"""Ways in which corpus text could become markup are closed in the rooms that show it."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "analysis" / "onrecord"
SHOWN = [p for room in ("display", "report", "charts") for p in sorted((PACKAGE / room).rglob("*"))]
PYTHON = [path for path in SHOWN if path.suffix == ".py"]
SCRIPTS = [path for path in SHOWN if path.suffix == ".js"]
TEMPLATES = [path for path in SHOWN if path.suffix == ".j2"]

UNSAFE_PYTHON = re.compile(
    r"escape=False|render_links|\.style\.\w+\(|Styler|fmt_markdown|\bHTML\(|(?<!\w)Markdown\(|"
    r"to_html\(|display_html|IPython\.display|include_plotlyjs"
)
UNSAFE_SCRIPT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|"
    r"createContextualFragment|setHTMLUnsafe|XMLHttpRequest|\bfetch\(|WebSocket|sendBeacon"
)
UNSAFE_TEMPLATE = re.compile(r"\|\s*safe\b|autoescape")


@pytest.mark.parametrize("path", PYTHON, ids=lambda p: p.name)
def test_no_unsafe_door_in_python(path):
    assert UNSAFE_PYTHON.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_no_unsafe_door_in_a_script(path):
    assert UNSAFE_SCRIPT.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_a_template_escapes_what_it_shows(path):
    text = path.read_text("utf-8")
    assert not UNSAFE_TEMPLATE.search(text)
    ours = re.compile(
        r"resources\.report\.(policy|root|home|kind|made)$|.*\|\s*int$|(said|type)$|number"
    )
    for shown in re.findall(r"\{\{\s*(.*?)\s*\}\}", text):
        closed = re.search(r"\|\s*(shown|clean|prose|heading)$", shown)
        assert closed or ours.match(shown) or shown.startswith(("figure(", "table(", "html")), shown


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (UNSAFE_PYTHON, "frame.to_html(escape=False)", True),
        (UNSAFE_PYTHON, "frame.style.format()", True),
        (UNSAFE_PYTHON, "text_for_html(name)", False),
        (UNSAFE_SCRIPT, "node.innerHTML = text", True),
        (UNSAFE_SCRIPT, "node.textContent = text", False),
        (UNSAFE_TEMPLATE, "{{ name | safe }}", True),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern, text, found):
    assert bool(pattern.search(text)) is found
