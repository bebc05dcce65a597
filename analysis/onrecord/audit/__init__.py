"""An audit: a sample drawn by known chances, checked by hand, and numbers that count the errors.

    onrecord.audit.draw(tables, "audit", n=200)             # a sheet, to be filled in
    onrecord.audit.check("tables", "audit")                 # or, in a notebook, asked one by one
    checked = onrecord.audit.read(tables, "audit/sheet.csv")
    checked.estimate("against", by="outlet")                # model, labels and corrected

The sheet does not show what the model says. Each row's chance of being drawn is kept beside it,
in `design.json`; that alone makes the correction right, however wrong the model is.
"""

from onrecord.audit.audit import Audit, read
from onrecord.audit.beside import beside
from onrecord.audit.correct import Checked, Corrected, correct
from onrecord.audit.draw import Drawn, draw, sample
from onrecord.audit.export import export
from onrecord.audit.frame import frame
from onrecord.audit.widget import check
from onrecord.audit.width import more_labels

__all__ = [
    "Audit",
    "Checked",
    "Corrected",
    "Drawn",
    "beside",
    "check",
    "correct",
    "draw",
    "export",
    "frame",
    "more_labels",
    "read",
    "sample",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
