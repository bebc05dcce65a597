"""The words and verbs by which two parts differ, and the quotes that show them.

The log-odds ratio of each word with an informative Dirichlet prior, over its standard error
(Monroe, Colaresi and Quinn, Fightin' Words, 2008). Counted are quotes that hold a word, and a
word must stand in several articles: one speech is one witness. The list is one to read from:
among so many words some stand out by chance.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from onrecord.summary.common_words import COMMON
from onrecord.summary.copies import counting
from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.summary.opposites import Side, sides_compared
from onrecord.summary.selection import select
from onrecord.tables import Tables

PRIOR = 0.1  # part of all that is counted that the prior weighs
FEWEST = 3  # articles of its part in which a word stands
OUT = 1.96  # standard errors from which a word stands out
LETTERS = 3  # of a word
TOP = 10  # words of a part
WORD = r"\p{L}+(?:[''’-]\p{L}+)*"  # in SQL, where a quotation mark is doubled
COLUMNS = [
    "part", "word", "quotes_one", "quotes_other", "articles_one", "articles_other", "score",
    "evidence",
]  # fmt: skip
OF = {"words": "content", "verbs": "cue"}


def distinctive(
    tables: Tables,
    one: Side | None = None,
    other: Side | None = None,
    *,
    of: str = "words",
    top: int = TOP,
) -> pd.DataFrame:
    """Words that the quotes of one part hold more often than those of the other.

    Args:
        tables: an analysis, whole or selected.
        one: the first part, as for `compare`.
        other: the second part.
        of: `words` of the quotes, or `verbs` that attribute them.
        top: most words of each part.

    Returns:
        part (`one` or `other`), word, quotes_* (that hold it), articles_* (that they stand in),
        score (of the part, in standard errors), evidence (its quotes); the most distinctive
        first.
    """
    chosen = sides_compared(tables, one, other)
    if chosen is None:
        return pd.DataFrame(columns=COLUMNS)
    parts = [select(counting(tables), **{**side, "copies": True}) for side in chosen]  # type: ignore[arg-type]
    said = [_worded(rows(part, "quotes"), OF[of]) for part in parts]
    counts = [_counts(part, name) for part, name in zip(said, ("one", "other"), strict=True)]
    both = pd.concat(counts, axis=1)
    both = both.fillna(0).astype("int64").sort_index()
    scores = log_odds(both.quotes_one.to_numpy(float), both.quotes_other.to_numpy(float))
    made = []
    for number, name in enumerate(("one", "other")):
        own = both.assign(part=name, score=scores if number == 0 else -scores)
        own = own[(own[f"articles_{name}"] >= FEWEST) & (own.score >= OUT)]
        own = own.sort_values("score", ascending=False, kind="stable").head(top)
        ids = [_behind(said[number], word) for word in own.index]
        made.append(own.rename_axis("word").reset_index().assign(evidence=ids))
    return pd.concat(made, ignore_index=True)[COLUMNS]


def log_odds(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """How far the odds of each word lie apart, in standard errors; above zero for the first part.

    Args:
        one: counts of each word in the first part, float64 (words,).
        other: in the second.

    >>> log_odds(np.array([8.0, 2.0]), np.array([2.0, 8.0])).round(1).tolist()
    [3.3, -3.3]

    A word that is all there is has no odds:

    >>> log_odds(np.array([3.0]), np.array([1.0])).tolist()
    [0.0]
    """
    totals = one.sum(), other.sum()
    if len(one) < 2 or not sum(totals):
        return np.zeros(len(one))
    weight = PRIOR * sum(totals)
    prior = PRIOR * (one + other)

    def odds(of: np.ndarray, total: float) -> np.ndarray:
        return np.log((of + prior) / (total + weight - of - prior))

    spread = 1 / (one + prior) + 1 / (other + prior)
    return (odds(one, totals[0]) - odds(other, totals[1])) / np.sqrt(spread)


def _worded(said: Counted, column: str) -> Counted:
    # straight apostrophes, and no possessive
    plain = f"regexp_replace(lower(replace({column}, '’', '''')), '''s\\b', '', 'g')"
    words = f"regexp_extract_all({plain}, '{WORD}')"
    return said.valued("words", f"coalesce({words}, [])", again=False)


def _counts(said: Counted, side: str) -> pd.DataFrame:
    """Of each word the quotes that hold it, and the articles that these stand in."""
    found = said.ask(
        f"select word, count(distinct quote_id) as quotes_{side}, "
        f"count(distinct art) as articles_{side} from "
        f"(select art, quote_id, unnest(words) as word from ({said.source})) group by word"
    )
    found = found[(found.word.str.len() >= LETTERS) & ~found.word.isin(COMMON)]
    return found.set_index("word")


def _behind(said: Counted, word: str) -> str:
    quoted = word.replace("'", "''")
    ids = said.that(f"list_contains(words, '{quoted}')").ids([]).evidence
    return ids.iloc[0] if len(ids) else ""
