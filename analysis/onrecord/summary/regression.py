"""Statements as a table for regressions: a row each, with everything that could explain it."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.observed import rows
from onrecord.tables import Tables

_ASKED = """
    select s.article_id as article, s.outlet, s.published::date::timestamp as day,
        year(s.published)::bigint as year, month(s.published)::bigint as month,
        s.voice, s.teller, s.speaker, p.gender as speaker_gender, p.role as speaker_role,
        p.side as speaker_side, a.affiliation as speaker_affiliation,
        s.target, t.actor_type as target_type, t.side as target_side,
        (p.side = t.side)::int::bigint as same_side,
        a.kind, a.cue_class, len(string_split_regex(trim(a.content), '\\s+'))::bigint as words,
        s.score, s.favor, s.against, (s.label = 'favor')::int::bigint as is_favor,
        (s.label = 'against')::int::bigint as is_against, s.probability
    from ({source}) as s
        left join (select attribution_id, any_value(kind) as kind, any_value(content) as content,
            any_value(cue_class) as cue_class, any_value(affiliation) as affiliation
            from attributions group by attribution_id) as a using (attribution_id)
        left join actors as p on p.actor = s.speaker
        left join actors as t on t.actor = s.target
    order by s.place"""


def regression(tables: Tables) -> pd.DataFrame:
    """Every statement that counts, with what is known of its speaker, target, outlet and day.

    Errors of one article's statements are not independent: cluster by `article`.

    Args:
        tables: an analysis, whole or selected; each story counts once.

    Returns:
        article, outlet, day, year, month; voice, teller, speaker, speaker_gender, speaker_role,
        speaker_side, speaker_affiliation; target, target_type, target_side, same_side (1 or 0;
        missing where a side is not told); kind, cue_class, words (of the quote; these missing
        where the narrator speaks); score (-1..1), favor, against (0..1), is_favor, is_against
        (1 or 0), probability (of the label).
    """
    told = rows(tables, "statements")
    return told.ask(_ASKED.format(source=told.source))
