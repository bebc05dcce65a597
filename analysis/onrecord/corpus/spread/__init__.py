"""Articles handed out: to this process, to more of them, or to a cluster."""

from onrecord.corpus.spread.spread import spread

__all__ = ["spread"]
