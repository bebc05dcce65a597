"""How often the analysis is right on this corpus, as people found who checked a part of it."""

from __future__ import annotations

from onrecord.audit import Audit
from onrecord.audit.estimate import CAVEAT
from onrecord.display.fragment import element, text

WHAT = {
    "statement": "Is a statement",
    "stance": "Stance right",
    "speaker": "Speaker right",
}


def audited(audit: Audit | None) -> str:
    """A table of what was checked by hand, and its caveat; nothing where nothing was."""
    if audit is None:
        return ""
    head = element("tr", *(element("th", text(name), scope="col") for name in _HEAD))
    rows = "".join(
        element(
            "tr",
            element("th", text(f"{WHAT[row.what]}: {row.kind}"), scope="row"),
            element("td", text(f"{row.right:.0%}")),
            element("td", text(_ends(row.low, row.high))),
            element("td", text(f"{row.checked:,}")),
        )
        for row in audit.accuracy().itertuples()
        if row.what in WHAT
    )
    caption = element("caption", text(f"This corpus, by hand: {audit.caption}"))
    table = element(
        "table", caption, element("thead", head), element("tbody", rows), class_="or-accuracy"
    )
    return table + element("p", text(CAVEAT))


_HEAD = ("Of the statements", "Right", "95% interval", "Checked")


def _ends(low: float, high: float) -> str:
    return f"{low:.0%} to {high:.0%}" if low == low else "too few"
