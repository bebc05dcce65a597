"""What a page carries of its claims with figures: its script lists those of any part of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import pandas as pd

from onrecord.figures.ledger import of_what, stated
from onrecord.summary.about import SAID
from onrecord.summary.observed import rows
from onrecord.tables import Tables

PLAIN = ("low", "high", "unit", "of", "hedge", "figure", "worth")  # as `figures` gives them


def carried(part: Tables, *, articles: Collection[str] | None = None) -> dict[str, object]:
    """The figures of the page's quotes, as columns.

    Args:
        part: the rows of the page, copies of a story included.
        articles: those whose quotes are looked at; by default all.

    Returns:
        Lists with an item a figure: row (place of the quote in the page's rows), low, high, unit,
        of, hedge and figure as in `figures`, worth; quantity (the same number where unit and
        what is counted are the same, None where the words do not say what) and words (numbers of
        the claim's other words, where another claim of such a quantity has them as well).
    """
    asked = rows(part, "quotes", copies=True)
    if articles is not None:
        asked = asked.among(pd.DataFrame({"article_id": [*articles]}))
    made = stated(asked, each=False)
    numbers = part.part.ask(SAID).drop_duplicates("id").set_index("id").row
    keys: dict[tuple, int] = {}
    known: dict[str, int] = {}
    quantity: list[int | None] = []
    words: list[list[int]] = []
    for row in made.itertuples():
        told = of_what(row) if pd.notna(row.of) and pd.notna(row.speaker) else None
        quantity.append(keys.setdefault(told[0], len(keys)) if told else None)
        # in order, so that the same rows make the same page
        said = sorted(told[1]) if told else []
        words.append(sorted(known.setdefault(w, len(known)) for w in said))
    found = {name: [None if pd.isna(v) else v for v in made[name].tolist()] for name in PLAIN}
    row = numbers[made.attribution_id].tolist()
    return {"row": row, **found, "quantity": quantity, "words": _shared(quantity, words)}


def _shared(quantity: list[int | None], words: list[list[int]]) -> list[list[int]]:
    """Of each claim's words those that another claim of such a quantity has."""
    often = Counter((of, word) for of, each in zip(quantity, words, strict=True) for word in each)
    return [
        [word for word in each if often[of, word] > 1]
        for of, each in zip(quantity, words, strict=True)
    ]
