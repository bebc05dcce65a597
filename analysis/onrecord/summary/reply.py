"""Right of reply: who is criticised in an article, and who of them is quoted there."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.filed import Filed, replies
from onrecord.summary.observed import rows, statements
from onrecord.tables import Tables

SURE = 0.6  # probability of `against` above which a statement counts as criticism


def right_of_reply(tables: Tables, *, sure: float = SURE) -> pd.DataFrame:
    """Actors criticised in an article, and whether they are quoted in it.

    An actor is quoted where they speak themselves or where a speaker is affiliated with
    them: Russia answers through its minister. What is negated or anonymous is no reply.

    Args:
        tables: an analysis, whole or selected. Replies are looked for in it, so select by
            outlet or day before, not by speaker.
        sure: probability of `against` from which a statement is criticism, 0..1.

    Returns:
        A row per article and actor: article_id, title, outlet, published, actor, count
        (critical statements), critics (their tellers), quoted (bool), evidence; articles
        with the most criticism first.
    """
    harsh = statements(tables)
    harsh = harsh[harsh.label.eq("against") & harsh.against.ge(sure)]
    of = harsh.groupby(["article_id", "target"], sort=False)
    made = of.agg(
        title=("title", "first"),
        outlet=("outlet", "first"),
        published=("published", "first"),
        count=("evidence_id", "size"),
        critics=("teller", lambda names: tuple(sorted(set(names)))),
        evidence=("evidence_id", " ".join),
    ).reset_index()
    said = tables.attributions[tables.attributions.factuality.ne("negated")]
    voices = set(zip(said.article_id, said.speaker, strict=True))
    voices |= set(zip(said.article_id, said.affiliation, strict=True))
    pair = zip(made.article_id, made.target, strict=True)
    made["quoted"] = pd.Series([one in voices for one in pair], dtype=bool, index=made.index)
    made = made.rename(columns={"target": "actor"})
    columns = ["article_id", "title", "outlet", "published", "actor", "count", "critics"]
    made = made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
    return made[[*columns, "quoted", "evidence"]]


def answered(tables: Tables, *, sure: float = SURE) -> pd.DataFrame:
    """In how many articles an actor is criticised, and is quoted there or not.

    Args:
        tables: as for `right_of_reply`, which tells each of the articles.
        sure: as there.

    Returns:
        actor, quoted (bool), articles, evidence; what is criticised most in an article first.
    """
    harsh = rows(tables, "statements")
    if isinstance(harsh, Filed):
        return replies(harsh, sure)
    made = right_of_reply(tables, sure=sure)
    of = made.groupby(["actor", "quoted"], sort=False)
    return of.agg(articles=("article_id", "size"), evidence=("evidence", " ".join)).reset_index()
