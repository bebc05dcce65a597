"""Notebooks in, offline HTML out.

`render` makes a folder of reports and their index from saved tables; `render_one` makes a
single page from one notebook. A notebook runs under papermill in a kernel of its own
(`execute`), one of a site's in a single request (`at_once`); it becomes a page through a subclass
of nbconvert's HTMLExporter (`exporter`, `clean`), and the page carries all it needs (`page`):
nothing is fetched when it is opened.
"""

import onrecord.iri  # noqa: F401 - before plotly and nbformat: it makes them quick
from onrecord.report.front import Corpus, front
from onrecord.report.publish import Published
from onrecord.report.render_one import render_one
from onrecord.report.run_all import Refused
from onrecord.report.site import ReportRun, render

__all__ = ["Corpus", "Published", "Refused", "ReportRun", "front", "render", "render_one"]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
