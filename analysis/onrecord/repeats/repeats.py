"""The table `repeats`: the same words of one speaker in several articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from onrecord.repeats.candidates import candidates
from onrecord.repeats.same import compare, quoted, telling
from onrecord.summary.copies import also
from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.tables import Tables
from onrecord.wording import Token, tokens

READ = 4_096  # quotations whose words are kept: each page of an article compares most of them
COLUMNS = [
    "repeat_id", "attribution_id", "article_id", "outlet", "published", "title", "speaker",
    "how", "kept", "words", "also", "evidence",
]  # fmt: skip
_ASKED = """
    select attribution_id, article_id, outlet, published, art, speaker, kind, content, quote_id
    from ({source}) where kind <> 'indirect' order by published nulls last, art, place"""


def repeats(tables: Tables, *, speakers: Sequence[str] | None = None) -> pd.DataFrame:
    """Quotations of which the same words stand in several articles.

    Only what stands between quotation marks is compared, of one speaker, or of a source without
    a name and anybody. Copies of a wire story are one article; their outlets stand in `also`.

    Args:
        tables: an analysis, whole or selected.
        speakers: only these, and sources without a name; by default everybody.

    Returns:
        A row per quotation and article, the most widely repeated first, each in order of
        publication: repeat_id (attribution_id of the first), attribution_id, article_id, outlet,
        published, title, speaker, how (`fullest`: the longest version; the others beside it:
        `exact`, `cut` or `changed`), kept (share of the fullest's words, 0..1), words (as
        quoted), also (other outlets that ran a copy of the article), evidence.
    """
    key = f"repeats of {None if speakers is None else sorted(speakers)}"
    if key not in tables.remembered:  # a page asks more than once
        tables.remembered[key] = _repeats(tables, speakers)
    return tables.remembered[key].copy()


def _repeats(tables: Tables, speakers: Sequence[str] | None) -> pd.DataFrame:
    asked = rows(tables, "quotes", negated=False)
    if speakers is not None:
        names: list[str | None] = [*speakers, None]
        asked = asked.among(pd.DataFrame({"speaker": names}, dtype="str"))
    made, known = quotations(asked)
    made["group"] = grouped(known, named(made.speaker))
    made = made[made.groupby("group").article_id.transform("nunique") > 1]
    parts = [_told(part, known) for _, part in made.groupby("group", sort=False)]
    if not parts:
        return pd.DataFrame(columns=COLUMNS).astype({"published": "datetime64[us]"})
    parts.sort(key=lambda part: (-len(part), str(part.published.iloc[0])))
    table = pd.concat(parts, ignore_index=True)
    listed = tables.listed.set_index("article_id").reindex(table.article_id).reset_index()
    table["title"] = listed.title.to_numpy()
    table["also"] = also(tables, listed).to_numpy()
    table["evidence"] = "q" + table.attribution_id.astype("str")
    return table[COLUMNS]


def quotations(asked: Counted, *, each: bool = True) -> tuple[pd.DataFrame, list[list[Token]]]:
    """The quotations that can be compared, in order of publication, and their words.

    Args:
        asked: quotes.
        each: a quote that several speak once, as the first one's.

    Returns:
        A row each: attribution_id, article_id, outlet, published, art, speaker, kind, content,
        quote_id, words (what the speaker says).
    """
    made = asked.ask(_ASKED.format(source=asked.source))
    made = made.drop_duplicates("quote_id") if each else made
    read = [_read(c, k) for c, k in zip(made.content, made.kind, strict=True)]
    made["words"] = [words for words, _ in read]
    tell = np.array([known is not None for _, known in read], bool)
    return made[tell].reset_index(drop=True), [known for _, known in read if known is not None]


def named(speakers: pd.Series) -> list[str | None]:
    """Who speaks; None where nobody is named."""
    return [None if pd.isna(name) else str(name) for name in speakers]


@lru_cache(READ)
def _read(content: str, kind: str) -> tuple[str, list[Token] | None]:
    """The words of a quotation, as quoted and as compared; None where they tell too little."""
    words = quoted(content, kind)
    known = tokens(words)
    return words, known if telling([token.word for token in known]) else None


def grouped(known: Sequence[Sequence[Token]], speakers: Sequence[str | None]) -> np.ndarray:
    """A number for each quotation, the same for the same words; int64.

    Args:
        known: their words, in order of publication.
        speakers: who said each; None where nobody is named.
    """
    heads = list(range(len(known)))
    owner = list(speakers)

    def head(n: int) -> int:
        while heads[n] != n:
            heads[n] = heads[heads[n]]
            n = heads[n]
        return n

    words = [[token.word for token in ts] for ts in known]
    for a, b in candidates(words, speakers):
        one, other = head(int(a)), head(int(b))
        # a nameless source must not make two people one
        if one == other or (None not in (owner[one], owner[other]) and owner[one] != owner[other]):
            continue
        if compare(known[a], known[b]):
            heads[max(one, other)] = min(one, other)
            owner[min(one, other)] = owner[one] or owner[other]
    return np.array([head(n) for n in range(len(known))], int)


def _told(part: pd.DataFrame, known: list) -> pd.DataFrame:
    """One group, an article once: its fullest words there."""
    size = pd.Series([len(known[n]) for n in part.index], part.index)
    part = part.loc[size.sort_values(ascending=False, kind="stable").index]
    part = part.drop_duplicates("article_id")
    fullest = part.index[0]
    part = part.sort_index()
    how, kept = [], []
    for n in part.index:
        found = compare(known[n], known[fullest])
        how.append("fullest" if n == fullest else found.how if found else "changed")
        kept.append(found.kept if found else float("nan"))
    speaker = next(iter(part.speaker.dropna()), None)
    part = part.assign(how=how, kept=kept, repeat_id=part.attribution_id.iloc[0])
    return part.assign(speaker=part.speaker.fillna(speaker) if speaker else part.speaker)
