"""`onrecord exchange`: out to annotation programs, and what was changed there back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter

from onrecord.command import options, targets
from onrecord.command.verb import DONE, Verb

FORMATS = ("label-studio", "dna", "w3c", "refi-qda", "inception", "brat")


def _store(parser: ArgumentParser) -> None:
    parser.add_argument("store", type=options.path, metavar="STORE", help="tables from `analyse`")
    parser.add_argument("--format", required=True, choices=FORMATS, help="of which program")


def _out_options(parser: ArgumentParser) -> None:
    _store(parser)
    parser.add_argument("--into", required=True, type=options.path, metavar="FILE", help="to write")


def _in_options(parser: ArgumentParser) -> None:
    _store(parser)
    parser.add_argument("file", type=options.path, metavar="FILE", help="the file that came back")
    parser.add_argument("--who", required=True, metavar="NAME", help="who made the corrections")


def _claim(arguments: Namespace) -> None:
    from onrecord.exchange.exchange import KIND

    targets.file(arguments.into, KIND)


def _claim_answers(arguments: Namespace) -> None:
    targets.answers(arguments.store, arguments.who)


def _out(arguments: Namespace) -> int:
    from onrecord import exchange
    from onrecord.command.show import say
    from onrecord.tables import Tables

    written = exchange.out(Tables.open(arguments.store), arguments.into, arguments.format)
    say(arguments, str(written))
    return DONE


def _in(arguments: Namespace) -> int:
    from onrecord import exchange
    from onrecord.command.show import say
    from onrecord.corrections import append
    from onrecord.corrections.journal import file_of
    from onrecord.tables import Tables

    tables = Tables.open(arguments.store)
    found = list(exchange.back(tables, arguments.file, arguments.format, arguments.who))
    path = file_of(arguments.store, arguments.who)
    for correction in found:
        append(path, correction)
    if not found:
        say(arguments, "nothing was changed")
        return DONE
    kinds = Counter(each.kind for each in found).most_common()
    say(
        arguments,
        *(f"{number:>6,} {kind}" for kind, number in kinds),
        f"corrections added to {path}",
    )
    return DONE


OUT = "onrecord exchange out tables --format refi-qda --into news.qdpx"
BACK = "onrecord exchange in tables news.qdpx --format refi-qda --who ada"
VERB = Verb(
    "exchange",
    "hand statements to annotation programs, and take corrections back",
    (OUT, BACK),
    words=(
        Verb("out", "write a file for another program", (OUT,), _out, _out_options, _claim),
        Verb(
            "in",
            "take what was changed there as corrections",
            (BACK,),
            _in,
            _in_options,
            _claim_answers,
        ),
    ),
    more=f"Formats: {', '.join(FORMATS)}.",
)
