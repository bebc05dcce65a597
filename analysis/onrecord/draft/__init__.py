"""A draft before it is printed: is each of its quotations on record, word for word, by whom?"""

from onrecord.draft.check_draft import check_draft
from onrecord.draft.treated import treated

__all__ = ["check_draft", "treated"]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
