"""Who stands how toward whom: speakers toward what they name, the narrator toward the rest."""

from analysis.stance.frames import stance_between, stance_towards
from analysis.stance.gather import plan
from analysis.stance.scores import score
from analysis.stance.shapes import Request, Stance

__all__ = ["Request", "Stance", "plan", "score", "stance_between", "stance_towards"]
