"""`onrecord completion`: what a shell needs to complete the command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command.verb import DONE, Verb

SHELLS = ("bash", "zsh", "fish")


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="your shell")


def _run(arguments: Namespace) -> int:
    from argcomplete.shell_integration import shellcode

    print(shellcode(["onrecord"], shell=arguments.shell))
    return DONE


VERB = Verb(
    "completion",
    "print what makes a shell complete verbs, options and paths",
    (
        'eval "$(onrecord completion bash)"                     in ~/.bashrc',
        'eval "$(onrecord completion zsh)"                      in ~/.zshrc',
        "onrecord completion fish > ~/.config/fish/completions/onrecord.fish",
    ),
    _run,
    _options,
)
