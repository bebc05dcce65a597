"""Features of the source itself, the same for every candidate."""

from __future__ import annotations

import re

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.asked import Asked
from onrecord.speakers.context import Context
from onrecord.speakers.told import WORDS

PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\b(?: \w+)? \w+(?:ed|en|t)\b")
RELAYED = frozenset({"quoted", "quoting", "cited", "citing", "reported", "referring", "reports"})


def source_features(context: Context, asked: Asked) -> dict[str, float]:
    """Features of a source: its head, how it opens, its pronoun, the cue, where it stands."""
    found: dict[str, float] = {f"source {asked.reference.kind}": 1.0}
    head = asked.head
    if asked.start < 0:
        found["source empty"] = 1.0
    elif not asked.pronoun or asked.owned:
        found[f"head {head.word}"] = 1.0
        found[f"opens {head.opening}"] = 1.0
        for name in sorted(head.classes):
            found[f"head is {name}"] = 1.0
        for word in head.modifiers[:4]:
            found[f"modifier {word}"] = 1.0
        if not head.classes - {"plural"}:
            found["head is unknown"] = 1.0
        if head.at >= 0 and asked.words[head.at : head.at + 1].isupper():
            found["head is capital"] = 1.0
    if asked.pronoun:
        found[f"pronoun {asked.pronoun}"] = 1.0
        if asked.owned:
            found[f"owned by {asked.pronoun}"] = 1.0
    names = len({mention.actor for mention in asked.inside})
    found[f"names inside {min(names, 3)}"] = 1.0
    found["words"] = min(len(asked.words.split()), 20) / 10
    if "," in asked.words.strip(" ,"):
        found["has comma"] = 1.0
    found |= _cue(asked)
    found[f"quoted {asked.attribution.kind}"] = 1.0
    if asked.outer is not None:
        found["stands in another"] = 1.0
    content = asked.attribution.content
    if content and asked.start >= 0:
        found["content first" if content[0][0] < asked.start else "content behind"] = 1.0
    if context.sentences:
        found[f"in {context.sentences[context.sentence(asked.place)].role}"] = 1.0
    return found


def _cue(asked: Asked) -> dict[str, float]:
    words = WORDS.findall(asked.cue)
    if not words:
        return {"cue empty": 1.0}
    found = {f"cue {word}": 1.0 for word in words[:4]}
    if v.SAYING.isdisjoint(words):
        found["cue not saying"] = 1.0
    if PASSIVE.search(asked.cue):
        found["cue passive"] = 1.0
    if not RELAYED.isdisjoint(words):
        found["cue relays"] = 1.0
    return found
