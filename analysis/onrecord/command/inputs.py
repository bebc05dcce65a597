"""What the paths of a command line stand for: articles to read, or tables read before."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.command.log import LOG
from onrecord.errors import AnalysisError, NothingFoundError

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.corpus.gather import Outcome
    from onrecord.tables import Tables

PROVENANCE = "provenance.json"  # of tables


def holds_tables(path: str | Path) -> bool:
    """Whether a folder holds tables, also where the word on their last run is lost."""
    from onrecord.ownership import is_store

    folder = Path(path)
    # a file of the user's may be called so, too
    whole = (folder / PROVENANCE).is_file() and any(folder.glob("*.parquet"))
    return whole or is_store(folder)


def tables_of(arguments: Namespace) -> Tables:
    """The tables that the paths hold, or that reading them gives.

    Raises:
        NothingFoundError: no article could be read.
    """
    from onrecord.corpus.analyse import analyse
    from onrecord.tables import Tables

    paths = arguments.paths
    if len(paths) == 1 and holds_tables(paths[0]):
        return Tables.open(paths[0])
    articles = articles_of(arguments)
    return analyse(articles, actors=own_actors(paths, arguments), progress=progress(arguments))


def articles_of(arguments: Namespace) -> pd.DataFrame:
    """The articles that the paths hold, from files or from tables.

    Raises:
        NothingFoundError: none could be read.
    """
    from onrecord.load import load
    from onrecord.tables import Tables

    if len(arguments.paths) == 1 and holds_tables(arguments.paths[0]):
        return Tables.open(arguments.paths[0]).articles
    articles = load(*arguments.paths, progress=progress(arguments))
    rejected = list(articles.attrs["rejected"].itertuples(index=False, name=None))
    tell("rejected", rejected)
    tell("incomplete", articles.attrs["incomplete"].itertuples(index=False, name=None))
    if articles.empty:
        raise nothing(arguments.paths, rejected)
    return articles


def stored(paths: Sequence[str], into: Path, arguments: Namespace, **options: object) -> Tables:
    """The tables that the paths name, or a store brought up to the articles that they hold.

    Args:
        paths: tables, or articles.
        into: the store.
        arguments: of the verb.
        options: for `onrecord.corpus.update.update`.

    Raises:
        NothingFoundError: no article could be read.
    """
    from onrecord.command.show import say
    from onrecord.corpus.update import update
    from onrecord.tables import Tables

    if len(paths) == 1 and holds_tables(paths[0]):
        return Tables.open(paths[0])
    own = own_actors(paths, arguments)
    done = update(into, *paths, actors=own, progress=progress(arguments), **options)  # type: ignore[arg-type]
    _tell_outcome(done)
    if (done.known or done.moved or done.removed) and arguments.format in (None, "text"):
        say(
            arguments,
            f"{done.read:,} read now, {done.known + done.moved:,} known from before, "
            f"{done.removed:,} removed",
        )
    if not done.articles:
        raise nothing(paths, [(each.path, each.reason) for each in done.rejected])
    return Tables.open(into)


def fetched(
    paths: Sequence[str], folder: Path | None, into: Path, arguments: Namespace
) -> list[str]:
    """The paths, with the folder of fetched pages in place of addresses of feeds.

    Args:
        paths: files, folders, globs and addresses.
        folder: where pages are fetched into; None where nothing may be fetched.
        into: where tables of them will be written.
        arguments: of the verb.

    Raises:
        AnalysisError: a folder was named, and no address.
        OwnershipError: the tables would lie in its place or around it.
    """
    from onrecord.fetch import fetch, is_address
    from onrecord.ownership import keep_apart

    addresses = [path for path in paths if is_address(path)]
    if folder is not None:
        keep_apart(into, [folder])
    if folder is None:
        return list(paths)
    if not addresses:
        raise AnalysisError("--fetch is for addresses: name one or more feeds among the PATHs.")
    done = fetch(addresses, folder)
    tell("not fetched", done.refused)
    from onrecord.command.show import say

    if arguments.format in (None, "text"):
        more = f", {done.left:,} are left for the next run" if done.left else ""
        say(arguments, f"{len(done.new):,} pages fetched, {done.known:,} known{more}")
    others = [path for path in paths if not is_address(path)]
    return [*others, str(folder)]


def _tell_outcome(done: Outcome) -> None:
    from onrecord.command.columns import plain

    tell("rejected", ((each.path, each.reason) for each in done.rejected))
    tell("incomplete", ((each.path, each.reason) for each in done.incomplete))
    tell("not understood", done.problems)
    tell("correction without effect", done.unfit)
    for path in done.changed:
        LOG.warning("changed while it was read: %s; run again to take it up", plain(path))


def tell(what: str, told: Iterable[tuple[str, str]]) -> None:
    """Warn of things, each with its reason."""
    from onrecord.command.columns import plain

    for path, reason in told:
        LOG.warning("%s: %s: %s", what, plain(path), plain(reason))


def own_actors(paths: Sequence[str], arguments: Namespace) -> list[Path]:
    """The user's own actors: named, or lying in a folder of articles."""
    beside = [Path(path) / "actors.yaml" for path in paths]
    return arguments.actors or [path for path in beside if path.is_file()]


def nothing(paths: Sequence[str], rejected: Sequence[tuple[str, str]]) -> NothingFoundError:
    """The error for paths without an article, with the reasons of the first files."""
    from onrecord.command.columns import plain

    said = f"No article could be read in {', '.join(paths)}"
    some = [f"{plain(path)} {plain(reason)}" for path, reason in rejected[:3]]
    more = f" and {len(rejected) - 3:,} more" if len(rejected) > 3 else ""
    return NothingFoundError(f"{said}: {'; '.join(some)}{more}." if some else f"{said}.")


def progress(arguments: Namespace) -> bool | None:
    """Whether bars are shown; None leaves it to the terminal. Lines of the log would break them."""
    return False if arguments.quiet or arguments.verbose else None
