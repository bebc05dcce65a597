"""The sentence behind every number: what is shown when a mark is clicked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from onrecord.summary.observed import narrator, quotes, sentences, statements
from onrecord.tables import Tables

LIMIT = 700  # characters of text shown; beyond it only the sentence of the mention

COLUMNS = [
    "evidence_id", "article_id", "title", "outlet", "published", "voice", "speaker", "target",
    "label", "portrayal", "score", "probability", "polarity", "text", "start", "end", "sentence_id",
    "attribution_id", "quote_id", "kind", "cue", "cue_class", "factuality", "confidence", "actors",
    "marks", "source", "content",
]  # fmt: skip


def evidence(
    tables: Tables, ids: Iterable[str] | None = None, *, narrated: bool = False
) -> pd.DataFrame:
    """What stands behind evidence ids.

    Args:
        tables: the analysis that the ids come from, or a selection of it.
        ids: evidence ids; by default every statement and every quote. Ids that the tables
            do not hold are left out.
        narrated: without `ids`, also every sentence in which the narrator speaks.

    Returns:
        A row per id, in the order of `ids`. Beside the facts of the row:

        - `speaker`: the speaker, or the narrator with the outlet; empty where unknown;
        - `text`: the sentences that hold the words, `articles.text[start:end]`;
        - `sentence_id`: the sentence to link to;
        - `actors`: names that the row is about, for filters;
        - `marks`: tuples (role, start, end) into `text`; role is source, cue, content or
          target.
    """
    spoken, said, told = (
        statements(tables, negated=True, outcomes=True, copies=True),
        quotes(tables, negated=True, copies=True),
        None,
    )
    wanted = None if ids is None else list(dict.fromkeys(ids))
    if wanted is not None:
        kept = set(wanted)
        told = sentences(tables, copies=True)
        spoken, said, told = (rows[rows.evidence_id.isin(kept)] for rows in (spoken, said, told))
    elif narrated:
        told = sentences(tables, copies=True)
        told = told[told.voice == "narrator"]
    pages = _Pages(tables, pd.concat([spoken.attribution_id, said.attribution_id]))
    made = [pages.statement(row) for row in spoken.to_dict("records")]
    made += [pages.quote(row) for row in said.to_dict("records")]
    if told is not None:
        made += [pages.sentence(row) for row in told.to_dict("records")]
    found = pd.DataFrame(made, columns=COLUMNS)
    if wanted is not None:
        place = {name: number for number, name in enumerate(wanted)}
        found = found.sort_values("evidence_id", key=lambda names: names.map(place))
    return found.reset_index(drop=True)


class _Pages:
    """The articles' texts with what is marked in them."""

    def __init__(self, tables: Tables, attributions: pd.Series) -> None:
        self.texts = dict(zip(tables.articles.article_id, tables.articles.text, strict=True))
        self.bounds: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        rows = tables.sentences.sort_values("start")
        for name, *sentence in rows[["article_id", "start", "end", "sentence_id"]].itertuples(
            index=False
        ):
            self.bounds[name].append(tuple(sentence))
        self.polarity = dict(
            zip(tables.sentences.sentence_id, tables.sentences.polarity, strict=True)
        )
        said = tables.attributions
        self.tone = dict(zip(said.attribution_id, said.polarity, strict=True))
        self.spans: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        spans = tables.spans[tables.spans.attribution_id.isin(attributions)]
        for name, *span in spans[["attribution_id", "role", "start", "end"]].itertuples(
            index=False
        ):
            self.spans[name].append(tuple(span))
        self.targets: dict[str, list[str]] = defaultdict(list)
        about = tables.stances[["attribution_id", "target"]].dropna().drop_duplicates()
        for name, target in about.itertuples(index=False):
            self.targets[name].append(target)
        self.mentions: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for name, *mention in tables.mentions[["article_id", "start", "actor"]].itertuples(
            index=False
        ):
            self.mentions[name].append(tuple(mention))

    def statement(self, row: dict) -> dict:
        spoken = not pd.isna(row["attribution_id"])
        marks = [*self.spans[row["attribution_id"]]] if spoken else []
        tone = self.tone.get(row["attribution_id"]) if spoken else None
        tone = self.polarity.get(row["sentence_id"]) if tone is None else tone
        marks.append(("target", row["start"], row["end"]))
        shown = self._window(row["article_id"], marks, (row["start"], row["end"]))
        facts = {"speaker": row["teller"], "actors": [row["target"]], "polarity": tone}
        return row | facts | shown | {"sentence_id": row["sentence_id"]}

    def quote(self, row: dict) -> dict:
        marks = list(self.spans[row["attribution_id"]])
        contents = [mark for mark in marks if mark[0] == "content"] or marks
        anchor = contents[0][1:] if contents else (0, 0)
        return (
            row
            | self._window(row["article_id"], marks, anchor)
            | {
                "voice": "speaker",
                "actors": self.targets[row["attribution_id"]],
            }
        )

    def sentence(self, row: dict) -> dict:
        named = self.mentions[row["article_id"]]
        inside = [actor for at, actor in named if row["start"] <= at < row["end"]]
        who = narrator(row["outlet"]) if row["voice"] == "narrator" else None
        return row | {"speaker": who, "actors": list(dict.fromkeys(inside)), "marks": []}

    def _window(
        self, article: str, marks: Sequence[tuple[str, int, int]], anchor: tuple[int, int]
    ) -> dict:
        """Whole sentences that hold all marks, or the anchor alone where that is long."""
        text, bounds = self.texts.get(article, ""), self.bounds[article]
        first, last = self._sentences(bounds, *anchor)
        name = bounds[first][2] if bounds else None
        start, end = (bounds[first][0], bounds[last][1]) if bounds else (0, len(text))
        for _, *span in sorted(marks, key=lambda mark: abs(mark[1] - anchor[0])):
            left, right = self._sentences(bounds, *span) if bounds else (0, 0)
            wider = (bounds[left][0], bounds[right][1]) if bounds else (start, end)
            wider = min(start, wider[0]), max(end, wider[1])
            if wider[1] - wider[0] <= LIMIT:
                start, end = wider
        inside = [
            (role, max(left, start) - start, min(right, end) - start)
            for role, left, right in marks
            if left < end and right > start
        ]
        return {
            "text": text[start:end],
            "start": start,
            "end": end,
            "sentence_id": name,
            "marks": sorted(inside, key=lambda mark: mark[1:]),
        }

    @staticmethod
    def _sentences(bounds: list[tuple[int, int, str]], start: int, end: int) -> tuple[int, int]:
        first = bisect_right(bounds, start, key=lambda sentence: sentence[0]) - 1
        last = bisect_right(bounds, max(start, end - 1), key=lambda sentence: sentence[0]) - 1
        return max(first, 0), max(last, 0)
