"""Drawing a sample to check, blind to what the model says of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from onrecord.audit import design, given, sheet, tasks
from onrecord.audit.design import Design
from onrecord.audit.frame import frame
from onrecord.audit.strata import divide, sizes
from onrecord.errors import AuditError
from onrecord.ownership import Output, claim, writable
from onrecord.tables import Tables

KIND = "an audit"
NUMBER = 200
SHEET, TASKS = sheet.NAME, "label-studio.json"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample.

    Attributes:
        design: how it was drawn.
        rows: the drawn rows of `frame`, in the order of the sheet.
        shown: what a person sees of each, the columns of `sheet.COLUMNS`.
    """

    design: Design
    rows: pd.DataFrame
    shown: pd.DataFrame


def sample(tables: Tables, number: int = NUMBER, *, seed: int = 1) -> Drawn:
    """Draw statements with known probabilities, by label, doubt and outlet.

    Args:
        tables: an analysis.
        number: statements to check; all where there are fewer.
        seed: another number gives another sample.

    Raises:
        AuditError: there is no statement, or nothing is asked for.
    """
    every = frame(tables)
    if every.empty:
        raise AuditError("The tables hold no statement, so there is nothing to check.")
    if number < 1:
        raise AuditError(f"{number} statements cannot be drawn.")
    stratum = divide(every, number)
    wanted = sizes(every, stratum, number)
    draw = np.random.default_rng(seed)
    at = np.concatenate(
        [
            draw.choice(np.flatnonzero(stratum == name), wanted[name], replace=False)
            for name in sorted(wanted)
            if wanted[name]
        ]
    )
    draw.shuffle(at)  # the order tells nothing
    rows = every.iloc[at]
    held = stratum.value_counts()
    made = Design(
        rows={str(name): int(n) for name, n in held.items()},
        drawn=dict(wanted),
        items=dict(zip(rows["item"], stratum.iloc[at], strict=True)),
        seed=seed,
        corpus=str(tables.provenance.get("corpus_hash") or ""),
    )
    return Drawn(made, rows, sheet.shown(tables, rows))


def claimed(into: str | Path) -> None:
    """Make sure that a sample can be written into a folder.

    Raises:
        OwnershipError: it holds a sheet that was filled in, answers of a notebook, or other files
            in their places.
    """
    claim(into, [design.NAME, SHEET, TASKS, tasks.CONFIGURATION, given.NAME], KIND)


def draw(
    tables: Tables, into: str | Path = "audit", n: int = NUMBER, *, seed: int = 1
) -> pd.DataFrame:
    """Draw a sample and write it as a sheet to be filled in.

    Args:
        tables: an analysis.
        into: folder: `sheet.csv` (for a spreadsheet), `label-studio.json` (tasks, with the
            labelling configuration beside it) and `design.json` (the probabilities; needed
            for the estimates, and nothing to look at while checking).
        n: statements to check.
        seed: another number gives another sample.

    Returns:
        The sheet.

    Raises:
        AuditError: as `sample`.
        OwnershipError: the folder holds a sheet that was filled in, or other files in their
            places.
    """
    claimed(into)
    made = sample(tables, n, seed=seed)
    with writable(into, KIND), Output(into, KIND) as output:
        output.write(design.NAME, made.design.write())
        output.write(SHEET, sheet.write(made.shown))
        output.write(TASKS, tasks.write(made.shown))
        output.write(tasks.CONFIGURATION, tasks.configuration().encode())
    return made.shown
