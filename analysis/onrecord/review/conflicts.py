"""Where reviewers differ, as statements to settle and as lines to read."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.corrections import Correction
from onrecord.corrections.settle import Answer, Conflict
from onrecord.corrections.settle import Statement as Asked
from onrecord.review.agreement import conflicts
from onrecord.review.statements import Statement
from onrecord.safe import line
from onrecord.tables import Tables

SHOWN = 60  # characters of the words


def conflicting(tables: Tables, said: Iterable[Correction]) -> list[Statement]:
    """Statements on which reviewers differ, as the first of them saw each.

    Args:
        tables: the analysis, for the articles' texts.
        said: all answers, oldest first.
    """
    given: dict[Asked, Correction] = {}
    for conflict in conflicts(said):
        given.setdefault(conflict.question.statement, conflict.answers[0].given)
    texts = tables.articles.set_index("article_id").text
    return [
        Statement(_id(each), each.article, texts[each.article.id], each.words, each.was)
        for each in given.values()
        if each.article is not None and each.article.id in texts.index
    ]


def told(conflict: Conflict) -> str:
    """One line about a conflict."""
    first = conflict.answers[0].given
    words = line(" ".join(anchor.text for anchor in first.words))
    words = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    said = "; ".join(f"{line(each.given.who)}: {_value(each)}" for each in conflict.answers)
    return f"{conflict.question.name} of {words}  {said}"


def names_of(tables: Tables) -> list[str]:
    """Names of an analysis, those that speak most first."""
    return list(
        tables.sql(
            "select name from (select speaker as name, 2 as weight from attributions "
            "where speaker is not null union all select actor, 1 from mentions) "
            "group by name order by sum(weight) desc, name"
        ).name
    )


def _id(given: Correction) -> str:
    return f"{given.article.id if given.article else ''}-{given.words[0].start}"


def _value(answer: Answer) -> str:
    name, value = answer.question.name, answer.value
    if name == "quote":
        return "a quote" if value else "no quote"
    if name == "words":
        spans = answer.given.now.get("content") or [a.json() for a in answer.given.words]
        return line(" … ".join(str(each["text"]) for each in spans))[:SHOWN]
    if isinstance(value, tuple):
        return line(", ".join(map(str, value))) or "nobody known"
    return line(str(value))
