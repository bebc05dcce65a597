"""The manual of the command: what `--help` says, as one man page or as Markdown."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.command.parser import ABOUT, EXIT_CODES, parser
from onrecord.command.settings import each_verb


@dataclass(frozen=True, slots=True)
class Page:
    """One verb: its name, usage, sentences, options with their meaning, and examples."""

    name: str
    usage: str
    about: str
    options: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


def pages() -> Iterator[Page]:
    """The command and each of its verbs, in the order of `--help`."""
    top = parser()
    for name, made in (("", top), *each_verb(top)):
        vars(made)["color"] = False  # from Python 3.14 on help is coloured, which no page can show
        lines = (made.epilog or "").splitlines()
        yield Page(
            f"onrecord {name}".strip(),
            " ".join(made.format_usage().removeprefix("usage: ").split()),
            made.description or "",
            tuple(_options(made)),
            tuple(line.strip() for line in lines if line.startswith("  ")),
        )


def _options(made: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    formatter = made._get_formatter()
    for action in made._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                yield choice.dest, choice.help or ""
        elif not isinstance(action, argparse._HelpAction):
            yield formatter._format_action_invocation(action), action.help or ""


def man_page() -> str:
    """All pages as one, in the language of man."""
    command, *verbs = pages()
    lines = [
        '.TH ONRECORD 1 "" "On Record" "User commands"',
        ".SH NAME",
        rf"onrecord \- {_roff(ABOUT[0].lower() + ABOUT[1:].rstrip('.'))}",
        ".SH SYNOPSIS", _roff(command.usage),
        ".SH OPTIONS", *_roff_options(command),
        ".SH COMMANDS",
    ]  # fmt: skip
    for page in verbs:
        lines += [f".SS {_roff(page.name)}", _roff(page.about), ".PP", _roff(page.usage)]
        lines += [*_roff_options(page), ".PP", "Examples:", ".nf"]
        lines += [_roff(line) for line in page.examples] + [".fi"]
    lines += [".SH EXAMPLES", ".nf", *(_roff(line) for line in command.examples), ".fi"]
    lines += [".SH EXIT STATUS", _roff(EXIT_CODES.removeprefix("exit codes: "))]
    return "\n".join(lines)


def _roff_options(page: Page) -> Iterator[str]:
    for option, meaning in page.options:
        yield from (".TP", rf"\fB{_roff(option)}\fR", _roff(meaning))


def _roff(text: str) -> str:
    r"""A text that man shows as it is.

    >>> _roff(".a -b\\c")
    '\\&.a \\-b\\ec'
    """
    said = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", said)


def markdown() -> str:
    """All pages as one, in Markdown: a section a verb."""
    lines = ["# The command", "", "Made from `onrecord --help` and the help of every verb.", ""]
    for page in pages():
        lines += [f"## {page.name}", "", page.about, "", "```text", page.usage, "```", ""]
        lines += [f"- `{option}`: {meaning}" for option, meaning in page.options]
        lines += ["", "```text", *page.examples, "```", ""]
    return "\n".join([*lines, EXIT_CODES[0].upper() + EXIT_CODES[1:] + ".", ""])
