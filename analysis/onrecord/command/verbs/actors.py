"""`onrecord actors`: the names found, as an actors.yaml to edit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from onrecord.command import options
from onrecord.command.verb import Verb


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.form(parser, files=True)


def _run(arguments: Namespace) -> int:
    from onrecord.command.inputs import articles_of, own_actors
    from onrecord.command.show import show
    from onrecord.corpus.found import found_names

    articles = articles_of(arguments)
    found = found_names(articles, actors=own_actors(arguments.paths, arguments))
    into = arguments.into
    form = arguments.format or (into.suffix.lstrip(".").lower() if into else "text")
    return show(arguments, lambda limit: found, lambda: _rows(found, form))


def _rows(found: str, form: str) -> list[dict[str, Any]]:
    """The entries of the YAML; a cell of CSV holds the aliases one after the other."""
    from onrecord.plainyaml import read_yaml

    entries = [dict(entry) for entry in (read_yaml(found) or {}).get("actors") or []]
    if form in ("json", "jsonl"):
        return entries
    columns = dict.fromkeys(name for entry in entries for name in entry)
    return [{name: _cell(entry.get(name)) for name in columns} for entry in entries]


def _cell(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


VERB = Verb(
    "actors",
    "names found and what they were taken for, as an actors.yaml to edit",
    (
        "onrecord actors news/ > actors.yaml        edit it, and give it back with --actors",
        "onrecord actors news/ --format csv         the same as a table",
        "onrecord actors news/ --into names.xlsx    for Excel",
    ),
    _run,
    _options,
)
