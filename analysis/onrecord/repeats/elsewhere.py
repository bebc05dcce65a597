"""What became of one article's quotations in other articles."""

from __future__ import annotations

import pandas as pd

from onrecord.repeats.repeats import repeats
from onrecord.repeats.same import same
from onrecord.summary.copies import also, counting, first_copies
from onrecord.tables import Tables
from onrecord.wording import tokens

COLUMNS = [
    "own_id", "own_words", "attribution_id", "article_id", "outlet", "published", "title",
    "how", "words", "also",
]  # fmt: skip


def elsewhere(tables: Tables, article: str) -> pd.DataFrame:
    """Where the quotations of an article stand as well, and how they differ there.

    Args:
        tables: the whole analysis.
        article: an `article_id`. Of other stories the earliest copy is looked at; copies of
            the article's own story are none.

    Returns:
        A row per quotation of the article and other article that has its words, in order of
        publication: own_id, own_words, attribution_id, article_id, outlet, published, title, how
        (`exact`; `cut`: words are left out there; `fuller`: they are left out here; `changed`),
        words (as quoted there), also (outlets that ran a copy). Quotations of sources without a
        name are compared with those of this article's speakers alone.
    """
    listed = tables.listed
    own = listed[listed.article_id == article]
    names = tables.narrowed(own.article_id).part.ask(
        "select distinct speaker from attributions where speaker is not null"
    )
    found = repeats(_compared(tables, article), speakers=names.speaker.tolist())
    kept = found[found.repeat_id.isin(found.repeat_id[found.article_id == article])]
    here = kept[kept.article_id == article][["repeat_id", "attribution_id", "words"]]
    here = here.set_axis(["repeat_id", "own_id", "own_words"], axis=1)
    made = kept[kept.article_id != article].merge(here, on="repeat_id", validate="many_to_one")
    made["how"] = [_how(a, b) for a, b in zip(made.own_words, made.words, strict=True)]
    listing = listed.set_index("article_id").reindex(made.article_id).reset_index()
    made["also"] = also(tables, listing).to_numpy()
    return made[COLUMNS].reset_index(drop=True)


def _compared(tables: Tables, article: str) -> Tables:
    """An article and all others, of each other story the earliest copy."""
    listed = tables.listed
    own = listed[listed.article_id == article]
    others = listed[~listed.article_id.isin(_story(tables, article))]
    ids = pd.concat([own, first_copies(others, tables)]).article_id
    # what all articles compare, most of them compare
    whole = counting(tables)
    same = len(ids) == len(whole.listed) and set(ids) == set(whole.listed.article_id)
    return whole if same else tables.narrowed(ids)


def _story(tables: Tables, article: str) -> set[str]:
    """The articles that tell the same story in nearly the same words, this one included."""
    told = tables.stories
    if told is None or told.empty:
        return {article}
    own = told.story_id[told.article_id == article]
    return {article, *told.article_id[told.story_id.isin(own)]}


def _how(own: str, other: str) -> str:
    found = same(own, other)
    if found is None or found.how == "changed":
        return "changed"
    if found.how == "cut" and len(tokens(other)) > len(tokens(own)):
        return "fuller"
    return found.how
