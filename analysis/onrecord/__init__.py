"""On Record: who said what about whom, in whose words, and how far to believe it.

The idea in one breath: an article's sentences belong to two voices, the outlet's own
(the narrator) and those of the people it quotes. `load` reads files into a table of
articles, `analyse` finds every attribution (source, cue, content), the speaker whom the
source means, and the stance of each voice toward each actor; each row points at the words
it rests on.
"""

from onrecord.errors import AnalysisError
from onrecord.load import load
from onrecord.pipeline import analyse
from onrecord.stance import stance_between, stance_towards
from onrecord.tables import Tables

__all__ = [
    "AnalysisError",
    "Tables",
    "analyse",
    "load",
    "stance_between",
    "stance_towards",
]
