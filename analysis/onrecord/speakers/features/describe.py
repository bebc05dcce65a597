"""All features of all candidates of one source."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.speakers.asked import Asked
from onrecord.speakers.candidates import Candidate
from onrecord.speakers.context import Context
from onrecord.speakers.features.fits import fits_features
from onrecord.speakers.features.inside import inside_features
from onrecord.speakers.features.near import near_features, recency
from onrecord.speakers.features.source import source_features
from onrecord.speakers.features.turns import turn_features
from onrecord.speakers.signed import writer

Features = dict[str, float]


def describe_candidates(
    context: Context,
    asked: Asked,
    found: Sequence[Candidate],
    outer: tuple[str, ...] | None = None,
) -> tuple[Features, list[Features]]:
    """Features of a source and of each of its candidates.

    Args:
        context: the article.
        asked: the source.
        found: its candidates.
        outer: speakers of the attribution that holds it; None where there is none.

    Returns:
        Those of the source, which hold for every candidate, and those of each candidate.
    """
    ranks = recency(context, asked)
    known: dict[str, Features] = {}
    wrote = writer(context, asked)
    rows = []
    for candidate in found:
        row: Features = {f"candidate {candidate.how}": 1.0}
        members = candidate.members
        for name in members:
            if name not in known:
                known[name] = (
                    inside_features(context, asked, name)
                    | near_features(context, asked, name, ranks)
                    | fits_features(context, asked, name)
                )
            for feature, value in known[name].items():
                row[feature] = row.get(feature, 0.0) + value / len(members)
        if len(members) > 1:
            row[f"members {min(len(members), 4)}"] = 1.0
        row |= turn_features(context, asked, candidate, outer)
        if wrote is not None and candidate.names == (wrote,):
            row["writes"] = 1.0
        rows.append(row)
    _compare(found, rows)
    return source_features(context, asked), rows


# what tells a candidate from the others: how many share it
TELLING = (
    "noun in title", "noun in before", "noun in apposition", "noun in name",
    "holds the role", "name of that kind",
    "gender fits", "read as speaker", "inside", "age", "close subject",
)  # fmt: skip


def _compare(found: Sequence[Candidate], rows: list[Features]) -> None:
    """Add to each candidate whether it alone has a telling feature; to nobody, whether none has."""
    single = [i for i, c in enumerate(found) if c.how in ("actor", "new")]
    for feature in TELLING:
        having = [i for i in single if rows[i].get(feature)]
        if len(having) == 1:
            rows[having[0]][f"only one with {feature}"] = 1.0
        if having:
            rows[0][f"some with {feature}"] = 1.0
            for i in single:
                if i not in having:
                    rows[i][f"another with {feature}"] = 1.0
