"""What a run over a corpus did."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from onrecord.load import Rejected
from onrecord.store import Reading


@dataclass(slots=True)
class Outcome:
    """What a run did.

    Attributes:
        articles: in the store now.
        read: read by the model in this run.
        known: left alone, as they were read before with the same model and settings.
        moved: known, but with another path, date, outlet or the like.
        removed: taken out, as they are no longer among the files.
        rejected: path and reason of what was not read.
        incomplete: path and reason of articles whose text is only a part.
        changed: files that changed while the run read them.
        unfit: corrections that no longer fit, and why.
        problems: lines of files of corrections that are none, and why.
    """

    articles: int = 0
    read: int = 0
    known: int = 0
    moved: int = 0
    removed: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    incomplete: list[Rejected] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unfit: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of_last(cls, reading: Reading) -> Outcome:
        """What the last run said of the files, for a run that looks at none of them.

        Args:
            reading: the store.

        Raises:
            StoreError: a file is damaged.
        """
        return cls(
            articles=len(reading.state.live),
            rejected=_told(reading.frame("rejected")),
            incomplete=_told(reading.incomplete),
        )


def _told(rows: pd.DataFrame) -> list[Rejected]:
    return [Rejected(*row) for row in rows.itertuples(index=False)]
