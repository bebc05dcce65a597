"""Who writes "I": whom a byline names, who signs below, whom the last lines present as author."""

from __future__ import annotations

import re

from onrecord.speakers.asked import Asked
from onrecord.speakers.context import Context
from onrecord.speakers.model import Named

BYLINE = re.compile(r"(?:by|from|written by)\s*", re.IGNORECASE)
PLACE = re.compile(r"(?:[,;] ?[A-Z][\w.’' -]{1,24}){0,3}")  # "Ada Lund, Henderson, Nev."
PRESENTED = re.compile(r"(?:,[^\n]{1,80}?,)? (?:is|was|writes|serves|teaches|covers|works)\b")
OWN = frozenset({"i", "i’m", "i'm", "i’d", "i'd", "i’ve", "i've"})
KINDS = ("signs", "byline", "presented")
TITLE = 30  # characters before a name that may be its title
HEAD = 700  # characters in which a byline stands
NOTES = 2  # paragraphs at the end that may present the author


def own_words(asked: Asked) -> bool:
    """Whether a source is an "I" of the article's own, which nobody in it need be."""
    return asked.words.strip().lower() in OWN and asked.outer is None


def writer(context: Context, asked: Asked) -> str | None:
    """The person who writes an article, or a letter in it, in the first person.

    Args:
        context: the article.
        asked: a source.

    Returns:
        The name; None where the source is no "I" of the article's own, as in quoted words, or
        where nothing tells who it is, or more than one may be.
    """
    if not own_words(asked):
        return None
    told: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    notes = _notes(context.text)
    for mention in context.mentions:
        kind = _kind(context, mention, asked.place, notes)
        if kind:
            told[kind].setdefault(mention.actor)
    if told["signs"]:
        return next(iter(told["signs"]))
    names = [*dict.fromkeys([*told["byline"], *told["presented"]])]
    return names[0] if len(names) == 1 else None


def _kind(context: Context, mention: Named, place: int, notes: int) -> str:
    """What a mention tells of who writes at a place, one of `KINDS`; empty for nothing."""
    text = context.text
    start, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    before = text[start : mention.start].strip(" -—–")
    after = text[mention.end : end if end >= 0 else len(text)].rstrip(" .")
    if mention.actor_type != "person" or len(before) > TITLE:
        return ""
    if PLACE.fullmatch(after):
        if not before and start > place:
            return "signs"
        return "byline" if BYLINE.fullmatch(before) and mention.end < HEAD else ""
    first = context.first[mention.actor] == mention.start
    return "presented" if start >= notes and first and PRESENTED.match(after) else ""


def _notes(text: str) -> int:
    """Where the last paragraphs begin."""
    at = len(text.rstrip())
    for _ in range(NOTES):
        at = text.rstrip().rfind("\n", 0, at)
        while at > 0 and text[at - 1] == "\n":
            at -= 1
    return max(at, 1)
