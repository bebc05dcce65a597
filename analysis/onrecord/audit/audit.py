"""An audit: what a person checked, held against all that the analysis says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from onrecord.audit.accuracy import accuracy
from onrecord.audit.answers import Answers, read_answers
from onrecord.audit.estimate import CAVEAT, Person, estimate
from onrecord.audit.frame import frame
from onrecord.audit.speakers import Names
from onrecord.audit.strata import assigned
from onrecord.summary.observed import narrator
from onrecord.summary.words import counted
from onrecord.tables import Tables

Part = Callable[[pd.DataFrame], pd.Series]


@dataclass(frozen=True)
class Audit:
    """Answers that were read, and the statements of the analysis.

    Attributes:
        rows: the statements, see `frame`.
        answers: what was answered.
        part: says of statements which part of a comparison they are; see `parted`.
    """

    rows: pd.DataFrame
    answers: Answers
    part: Part | None = None

    @cached_property
    def person(self) -> Person:
        """The checked rows as the person has them."""
        given = self.answers.given
        places = pd.Series(np.arange(len(self.rows)), index=self.rows["item"])
        places = places[~places.index.duplicated()]
        given = given[given.index.isin(places.index)]
        at = places[given.index].to_numpy()
        told = self.rows.iloc[at].copy()
        names = Names(self.rows.speaker.dropna().unique())
        said = given.speaker.to_numpy(str)
        for column, value in (("favor", "favor"), ("against", "against"), ("none", "none")):
            told[column] = (given.stance.to_numpy() == value).astype(float)
        told["score"] = told.favor - told.against
        told["label"] = given.stance.to_numpy()
        own = said == "narrator"
        who = [names.meant(each) for each in said]
        typed = np.array([each not in ("", "nobody", "narrator") for each in said], bool)
        told["speaker"] = told.speaker.where(said == "", None).mask(typed, who)
        told["voice"] = told.voice.mask(typed, "speaker").mask(own, "narrator")
        tellers = [narrator(outlet) for outlet in told.outlet]
        told["teller"] = told.teller.mask(typed, who).mask(own, tellers)
        if self.part is not None:
            told["part"] = self.part(told)
        design = self.answers.design
        stratum = pd.Series(design.items)[given.index]
        number = stratum.value_counts()
        # of a stratum where nobody answered, the others speak
        reached = sum(n for name, n in design.rows.items() if name in number)
        all_of = sum(design.rows.values()) / max(reached, 1)
        weight = [all_of * design.rows[name] / number[name] for name in stratum]
        every = assigned(self.rows, design.rows)
        every.iloc[at] = stratum.to_numpy()
        return Person(
            rows=told,
            at=at,
            weight=np.array(weight, float),
            stratum=pd.factorize(every, sort=True)[0].astype("int64"),
            counts=(given.stance.to_numpy() != "no statement") & (said != "nobody"),
            named=said != "",
        )

    def estimate(
        self, measure: str = "score", by: str | Sequence[str] = (), *, width: float | None = None
    ) -> pd.DataFrame:
        """A mean or share, by the model alone, the labels alone, and corrected.

        See `onrecord.audit.estimate.estimate`.
        """
        return estimate(self.rows, self.person, measure, by, width=width)

    def parted(self, part: Part) -> Audit:
        """The same audit with its statements in parts, to estimate `by="part"`.

        Args:
            part: of rows with the columns of `frame` the part of each; missing for none. It is
                asked of the analysis and of what the person says.
        """
        return replace(self, rows=self.rows.assign(part=part(self.rows)), part=part)

    def accuracy(self) -> pd.DataFrame:
        """How often the analysis is right, by kind; see `onrecord.audit.accuracy.accuracy`."""
        return accuracy(self.rows, self.person)

    @property
    def checked(self) -> int:
        """Drawn statements that were answered and still stand in the analysis."""
        return len(self.person.at)

    @property
    def drawn(self) -> int:
        """Statements that were drawn."""
        return len(self.answers.design.items)

    @property
    def caption(self) -> str:
        """What every caption says that uses the audit: "checked 184 of 200; 81% right"."""
        made = self.accuracy()
        right = made[(made.what == "all of it") & (made.kind == "all")].right
        told = f"; {right.iloc[0]:.0%} right" if len(right) and right.notna().all() else ""
        return f"checked {self.checked:,} of {self.drawn:,}{told}"

    @property
    def notes(self) -> list[str]:
        """What limits the audit, in sentences; the last is the caveat of every correction."""
        design, made = self.answers.design, []
        gone = len(self.answers.given) - self.checked
        if gone:
            made.append(f"{counted(gone, 'answer')} no longer fit the analysis: left out.")
        if sum(design.rows.values()) != len(self.rows):
            made.append(
                "The analysis has changed since the sample was drawn "
                f"({sum(design.rows.values()):,} statements then, {len(self.rows):,} now)."
            )
        blank = int((~self.person.named).sum())
        if blank:
            made.append(
                f"{counted(blank, 'answer')} without a speaker: not counted where speakers are."
            )
        return [*made, *(f"{problem}." for problem in self.answers.problems), CAVEAT]


def read(tables: Tables, sheet: str | Path, design: str | Path | None = None) -> Audit:
    """Take up a sheet that was filled in.

        checked = onrecord.audit.read(tables, "audit/sheet.csv")
        checked.estimate("against", by="outlet")

    Args:
        tables: the analysis that it was drawn from, or one made anew of the same articles.
        sheet: CSV, or an export of Label Studio.
        design: by default `design.json` beside it.

    Raises:
        AuditError: a file is missing or no sheet.
    """
    return Audit(frame(tables), read_answers(sheet, design))
