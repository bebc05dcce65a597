"""Words for a codebook: what a corpus says more often than a background, and what goes together.

Both are ranked by the log-likelihood ratio (Dunning, Accurate Methods for the Statistics of
Surprise and Coincidence, 1993), which holds for rare words too. Names are left out: actors are
found without a codebook.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from onrecord.lexicon.vocabulary import FUNCTION
from onrecord.store import Part
from onrecord.summary.copies import counting
from onrecord.tables import Tables
from onrecord.tone import books

LEAST = 3  # articles that a word or pair must stand in
PLAIN = {w.lower() for w in FUNCTION} | set(
    ["said", "says", "say", "told", "tell", "added", "asked"]
)
SMALL = 0.5  # share of its places in which a word must stand in small letters
_WORD = r"\pL[\pL\pN]+(?:[’''\-][\pL\pN]+)*"
_EACH = f"""
    select article_id, lower(w) as word, count(*) as n, sum((w = lower(w))::int) as small
    from (select article_id, unnest(regexp_extract_all(text, '{_WORD}')) as w from articles)
    group by all"""
# words of a paragraph, each with the one after it, in small letters both
_PAIRS = f"""
    with listed as (
        select article_id, regexp_extract_all(text, '{_WORD}|[.,;:!?()“”"]') as l from articles),
    pairs as (
        select article_id, unnest(list_zip(l[:-2], l[2:])) as p from listed where len(l) > 1)
    select p[1] || ' ' || p[2] as word, p[1] as first, p[2] as second, count(*) as n,
        count(distinct article_id) as articles
    from pairs where p[1] = lower(p[1]) and p[2] = lower(p[2])
        and regexp_matches(p[1], '^\\pL') and regexp_matches(p[2], '^\\pL')
    group by all having count(distinct article_id) >= {LEAST}"""


def distinctive(tables: Tables, background: Tables | None = None, *, top: int = 40) -> pd.DataFrame:
    """Words that the articles hold more often than a background does.

    Args:
        tables: an analysis, or a selection of it: one outlet, some months, one speaker's articles.
        background: another analysis, such as the whole one that a selection was taken from; by
            default English books (a list of 29,000 words with TextBlob).
        top: rows at most.

    Returns:
        word (small letters), articles (that hold it), count (in these articles), rate (of a
        million words), behind (the same in the background), score (log-likelihood ratio), the
        most distinctive first. Each story counts once.
    """
    here, size = _counts(counting(tables).part)
    if background is None:
        known = books()
        behind, wide = _looked_up(here.word, known), sum(known.values())
    else:
        there, wide = _counts(counting(background).part)
        behind = _looked_up(here.word, there.set_index("word")["count"].to_dict())
    made = here.assign(rate=1e6 * here["count"] / max(size, 1), behind=1e6 * behind / max(wide, 1))
    made["score"] = likelihood(here["count"], size, behind, wide)
    made = made[(made.articles >= LEAST) & (made.rate > made.behind)]
    return _best(made, ["word", "articles", "count", "rate", "behind", "score"], top)


def together(tables: Tables, *, top: int = 40) -> pd.DataFrame:
    """Words that stand one after the other more often than by chance.

    Args:
        tables: an analysis, or a selection of it.
        top: rows at most.

    Returns:
        word (both, in small letters), articles (that hold them so), count, score (log-likelihood
        ratio), the most bound first. Function words make no pair.
    """
    part = counting(tables).part
    here, size = _counts(part)
    of = here.set_index("word")["count"].to_dict()
    made = part.ask(_PAIRS)
    plain = made["first"].isin(PLAIN) | made.second.isin(PLAIN)
    made = made[~plain].rename(columns={"n": "count"})
    # a word that is left out as a name stands at least where the pair does
    first, second = (_looked_up(made[c], of).clip(made["count"]) for c in ("first", "second"))
    # how often the second follows the first, and how often it follows anything else
    score = likelihood(made["count"], first, second - made["count"], size - first)
    expected = first * second / max(size, 1)
    made = made.assign(score=score)[made["count"] > expected]
    return _best(made, ["word", "articles", "count", "score"], top)


def likelihood(a: object, of_a: object, b: object, of_b: object) -> np.ndarray:
    """Dunning's ratio for two shares: `a` of `of_a` against `b` of `of_b`; float64.

    >>> likelihood(10, 100, 10, 100).round(6), likelihood(20, 100, 1, 100).round(1)
    (np.float64(0.0), np.float64(23.1))
    """
    a, b, of_a, of_b = (np.asarray(x, float) for x in (a, b, of_a, of_b))
    mean = (a + b) / np.maximum(of_a + of_b, 1)
    found = np.zeros(np.broadcast(a, b, of_a, of_b).shape)
    for seen, of in ((a, of_a), (b, of_b)):
        for part, share in ((seen, mean), (of - seen, 1 - mean)):
            expected = of * share
            with np.errstate(divide="ignore", invalid="ignore"):
                found += np.where(part > 0, part * np.log(part / expected), 0.0)
    return 2 * found


def codebook(proposed: pd.DataFrame) -> str:
    """An `issues.yaml` to edit, each word with its count of articles.

    Args:
        proposed: from `distinctive` or `together`.
    """
    lines = [
        "# Words and pairs that mark these articles. Sort them into issues, and name each;",
        "# tariff* takes all endings, dues NEAR/5 harbour what stands close together.",
        "issues:",
        "  - name: to be named",
        "    words:",
    ]
    for row in proposed.itertuples():
        lines.append(f'      - "{row.word}"  # in {row.articles} articles')
    if lines[-1] == "    words:":
        lines[-1] = "    words: []"
    return "\n".join(lines)


def _counts(part: Part) -> tuple[pd.DataFrame, int]:
    """Words that are no names, with articles and count; and how many words there are at all."""
    made = part.ask(f"""
        select word, count(*) as articles, sum(n)::bigint as count, sum(small)::bigint as small
        from ({_EACH}) group by word""")
    size = int(made["count"].sum())
    kept = made[(made.small >= SMALL * made["count"]) & ~made.word.isin(PLAIN)]
    return kept[["word", "articles", "count"]].reset_index(drop=True), size


def _looked_up(words: pd.Series, known: Mapping[str, int]) -> pd.Series:
    return pd.Series([known.get(word, 0) for word in words], words.index, dtype=float)


def _best(made: pd.DataFrame, columns: list[str], top: int) -> pd.DataFrame:
    made = made.sort_values(["score", "word"], ascending=[False, True], kind="stable")
    return made[columns].head(top).reset_index(drop=True)
