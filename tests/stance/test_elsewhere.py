"""What a speaker says of the same actor elsewhere in an article moves a side that is in doubt."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader import TOWARD
from onrecord.stance import elsewhere as room
from onrecord.stance.elsewhere import elsewhere

AGAINST, FAVOR, PLAIN = [0.02, 0.9, 0.08], [0.9, 0.02, 0.08], [0.05, 0.05, 0.9]
DOUBT, BARE = [0.2, 0.5, 0.3], [0.03, 0.1, 0.87]


def label(row: np.ndarray) -> str:
    return TOWARD[int(row.argmax())] if row.max() >= 0.6 else "none"


@pytest.mark.parametrize(
    ("others", "one", "wanted"),
    [
        ([AGAINST], DOUBT, "against"),
        ([AGAINST, AGAINST], DOUBT, "against"),
        ([], DOUBT, "none"),
        ([PLAIN], DOUBT, "none"),
        ([FAVOR], DOUBT, "none"),
        ([AGAINST, FAVOR], DOUBT, "none"),
        ([AGAINST, AGAINST], BARE, "none"),
        ([AGAINST], FAVOR, "favor"),
        ([FAVOR, FAVOR], AGAINST, "against"),
    ],
)
def test_other_statements_decide_where_the_words_are_in_doubt(others, one, wanted) -> None:
    moved = elsewhere(np.array([*others, one]), ["Lee of Roy"] * (len(others) + 1))
    assert label(moved[-1]) == wanted
    assert moved.sum(1) == pytest.approx(1, abs=1e-5)
    assert moved.min() >= 0


@pytest.mark.parametrize("other", [("a", "Lee", "Ann"), ("a", "Kay", "Roy"), ("b", "Lee", "Roy")])
def test_another_speaker_actor_or_article_moves_nothing(other) -> None:
    rows = np.array([AGAINST, DOUBT], dtype=np.float32)
    assert elsewhere(rows, [other, ("a", "Lee", "Roy")]) == pytest.approx(rows, abs=1e-6)


def test_certain_statements_stay_numbers() -> None:
    rows = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    moved = elsewhere(rows, ["Lee of Roy"] * 3)
    assert np.isfinite(moved).all()
    assert moved.sum(1) == pytest.approx(1, abs=1e-5)


def test_without_weight_nothing_moves() -> None:
    rows = np.array([AGAINST, DOUBT], dtype=np.float32)
    assert elsewhere(rows, ["a", "a"], 0.0) == pytest.approx(rows, abs=1e-5)
    assert room.WEIGHT > 0
