"""Who holds an office, by the text: "the deputy minister" is whoever it calls so."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.context import Context
from onrecord.speakers.office import office
from onrecord.speakers.phrase import Reference
from onrecord.speakers.words import EXCLUSIVE

LEADERS = frozenset({"president", "premier", "chancellor", "leader", "king", "queen", "minister"})
PARTIES = {
    "republican": "r", "gop": "r", "democrat": "d", "democratic": "d", "libertarian": "l",
    "green": "g", "tory": "c", "conservative": "c", "labour": "lab", "liberal": "lib",
}  # fmt: skip
NEAR_SENTENCES = 3


def parties(words: Iterable[str]) -> set[str]:
    """The parties that words name: "GOP" and "Republican" are one."""
    return {PARTIES[word.lower()] for word in words if word.lower() in PARTIES}


def learn(context: Context, name: str, reference: Reference) -> None:
    """Keep an office that a description gave to somebody, for the next description."""
    told = " ".join([*sorted(reference.modifiers & EXCLUSIVE), reference.word])
    if reference.word in v.ROLE_NOUNS and told not in context.learned.get(name, ()):
        context.learned[name] = (*context.learned.get(name, ()), told)
        _heads(context).setdefault(office(reference.word), []).append(name)


def roles_of(context: Context, name: str) -> Iterable[list[str]]:
    """The offices that the text or a list gives to somebody, each as words of one spelling."""
    actor = context.actors.get(name)
    for role in (*(actor.roles if actor else ()), *context.learned.get(name, ())):
        if words := [office(word) for word in role.replace(".", "").split() if word != "the"]:
            yield words


def _heads(context: Context) -> dict[str, list[str]]:
    """Actors by the heads of their roles; read once per article."""
    if not context.heads:
        for name in context.actors:
            for words in roles_of(context, name):
                context.heads.setdefault(words[-1], []).append(name)
                if words[-1] in LEADERS:
                    context.heads.setdefault("leader", []).append(name)
        context.heads.setdefault("", [])
    return context.heads


def holders(
    context: Context, reference: Reference, head: str, wanted: set[str]
) -> dict[str, float]:
    """Who holds an office of that head noun, and how many of the words beside it fit.

    Args:
        context: the article.
        reference: the description.
        head: its noun.
        wanted: the other words of the office.
    """
    fitting: dict[str, float] = {}
    party = parties([*reference.modifiers, *(reference.stands_for or "").split()])
    for name in _heads(context).get(head, ()):
        actor = context.actors[name]
        theirs = parties(word for words in roles_of(context, name) for word in words)
        theirs |= parties((actor.affiliation or "").split())
        if party and theirs and party.isdisjoint(theirs):
            continue  # "the Republican nominee" is no Libertarian
        best = 0.0
        for words in roles_of(context, name):
            if words[-1] != head and not (head == "leader" and words[-1] in LEADERS):
                continue
            if (wanted & EXCLUSIVE) - set(words):
                continue
            if ("former" in reference.modifiers) > ("former" in words):
                continue
            if not wanted & EXCLUSIVE and "prime" in words and head == "minister":
                continue
            best = max(best, 1.0 + len(wanted & set(words)))
        if best and reference.stands_for and actor.type == "person":
            if actor.affiliation not in (reference.stands_for, None):
                continue
            best += 1.0 if actor.affiliation == reference.stands_for else -0.5
        elif best and wanted and best == 1.0 and not is_near(context, name, reference.start):
            continue  # nothing but the noun fits, and the person is far away
        if best:
            fitting[name] = best
    return fitting


def is_near(context: Context, name: str, at: int) -> bool:
    """Whether somebody is named in the narrator's last sentences before a place."""
    return any(context.mentions[n].actor == name for n in context.before(at, NEAR_SENTENCES))
