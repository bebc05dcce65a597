"""The names that On Record knows before it reads: countries, organisations, given names.

`Lexicon.load()` is the built-in list; paths given to it are the user's own `actors.yaml`,
which extend and override it (see `onrecord.lexicon.user` for their form).
"""

from onrecord.lexicon.loader import Lexicon
from onrecord.lexicon.model import TYPES, Actor, Entry

__all__ = ["TYPES", "Actor", "Entry", "Lexicon"]
