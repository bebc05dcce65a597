"""`onrecord lab`: the notebooks in a folder of the user's, opened in JupyterLab."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from onrecord.command import options
from onrecord.command.verb import DONE, Verb
from onrecord.errors import AnalysisError

ROOT = "--allow-root"


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=options.path, default=Path("notebooks"), metavar="FOLDER",
        help="where the notebooks go (default notebooks); those that are there stay",
    )  # fmt: skip
    parser.add_argument(
        "--tables", type=options.path, metavar="TABLES",
        help="tables from `analyse`, or articles: what new notebooks open",
    )  # fmt: skip
    parser.add_argument(
        "--no-browser", action="store_true", help="start JupyterLab without opening a browser"
    )
    parser.add_argument("--copy", action="store_true", help="copy the notebooks, and start nothing")
    parser.add_argument(
        "--jupyter", action="append", default=[], metavar="OPTION",
        help="for JupyterLab itself, as --jupyter=--port=9000; may be given again",
    )  # fmt: skip
    options.form(parser)


def _run(arguments: Namespace) -> int:
    from onrecord.command.show import report
    from onrecord.report.notebooks import copies

    if arguments.tables is not None and not arguments.tables.exists():
        raise AnalysisError(f"There is no file or folder {arguments.tables}.")
    made = list(copies(arguments.folder, arguments.tables))
    told = [f"{path}" if new else f"{path} was there, and stays as it is" for path, new in made]
    report(arguments, told, lambda: [{"path": str(path), "new": new} for path, new in made])
    if arguments.copy:
        return DONE
    import jupyterlab  # noqa: F401 - what is missing is said before anything starts

    if hasattr(os, "geteuid") and os.geteuid() == 0 and ROOT not in arguments.jupyter:
        raise AnalysisError(f"JupyterLab starts as root only where asked to: --jupyter={ROOT}.")

    words = [sys.executable, "-m", "jupyterlab", str(arguments.folder)]
    sys.stdout.flush()
    words += ["--no-browser"] if arguments.no_browser else []
    os.execv(sys.executable, [*words, *arguments.jupyter])


VERB = Verb(
    "lab",
    "copy the notebooks into a folder of yours and open JupyterLab there",
    (
        "onrecord lab                          the notebooks of the sample, in notebooks/",
        "onrecord lab mine --tables tables     notebooks that open your tables",
        "onrecord lab mine --copy              copy them, and start nothing",
        "onrecord lab --jupyter=--port=9000    with an option of JupyterLab's own",
    ),
    _run,
    _options,
    more="A notebook that is there already is never written over.",
)
