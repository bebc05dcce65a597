"""From a source as written ("he", "the deputy minister") to the speaker it means, or nobody."""

from onrecord.speakers.keep import keep
from onrecord.speakers.model import Speaker
from onrecord.speakers.ranker import shipped
from onrecord.speakers.resolve import Resolved, resolve

__all__ = ["Resolved", "Speaker", "keep", "resolve", "shipped"]
