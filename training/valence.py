"""Valence of vocabulary tokens in the lexicons of VADER (MIT) and TextBlob (MIT)."""

from __future__ import annotations

import importlib.util
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

FEATURES = 3


def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed; see training/requirements.txt.")
    return Path(found.origin).parent


def valence_table(vocabulary: Sequence[str]) -> np.ndarray:
    """Return float32 (tokens, 3): VADER valence, TextBlob polarity and subjectivity.

    Values are scaled to -1..1; tokens that are in no lexicon are zero.
    """
    vader: dict[str, float] = {}
    lexicon = _folder("vaderSentiment") / "vader_lexicon.txt"
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 1:
            vader[fields[0].lower()] = float(fields[1]) / 4
    senses: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for node in ElementTree.parse(_folder("textblob") / "en" / "en-sentiment.xml").getroot():
        polarity, subjectivity = node.get("polarity"), node.get("subjectivity")
        if polarity and subjectivity:
            senses[(node.get("form") or "").lower()].append((float(polarity), float(subjectivity)))
    table = np.zeros((len(vocabulary), FEATURES), dtype=np.float32)
    for index, token in enumerate(vocabulary):
        table[index, 0] = vader.get(token, 0.0)
        if token in senses:
            table[index, 1:] = np.mean(senses[token], axis=0)
    return table
