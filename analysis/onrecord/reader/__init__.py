"""The reader: one small network that finds attributions and scores stance."""

from onrecord.reader.network import threads
from onrecord.reader.reader import BETWEEN, TOWARD, Reader
from onrecord.reader.reading import Reading, Tagged

__all__ = ["BETWEEN", "TOWARD", "Reader", "Reading", "Tagged", "threads"]
