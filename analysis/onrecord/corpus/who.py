"""The table `actors`: what all articles together tell of each actor; the user's word wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from onrecord import schema
from onrecord.actors import Actor
from onrecord.store.database import of_frames

AGREE = 0.8  # share of the articles that must give the same gender
MOST = 12  # descriptions, affiliations and countries listed of one actor
# column of the table -> column of `profiles` that it lists
LISTED = {"descriptions": "descriptions", "affiliations": "affiliation", "countries": "countries"}

# the surest way in which any article knows it decides; of that, most articles must agree
_GENDER = f"""
with known as (
    select actor, gender, gender_by, case gender_by when 'user' then 0 when 'known' then 2
        when 'given name' then 3 else 1 end as tier, count(*) as n
    from profiles where gender is not null group by all),
best as (select k.* from known as k semi join
    (select actor, min(tier) as tier from known group by actor) as b
    on b.actor = k.actor and b.tier = k.tier),
each as (select actor, gender, sum(n) as n, arg_max(gender_by, (n, gender_by)) as gender_by
    from best group by actor, gender)
select actor, arg_max(gender, n) as gender, arg_max(gender_by, n) as gender_by
from each group by actor having max(n) >= {AGREE} * sum(n)
"""
_ROLE = """
select actor, arg_max(role, (n, role)) as role from (
    select actor, role, count(*) as n from profiles where role is not null group by all)
group by actor
"""
_BASE = """
select p.actor, mode(p.actor_type order by p.actor_type) as actor_type,
    count(distinct p.article_id) as articles, min(a.published) as first_seen
from profiles as p join articles as a using (article_id) group by p.actor
"""


def _listed(column: str) -> str:
    return f"""
        select actor, string_agg(what || ' (' || n || ')', '; ' order by n desc, what) as listed
        from (select actor, what, count(distinct article_id) as n,
                row_number() over (partition by actor order by n desc, what) as place
            from (select actor, article_id, unnest(string_split({column}, '; ')) as what
                from profiles where {column} is not null)
            where what <> actor group by actor, what)
        where place <= {MOST} group by actor"""


def _every() -> str:
    """All of it in one question: a small corpus asks sooner than a question is understood."""
    listed = {name: f"listed_{name}" for name in LISTED}
    shown = "".join(f", {of}.listed as {name}" for name, of in listed.items())
    beside = "".join(
        f" left join ({_listed(LISTED[name])}) as {of} on {of}.actor = base.actor"
        for name, of in listed.items()
    )
    return f"""
        select base.*, gender, gender_by, role{shown} from ({_BASE}) as base
        left join ({_GENDER}) as known on known.actor = base.actor
        left join ({_ROLE}) as roles on roles.actor = base.actor {beside}
        order by base.articles desc, base.actor"""


def who_in(
    profiles: pd.DataFrame, articles: pd.DataFrame, said: Mapping[str, Actor]
) -> Callable[[], pd.DataFrame]:
    """Counts the table `actors` of tables in memory, as they are now; all of one connection."""
    # whatever is done to the tables until then, these stay as they are
    profiles, articles = profiles.copy(deep=False), articles[["article_id", "published"]]

    def count() -> pd.DataFrame:
        with of_frames().connect() as connection:
            connection.register("profiles", profiles)
            connection.register("articles", articles)
            return who(lambda query: connection.execute(query).df(), said)

    return count


def who(ask: Callable[[str], pd.DataFrame], said: Mapping[str, Actor]) -> pd.DataFrame:
    """The table `actors`, the busiest first.

    Args:
        ask: answers a question in SQL over the tables `profiles` and `articles`.
        said: the user's own actors, by name.
    """
    made = ask(_every()).set_index("actor").assign(side=None)
    for name, actor in said.items():
        if name in made.index:
            for column in ("side", "role", "gender"):
                if value := getattr(actor, column):
                    made.loc[name, column] = value
            if actor.gender:
                made.loc[name, "gender_by"] = "user"
    made = made.reset_index()[schema.names("actors")]
    return schema.frame("actors", made.to_dict("records") if len(made) else None)
