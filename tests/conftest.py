"""Fixtures that tests of several rooms use."""

import contextlib
import gc

import pytest
from browsing import browser, sink
from kept import answers_kept

import onrecord.iri  # noqa: F401 - before nbformat, which the tests import too

__all__ = ["browser", "sink"]


@pytest.fixture(scope="module", autouse=True)
def _answers(request):
    """What the model answered is kept, but for tests of what asks it."""
    with contextlib.nullcontext() if "reader" in request.path.parts else answers_kept():
        yield


def pytest_configure():
    gc.disable()


def pytest_collection_finish():
    """Thousands of tests stay to the end: no search for garbage need go through them again."""
    gc.freeze()
    gc.enable()
