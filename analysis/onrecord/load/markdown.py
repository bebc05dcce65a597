""".md: YAML front matter, then the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import mistune

from onrecord.load import fields, markup
from onrecord.load.bounds import FRONT as FRONT_MATTER
from onrecord.load.draft import Draft, Item, Unreadable, compose, first_line
from onrecord.load.encoding import decode
from onrecord.load.ours import refuse_printed
from onrecord.load.source import Source
from onrecord.plainyaml import PlainYamlError, read_yaml

FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
HEADING = re.compile(r"\A\s*(?:#\s|[^\n]+\n=+[ \t]*(?:\n|\Z))")
_render = mistune.create_markdown(escape=False)


def read(source: Source) -> Iterator[Item]:
    """The one article of a Markdown file, without its markup.

    The title is the front matter's, else the heading that the file begins with.
    """
    content = decode(source.read())
    refuse_printed(content)
    front, body = split(content)
    text = markup.plain(str(_render(body)))
    if not text.strip():
        raise Unreadable("has a title but no text" if front else "is empty")
    title = fields.headline(front, {})
    if title is None and HEADING.match(body):
        title = first_line(text)
    yield Draft(source.path, compose(title, text), title, **fields.known(front, {}))


def split(content: str) -> tuple[dict[str, Any], str]:
    r"""Front matter and body of a Markdown file.

    Raises:
        Unreadable: the front matter is not a YAML mapping.

    >>> split("---\ntitle: Talks stall\n---\nBoth sides left.")
    ({'title': 'Talks stall'}, 'Both sides left.')
    """
    found = FRONT.match(content)
    if not found:
        return {}, content
    try:
        front = read_yaml(found[1], FRONT_MATTER)
    except PlainYamlError as error:
        where = f" (line {error.line + 1})" if error.line else ""
        raise Unreadable(f"has front matter that {error}{where}") from error
    if front is None:
        return {}, content[found.end() :]
    if not isinstance(front, dict):
        raise Unreadable("has front matter that is not a list of names and values")
    return {str(name): value for name, value in front.items()}, content[found.end() :]
