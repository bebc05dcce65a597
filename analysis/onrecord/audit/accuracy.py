"""How often the analysis is right on this corpus, by kind of statement."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from onrecord.audit.correct import correct
from onrecord.audit.estimate import Person

WORDS = {"favor": "in favor", "against": "against", "none": "no stance"}


def accuracy(rows: pd.DataFrame, person: Person) -> pd.DataFrame:
    """Shares of statements that are right, over the corpus (the weights are counted in).

    Args:
        rows: the statements.
        person: the checked ones.

    Returns:
        what: "statement" (it is one, and somebody's), "stance" (its label is right, of
        statements), "speaker" (who speaks is right, of those where the person said it), or
        "all of it"; kind: all, the voice, the model's label, or how sure it is; right (0 to 1),
        low and high (95 %; missing where fewer than `intervals.MIN_ARTICLES` articles are
        behind), checked. Kinds of which none was checked are left out.
    """
    said, told = rows.iloc[person.at], person.rows
    stance = (said.label.to_numpy() == told.label.to_numpy()) & person.counts
    who = (said.teller.to_numpy() == told.teller.to_numpy()) & person.counts
    every = np.ones(len(person.at), bool)
    checks = {
        "all of it": (stance & (who | ~person.named), every),
        "statement": (person.counts, every),
        "stance": (stance, person.counts),
        "speaker": (who, person.counts & person.named),
    }
    checked = person.checked(rows.article_id, every)
    nothing = np.zeros((len(rows), 2))
    made = []
    for what, (right, of) in checks.items():
        for kind, inside in _kinds(said):
            part = of & inside
            if not part.any():
                continue
            own = np.column_stack([right & part, part]).astype(float)
            found = correct(checked, nothing, own, trust=0.0, bounds=(0.0, 1.0))
            made.append((what, kind, found.value, found.low, found.high, int(part.sum())))
    frame = pd.DataFrame(made, columns=["what", "kind", "right", "low", "high", "checked"])
    return frame.astype({"right": float, "low": float, "high": float, "checked": "int64"})


def _kinds(said: pd.DataFrame) -> Iterator[tuple[str, np.ndarray]]:
    yield "all", np.ones(len(said), bool)
    for voice, name in (("speaker", "speakers"), ("narrator", "narrators")):
        yield name, (said.voice == voice).to_numpy()
    for label, name in WORDS.items():
        yield f"said to be {name}", (said.label == label).to_numpy()
    yield "sure", (~said.doubt).to_numpy()
    yield "doubtful", said.doubt.to_numpy()
