"""A statement as text for a terminal, its evidence marked."""

from __future__ import annotations

from itertools import pairwise

from onrecord.review.statements import Statement
from onrecord.safe import line

AROUND = 240  # characters shown on either side
_STYLES = {"content": ("\x1b[1;4m", "«"), "source": ("\x1b[36m", "["), "cue": ("\x1b[33m", "<")}
_ENDS = {"«": "»", "[": "]", "<": ">"}


def show(statement: Statement, place: tuple[int, int], *, colour: bool) -> str:
    """One statement with the words around it.

    Args:
        statement: to be shown.
        place: its number, and how many there are.
        colour: with the terminal's colours; with brackets otherwise.
    """
    article = statement.article
    beside = [each for each in (article.outlet, article.title) if each]
    head = " · ".join([f"{place[0]} of {place[1]}", *map(line, beside)])
    told = statement.was.get("voice") == "narrator"
    who = ", ".join(statement.speakers) or "nobody known"
    said = "the outlet's own words" if told else f"speaker: {line(who)}"
    sides = [f"{line(s['target'])}: {s['label']}" for s in statement.was.get("stances", ())]
    stances = f"   toward {'; '.join(sides)}" if sides else ""
    return f"\n{head}\n{_marked(statement, colour)}\n{said}{stances}"


def _marked(statement: Statement, colour: bool) -> str:
    spans = [("content", anchor.start, anchor.end) for anchor in statement.words]
    for role in ("source", "cue"):
        spans += [(role, each["start"], each["end"]) for each in statement.was.get(role, ())]
    low = max(0, min(start for _, start, _ in spans) - AROUND)
    high = min(len(statement.text), max(end for _, _, end in spans) + AROUND)
    cuts = sorted({low, high, *(at for _, start, end in spans for at in (start, end))})
    shown = []
    for start, end in pairwise(cuts):
        words = line(statement.text[start:end], trim=False)
        inside = [role for role, first, last in spans if first <= start and end <= last]
        if not inside:
            shown.append(words)
        elif colour:
            shown.append("".join(_STYLES[role][0] for role in inside) + words + "\x1b[0m")
        else:
            opens = "".join(_STYLES[role][1] for role in inside)
            shown.append(opens + words + "".join(_ENDS[mark] for mark in reversed(opens)))
    return ("…" if low else "") + "".join(shown) + ("…" if high < len(statement.text) else "")
