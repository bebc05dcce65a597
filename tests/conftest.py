"""Fixtures that tests of several rooms use."""

from browsing import browser, sink

__all__ = ["browser", "sink"]
