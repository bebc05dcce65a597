"""Second coders of a store, people's or models', and how far they agree with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.coder import compare
from onrecord.corrections import Correction, read_corrections
from onrecord.display.fragment import element, text
from onrecord.errors import CorrectionsError
from onrecord.review.agreement import agreement
from onrecord.tables import Tables

_HEAD = ("Question", "Answered twice", "Krippendorff's alpha", "Equal")


def coders(tables: Tables) -> str:
    """A table for each language model that was asked, and one of the reviewers among themselves.

    Nothing where a store has neither. Agreement is no accuracy: both may err alike.
    """
    folder = getattr(tables, "folder", None)
    if folder is None:
        return ""
    made = [
        _table(f"{_name(said)}, a language model asked blind, and this analysis", compare(said))
        for path in sorted(Path(folder).glob("coder-*.jsonl"))
        if (said := _read([path]))
    ]
    reviewers = _read([path for path in sorted(Path(folder).glob("corrections*.jsonl"))])
    if len({each.who for each in reviewers}) > 1:
        made.append(_table("The reviewers of this corpus", agreement(reviewers)))
    if not made:
        return ""
    note = "Agreement is no accuracy: both may err alike. A model's answers are in no number."
    return "".join(made) + element("p", text(note))


def _read(paths: list[Path]) -> list[Correction]:
    try:
        return read_corrections(paths)[0]
    except CorrectionsError:
        return []


def _name(said: list[Correction]) -> str:
    return said[-1].who or "A second coder"


def _table(caption: str, found: list[Any]) -> str:
    head = element("tr", *(element("th", text(name), scope="col") for name in _HEAD))
    rows = [
        element(
            "tr",
            element("th", text(each.name), scope="row"),
            element("td", text(f"{each.units:,}")),
            element("td", text("–" if each.alpha is None else f"{each.alpha:.2f}")),
            element("td", text("–" if each.percent is None else f"{each.percent:.0%}")),
        )
        for each in found
    ]
    return element(
        "table",
        element("caption", text(f"How far they agree: {caption}")),
        element("thead", head),
        element("tbody", *rows),
        class_="or-accuracy or-coders",
    )
