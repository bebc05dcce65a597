"""Claims with figures: numbers that speakers state, with unit and what they count."""

from onrecord.figures.carried import carried
from onrecord.figures.find import find
from onrecord.figures.ledger import figures, side_by_side, worth
from onrecord.figures.model import Figure

__all__ = ["Figure", "carried", "figures", "find", "side_by_side", "worth"]
