"""The reader: one small network that finds attributions and scores stance."""

from analysis.reader.network import threads
from analysis.reader.reader import BETWEEN, TOWARD, Reader
from analysis.reader.reading import Reading, Tagged

__all__ = ["BETWEEN", "TOWARD", "Reader", "Reading", "Tagged", "threads"]
