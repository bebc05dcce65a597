"""`onrecord config`: the settings that hold, and where each comes from."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from onrecord.command import options
from onrecord.command.verb import Verb


def _options(parser: ArgumentParser) -> None:
    options.form(parser, files=True)


def _run(arguments: Namespace) -> int:
    from onrecord.command.settings import NAME, settings_file
    from onrecord.command.show import show

    path = settings_file(getattr(arguments, "config", None))
    rows = _rows(path)

    def text(_: int | None) -> str:
        if path is None:
            return f"There is no {NAME} here or in a folder above; all settings are defaults."
        verbs: dict[tuple, list[str]] = {}
        for row in rows:
            if row["from"] != "default":
                verbs.setdefault((row["option"], row["value"]), []).append(row["verb"])
        return "\n".join(
            [f"settings of {path}:"]
            + [
                f"  {option} = {value}   ({_where(where)})"
                for (option, value), where in verbs.items()
            ]
        )

    return show(arguments, text, lambda: rows)


def _rows(path: Path | None) -> list[dict[str, Any]]:
    """Every option of every verb, its value, and who set it."""
    from onrecord.command.parser import parser
    from onrecord.command.settings import apply, each_option, read_settings

    plain, held = parser(), parser()
    if path is not None:
        apply(held, read_settings(path), path)
    before = {(verb, name): action.default for verb, name, action in each_option(plain)}
    return [
        {
            "verb": verb,
            "option": name,
            "value": _shown(action.default),
            "from": "default" if action.default == before[verb, name] else str(path),
        }
        for verb, name, action in each_option(held)
    ]


def _where(verbs: list[str]) -> str:
    return ", ".join(verbs) if len(verbs) < 6 else f"{len(verbs)} verbs"


def _shown(value: object) -> object:
    if value is SUPPRESS:
        return False
    if isinstance(value, list):
        return " ".join(map(str, value)) or None
    return str(value) if isinstance(value, Path) else value


VERB = Verb(
    "config",
    "show the settings of onrecord.toml",
    (
        "onrecord config                    what the file sets, and for which verbs",
        "onrecord config --format json      every option with its value and where it is from",
        "onrecord config --into config.csv  the same as a file",
    ),
    _run,
    _options,
    more="Keys at the top of the file hold for every verb that has such an option and can take the "
    "value, a table like [report] for one verb; the command line wins. Paths are relative to the "
    "file.",
)
