"""What a verb of the command is: a name, a line about it, examples, options, and what it does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.command import targets

DONE, NOTHING, WRONG = 0, 1, 2  # exit codes


def no_options(parser: ArgumentParser) -> None:
    """For a verb that takes nothing of its own."""


def no_deed(arguments: Namespace) -> int:
    """For a verb that only groups others; argparse asks for one of them first."""
    return WRONG


@dataclass(frozen=True, slots=True)
class Verb:
    """A word of the command; `onrecord.command.verbs.VERBS` lists them.

    Attributes:
        name: as it is typed.
        about: what it does, as part of a sentence: small first letter, no full stop.
        examples: whole lines to copy, each with what it does after two spaces or more.
        run: does it and returns the exit code; brings in what it needs, so that `--help` is quick.
        options: describes its arguments.
        claim: makes sure that it can write what it will, before anything is done.
        words: verbs below this one, as in `onrecord audit draw`.
        more: further sentences for its help.
    """

    name: str
    about: str
    examples: tuple[str, ...]
    run: Callable[[Namespace], int] = no_deed
    options: Callable[[ArgumentParser], None] = no_options
    claim: Callable[[Namespace], None] = targets.table
    words: tuple[Verb, ...] = ()
    more: str = ""

    @property
    def description(self) -> str:
        """What it does, as sentences."""
        return f"{self.about[0].upper()}{self.about[1:]}. {self.more}".strip()

    @property
    def epilog(self) -> str:
        """Its examples, as `--help` shows them."""
        title = "example" if len(self.examples) == 1 else "examples"
        return "\n".join([f"{title}:", *(f"  {line}" for line in self.examples)])
