"""One quote across outlets: the same words of one speaker in several articles."""

from onrecord.repeats.carried import carried
from onrecord.repeats.company import alongside, company
from onrecord.repeats.diff import diff
from onrecord.repeats.elsewhere import elsewhere
from onrecord.repeats.repeats import repeats
from onrecord.repeats.same import Same, same
from onrecord.repeats.spread import cuts

__all__ = [
    "Same", "alongside", "carried", "company", "cuts", "diff", "elsewhere", "repeats", "same",
]  # fmt: skip


def __dir__() -> list[str]:
    return __all__  # what TAB offers
