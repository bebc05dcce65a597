"""What a panel shows of a statement, as plain values."""

from __future__ import annotations

from typing import Any

from onrecord.corrections import Correction
from onrecord.review.session import Session
from onrecord.review.statements import Statement
from onrecord.safe import visible

AROUND = 400  # characters shown on either side
SHOWN = 60  # characters of an added quote


def shown(session: Session) -> dict[str, Any]:
    """What is shown now, as plain values; spans count in `text`."""
    statement = session.current
    at, of = session.place
    if statement is None:
        ended = {"given": len(session.given), "file": session.path.name, "before": of}
        return {"done": True, "id": None, **ended}
    low, high = _around(statement)
    spans = [(anchor.start, anchor.end, "content") for anchor in statement.words]
    for role in ("source", "cue"):
        spans += [(each["start"], each["end"], role) for each in statement.was.get(role, ())]
    spans += [
        (s["anchor"]["start"], s["anchor"]["end"], "target")
        for s in statement.was.get("stances", ())
    ]
    beside = [each for each in (statement.article.outlet, statement.article.title) if each]
    return {
        "done": False,
        "id": statement.id,
        "head": visible(" · ".join([f"{at} of {of}", *beside])),
        "at": at,
        "of": of,
        "text": statement.text[low:high],
        "offset": low,
        "cut": [low > 0, high < len(statement.text)],
        "spans": [[start - low, end - low, role] for start, end, role in sorted(spans)],
        "speakers": statement.speakers,
        "stances": [
            {"target": s["target"], "label": s["label"]} for s in statement.was.get("stances", ())
        ],
        "narrated": statement.was.get("voice") == "narrator",
        "said": [told for each in session.given if (told := _told(each, statement))],
    }


def _told(given: Correction, statement: Statement) -> str:
    """What was said in this sitting of a statement or of its article, in a few words."""
    if given.article is None:
        same = given.was.get("name") in statement.speakers
        return f"{given.was['name']} is {given.now['name']}" if same else ""
    if given.article.id != statement.article.id:
        return ""
    if given.kind == "added":
        words = given.words[0].text
        return f"added {words if len(words) <= SHOWN else words[:SHOWN] + '…'}"
    if given.words != statement.words:
        return ""
    right = given.now.get("speakers")
    beside = {
        "speaker": ", ".join(right or ["nobody known"]) if right is not None else "",
        "stance": f"{given.now.get('target')}: {given.now.get('label')}",
    }
    return f"{given.kind} {beside.get(given.kind, '')}".strip()


def _around(statement: Statement) -> tuple[int, int]:
    low = max(0, statement.words[0].start - AROUND)
    high = min(len(statement.text), statement.words[-1].end + AROUND)
    for role in ("source", "cue"):
        for each in statement.was.get(role, ()):
            low, high = min(low, each["start"]), max(high, each["end"])
    return whole(statement.text, low, high)


def whole(text: str, low: int, high: int) -> tuple[int, int]:
    """The same, without the parts of words at its ends."""
    while 0 < low < high and not text[low - 1].isspace():
        low += 1
    while low < high < len(text) and not text[high].isspace():
        high -= 1
    return low, high
