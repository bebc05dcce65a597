"""The ledger of claims with figures: who states which number, of what, when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pandas as pd

from onrecord.figures.find import find
from onrecord.figures.model import Figure
from onrecord.figures.units import TIME, is_money
from onrecord.lexicon.vocabulary import FUNCTION
from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.tables import Tables
from onrecord.wording import tokens

COLUMNS = [
    "attribution_id", "article_id", "outlet", "published", "speaker", "low", "high", "unit",
    "of", "hedge", "figure", "claim", "kind", "worth", "evidence",
]  # fmt: skip
_ASKED = """
    select attribution_id, article_id, outlet, published, speaker, kind, content, factuality,
        quote_id from ({source}) where regexp_matches(content, '[0-9]|{words}', 'i')
    order by published desc nulls last, art, place"""
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|thousand|"
    "million|billion|trillion|dozen|half|third|quarter"
)
# what is to come, or might be, cannot be checked yet
OPEN = re.compile(r"\b(will|would|could|should|may|might|plans?|hopes?|promise[sd]?|if)\b", re.I)
COMPARED = re.compile(
    r"\b(more|less|fewer|most|least|highest|lowest|up|down|rose|risen|fell|fallen|grew|grown|"
    r"doubled|tripled|halved|increased?|decreased?|cut|since|record|than|ever|first)\b",
    re.I,
)
PLAIN = frozenset(word.lower() for word in FUNCTION)
SHARED = 1  # other words that two claims must have in common, to be of the same quantity


def figures(tables: Tables, *, speaker: str | None = None) -> pd.DataFrame:
    """Quotes that state a figure, those most worth checking first.

    Args:
        tables: an analysis, whole or selected; each story counts once.
        speaker: only this one's.

    Returns:
        A row per figure: attribution_id, article_id, outlet, published, speaker, low and high
        (the value, or both ends of a range), unit (`%`, `$`, `year`, `share` of one ...; missing
        for a plain count), of (what it counts, as written; missing where the words do not say),
        hedge ("about"; "hedged" where the quote itself is), figure and claim (as written), kind
        (direct, indirect or mixed), worth (0 to 6, see `worth`), evidence.
    """
    asked = rows(tables, "quotes")
    asked = asked if speaker is None else asked.where(speaker=speaker)
    table = stated(asked)
    return table.sort_values("worth", ascending=False, kind="stable").reset_index(drop=True)


def stated(asked: Counted, *, each: bool = True) -> pd.DataFrame:
    """The figures that quotes state, those of the newest articles first.

    Args:
        asked: quotes.
        each: a quote that several speak once, as the first one's.

    Returns:
        The columns of `figures`.
    """
    said = asked.ask(_ASKED.format(source=asked.source, words=_WORDS))
    said = said.drop_duplicates("quote_id") if each else said
    made = [_row(row, figure) for row in said.to_dict("records") for figure in find(row["content"])]
    table = pd.DataFrame(made, columns=COLUMNS)
    for name in ("unit", "of", "hedge", "speaker", "outlet"):
        table[name] = table[name].astype("str")
    return table


def worth(claim: str, figure: Figure, *, named: bool) -> int:
    """How much a claim with a figure is worth checking, 0 to 6: a point for each that holds.

    A named speaker; what is counted is told; a share, a sum of money or a count of a hundred or
    more; no mere time; something compared ("more than", "doubled"); nothing that is yet to come
    or might be. A rule of thumb for the order, no verdict.

    Args:
        claim: the words of the quote.
        figure: one of `find`.
        named: whether the speaker is.
    """
    large = figure.unit in ("%", "share", "percentage point") or is_money(figure.unit)
    return (
        named
        + (figure.of is not None)
        + (large or figure.high >= 100)
        + (figure.unit not in TIME)
        + bool(COMPARED.search(claim))
        + (not OPEN.search(claim))
    )


def side_by_side(ledger: pd.DataFrame) -> pd.DataFrame:
    """The same quantity as different speakers give it.

    Claims are of the same quantity where they have the same unit, what they count ends in the
    same word, and they share another word that is no function word.

    Args:
        ledger: from `figures`.

    Returns:
        The rows of the ledger with `quantity` (a number, the same for the same), speakers
        (how many give it), least and most (of the values), of quantities with two speakers or
        more; those with the most speakers first.
    """
    known = ledger[ledger.of.notna() & ledger.speaker.notna()]
    groups: list[list[int]] = []
    buckets: dict[tuple, list[int]] = defaultdict(list)
    words: dict[int, frozenset[str]] = {}
    for place, row in zip(known.index, known.itertuples(), strict=True):
        key, words[place] = of_what(row)
        for number in buckets[key]:
            # against the first of each quantity, so that time stays in bounds
            if len(words[groups[number][0]] & words[place]) >= SHARED:
                groups[number].append(place)
                break
        else:
            buckets[key].append(len(groups))
            groups.append([place])
    return _told(known, groups)


def of_what(row: Any) -> tuple[tuple[str | None, str], frozenset[str]]:
    """What tells whether two claims are of the same quantity.

    Args:
        row: of the ledger, with unit, of and claim.

    Returns:
        The unit and the last word of what is counted, both the same for the same quantity; the
        other words, of which two claims share some.
    """
    head = _stem(tokens(row.of)[-1].word) if tokens(row.of) else ""
    return (row.unit if pd.notna(row.unit) else None, head), _content(row.claim) - {head}


def _told(known: pd.DataFrame, groups: Sequence[Sequence[int]]) -> pd.DataFrame:
    parts = []
    for places in groups:
        part = known.loc[list(places)]
        if part.speaker.nunique() > 1:
            parts.append(
                part.assign(speakers=part.speaker.nunique(), least=part.low.min(),
                            most=part.high.max())
            )  # fmt: skip
    parts.sort(key=lambda part: -part.speakers.iloc[0])
    if not parts:
        return known.iloc[:0].assign(quantity=0, speakers=0, least=0.0, most=0.0)
    made = [part.assign(quantity=number) for number, part in enumerate(parts, 1)]
    return pd.concat(made).reset_index(drop=True)


def _row(row: dict, figure: Figure) -> tuple:
    claim = row["content"]
    of = " ".join(claim[figure.of[0] : figure.of[1]].split()) if figure.of else None
    named = not pd.isna(row["speaker"])
    hedge = figure.hedge or ("hedged" if row["factuality"] == "hedged" else None)
    return (
        row["attribution_id"], row["article_id"], row["outlet"], row["published"],
        row["speaker"] if named else None, figure.low, figure.high, figure.unit, of, hedge,
        claim[figure.start : figure.end], claim, row["kind"],
        int(worth(claim, figure, named=named)), f"q{row['attribution_id']}",
    )  # fmt: skip


def _content(claim: str) -> frozenset[str]:
    found = (token.word for token in tokens(claim))
    return frozenset(
        _stem(word) for word in found
        if word not in PLAIN and len(word) > 3 and not word[0].isdigit()
    )  # fmt: skip


def _stem(word: str) -> str:
    """Without the ending of a plural.

    >>> _stem("voters"), _stem("duties"), _stem("loss")
    ('voter', 'duty', 'loss')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
