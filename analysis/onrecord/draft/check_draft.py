"""`check_draft()`: every quotation of a draft held against a corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import pandas as pd

from onrecord.draft.in_texts import in_texts
from onrecord.draft.one_speaker import one_speaker
from onrecord.draft.quotations import quotations
from onrecord.draft.treated import firm, shown, treated
from onrecord.repeats.candidates import between
from onrecord.repeats.same import quoted, same, telling
from onrecord.summary.observed import rows
from onrecord.tables import Tables
from onrecord.wording import tokens

COLUMNS = [
    "path", "start", "end", "speaker", "words", "how", "same_speaker", "said_by", "printed",
    "differs", "where", "articles", "article_id", "attribution_id", "outlet", "published", "title",
]  # fmt: skip
_ASKED = """
    select attribution_id, article_id, published, speaker, kind, content from ({source})
    where kind <> 'indirect' order by published nulls last, art, place"""
LEAST = 4  # words of a quotation that is looked for
_HOW = {"exact": 0, "cut": 1, "longer": 2, "changed": 3}
_WHO = {"same": 0, "unknown": 1, "other": 2}


def check_draft(draft: Tables, against: Tables) -> pd.DataFrame:
    """Whether what a draft quotes is on record: word for word, and by whom.

    Each quotation is held against the quotations of a corpus, whoever speaks, as `repeats`
    compares them, and its exact words are looked for in the texts where none is faithful. Of
    several versions the most faithful is shown, one of the same speaker first. An article of
    the corpus that is the draft itself does not count.

    Args:
        draft: its analysis, as `onrecord.analyse(onrecord.load("draft.docx"))` gives it.
        against: the analysis of the corpus.

    Returns:
        A row per quotation in the draft's order: path, start, end (offsets in the draft's
        text), speaker (as the draft has it), words; how (`exact`, `cut`, `longer`, `changed`,
        `missing`, or `short`: too few words to tell), same_speaker (`same`, `other`,
        `unknown`), and of the version on record said_by, printed, differs (printed words
        [-left out-], the draft's {+own+}), where (`quotation`, or `text`: not found in
        quotation marks), articles (how many have a version), article_id, attribution_id,
        outlet, published, title.

    >>> len(check_draft(Tables.empty(), Tables.empty()))
    0
    """
    asked = quotations(draft)
    own = set(draft.articles.article_id)
    enough = [telling(words) for words in _words(asked.words)]
    said = _said(against, own)
    names = {*asked.speaker.dropna(), *said.said_by.dropna()}
    alike = _alike(asked.words, said.printed)
    made = []
    for n, row in enumerate(asked.to_dict("records")):
        found = list(_versions(row, said.iloc[alike.get(n, [])], names))
        least = len(tokens(row["words"])) >= LEAST
        if least and all(_HOW[each["how"]] > 1 for each in found):
            found += _elsewhere(row, against, said, names, own)
        if not found:
            found = [{"how": "missing" if least or enough[n] else "short"}]
        best = min(found, key=_order) if len(found) > 1 else found[0]
        made.append({**row, **best})
    table = pd.DataFrame(made).drop(columns=["article_id"], errors="ignore")
    return _listed(table.rename(columns={"on_record": "article_id"}), against)


def _alike(words: pd.Series, printed: pd.Series) -> dict[int, list[int]]:
    """For each quotation of the draft, by place, the places of those that are the same words."""
    found: dict[int, list[int]] = {}
    for a, b in between(_words(words), _words(printed)).tolist():
        if same(words.iloc[a], printed.iloc[b]):
            found.setdefault(a, []).append(b)
    return found


def _words(texts: pd.Series) -> list[list[str]]:
    return [[token.word for token in tokens(text)] for text in texts]


def _said(against: Tables, own: Collection[str]) -> pd.DataFrame:
    """The quotations on record, the earliest first."""
    asked = rows(against, "quotes", negated=True, copies=True)
    said = asked.ask(_ASKED.format(source=asked.source))
    said = said[~said.article_id.isin(own)].reset_index(drop=True)
    said["printed"] = [quoted(c, k) for c, k in zip(said.content, said.kind, strict=True)]
    return said.rename(columns={"speaker": "said_by", "article_id": "on_record"})


def _versions(
    row: dict[str, Any], alike: pd.DataFrame, names: Collection[str]
) -> Iterator[dict[str, Any]]:
    """What a draft's quotation is beside each of some quotations on record."""
    for each in alike.itertuples():
        how = treated(row["words"], each.printed)
        who = one_speaker(row["speaker"], each.said_by, names)
        if _HOW[how] > 1 and who != "same" and not firm(row["words"], each.printed):
            continue
        yield {
            "how": how, "said_by": each.said_by, "printed": each.printed, "where": "quotation",
            "same_speaker": who,
            "differs": "" if how == "exact" else shown(row["words"], each.printed),
            "articles": alike.on_record.nunique(), "on_record": each.on_record,
            "attribution_id": each.attribution_id,
        }  # fmt: skip


def _order(found: dict[str, Any]) -> tuple[bool, int, int, int]:
    """The most faithful first, one of the same speaker before all others."""
    how = _HOW[found["how"]]
    return how > 1, _WHO[found["same_speaker"]], how, len(found["differs"])


def _elsewhere(
    row: dict[str, Any],
    against: Tables,
    said: pd.DataFrame,
    names: Collection[str],
    own: Collection[str],
) -> Iterator[dict[str, Any]]:
    """Where the same words stand without being alike enough, or outside of quotation marks."""
    places = in_texts(row["words"], against, own)
    short = said[said.on_record.isin(places.article_id)]
    faithful = [_HOW[treated(row["words"], printed)] < 2 for printed in short.printed]
    if any(faithful):
        yield from _versions(row, short[faithful], names)
    elif len(places):
        first = places.iloc[0]
        yield {
            "how": "exact", "said_by": first.speaker, "printed": first.words, "where": "text",
            "same_speaker": one_speaker(row["speaker"], first.speaker, names), "differs": "",
            "articles": places.article_id.nunique(), "on_record": first.article_id,
            "attribution_id": first.attribution_id,
        }  # fmt: skip


def _listed(table: pd.DataFrame, against: Tables) -> pd.DataFrame:
    """With outlet, day and title of the articles on record."""
    table = table.reindex(columns=COLUMNS)
    listed = against.listed.set_index("article_id").reindex(table.article_id)
    for name in ("outlet", "published", "title"):
        table[name] = listed[name].to_numpy()
    table["articles"] = table.articles.fillna(0).astype("int64")
    return table
