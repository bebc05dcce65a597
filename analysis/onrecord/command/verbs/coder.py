"""`onrecord coder`: a language model on the user's machine as a second coder."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command import options
from onrecord.command.verb import Verb


def _options(parser: ArgumentParser) -> None:
    options.store(parser)
    parser.add_argument("--model", required=True, metavar="NAME", help="as its server calls it")
    parser.add_argument(
        "--address",
        metavar="URL",
        help="an OpenAI-compatible server of this machine or its own network "
        "(default http://127.0.0.1:11434/v1)",
    )
    options.sample(parser)
    options.form(parser, files=True)


def _run(arguments: Namespace) -> int:
    import pandas as pd

    from onrecord.coder import Local, code, compare
    from onrecord.coder.local import ADDRESS
    from onrecord.command.show import say, show
    from onrecord.command.verbs.agreement import head, line
    from onrecord.review.pick import pick
    from onrecord.review.statements import statements
    from onrecord.tables import Tables

    local = Local(arguments.model, arguments.address or ADDRESS)
    tables = Tables.open(arguments.store)
    ids = pick(tables, order=arguments.order, n=arguments.n, seed=arguments.seed)
    done = code(tables, statements(tables, ids), arguments.store, local)
    rows = [
        {"question": each.name, "both": each.units, "alpha": each.alpha, "equal": each.percent}
        for each in compare(done.given)
        if each.units
    ]

    def text(_: int | None) -> str:
        return "\n".join(
            [f"{local.model} and On Record", head("both answered"), *(line(row) for row in rows)]
        )

    if arguments.format in (None, "text"):
        say(
            arguments,
            f"{done.asked:,} statements asked, {done.before:,} answered before, "
            f"{done.unclear:,} answers not understood",
            f"answers in {done.path}; the tables stay as they are",
        )
    return show(arguments, text, lambda: pd.DataFrame(rows))


VERB = Verb(
    "coder",
    "a language model on your own machine as a second coder: asked, compared, not mixed in",
    (
        "onrecord coder tables --model llama3.1 -n 100               with Ollama",
        "onrecord coder tables --model m --address http://127.0.0.1:8080/v1  llama.cpp, vLLM",
    ),
    _run,
    _options,
)
