"""Fixtures that tests of several rooms use."""

from browsing import browser, sink

import onrecord.iri  # noqa: F401 - before nbformat, which the tests import too

__all__ = ["browser", "sink"]
