"""From a source as written ("he", "the deputy minister") to the speaker it means, or nobody."""

from onrecord.speakers.model import Speaker
from onrecord.speakers.resolve import resolve

__all__ = ["Speaker", "resolve"]
