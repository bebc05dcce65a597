"""Feeds that the user names, and the pages that they announce, into a folder of files.

The only room that asks the network, and only where it is told to. What it fetches is the user's:
a page is a file like any other, read by `onrecord.load` and never fetched twice.
"""

from onrecord.fetch.fetch import Fetched, fetch, is_address

__all__ = ["Fetched", "fetch", "is_address"]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
