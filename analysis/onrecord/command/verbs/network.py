"""`onrecord network`: who speaks about whom and who stands together, for Gephi and DNA."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command import options, targets
from onrecord.command.verb import DONE, Verb

KINDS = ("actors", "issues", "congruence", "conflict", "subtracted")


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default="actors",
        help="speakers and actors (default), speakers and issues, or speakers who stand alike, "
        "against each other, or the first less the second",
    )
    parser.add_argument("--codebook", type=options.path, metavar="FILE", help="your issues.yaml")
    parser.add_argument(
        "--over",
        choices=("day", "week", "month"),
        help="show how far speakers fall into camps, window by window",
    )
    parser.add_argument(
        "--least", type=options.count, default=1, metavar="N",
        help="statements below which nothing is joined (default 1)",
    )  # fmt: skip
    options.days(parser)
    parser.add_argument(
        "--into", type=options.path, metavar="FILE",
        help=".graphml, .gexf, or .csv for DNA; with --over also .xlsx, .jsonl, .parquet",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json", "csv"), help="of --over on screen")


def _claim(arguments: Namespace) -> None:
    from onrecord.networks.write import FORMS, KIND
    from onrecord.ownership import form_of

    into = arguments.into
    if into is None:
        return
    if arguments.over or into.suffix.lower() == ".csv":
        targets.table(arguments)
    else:
        form_of(into, None, FORMS)
        targets.file(into, KIND)


def _run(arguments: Namespace) -> int:
    from onrecord import issues, networks, summary
    from onrecord.command import columns
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import say, show
    from onrecord.errors import AnalysisError
    from onrecord.summary.words import counted

    tables = tables_of(arguments)
    if arguments.since or arguments.until:
        tables = summary.select(tables, since=arguments.since, until=arguments.until)
    if arguments.over:
        found = networks.polarisation(tables, arguments.over)
        return show(arguments, lambda _: columns.estimates(found, len(found)), lambda: found)
    book = issues.read_issues(arguments.codebook) if arguments.codebook else None
    into = arguments.into
    if into is not None and into.suffix.lower() == ".csv":
        from onrecord.command.out import write_table

        rows = networks.dna_rows(tables, book)
        say(arguments, f"{len(rows):,} statements in {write_table(rows, into)}")
        return DONE
    if arguments.kind == "issues":
        if book is None:
            raise AnalysisError("Speakers and issues need --codebook, your issues.yaml.")
        made = networks.about_issues(tables, book, least=arguments.least)
    elif arguments.kind == "actors":
        made = networks.about_actors(tables, least=arguments.least)
    else:
        made = networks.coalitions(tables, arguments.kind, least=arguments.least)
    nodes, edges = made.number_of_nodes(), made.number_of_edges()
    told = f"{counted(nodes, 'node')}, {counted(edges, 'edge')}"
    if into is None:
        print(told)
        for one, other, facts in sorted(made.edges(data=True), key=lambda e: -e[2]["weight"])[:20]:
            print(f"{facts['weight']:>5}  {columns.plain(one)} – {columns.plain(other)}")
    else:
        say(arguments, f"{told} in {networks.write(made, into)}")
    return DONE


VERB = Verb(
    "network",
    "who speaks about whom and who stands together, for Gephi, DNA and networkx",
    (
        "onrecord network tables --into actors.gexf                   speakers and actors",
        "onrecord network tables --kind conflict --into foes.graphml  speakers against each other",
        "onrecord network tables --into statements.csv                statements for DNA",
        "onrecord network tables --over month                         camps window by window",
    ),
    _run,
    _options,
    _claim,
)
