"""Descriptions to the actors they mean: "the deputy minister", "the alliance"."""

from __future__ import annotations

from analysis.speakers.context import Context
from analysis.speakers.phrase import Reference

SAME_OFFICE = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "lawmaker": "representative",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "prof": "professor",
    "dr": "doctor",
    "chair": "chairman",
    "chairwoman": "chairman",
    "premier": "minister",
    "secretary-general": "secretary-general",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "frontrunner": "front-runner",
    "adviser": "advisor",
    "ceo": "executive",
    "judge": "judge",
    "justice": "justice",
}
LEADERS = frozenset({"president", "premier", "chancellor", "minister", "leader", "king", "queen"})
WEAK = frozenset(
    {"former", "then", "the", "longtime", "veteran", "new", "own", "a", "an", "acting"}
)


def described(context: Context, reference: Reference) -> str | None:
    """The one actor that fits a definite description best and is known by then, or None."""
    head = _office(reference.word)
    fitting: dict[str, float] = {}
    wanted = {_office(word) for word in reference.modifiers} - WEAK
    for name, actor in context.actors.items():
        best = 0.0
        for role in actor.roles:
            words = [_office(word) for word in role.replace(".", "").split()]
            if (
                not words
                or head not in words[-1:]
                and not (head == "leader" and words[-1] in LEADERS)
            ):
                continue
            best = max(best, 1.0 + len(wanted & set(words)))
        if not best and actor.type == "organisation":
            last = name.split()[-1].lower()
            best = 1.0 if last == reference.word and len(name.split()) > 1 else 0.0
        if not best:
            continue
        if reference.stands_for and actor.type == "person":
            if actor.affiliation not in (reference.stands_for, None):
                continue
            best += 1.0 if actor.affiliation == reference.stands_for else -0.5
        if best > 0:
            fitting[name] = best
    return _one(context, fitting, reference.start)


def _one(context: Context, fitting: dict[str, float], at: int) -> str | None:
    if not fitting:
        return None
    top = max(fitting.values())
    best = [name for name, score in fitting.items() if score == top]
    if len(best) == 1:
        return best[0]
    # Several hold such an office: the one whom these sentences are about, if it is only one.
    near = {context.mentions[number].actor for number in context.before(at, 2)}
    close = [name for name in best if name in near]
    return close[0] if len(close) == 1 else None


def _office(word: str) -> str:
    word = word.lower().strip(".,")
    return SAME_OFFICE.get(word, word)
