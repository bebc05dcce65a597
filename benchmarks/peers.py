"""What others would say: lexicons that score a text, whoever it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from textblob.en import sentiment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

VADER_EDGE = 0.05  # its authors' threshold (Hutto and Gilbert 2014)
TEXTBLOB_EDGE = 0.0  # the sign: TextBlob names no threshold

System = Callable[[Sequence[dict[str, Any]]], list[str]]


def by_sign(score: float, edge: float) -> str:
    """A label from a polarity.

    >>> by_sign(0.3, 0.05), by_sign(-0.3, 0.05), by_sign(0.02, 0.05)
    ('favor', 'against', 'none')
    """
    return "favor" if score > edge else "against" if score < -edge else "none"


def vader(rows: Sequence[dict[str, Any]]) -> list[str]:
    """VADER's compound score of the whole text, past 0.05 either way."""
    scorer = SentimentIntensityAnalyzer()
    return [by_sign(scorer.polarity_scores(row["text"])["compound"], VADER_EDGE) for row in rows]


def textblob(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The sign of TextBlob's polarity of the whole text."""
    return [by_sign(sentiment(row["text"])[0], TEXTBLOB_EDGE) for row in rows]


def commonest(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The file's commonest label, always."""
    label = Counter(row["label"] for row in rows).most_common(1)[0][0]
    return [label] * len(rows)


PEERS: dict[str, System] = {
    "VADER": vader,
    "TextBlob": textblob,
    "always the commonest": commonest,
}
