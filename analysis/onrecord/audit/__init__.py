"""An audit: a drawn sample, checked by hand, and estimates that count the model's errors."""

from onrecord.audit.correct import Checked, Corrected, correct
from onrecord.audit.width import more_labels

__all__ = ["Checked", "Corrected", "correct", "more_labels"]
