"""Actors in a text: whom it names, and where.

Known names come from `onrecord.lexicon`, others from the text itself (`find_mentions`); across
a corpus one person gets one name (`merge_people`); `names_report` lists what was
found, to be edited into the user's own `actors.yaml`.
"""

from onrecord.actors.find import find_mentions
from onrecord.actors.merge import merge_people
from onrecord.actors.model import Found, Mention
from onrecord.actors.report import NameRow, names_report, names_yaml
from onrecord.lexicon import Actor, Lexicon

__all__ = [
    "Actor",
    "Found",
    "Lexicon",
    "Mention",
    "NameRow",
    "find_mentions",
    "merge_people",
    "names_report",
    "names_yaml",
]
