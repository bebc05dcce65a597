"""`onrecord.toml`: what a user would otherwise type every time."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import AnalysisError, why

NAME = "onrecord.toml"
_ALWAYS = ("help", "version", "config", "run", "command", "word")


class ConfigError(AnalysisError):
    """A file of settings that cannot be understood."""


def settings_file(given: Path | None, here: Path | None = None) -> Path | None:
    """The file that holds: the one given, or the first upwards from here."""
    if given is not None:
        if not given.is_file():
            raise ConfigError(f"There is no file {given}.")
        return given
    here = here or Path.cwd()
    found = (folder / NAME for folder in (here, *here.parents))
    return next((path for path in found if path.is_file()), None)


def read_settings(path: Path) -> dict[str, Any]:
    """What a file says.

    Raises:
        ConfigError: it cannot be read, or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path} cannot be read: {why(error)}.") from error


def apply(parser: argparse.ArgumentParser, said: Mapping[str, Any], path: Path) -> None:
    """Make what a file says the defaults of a parser; the command line still wins.

    Keys at the top hold for every verb that has such an option and can take the value; a table
    holds for the verb of its name, as `[report]` or `[audit.draw]`. Options are called as on the
    command line, without the dashes. Paths are relative to the file.

    Args:
        parser: the whole command's.
        said: what the file says.
        path: the file.

    Raises:
        ConfigError: a verb or option is not known, or its value is of a wrong kind.
    """
    known = {verb: _options(made) for verb, made in each_verb(parser)}
    everywhere = {name for options in known.values() for name in options}
    for key, value in said.items():
        if isinstance(value, Mapping):
            continue
        if key not in everywhere:
            raise ConfigError(f"{path}: there is no option {key!r}.")
        found = [(made, known[verb][key]) for verb, made in each_verb(parser) if key in known[verb]]
        _set_where_it_fits(found, value, path, key)
    for verb, table in _tables(said):
        if verb not in known:
            raise ConfigError(f"{path}: there is no verb {verb!r}.")
        made = dict(each_verb(parser))[verb]
        for key, value in table.items():
            if isinstance(value, Mapping):
                continue
            if key not in known[verb]:
                raise ConfigError(f"{path}: {verb} has no option {key!r}.")
            _set(made, known[verb][key], value, path, f"{verb}.{key}")


def each_verb(
    parser: argparse.ArgumentParser, above: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every parser below one, with its name: `report`, `audit`, `audit draw`."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, made in action.choices.items():
                yield f"{above}{name}", made
                yield from each_verb(made, f"{above}{name} ")


def each_option(
    parser: argparse.ArgumentParser,
) -> Iterator[tuple[str, str, argparse.Action]]:
    """Every option that a file may set: its verb, its name, and what it does."""
    for verb, made in each_verb(parser):
        for name, action in _options(made).items():
            yield verb, name, action


def _options(parser: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    """What a file may set, as it is called there."""
    found = {}
    for action in parser._actions:
        # `--csv` is a short word for another option, which the file can set
        if type(action) is argparse._StoreConstAction or action.dest in _ALWAYS:
            continue
        if not isinstance(action, argparse._SubParsersAction):
            long = [text for text in action.option_strings if text.startswith("--")]
            found[long[0][2:] if long else action.dest] = action
    return found


def _tables(said: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, value in said.items():
        if isinstance(value, Mapping):
            yield f"{above}{key}", value
            yield from _tables(value, f"{above}{key} ")


def _set_where_it_fits(
    found: Sequence[tuple[argparse.ArgumentParser, argparse.Action]],
    value: Any,
    path: Path,
    name: str,
) -> None:
    """Set what is said once for all: `format = "json"` means another program's for `exchange`."""
    wrong = []
    for made, action in found:
        try:
            _set(made, action, value, path, name)
        except ConfigError as error:
            wrong.append(error)
    if len(wrong) == len(found):
        raise wrong[0]


def _set(
    parser: argparse.ArgumentParser, action: argparse.Action, value: Any, path: Path, name: str
) -> None:
    many = isinstance(action, argparse._AppendAction) or action.nargs in ("+", "*")
    if many and not isinstance(value, list):
        value = [value]
    try:
        if many:
            made: Any = [_value(action, each, path) for each in value]
        else:
            made = _value(action, value, path)
    except (argparse.ArgumentTypeError, TypeError, ValueError) as error:
        raise ConfigError(f"{path}: {name}: {error}.") from error
    if action.nargs == "+":
        action.nargs = "*"  # the file names some, so none need stand on the line
    action.required = False
    action.default = made
    parser.set_defaults(**{action.dest: made})


def _value(action: argparse.Action, value: Any, path: Path) -> Any:
    if isinstance(action, argparse._StoreTrueAction):
        if not isinstance(value, bool):
            raise TypeError(f"{value!r} is neither true nor false")
        return value
    if isinstance(value, bool | list | dict):
        raise TypeError(f"{value!r} is of a wrong kind")
    made: Any = action.type(str(value)) if callable(action.type) else str(value)
    if action.choices is not None and made not in action.choices:
        raise ValueError(f"{made!r} is none of {', '.join(map(str, action.choices))}")
    if isinstance(made, Path):
        return path.parent / made
    if action.dest == "paths" and made != "-" and "://" not in made:
        return str(path.parent / made)
    return made
