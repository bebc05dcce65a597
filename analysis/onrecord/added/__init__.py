"""What the last runs brought into a store: articles, speakers, repeated words, changed stances."""

from onrecord.added.added import Added, added
from onrecord.added.moment import moment, runs

__all__ = ["Added", "added", "moment", "runs"]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
