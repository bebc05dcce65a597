"""Learning from corrections: what is decided beside the network is fitted to a reviewer's answers.

Off unless asked for, kept only where cross-validation shows that it helps, and written as a file
that people can read and delete (`onrecord.learnt`).
"""

from onrecord.learn.learn import Lesson, learn
from onrecord.learn.trial import Trial

__all__ = ["Lesson", "Trial", "learn"]
