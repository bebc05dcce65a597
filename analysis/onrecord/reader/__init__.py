"""The reader: one small network that finds attributions and scores stance."""

from onrecord.reader.labels import BETWEEN, TOWARD
from onrecord.reader.network import THREADS, cores, threads
from onrecord.reader.reader import Reader
from onrecord.reader.reading import Name, Reading, Tagged
from onrecord.reader.vectors import Judge, Vectors

__all__ = [
    "BETWEEN",
    "THREADS",
    "TOWARD",
    "Judge",
    "Name",
    "Reader",
    "Reading",
    "Tagged",
    "Vectors",
    "cores",
    "threads",
]
