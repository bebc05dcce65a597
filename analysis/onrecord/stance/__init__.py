"""Who stands how toward whom: speakers toward what they name, the narrator toward the rest."""

from onrecord.stance.frames import stance_between, stance_of_speakers, stance_towards
from onrecord.stance.gather import plan
from onrecord.stance.scores import score
from onrecord.stance.shapes import Request, Stance

__all__ = [
    "Request",
    "Stance",
    "plan",
    "score",
    "stance_between",
    "stance_of_speakers",
    "stance_towards",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
