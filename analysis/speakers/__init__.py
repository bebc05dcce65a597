"""From a source as written ("he", "the deputy minister") to the speaker it means, or nobody."""

from analysis.speakers.model import Speaker
from analysis.speakers.resolve import resolve

__all__ = ["Speaker", "resolve"]
