"""Words as they stand in any article's text, in quotation marks or not."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from onrecord.tables import Tables
from onrecord.wording import tokens

MOST = 200  # places looked at


def in_texts(words: str, against: Tables, but: Collection[str]) -> pd.DataFrame:
    """The places of a corpus that hold exactly these words, in the earliest articles first.

    Args:
        words: of a quotation, one at least.
        against: the corpus.
        but: ids of articles that do not count.

    Returns:
        The columns of `Tables.search`: those that somebody says, as in indirect speech, with
        speaker and attribution_id; all others only where nobody does.

    Raises:
        WordingError: there is no word.
    """
    phrase = '"' + " ".join(token.word for token in tokens(words)) + '"'
    found = against.search(phrase, limit=MOST)
    if len(found):
        told = against.search(phrase, quotes=True, limit=MOST)
        found = told if len(told) else found
    found = found[~found.article_id.isin(but)]
    return found.sort_values("published", kind="stable")
