"""The rows of a page as columns of whole numbers: what its script counts from.

`selection.js` and the scripts beside the summaries count the same numbers from them. Names
stand once in `names`; a column holds their places there, -1 where none is known. Numbers are
in whole units of 1 / `UNIT`, as `intervals` counts them, `UNKNOWN` where there is none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

import pandas as pd

from onrecord.summary.affiliations import FOR
from onrecord.summary.camps import camps
from onrecord.summary.copies import also, copies
from onrecord.summary.intervals import UNIT
from onrecord.summary.reply import SURE
from onrecord.summary.selection import fitting, select
from onrecord.summary.sources import KNOWN, WORDS
from onrecord.summary.units import APART, KEPT, TOLD
from onrecord.tables import Tables

UNKNOWN = -99_999  # in a column of units
SHARDS = 256  # the most files that the sentences of a site lie in


def compact(
    whole: Tables,
    asked: dict[str, object],
    shown: Tables | None = None,
    more: Mapping[str, Callable[[Tables], dict[str, object]]] | None = None,
) -> dict[str, object]:
    """The rows of a page, copies of a story and what is negated included.

    Args:
        whole: the analysis.
        asked: what the page was selected by, as `select` takes it, or its one `article`.
        shown: the rows that the page shows, where they are at hand: they hold no copies, and
            are taken where there are none.
        more: what else is carried by its name, made from the rows of the page: `issues` by
            `summary.about`, `repeats` by `onrecord.repeats.carried`.

    Returns:
        asked; affiliations and sides (the user's word); names; people (speakers of whom
        anything is told: who, person, gender, role); what `more` makes; articles (id, title,
        outlet, published, url, story, also, shard, told and tones: how many sentences the
        narrator has, and the sum of their tones); statements,
        quotes and mentions, each a dict of columns in the order of the tables, `art` the place
        of the article in `articles`.
    """
    part = shown if shown is not None and _alone(whole, asked, shown) else _part(whole, asked)
    names: dict[str, int] = {}
    ids = _articles(whole, part)
    listed = whole.listed.reset_index(drop=True)
    listed = listed[listed.article_id.isin(ids)]
    place = pd.Series(range(len(listed)), index=listed.article_id)
    # a selection numbers its articles anew
    numbered = part.part.listed.article_id
    made: dict[str, object] = {"asked": _plain(asked)}
    made["apart"] = APART
    made["affiliations"] = whole.provenance.get("affiliations") or {}
    made["sides"] = camps(whole.actors)
    made["articles"] = _facts(whole, part, listed, names)
    people = part.part.ask(PEOPLE)
    made["people"] = {name: _column(people[name], names) for name in people}
    queries = {"statements": STATEMENTS, "quotes": QUOTES, "mentions": MENTIONS}
    for kind, query in queries.items():
        if kind in KEPT:
            part.part.keep(*KEPT[kind], by="attribution_id")
        rows = part.part.ask(query)
        if kind == "statements":
            rows["label"] = part.part.label("stances", rows.place.to_numpy(), rows.art.to_numpy())
        of = place.reindex(numbered.to_numpy()[rows.art.to_numpy()])
        rows = rows.assign(art=of.to_numpy()).drop(columns="place")
        made[kind] = {name: _column(rows[name], names) for name in rows}
    made |= {name: make(part) for name, make in (more or {}).items()}
    made["names"] = list(names)
    return made


def shard(article: str) -> int:
    """In which file of a site the sentences of an article lie; it never changes."""
    return hashlib.sha256(article.encode("utf-8", "replace")).digest()[0] % SHARDS


def _part(whole: Tables, asked: dict[str, object]) -> Tables:
    if "article" in asked:
        ids = whole.listed.article_id
        return whole.narrowed(ids[ids == asked["article"]])
    return select(whole, **{**asked, "copies": True})  # type: ignore[arg-type]


def _alone(whole: Tables, asked: dict[str, object], shown: Tables) -> bool:
    """Whether no copy of a story is left out of what is shown."""
    # asked in the way in which the page was
    if "article" in asked or bool(asked.get("copies")) or copies(whole).empty:
        return True
    every = fitting(whole, **{**asked, "copies": True})  # type: ignore[arg-type]
    return len(every) == len(shown.listed)


def _articles(whole: Tables, part: Tables) -> set[str]:
    """The articles of the page, and those that tell the same stories."""
    ids = set(part.listed.article_id)
    if whole.stories is None or whole.stories.empty:
        return ids
    told = whole.stories[whole.stories.article_id.isin(ids)].story_id
    return ids | set(whole.stories[whole.stories.story_id.isin(told)].article_id)


def _facts(whole: Tables, part: Tables, listed: pd.DataFrame, names: dict[str, int]) -> dict:
    told = part.part.ask(
        f"select article_id, count(*) as told, sum(floor(polarity * {UNIT} + 0.5)::bigint)::bigint "
        "as tones from sentences where voice = 'narrator' group by article_id"
    ).set_index("article_id")
    told = told.reindex(listed.article_id).fillna(0).astype("int64")
    made = {
        "id": listed.article_id.tolist(),
        "title": [_text(title) for title in listed.title],
        "outlet": _column(listed.outlet, names),
        "published": [None if pd.isna(day) else day.isoformat() for day in listed.published],
        "url": [_text(address) for address in listed.url],
        "shard": [shard(name) for name in listed.article_id],
        "told": told.told.tolist(),
        "tones": told.tones.tolist(),
    }
    if whole.stories is not None and not whole.stories.empty:
        story = whole.stories.drop_duplicates("article_id").set_index("article_id").story_id
        of = listed.article_id.map(story).fillna(listed.article_id)
        made["story"] = pd.factorize(of)[0].tolist()
        made["also"] = also(whole, listed).tolist()
    return made


def _column(values: pd.Series, names: dict[str, int]) -> list[int]:
    if pd.api.types.is_numeric_dtype(values.dtype) or pd.api.types.is_bool_dtype(values.dtype):
        return values.fillna(UNKNOWN).astype("int64").tolist()
    return [-1 if pd.isna(v) else names.setdefault(v, len(names)) for v in values]


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)


def _plain(asked: dict[str, object]) -> dict[str, object]:
    return {name: value if name == "copies" else str(value) for name, value in asked.items()}


def _units(value: str) -> str:
    return f"floor(({value}) * {UNIT} + 0.5)::bigint"


CODE = {"none": 0, "favor": 1, "against": 2}
CODED = " ".join(f"when '{name}' then {number}" for name, number in CODE.items())
NARRATED = TOLD.replace("attribution_id", "r.attribution_id").replace("speaker", "r.speaker")
# a voice of its own, so that no chart counts it and the drawer still has it
OUTCOME = "when coalesce(r.portrayal, '') = 'outcome' then 3" if APART else ""
STATEMENTS = f"""
    with said as (
        select attribution_id, min(number) as number from (
            select attribution_id, row_number() over (order by art, place) - 1 as number
            from attributions) group by attribution_id)
    select r.art, r.place, case {OUTCOME} when {NARRATED} then 0
            when r.speaker is not null then 1 else 2 end as voice,
        r.speaker, r.target, {_units("r.favor - r.against")} as score,
        case r.label {CODED} end as stance,
        (r.label = 'against' and r.against >= {SURE} and r.speaker is not null)::int as harsh,
        coalesce(said.number, -1) as quote
    from stances as r left join said using (attribution_id) order by r.art, r.place"""
QUOTES = f"""
    select art, place, substr(attribution_id, length(article_id) + 1) as suffix, speaker,
        affiliation, kind, cue_class, (factuality = 'negated')::int as negated,
        (factuality = 'hedged')::int as hedged, clause::int as clause,
        {_units("polarity")} as tone,
        coalesce(regexp_matches(source, '{FOR}'), false)::int as spokes,
        _shared::int as shared, {WORDS}::int as words,
        coalesce(resolved_by = 'anonymous', false)::int as anonymous
    from attributions join _worded using (place) order by art, place"""
PEOPLE = f"""
    select actor as who, person::int as person, gender, role from ({KNOWN})
    where actor in (select speaker from attributions) and (person or role is not null)
    order by actor"""
MENTIONS = """
    select art, min(place) as place, actor, arg_min(actor_type, place) as type, count(*) as times
    from mentions group by art, actor order by art, min(place)"""
