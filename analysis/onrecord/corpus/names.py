"""What only the whole corpus tells: that two names are one person's, or one name is two's.

The uses of people's names are gathered from rows in memory, or from a store by SQL; what
follows from them is found in one place, `onrecord.actors.merge_people`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import pyarrow as pa

from onrecord.actors.family import family
from onrecord.actors.merge import merge_people
from onrecord.store.layout import NAMED, NAMES_SCHEMA
from onrecord.store.reading import Reading

# every use of a person's name, as `merge_rows` gathers it
_USES = """
with uses as (
  select article_id, actor as name, null as affiliation, text as written
  from mentions where actor_type = 'person'
  union
  select article_id, speaker, affiliation, null
  from attributions where speaker in (select name from families)
)
select family, article_id, name, affiliation, written
from uses join families using (name) order by all
"""


_BARE = """
select distinct speaker from attributions
where speaker is not null and speaker not like '% %'
  and speaker not in (select actor from mentions where actor_type != 'person')
order by all
"""

# people whom the articles do not all have speak for the same
_SIDED = """
select speaker from attributions where affiliation is not null
group by speaker having count(distinct affiliation) > 1
"""

_WRITTEN = """
with written as (
  select article_id, actor as name from mentions
  union select article_id, speaker from attributions
  union select article_id, affiliation from attributions
  union select article_id, speaker from stances
  union select article_id, target from stances
)
select article_id, name from written semi join wanted using (name) order by all
"""


def merge_rows(
    rows: Mapping[str, list[dict]],
    fixed: Collection[str] = (),
    same: Mapping[str, str] | None = None,
) -> dict[tuple[str, str], str]:
    """Give each person one name in the rows of the tables, in place.

    Args:
        rows: rows of `attributions`, `mentions` and `stances`, as dicts.
        fixed: names that stay as they are.
        same: names that are another one's, by the user's word.

    Returns:
        What was changed, as `merge_people` gives it.
    """
    named = [
        (row["article_id"], row["actor"], None, row["text"])
        for row in rows.get("mentions", ())
        if row["actor_type"] == "person"
    ]
    people = {row[1] for row in named}
    # "Putin himself says" names nobody in full; Ford the maker of cars is nobody's kin
    others = {row["actor"] for row in rows.get("mentions", ()) if row["actor_type"] != "person"}
    bare = {_family(name) for name in people if name}
    people |= bare - others
    named += [
        (row["article_id"], row["speaker"], row.get("affiliation"), None)
        for row in rows.get("attributions", ())
        if row["speaker"] in people
    ]
    countries = {row["actor"] for row in rows.get("mentions", ()) if row["actor_type"] == "country"}
    changes = merge_people(named, fixed, countries)
    for table, columns in NAMED.items():
        for row in rows.get(table, ()):
            for column in columns:
                if name := row.get(column):
                    new = changes.get((row["article_id"], name), name)
                    row[column] = (same or {}).get(new, new)
    return changes


def merged(
    reading: Reading, fixed: Collection[str], same: Mapping[str, str] | None = None
) -> pa.Table:
    """Names of people that become another name, article by article.

    Family by family, so that only one family's names are in memory at a time; people of
    different families are never one.

    Args:
        reading: the store with each article's own names.
        fixed: names that stay as they are.
        same: names that are another one's, by a reviewer's word.
    """
    names = reading.stream("select distinct actor from mentions where actor_type = 'person'")
    bearers: dict[str, list[str]] = {}
    for (name,) in names:
        bearers.setdefault(_family(name), []).append(name)
    for (name,) in reading.stream(_BARE):  # "Putin himself says" names nobody in full
        if name not in bearers.get(name, [name]):
            bearers[name].append(name)
    sided = {name for (name,) in reading.stream(_SIDED)}
    # who is alone with a family name, on one side, cannot be anybody else
    pairs = [
        (name, kin)
        for kin, found in bearers.items()
        if len(found) > 1 or found[0] in sided
        for name in found
    ]
    families = pa.table(
        {
            "name": pa.array([name for name, _ in pairs], pa.string()),
            "family": pa.array([kin for _, kin in pairs], pa.string()),
        }
    )
    countries = {
        name
        for (name,) in reading.stream(
            "select distinct actor from mentions where actor_type = 'country'"
        )
    }
    changes = list(_changes(reading.stream(_USES, families=families), fixed, countries))
    return pa.Table.from_pylist(_as_told(reading, changes, same or {}), schema=NAMES_SCHEMA)


def _as_told(reading: Reading, changes: list[dict], same: Mapping[str, str]) -> list[dict]:
    """The changes with what reviewers say on top."""
    if not same:
        return changes
    told = [{**row, "becomes": same.get(row["becomes"], row["becomes"])} for row in changes]
    known = {(row["article_id"], row["name"]) for row in told}
    wanted = pa.table({"name": pa.array(list(same), pa.string())})
    told += [
        {"article_id": article, "name": name, "becomes": same[name]}
        for article, name in reading.stream(_WRITTEN, wanted=wanted)
        if (article, name) not in known
    ]
    return told


def _family(name: str) -> str:
    words = tuple(name.replace(".", "").split())
    return family(words)[-1] if words else ""


def _changes(
    uses: Iterator[tuple], fixed: Collection[str], countries: Collection[str]
) -> Iterator[dict]:
    for _, rows in groupby(uses, key=itemgetter(0)):
        for (article, name), new in merge_people(
            (row[1:] for row in rows), fixed, countries
        ).items():
            yield {"article_id": article, "name": name, "becomes": new}
