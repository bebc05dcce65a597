"""Feeds that the user names, followed from a notebook: fetched, read into a store, and opened."""

from __future__ import annotations

from pathlib import Path

from onrecord import summary
from onrecord.corpus.update import update
from onrecord.display.given import opened
from onrecord.display.parameters import check_injected
from onrecord.display.view import View
from onrecord.errors import ReportError
from onrecord.fetch import fetch

PARAMETERS = ("feeds", "folder", "tables")  # of the notebook


def follow(feeds: str, folder: str | Path = "news", tables: str | Path = "") -> View:
    """Fetch what is new of some feeds, read it into a store, and open it.

    Args:
        feeds: addresses of RSS or Atom feeds, with spaces between; empty: nothing is fetched.
        folder: where their pages are kept.
        tables: the store; where nothing is fetched, what is opened; empty: the sample corpus.

    Raises:
        ReportError: there are feeds, and no store is named.
        OwnershipError: a folder holds something else.
        StoreError: the store cannot be written.
    """
    check_injected(PARAMETERS)
    addresses = feeds.split()
    if addresses and not str(tables):
        raise ReportError('Name the folder of tables that is to grow: tables = "tables".')
    if addresses:
        fetch(addresses, folder)
        update(tables, folder)
    whole = opened(tables)
    return View("corpus", summary.corpus_title(whole), summary.select(whole), whole)
