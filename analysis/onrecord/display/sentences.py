"""Where the sentences behind a page's numbers lie: in the page, or in files beside it."""

from __future__ import annotations

import os

KEPT = "ONRECORD_SENTENCES"  # set to "beside" where a site keeps them apart from its notebooks


def beside() -> bool:
    """Whether this notebook runs for a site, which holds each sentence once, for all pages."""
    return os.environ.get(KEPT) == "beside"
