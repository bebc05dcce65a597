"""What is counted, in SQL: statements, quotes, sentences, mentions and articles.

Every row has `place` (its order), `art` and `article_id`, and its article's `outlet`,
`published` and `fresh`; see `onrecord.store.Part`.
"""

from __future__ import annotations

from onrecord import schema
from onrecord.summary.clauses import clause

NEGATED = "(select attribution_id from attributions where factuality = 'negated')"
TOLD = "attribution_id is null and speaker is null"  # the narrator speaks
QUOTE = r"regexp_replace(attribution_id, '\.\d+$', '')"
SHARED = rf"(select {QUOTE} from attributions where regexp_matches(attribution_id, '\.\d+$'))"

# where the reader tells outcomes (a win, a charge) from evaluation, they are no coverage
APART = "portrayal" in schema.names("stances")
OUTCOME = "coalesce(portrayal, '') = 'outcome'" if APART else "false"

# what their words say of quotes takes long to find out, so a part keeps it
KEPT = {
    "quotes": (
        "_worded",
        f"""
        select place, {clause("content")} as clause, {QUOTE} in {SHARED} as _shared
        from attributions""",
    )
}
# attributed statements without a known speaker are left out; `_shared`: a quote of several
VIEWS = {
    "statements": f"""
        select *, favor - against as score,
            greatest(favor, against, none) as probability,
            case when {TOLD} then 'narrator' else 'speaker' end as voice,
            case when {TOLD} then coalesce('Narrator of ' || outlet, 'Narrator') else speaker end
                as teller,
            attribution_id is not null and attribution_id in {NEGATED} as negated,
            {OUTCOME} as outcome
        from stances where attribution_id is null or speaker is not null""",
    "quotes": f"""
        select *, factuality = 'negated' as negated,
            case when contains(attribution_id, '.') then {QUOTE} else attribution_id end
                as quote_id
        from attributions join _worded using (place)""",
    "sentences": "select * from sentences",
    "mentions": "select * from mentions",
    "articles": "select * from articles",
}
# table of the rows' labels, and the letter before them in evidence ids
LABELS = {"statements": ("stances", "s"), "sentences": ("sentences", "t")}
TABLE = {"statements": "stances", "quotes": "attributions"}
