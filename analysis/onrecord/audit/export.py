"""An audit as tables for other programs: one row a statement, with what is known of it.

For R:

    statements <- read.csv("statements.csv")
    dsl(model = "lm", formula = against_checked ~ outlet, predicted_var = "against_checked",
        prediction = "against", cluster = "article_id", data = statements,
        sample_prob = "probability_drawn")
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from onrecord.audit.audit import Audit
from onrecord.audit.strata import assigned
from onrecord.ownership import Output, claim, writable

KIND = "tables of an audit"
NAME, WORDS = "statements.csv", "columns.csv"
MEANING = {
    "statement": "name of the statement, the same in every analysis that finds it",
    "article_id": "article; the cluster of standard errors",
    "outlet": "who published",
    "published": "day of publication",
    "month": "month of publication",
    "voice": "speaker, or narrator for the outlet's own words",
    "speaker": "who says it, by the model; empty for the narrator",
    "target": "whom the stance is toward",
    "kind": "direct, indirect or mixed; empty for the narrator",
    "cue_class": "class of the verb: say, claim, admit, deny, warn ...",
    "factuality": "asserted or hedged; empty for the narrator",
    "score": "stance by the model, -1 against to 1 in favor",
    "favor": "1 where the model says in favor, else 0",
    "against": "1 where the model says against, else 0",
    "none": "1 where the model says that no side is taken, else 0",
    "sureness": "probability of the model's label, 0 to 1",
    "stratum": "kind of statement from which it could be drawn",
    "probability_drawn": "probability that it is drawn for checking and answered, 0 to 1",
    "checked": "1 where a person checked it, else 0",
    "is_statement": "1 where the person found a statement of somebody; empty if not checked",
    "speaker_checked": "who says it, by the person; empty if not checked or not said",
    "score_checked": "-1, 0 or 1 by the person; empty if not checked or no statement",
    "favor_checked": "1 or 0 by the person; empty as above",
    "against_checked": "1 or 0 by the person; empty as above",
    "none_checked": "1 or 0 by the person; empty as above",
}


def table(checked: Audit) -> pd.DataFrame:
    """One row a statement: covariates, the model's answer, the person's, and the chances.

    Args:
        checked: an audit.

    Returns:
        The columns of `MEANING`; what is not known is missing.
    """
    rows, person, design = checked.rows, checked.person, checked.answers.design
    made = rows.rename(columns={"item": "statement", "probability": "sureness"})
    made["published"] = made.published.dt.strftime("%Y-%m-%d")
    stratum = assigned(rows, design.rows)
    stratum.iloc[person.at] = [design.items[item] for item in person.rows["item"]]
    answered = stratum.iloc[person.at].value_counts()
    chance = {name: answered.get(name, 0) / n for name, n in design.rows.items()}
    made["stratum"] = stratum
    made["probability_drawn"] = stratum.map(chance).astype(float)
    made["checked"] = 0
    made.iloc[person.at, made.columns.get_loc("checked")] = 1
    for name in ("is_statement", *(f"{x}_checked" for x in ("score", "favor", "against", "none"))):
        made[name] = np.nan
    made["speaker_checked"] = pd.Series(np.nan, index=made.index, dtype="str")
    at = made.index[person.at]
    made.loc[at, "is_statement"] = person.counts.astype(float)
    for name in ("score", "favor", "against", "none"):
        made.loc[at, f"{name}_checked"] = np.where(person.counts, person.rows[name], np.nan)
    made.loc[at, "speaker_checked"] = person.rows.teller.where(person.named).to_numpy()
    return made[list(MEANING)]


def claimed(into: str | Path) -> None:
    """Make sure that the tables can be written into a folder.

    Raises:
        OwnershipError: it holds other files in their places, or is closed.
    """
    claim(into, [NAME, WORDS], KIND)


def export(checked: Audit, into: str | Path) -> list[Path]:
    """Write the table for regressions and for the R package `dsl`, and what its columns mean.

    Args:
        checked: an audit.
        into: folder.

    Raises:
        OwnershipError: it holds other files in their places.
    """
    into = Path(into)
    meaning = pd.Series(MEANING).rename_axis("column").rename("meaning")
    claimed(into)
    with writable(into, KIND), Output(into, KIND) as output:
        output.write(NAME, table(checked).to_csv(index=False).encode())
        output.write(WORDS, meaning.to_csv().encode())
    return [into / NAME, into / WORDS]
