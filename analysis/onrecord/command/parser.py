"""The command line, described once: for parsing, `--help`, completion and the manual."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from onrecord.command import options
from onrecord.command.verb import Verb
from onrecord.command.verbs import VERBS

ABOUT = "Who said what about whom in the news, and how far to believe it."
EXAMPLES = """examples:
  onrecord analyse articles/ --into tables      read a folder, write the tables
  onrecord analyse articles/ --into tables      once more: only what is new is read
  onrecord report articles/ --into reports      the same, and reports for the browser
  onrecord sources articles/ --of gender        who gets to speak, with intervals
  onrecord issues tables > issues.yaml          words for a codebook of issues
  onrecord speakers articles/                   who is quoted, how often
  onrecord quotes articles/ --speaker Rutte     every quote of one speaker
  onrecord table tables --name actors --into actors.xlsx   for Excel, R or pandas
  onrecord actors articles/ > actors.yaml       the names found, ready to be edited
  onrecord review tables                        look at statements, correct what is wrong
"""
EXIT_CODES = "exit codes: 0 done, 1 nothing could be read, 2 wrong use"


def parser(verbs: Sequence[Verb] = VERBS) -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(
        prog="onrecord",
        description=ABOUT,
        epilog=f"{EXAMPLES}\n{EXIT_CODES}\n",
        formatter_class=_Help,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    options.common(top)
    _describe(top, verbs, "COMMAND", "command")
    return top


def _describe(
    above: argparse.ArgumentParser, verbs: Sequence[Verb], metavar: str, name: str
) -> None:
    below = above.add_subparsers(dest=name, required=True, metavar=metavar)
    for verb in verbs:
        made = below.add_parser(
            verb.name,
            help=verb.about,
            description=verb.description,
            epilog=verb.epilog,
            formatter_class=_Help,
        )
        made.set_defaults(run=verb.run, claim=verb.claim)
        verb.options(made)
        options.common(made, below=True)
        if verb.words:
            _describe(made, verb.words, "WORD", "word")


class _Parser(argparse.ArgumentParser):
    """Says what was probably meant, where a word is none that it knows."""

    def error(self, message: str) -> NoReturn:
        if found := re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message):
            from difflib import get_close_matches

            near = get_close_matches(found[1], re.findall(r"[\w-]+", found[2]), 1)
            message += f"; did you mean {near[0]}?" if near else ""
        super().error(message)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Sentences as wide as the terminal; examples, which have lines, as they stand."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return argparse.HelpFormatter._fill_text(self, text, width, indent)


class _Version(argparse.Action):
    """Asks for the version only when it is wanted."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"onrecord {version('onrecord')}")
        parser.exit()
