"""Search: words, phrases, `*`, NEAR, AND, OR and NOT, over articles and quotes, in context."""

from onrecord.search.find import search

__all__ = ["search"]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
