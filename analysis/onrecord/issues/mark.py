"""Which statements and quotes are about which issue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from onrecord.issues.codebook import Issue
from onrecord.store import Part
from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.tables import Tables
from onrecord.wording import stems, tokens

STEP = 20_000  # texts held at once
# characters that `onrecord.wording.fold` takes apart and SQL does not: "ﬁ", full-width letters ...
_COMPOSED = r"[\x{2070}-\x{209C}\x{2100}-\x{214F}\x{FB00}-\x{FB06}\x{FF10}-\x{FF5A}]"
MARKS = ["issue", "kind", "id", "article_id", "words"]
# what is looked at: a quote's words, and sentences in which the outlet itself speaks
_TEXTS = {
    "quote": ("attributions", "attribution_id", "content", "true"),
    "sentence": ("sentences", "sentence_id", "text", "voice = 'narrator'"),
}


def mark(tables: Tables, issues: Sequence[Issue]) -> pd.DataFrame:
    """Where the issues of a codebook stand.

    Args:
        tables: an analysis, whole or selected; copies of a story are looked at as well.
        issues: from `read_issues`.

    Returns:
        A row per issue and text that holds it: issue, kind (quote, or sentence of the outlet's
        own), id (attribution_id or sentence_id), article_id, words (as written, between `; `).
        A text may hold several issues.
    """
    key = f"marks of {list(issues)!r}"
    if key not in tables.remembered:  # a page asks more than once
        tables.remembered[key] = _marks(tables, issues)
    return tables.remembered[key].copy()


def _marks(tables: Tables, issues: Sequence[Issue]) -> pd.DataFrame:
    found: list[tuple] = []
    for kind, (table, key, column, where) in _TEXTS.items():
        for texts in _candidates(tables.part, issues, table, key, column, where):
            for name, article, text in texts.itertuples(index=False):
                known = tokens(text)
                for issue in issues:
                    if places := issue.places(known):
                        words = [text[known[a].start : known[b - 1].end] for a, b in places]
                        said = "; ".join(dict.fromkeys(" ".join(w.split()) for w in words))
                        found.append((issue.name, kind, name, article, said))
    return pd.DataFrame(found, columns=MARKS).astype("str")


def marked(tables: Tables, issues: Sequence[Issue], kind: str) -> Counted:
    """What is counted, a row for each issue that it is about, in the column `issue`.

    Args:
        tables: an analysis, whole or selected.
        issues: from `read_issues`.
        kind: statements or quotes.
    """
    return with_issue(rows(tables, kind), mark(tables, issues))


def with_issue(asked: Counted, marks: pd.DataFrame) -> Counted:
    """Rows of statements or quotes with the issues that `mark` found in them.

    A statement is about what the words of its quote are about, or its sentence where the outlet
    speaks itself.
    """
    keys = marks[["issue", "kind", "id"]]
    same = "m.kind = 'quote' and m.id = r.attribution_id"
    if asked.kind == "statements":
        same += " or m.kind = 'sentence' and r.attribution_id is null and m.id = r.sentence_id"
        parts = same.split(" or ")
    else:
        parts = [same]
    source = " union all ".join(
        f"select r.*, m.issue from ({asked.source}) as r join _marks as m on {part}"
        for part in parts
    )
    return replace(asked, source=source, frames={**asked.frames, "_marks": keys})


def _candidates(
    part: Part, issues: Sequence[Issue], table: str, key: str, column: str, where: str
) -> Iterable[pd.DataFrame]:
    """Texts that may hold an issue, some at a time."""
    wanted = sorted({stem for i in issues for w in i.words for stem in stems(w)[:1]})
    if wanted and all(stem.isascii() for stem in wanted):
        pattern = "|".join([*wanted, _COMPOSED])  # letters and digits alone
        where += f" and regexp_matches(strip_accents(lower({column})), '{pattern}')"
    query = f"select {key}, article_id, {column} as text, place from {table} where {where}"
    ids = part.ask(f"select place from ({query}) order by place").place.to_numpy()
    for at in range(0, len(ids), STEP):
        first, last = ids[at], ids[min(at + STEP, len(ids)) - 1]
        found = part.ask(f"{query} and place between {first} and {last} order by place")
        yield found.drop(columns="place")
