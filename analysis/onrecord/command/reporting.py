"""What `onrecord report` can be told."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from onrecord.command import options
from onrecord.errors import ReportError

AGAIN = "; none: the tables of the last report, in FOLDER/tables, are rendered again"


def settings(parser: ArgumentParser) -> None:
    """Add the options to a parser."""
    options.paths(parser, some=False, more=AGAIN)
    options.form(parser)
    parser.add_argument(
        "--into", default=Path("reports"), type=options.path, metavar="FOLDER",
        help="the reports and their tables (default reports)",
    )  # fmt: skip
    parser.add_argument("--title", help="name of the corpus, for the index page")
    parser.add_argument(
        "--each",
        action="store_true",
        help="every PATH is a corpus of its own, with a front page over them",
    )
    parser.add_argument(
        "--min-statements",
        type=options.count,
        default=3,
        metavar="N",
        help="a speaker with fewer quotes, or an actor that fewer statements are about, gets no "
        "report of their own (default 3)",
    )
    parser.add_argument(
        "--max-articles",
        type=options.count,
        default=50,
        metavar="N",
        help="article pages to render at most (default 50)",
    )
    parser.add_argument(
        "--copies",
        action="store_true",
        help="count every copy of a wire story (by default each story counts once)",
    )
    parser.add_argument(
        "--codebook", type=options.path, metavar="FILE",
        help="your issues.yaml: pages then tell what is said on each issue",
    )  # fmt: skip
    parser.add_argument(
        "--events", type=options.path, metavar="FILE",
        help="your events.csv (day, event): marked on charts of time",
    )  # fmt: skip
    parser.add_argument(
        "--draft", type=options.path, metavar="FILE",
        help="a text that you are about to publish: the page of the corpus then says which of its "
        "quotations are on record",
    )  # fmt: skip
    parser.add_argument(
        "--single-file",
        action="store_true",
        help="each report a file of its own, ready to be sent; by default they share a folder",
    )
    parser.add_argument(
        "--site-url", type=_address, metavar="URL",
        help="where the folder will lie on the web: pages then say their own address, and that of "
        "the picture that links to them show",
    )  # fmt: skip
    parser.add_argument(
        "--jobs", type=options.count, default=os.cpu_count() or 1, metavar="N",
        help="kernels side by side (default: one per core)",
    )  # fmt: skip


def _address(text: str) -> str:
    from onrecord.report.address import site_url

    try:
        return site_url(text)
    except ReportError as error:
        raise ArgumentTypeError(str(error)) from error
