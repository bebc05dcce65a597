"""The margin of an article: who says it, how, and toward whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pandas as pd

from onrecord.display.fragment import element, text
from onrecord.summary.reply import SURE
from onrecord.tables import Tables

SPOKEN = {"favor": "reads as for", "against": "reads as against"}
TOLD = {"favor": "reads as favourable to", "against": "reads as unfavourable to"}


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `start` is the offset that it stands beside."""

    key: str
    start: int
    html: str


def notes(tables: Tables) -> list[Note]:
    """Notes of one article in text order: attributions, then the narrator's own stances.

    Only stances other than `none` are named; the quote table has them all.
    """
    stances: dict[str, list] = defaultdict(list)
    for row in tables.stances.itertuples():
        if isinstance(row.attribution_id, str):
            stances[row.attribution_id].append(row)
    places = tables.spans.sort_values("start").groupby("attribution_id").start.first()
    made = [
        _attribution(row, int(places[row.attribution_id]), stances[row.attribution_id])
        for row in tables.attributions.itertuples()
        if row.attribution_id in places.index
    ]
    # an outcome that is reported is no side of the outlet's, and is told right too seldom
    sided = (tables.stances.label != "none") & (tables.stances.portrayal != "outcome")
    told = tables.stances[tables.stances.attribution_id.isna() & sided.fillna(True)]
    made += [_narrator(row) for row in told.itertuples()]
    return sorted(made, key=lambda note: note.start)


def _attribution(row: Any, start: int, stances: list) -> Note:
    name = row.speaker if isinstance(row.speaker, str) else None
    who = element("strong", text(name)) if name else element("em", "Speaker not known")
    how = [row.kind]
    how += [row.factuality] if row.factuality != "asserted" else []
    # the colon of "Q:" is no verb
    told = isinstance(row.cue, str) and any(map(str.isalpha, row.cue))
    cue = f" {text(row.cue)}" if told else ""
    lines = [who + cue + f" ({text(', '.join(how))})"]
    lines += [_stance(stance) for stance in stances if stance.label != "none"]
    ids = [f"q{row.attribution_id}", *(f"s{stance.Index}" for stance in stances)]
    return Note(row.attribution_id, start, _button(row.attribution_id, lines, ids, name))


def _narrator(row: Any) -> Note:
    key = f"n{row.Index}"
    lines = [element("em", "In the outlet's own voice"), _stance(row)]
    return Note(key, int(row.start), _button(key, lines, [f"s{row.Index}"], "the outlet"))


def _stance(row: Any) -> str:
    chance = getattr(row, row.label)
    words = SPOKEN if isinstance(row.attribution_id, str) else TOLD
    how = words[row.label] if chance >= SURE else "unsure toward"
    said = f"{how} {row.target} ({chance:.2f})" if pd.notna(chance) else row.target
    return element("span", text(said), class_=f"or-{row.label}")


def _button(key: str, lines: list[str], ids: list[str], name: str | None) -> str:
    return element(
        "button",
        "<br>".join(lines),
        type="button",
        class_="or-note-one",
        data_note=key,
        data_evidence=" ".join(ids),
        data_title=f"Evidence: {name or 'speaker not known'}",
    )
