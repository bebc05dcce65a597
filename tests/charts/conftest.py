"""The page's script in a browser, for tests that hold it to the package."""

from recounting import script

__all__ = ["script"]
