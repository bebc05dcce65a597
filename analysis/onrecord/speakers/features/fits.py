"""Features of whether a candidate is the kind of speaker that the source describes."""

from __future__ import annotations

from onrecord.lexicon import Actor
from onrecord.lexicon import vocabulary as v
from onrecord.speakers.asked import Asked
from onrecord.speakers.context import Context
from onrecord.speakers.office import office
from onrecord.speakers.words import EXCLUSIVE

WANTED = {"he": "m", "she": "f"}
COMMON = frozenset(
    ["the", "a", "an", "of", "and", "in", "for", "at", "to", "on", "s", "his", "her", "its",
     "their", "who", "is", "was"]
)  # fmt: skip


def fits_features(context: Context, asked: Asked, name: str) -> dict[str, float]:
    """Features of type, gender, number, office and what the text tells of a candidate."""
    actor = context.actors.get(name)
    kind = actor.type if actor else "organisation"
    found = {f"is {kind}": 1.0}
    form = asked.pronoun if asked.pronoun and not asked.owned else ""
    if form:
        found[f"{form} for {kind}"] = 1.0
        if actor is not None and actor.plural:
            found[f"{form} for plural"] = 1.0
    elif asked.owned:
        found[f"owned by {asked.pronoun} for {kind}"] = 1.0
    else:
        body = "person" if kind == "person" else "body"
        for name_of in sorted(asked.head.classes):
            found[f"{name_of} for {body}"] = 1.0
        found[f"opens {asked.head.opening} for {body}"] = 1.0
    if actor is not None:
        found |= _gender(asked, actor)
        if actor.affiliation:
            found["has affiliation"] = 1.0
            if actor.affiliation == asked.reference.stands_for:
                found["of the body spoken for"] = 1.0
    if asked.head.word and not form:
        found |= _told(context, asked, name, actor)
    return found


def _gender(asked: Asked, actor: Actor) -> dict[str, float]:
    wanted = WANTED.get(asked.pronoun, "")
    if not wanted:
        classes = asked.head.classes
        wanted = "f" if "female" in classes else "m" if "male" in classes else ""
    if not wanted or actor.type != "person":
        return {}
    if actor.gender is None:
        return {"gender unknown": 1.0}
    return {"gender fits" if actor.gender == wanted else "gender clashes": 1.0}


def _told(context: Context, asked: Asked, name: str, actor: Actor | None) -> dict[str, float]:
    told = context.told.get(name)
    if told is None:
        return {}
    word, found = asked.head.word, {}
    same = {word, office(word)}
    kind = "person" if actor is not None and actor.type == "person" else "body"
    names = context.named.get(name, frozenset())
    for part, words in (
        ("title", told.last), ("before", told.before), ("apposition", told.apposed),
        ("equated", told.equated), ("name", names),
    ):  # fmt: skip
        if not same.isdisjoint(words):
            found[f"noun in {part}"] = 1.0
            found[f"noun in {part} {kind}"] = 1.0
    if (kinds := v.KINDS.get(word)) and not kinds.isdisjoint(name.split()):
        found["name of that kind"] = 1.0
    modifiers = set(asked.head.modifiers) | {w.lower() for w in asked.capitals} - COMMON
    if modifiers:
        known = {
            word
            for word in {*modifiers, "former"}
            if any(word in of for of in (told.before, told.apposed, told.equated, names))
        }
        shared = modifiers & known - COMMON
        found["modifiers told"] = len(shared) / len(modifiers)
        if shared and found.get("noun in apposition", found.get("noun in before")):
            found["noun and modifier"] = 1.0
        if (modifiers & EXCLUSIVE) - known:
            found["office lacks modifier"] = 1.0
        if "former" in modifiers and "former" not in known:
            found["was never former"] = 1.0
    if asked.numbers & told.apposed:
        found["age"] = 1.0
    return found | _roles(asked, actor)


def _roles(asked: Asked, actor: Actor | None) -> dict[str, float]:
    if actor is None or not actor.roles:
        return {}
    head = office(asked.head.word)
    wanted = {office(word) for word in asked.head.modifiers} - COMMON
    best, whole = -1, 0.0
    for role in actor.roles:
        words = [office(word) for word in role.replace(".", "").split() if word != "the"]
        if words and words[-1] == head:
            best = max(best, len(wanted & set(words)))
            whole = max(whole, float(set(words) == wanted | {head}))
    if best < 0:
        return {"holds other roles": 1.0} if "role" in asked.head.classes else {}
    return {"holds the role": 1.0, "role words": best / 3, "role whole": whole}
