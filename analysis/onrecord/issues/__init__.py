"""Issues by the user's own codebook: which statements are about what, in counts with intervals."""

from onrecord.issues.attention import attention
from onrecord.issues.codebook import Issue, read_issues
from onrecord.issues.mark import mark, marked
from onrecord.issues.propose import distinctive, together
from onrecord.issues.sources import sources
from onrecord.issues.stance import stance

__all__ = [
    "Issue",
    "attention",
    "distinctive",
    "mark",
    "marked",
    "read_issues",
    "sources",
    "stance",
    "together",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
