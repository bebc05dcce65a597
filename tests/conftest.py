"""Fixtures that tests of several rooms use."""

import gc

from browsing import browser, sink

import onrecord.iri  # noqa: F401 - before nbformat, which the tests import too

__all__ = ["browser", "sink"]


def pytest_configure():
    gc.disable()


def pytest_collection_finish():
    """Thousands of tests stay to the end: no search for garbage need go through them again."""
    gc.freeze()
    gc.enable()
