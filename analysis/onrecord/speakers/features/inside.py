"""Features of a candidate that the source itself names: as head, owner, member or in passing."""

from __future__ import annotations

import re

from onrecord.speakers.asked import Asked
from onrecord.speakers.context import Context
from onrecord.speakers.model import Named
from onrecord.speakers.told import WORDS

LINKS = frozenset(
    ["of", "for", "by", "from", "with", "in", "at", "to", "on", "and", "or", "including", "like",
     "such", "other", "that", "who", "is", "was", "not", "about", "against", "under", "said",
     "between", "both", "as", "than"]
)  # fmt: skip
OWNS = re.compile(r"['’]s?(?!\w)")
SPEAKS_FOR = re.compile(
    r"(?:speaking|writing|acting) (?:for|on behalf of)\s+(?:the\s+)?$|on behalf of\s+(?:the\s+)?$"
)


def inside_features(context: Context, asked: Asked, name: str) -> dict[str, float]:
    """Features of the places of a candidate in the source; none where it is not named there."""
    here = [mention for mention in asked.inside if mention.actor == name]
    if not here:
        return _lettered(context, asked, name)
    mention = here[0]
    kind = mention.actor_type
    found = {"inside": 1.0, f"inside {kind}": 1.0}
    if asked.inside[0].actor == name:
        found["first inside"] = 1.0
        found[f"first inside {kind}"] = 1.0
    if asked.inside[-1].actor == name:
        found["last inside"] = 1.0
    if all(other.actor == name for other in asked.inside):
        found["only one inside"] = 1.0
    if kind == "person" and all(o.actor == name or o.actor_type != "person" for o in asked.inside):
        found["only person inside"] = 1.0
    if any(m.actor == name for m in asked.reference.mentions):
        found["read as speaker"] = 1.0
        found[f"read as speaker {kind}"] = 1.0
    elif asked.reference.mentions:
        found["another read as speaker"] = 1.0
    if asked.reference.stands_for == name:
        found["spoken for"] = 1.0
    return found | _around(asked, mention)


def _around(asked: Asked, mention: Named) -> dict[str, float]:
    words, at, end = asked.words, mention.start - asked.start, mention.end - asked.start
    kind = "person" if mention.actor_type == "person" else "body"
    before, behind = words[:at], words[end:]
    found: dict[str, float] = {}
    lead = WORDS.findall(before)
    found[f"place {min(len(lead), 6)}"] = 1.0
    last = lead[-1].lower() if lead else "start"
    gap = before[len(before.rstrip()) - 1 :].strip() if before.strip() else ""
    link = "comma" if gap in (",", "—", "–", "-") else last if last in LINKS else ""
    if not link:
        link = (
            "start"
            if not lead
            else "the"
            if last in ("the", "a", "an")
            else "word"
            if last.islower()
            else "capital"
        )
    found[f"before: {link}"] = 1.0
    found[f"before: {link} {kind}"] = 1.0
    rest = behind.lstrip(' ”"')
    nearest = WORDS.match(rest)
    owns = OWNS.match(behind)
    follow = (
        "end"
        if not rest.strip(" ,.:;")
        else "owns"
        if owns
        else "comma"
        if rest[0] in ",—–-("
        else nearest[0].lower()
        if nearest and nearest[0].lower() in LINKS
        else "word"
        if nearest and nearest[0].islower()
        else "capital"
    )
    found[f"behind: {follow}"] = 1.0
    found[f"behind: {follow} {kind}"] = 1.0
    if before.count(",") and follow in ("comma", "end") and link in ("comma", "capital"):
        found[f"apposed {kind}"] = 1.0
    if before.count("(") > before.count(")"):
        found["in brackets"] = 1.0
    if SPEAKS_FOR.search(before):
        found["speaks for it"] = 1.0
    return found | _to_head(asked, at, end, kind, link)


def _to_head(asked: Asked, at: int, end: int, kind: str, link: str) -> dict[str, float]:
    """Whether the name is the head, modifies it, owns it, or hangs on it by a preposition."""
    head = asked.head
    if at <= head.at < end:
        relation = "is"
    elif end <= head.at:
        relation = "owns" if OWNS.match(asked.words[end:]) else "modifies"
    else:
        relation = f"hangs by {link}"
    found = {f"{relation} head": 1.0, f"{kind} {relation} head": 1.0}
    if relation != "is":
        for name in sorted(head.classes):
            found[f"{relation} head {name}"] = 1.0
            found[f"{kind} {relation} head {name}"] = 1.0
    return found


def _lettered(context: Context, asked: Asked, name: str) -> dict[str, float]:
    """A source with some of the candidate's capitalised words, though no mention lies in it."""
    if not asked.capitals:
        return {}
    shared = asked.capitals & context.named.get(name, frozenset())
    if not shared:
        return {}
    share = len(shared) / len(asked.capitals)
    return {
        "letters": share,
        "letters all": float(share == 1.0),
        "letters and names": float(bool(asked.inside)),
    }
