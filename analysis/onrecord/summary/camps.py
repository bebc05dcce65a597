"""Which camp an actor stands in."""

from __future__ import annotations

import pandas as pd


def camps(actors: pd.DataFrame) -> dict[str, str]:
    """The `side` of each actor, as the user's actors.yaml says; others are left out.

    Args:
        actors: the table of that name.
    """
    known = actors.dropna(subset=["side"])
    return dict(zip(known.actor, known.side, strict=True))
