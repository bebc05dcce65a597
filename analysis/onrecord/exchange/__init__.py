"""Exchange with annotation programs: out with all offsets, and corrections back."""

from onrecord.exchange.documents import Document, Side, Statement, documents
from onrecord.exchange.exchange import FORMATS, back, format_of, out

__all__ = [
    "FORMATS",
    "Document",
    "Side",
    "Statement",
    "back",
    "documents",
    "format_of",
    "out",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
