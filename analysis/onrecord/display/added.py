"""What the last run brought: who is quoted for the first time, words again, changed stances."""

from __future__ import annotations

import pandas as pd

from onrecord.added import added as found
from onrecord.added import runs
from onrecord.display.fragment import Fragment, unasked
from onrecord.display.table import Column, table
from onrecord.display.view import View, day_text
from onrecord.summary.words import counted, signed

MOST = 200  # rows of each kind
COLUMNS = ["what", "who", "told", "count", "evidence"]


def added(view: View) -> Fragment:
    """New speakers, words that stand elsewhere as well, and changed stances of the last run."""
    known = runs(view.whole) if view.whole.runs is not None else pd.DataFrame()
    if len(known) < 2:
        said = "All articles are of one run so far: what a later one brings will stand here."
        return unasked(said)
    made = found(view.backed, alike=view.recent)
    rows = pd.concat([_speakers(made.speakers), _repeats(made.repeats), _stances(made.stances)])
    columns = [
        Column("what", "What is new"),
        Column("who", "Who", "speaker"),
        Column("told", "How"),
        Column("count", "Quotes or statements", "number"),
    ]
    last = known.iloc[-1]
    caption = (
        f"Run {last.number} of {len(known)}, {day_text(last.run)}, brought "
        f"{counted(len(made.articles), 'article')} that count here. Beside the articles "
        "of the runs before: speakers who were not quoted there; words that stand in an "
        "article of this run and in another; clear changes of stance." + view.recently
    )
    return table(rows, columns, caption=caption, name="added", ids="evidence", fixed=True)


def _speakers(made: pd.DataFrame) -> pd.DataFrame:
    made = made.head(MOST)
    told = [
        f"{counted(row.quotes, 'quote')} in {counted(row.articles, 'article')}"
        for row in made.itertuples()
    ]
    columns = ["speaker", "quotes", "evidence"]
    part = made[columns].set_axis(["who", "count", "evidence"], axis=1)
    return part.assign(what="quoted for the first time", told=told)[COLUMNS]


def _repeats(made: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for _, part in list(made.groupby("repeat_id", sort=False))[:MOST]:
        outlets = counted(part.article_id.nunique(), "article")
        fullest = part.loc[part.words.str.len().idxmax()]
        told = f"“{fullest.words}”, in {outlets}"
        ids = " ".join(part.evidence)
        rows.append(("words that stand elsewhere", part.speaker.iloc[0], told, len(part), ids))
    return pd.DataFrame(rows, columns=COLUMNS)


def _stances(made: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for row in made[made.clear.astype(bool)].head(MOST).itertuples():
        told = f"toward {row.target}: {signed(row.before)} before, {signed(row.after)} now"
        ids = f"{row.evidence_after} {row.evidence_before}"
        rows.append(("another stance than before", row.teller, told, row.count_after, ids))
    return pd.DataFrame(rows, columns=COLUMNS)
