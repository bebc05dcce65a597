"""Statements of an analysis as a reviewer sees them: with their evidence, ready for an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from onrecord.corrections import Anchor, Article, Correction, now
from onrecord.tables import Tables

_TURN = re.compile(r"\.\d+$")  # rows of further speakers of one statement


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that somebody is said to have said, or a sentence of the narrator.

    Attributes:
        id: attribution_id of its first row, or the sentence_id of a narrator's sentence.
        article: where it stands.
        text: all of the article.
        words: the content, or the sentence.
        was: what the tables say of it, as in a file of corrections.
    """

    id: str
    article: Article
    text: str
    words: tuple[Anchor, ...]
    was: Mapping[str, Any]

    @property
    def speakers(self) -> list[str]:
        """Who speaks; empty for nobody known."""
        return list(self.was.get("speakers", ()))

    @property
    def key(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The article and where the words stand."""
        return self.article.id, tuple((anchor.start, anchor.end) for anchor in self.words)

    def answer(
        self, kind: str, who: str, now_: dict[str, Any] | None = None, *, settles: bool = False
    ) -> Correction:
        """A reviewer's answer.

        Args:
            kind: one of `onrecord.corrections.KINDS`.
            who: the reviewer.
            now_: what is right instead, by kind.
            settles: it settles a conflict.

        Raises:
            ValueError: it does not say what its kind needs.
        """
        made = Correction(
            kind, who, now(), self.article, self.words, dict(self.was), now_ or {}, settles
        )
        made.check()
        return made


def statements(tables: Tables, ids: Iterable[str]) -> list[Statement]:
    """The statements of some ids, in their order; those that are not there are left out.

    Args:
        tables: the analysis.
        ids: of attributions, or of sentences for what the narrator says in them.
    """
    wanted = list(dict.fromkeys(_TURN.sub("", each) for each in ids))
    rows = _rows(tables, wanted)
    made = {**_attributed(rows), **_narrated(rows)}
    return [made[each] for each in wanted if each in made]


def missed(
    text: str,
    article: Article,
    span: tuple[int, int],
    who: str,
    speakers: Sequence[str],
    source: Sequence[tuple[int, int]] = (),
    cue: Sequence[tuple[int, int]] = (),
) -> Correction:
    """A quote that the analysis missed, added by a reviewer.

    Args:
        text: the article.
        article: which one it is.
        span: of the quote, quotation marks included.
        who: the reviewer.
        speakers: names; empty for nobody known.
        source: where the text names who speaks.
        cue: the words that attribute.

    Raises:
        ValueError: the span is empty or outside of the text.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"there are no characters {start} to {end} in the article")
    said = {
        "speakers": list(speakers),
        "source": [Anchor.at(text, *each).json() for each in source],
        "cue": [Anchor.at(text, *each).json() for each in cue],
    }
    made = Correction("added", who, now(), article, (Anchor.at(text, start, end),), {}, said)
    made.check()
    return made


def article_of(row: Any) -> Article:
    """An article as corrections name it, from a row of the table articles."""
    beside = {key: getattr(row, key) for key in ("title", "outlet", "url", "path")}
    return Article(row.article_id, **{k: v for k, v in beside.items() if isinstance(v, str)})


def _rows(tables: Tables, ids: Sequence[str]) -> dict[str, pd.DataFrame]:
    listed = ", ".join("'" + each.replace("'", "''") + "'" for each in ids) or "''"
    own = f"regexp_replace(attribution_id, '\\.[0-9]+$', '') in ({listed})"
    rows = {
        name: tables.sql(f"select * from {name} where {own}")
        for name in ("attributions", "spans", "stances")
    }
    rows["told"] = tables.sql(
        f"select * from stances where attribution_id is null and sentence_id in ({listed})"
    )
    rows["sentences"] = tables.sql(f"select * from sentences where sentence_id in ({listed})")
    articles = {a for each in rows.values() for a in each.article_id}
    some = ", ".join("'" + each.replace("'", "''") + "'" for each in sorted(articles)) or "''"
    rows["articles"] = tables.sql(f"select * from articles where article_id in ({some})")
    return rows


def _attributed(rows: Mapping[str, pd.DataFrame]) -> dict[str, Statement]:
    articles = {row.article_id: row for row in rows["articles"].itertuples()}
    spans = dict(iter(rows["spans"].groupby("attribution_id")))
    stances = dict(iter(rows["stances"].groupby("attribution_id")))
    made = {}
    by = rows["attributions"].attribution_id.str.replace(_TURN, "", regex=True)
    for name, turns in rows["attributions"].groupby(by):
        first = turns.iloc[0]
        article = articles[first.article_id]
        found = spans[first.attribution_id]
        anchors = {
            role: [
                Anchor.at(article.text, int(row.start), int(row.end))
                for row in found[found.role.eq(role)].sort_values("start").itertuples()
            ]
            for role in ("content", "source", "cue")
        }
        own = stances.get(first.attribution_id)
        was = {
            "speakers": [who for who in turns.speaker if isinstance(who, str)],
            "source": [anchor.json() for anchor in anchors["source"]],
            "cue": [anchor.json() for anchor in anchors["cue"]],
            "confidence": round(float(first.confidence), 4),
            "stances": [] if own is None else list(_sides(article.text, own)),
        }
        if isinstance(first.corrected, str):
            was["corrected"] = first.corrected
        made[str(name)] = Statement(
            str(name), article_of(article), article.text, tuple(anchors["content"]), was
        )
    return made


def _narrated(rows: Mapping[str, pd.DataFrame]) -> dict[str, Statement]:
    articles = {row.article_id: row for row in rows["articles"].itertuples()}
    stances = dict(iter(rows["told"].groupby("sentence_id")))
    made = {}
    for row in rows["sentences"].itertuples():
        article = articles[row.article_id]
        words = (Anchor.at(article.text, int(row.start), int(row.end)),)
        own = stances.get(row.sentence_id)
        sides = [] if own is None else list(_sides(article.text, own))
        was = {"voice": "narrator", "stances": sides}
        made[row.sentence_id] = Statement(
            row.sentence_id, article_of(article), article.text, words, was
        )
    return made


def _sides(text: str, stances: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for row in stances.sort_values("start").itertuples():
        chances = {k: round(float(getattr(row, k)), 4) for k in ("favor", "against", "none")}
        yield {
            "target": row.target,
            "label": row.label,
            "anchor": Anchor.at(text, int(row.start), int(row.end)).json(),
            **chances,
        }
