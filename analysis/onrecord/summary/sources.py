"""Who gets to speak: shares of quotes by the gender or the role of their source.

Gender and role come from the table `actors`; "not told" is a class of its own. Where roles are
asked for, a quote whose source names nobody ("officials") is `anonymous`, and one whose speaker was
not found ("he said") is `not resolved`: that is no anonymous source. Shares are those of quotes, of
the words in them, or of the quote that stands first in each article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.lexicon.model import GENDERS, ROLES
from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.summary.shares import divided, shares
from onrecord.tables import Tables

OF = ("gender", "role")
COUNTS = ("quotes", "words", "first quotes")
BY = ("all", "outlet", "day", "week", "month")
NOT_TOLD, ANONYMOUS, NOT_RESOLVED = "not told", "anonymous", "not resolved"
NOBODY = (ANONYMOUS, NOT_RESOLVED)  # classes of quotes without a named speaker
CLASSES = {"gender": (*GENDERS, NOT_TOLD), "role": (*ROLES, *NOBODY, NOT_TOLD)}
KNOWN = """
    select actor, bool_or(actor_type = 'person') as person, any_value(gender) as gender,
        any_value(role) as role
    from actors group by actor"""
WORDS = "len(string_split_regex(trim(content), '\\s+'))"


def sources(
    tables: Tables,
    of: str = "role",
    *,
    by: str = "all",
    count: str = "quotes",
    target: Mapping[str, float] | None = None,
    backed: bool = True,
) -> pd.DataFrame:
    """Shares of sources, each with its interval and the quotes behind it.

    Args:
        tables: an analysis, whole or selected.
        of: `gender` of the persons that are quoted by name, or `role` of every source.
        by: `all`, `outlet`, or `day`, `week`, `month` of publication; articles without the
            outlet or the day are then left out.
        count: `quotes`, `words` in them, or `first quotes`: each article's first.
        target: the share wanted of a class, 0..1, beside which it is set.
        backed: with the quotes behind each share; without, `evidence` is empty.

    Returns:
        The group (`whole`, `outlet` or `start`), `of`, count, articles, total, share (0..1),
        low, high, evidence; with a target `target` (missing where none is set) and `beyond`,
        share less target; by time `before`, the share of the period before.

    Raises:
        AnalysisError: `of`, `by` or `count` is none of these, or `target` no class of `of`.
    """
    known(by, BY, "by")
    said, weight = classed(tables, of, count)
    column = by
    if by == "all":
        said, column = said.valued("whole", "'all'", again=False), "whole"
    elif by != "outlet":
        said, column = said.begun(by), "start"
    made = shares(said, column, of, weight=weight, backed=backed)
    if column == "start":
        made = _before(made, of)
    return made if target is None else beside_target(made, of, target)


def classed(tables: Tables, of: str, count: str = "quotes") -> tuple[Counted, str | None]:
    """What is shared out, with a column of the classes; and what a row weighs, for `shares`.

    Args:
        tables: an analysis, whole or selected.
        of: as for `sources`.
        count: as there.

    Raises:
        AnalysisError: `of` or `count` is not known.
    """
    known(of, OF, "of")
    known(count, COUNTS, "count")
    said = _classed(rows(tables, "quotes"), of)
    if count == "first quotes":
        first = "qualify row_number() over (partition by art order by place) = 1"
        said = replace(said, source=f"select * from ({said.source}) {first}")
    return said, "words" if count == "words" else None


def source_audit(tables: Tables) -> pd.DataFrame:
    """Gender and role together, of quotes, of the words in them and of first quotes.

    Args:
        tables: an analysis, whole or selected.

    Returns:
        of (gender, then role), class, count, articles, total, share (0..1), low, high and
        evidence, as `sources` tells them of quotes; words and first, the shares of the words and
        of the first quotes, each with its `_low` and `_high`.
    """
    said = rows(tables, "quotes")
    each = [_told(said, of, "class").valued("of", f"'{of}'", again=False).source for of in OF]
    said = replace(said, source=" union all ".join(f"select * from ({one})" for one in each))
    first = "(row_number() over (partition by of, art order by place) = 1)::int"
    said = said.valued("words", WORDS, again=False).valued("first", first, again=False)
    made = divided(said.settled("_sourced"), "of", "class", {"words": "words", "first": "first"})
    return made.sort_values("of", kind="stable", ignore_index=True)


def beside_target(made: pd.DataFrame, of: str, target: Mapping[str, float]) -> pd.DataFrame:
    """Shares with the columns `target` and `beyond`, as `sources` describes them.

    Raises:
        AnalysisError: a class is not known.
    """
    for each in target:
        known(each, CLASSES[of], "target")
    made["target"] = made[of].map(target).astype(float)
    made["beyond"] = made.share - made.target
    return made


def told(tables: Tables, of: str) -> tuple[int, int]:
    """In how many quotes the class of the source is told, and of how many.

    Args:
        tables: an analysis, whole or selected.
        of: `gender`, of quotes by persons who are named; `role`, of quotes by a named source.
    """
    said, _ = classed(tables, of)
    counts = said.counts([of], n=said.each).set_index(of).n
    counts = counts.drop(list(NOBODY), errors="ignore")
    return int(counts.drop(NOT_TOLD, errors="ignore").sum()), int(counts.sum())


def known(given: str, names: Sequence[str], what: str) -> None:
    """Refuse a choice that there is not.

    Raises:
        AnalysisError: `given` is none of `names`.
    """
    if given not in names:
        raise AnalysisError(f"{what}={given!r} is not known; it is one of {', '.join(names)}.")


def _classed(said: Counted, of: str) -> Counted:
    # asked for shares of three kinds, by group and as a whole
    return _told(said, of, of).valued("words", WORDS, again=False).settled(f"_by_{of}")


def _told(said: Counted, of: str, column: str) -> Counted:
    """Quotes with the class of their source in a column; of gender those by named persons."""
    said.part.keep("_known", KNOWN)  # a look-up in every row would be planned anew each time
    told = f"coalesce(k.{of}, '{NOT_TOLD}')"
    if of == "gender":
        return said.beside("_known", "k.actor = r.speaker and k.person", column, told)
    told = (
        f"case when r.speaker is not null then {told} "
        f"when r.resolved_by = 'anonymous' then '{ANONYMOUS}' else '{NOT_RESOLVED}' end"
    )
    return said.beside("_known", "k.actor = r.speaker", column, told, every=True)


def _before(made: pd.DataFrame, of: str) -> pd.DataFrame:
    """In order of time, with the share of the same class in the period before."""
    if made.empty:
        return made.assign(before=made.share.astype(float))
    wide = made.pivot(index="start", columns=of, values="share").sort_index()
    # a class that a period lacks had no share in it
    earlier = wide.fillna(0.0).shift().stack().rename("before")
    made = made.sort_values(["start", "count"], ascending=[True, False], kind="stable")
    if made.empty:  # pandas joins no empty columns of text
        return made.assign(before=pd.Series(dtype="float64"))
    return made.join(earlier, on=["start", of]).reset_index(drop=True)
