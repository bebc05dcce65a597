"""Actors in a text: whom it names, and where.

Known names come from `analysis.lexicon`, others from the text itself. See `find_mentions`.
"""

from analysis.actors.find import find_mentions
from analysis.actors.model import Found, Mention
from analysis.lexicon import Actor, Lexicon

__all__ = ["Actor", "Found", "Lexicon", "Mention", "find_mentions"]
