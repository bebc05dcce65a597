"""Numbers of the whole corpus as the checked sample corrects them, beside the model's own."""

from __future__ import annotations

from typing import Any

import pandas as pd

from onrecord.audit import Audit
from onrecord.display.fragment import element, text

MOST = 15  # pairs shown
GROUPS = (  # what is counted, by which groups, and the columns that name a row
    ("Share of statements against", "against", ["outlet"], ["outlet"]),
    ("Mean stance, -1 against to 1 in favor", "score", ["pair"], ["teller", "target"]),
)
_HEAD = ("", "Model alone", "Corrected", "95% interval", "Checked")


def corrected(audit: Audit | None) -> str:
    """Tables of corrected numbers; nothing where nothing was checked.

    Groups of which too few were checked have no corrected number, and are counted.
    """
    if audit is None:
        return ""
    return "".join(_table(audit, *group) for group in GROUPS)


def _table(audit: Audit, what: str, measure: str, by: list[str], keys: list[str]) -> str:
    made = audit.estimate(measure, by)
    known = made[made.corrected.notna()]
    left = len(made) - len(known)
    named = [
        " on ".join("no known outlet" if pd.isna(each) else str(each) for each in group)
        for group in known[keys].itertuples(index=False)
    ]
    rows = [
        element(
            "tr",
            element("th", text(name), scope="row"),
            *(element("td", text(cell)) for cell in _cells(row)),
        )
        for name, row in zip(named, known.head(MOST).itertuples(), strict=False)
    ]
    few = f" {left:,} more with too few checked." if left else ""
    said = f"{what}, of the whole corpus: {audit.caption}.{few}"
    head = element("tr", *(element("th", text(name), scope="col") for name in _HEAD))
    return element(
        "table",
        element("caption", text(said)),
        element("thead", head),
        element("tbody", *rows),
        class_="or-accuracy or-corrected",
    )


def _cells(row: Any) -> tuple[str, ...]:
    low, high = _number(row.corrected_low), _number(row.corrected_high)
    return (
        _number(row.model),
        _number(row.corrected),
        f"{low} to {high}",
        f"{row.checked:,}",
    )


def _number(value: float) -> str:
    return "unknown" if pd.isna(value) else f"{value:.2f}"
