"""Fixtures that tests of several rooms use."""

import contextlib
import gc
import re

import pandas as pd
import pytest
from browsing import browser, sink
from kept import answers_kept

import onrecord.iri  # noqa: F401 - before nbformat, which the tests import too

__all__ = ["browser", "sink"]

MARK = re.compile(r"mark\.(browser|slow)")


@pytest.fixture(scope="module", autouse=True)
def _answers(request):
    """What the model answered is kept, but for tests of what asks it."""
    with contextlib.nullcontext() if "reader" in request.path.parts else answers_kept():
        yield


@pytest.fixture(autouse=True)
def _words():
    """What makes pages holds words in another way, for the whole process."""
    kept = pd.get_option("mode.string_storage")
    yield
    pd.set_option("mode.string_storage", kept)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """`make test` looks for these marks in the files' text: one from elsewhere is never run."""
    marked = {
        i.path for i in items if i.get_closest_marker("browser") or i.get_closest_marker("slow")
    }
    hidden = [path for path in marked if not MARK.search(path.read_text("utf-8"))]
    if hidden:
        raise pytest.UsageError(f"the mark is not written in {', '.join(map(str, hidden))}")


def pytest_configure():
    gc.disable()


def pytest_collection_finish():
    """Thousands of tests stay to the end: no search for garbage need go through them again."""
    gc.freeze()
    gc.enable()


def pytest_unconfigure():
    """What was frozen goes as well, before libraries complain of what they leave behind."""
    gc.unfreeze()
    gc.collect()
