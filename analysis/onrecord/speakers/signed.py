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
TITLE = 30  # characters before a name that may be its title
BEFORE, BEHIND = 60, 200  # characters of its line that are looked at
LINE = 80  # characters in which two names, a line each, are a list
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
    if context.authors is None:
        context.authors = _authors(context)
    signed = [
        (at, name) for at, kind, name in context.authors if kind == "signs" and at > asked.place
    ]
    if signed:
        several = len(signed) > 1 and signed[1][0] - signed[0][0] < LINE
        return None if several else signed[0][1]
    for told in ("byline", "presented"):
        names = {name for _, kind, name in context.authors if kind == told}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _authors(context: Context) -> list[tuple[int, str, str]]:
    """Each line that tells of an author, in order: where it begins, how it tells, who it is."""
    notes, found = _notes(context.text), []
    for mention in context.mentions:
        if mention.actor_type != "person":
            continue
        start = context.text.rfind("\n", max(0, mention.start - BEFORE), mention.start) + 1
        if start or mention.start < BEFORE:
            kind = _kind(context, mention, start, notes)
            found += [(start, kind, mention.actor)] if kind else []
    return found


def _kind(context: Context, mention: Named, start: int, notes: int) -> str:
    """How the line of a mention tells of an author: "signs", "byline", "presented" or not ("")."""
    before = context.text[start : mention.start].strip(" -—–")
    after = context.text[mention.end : mention.end + BEHIND].split("\n", 1)[0].rstrip(" .")
    if len(before) > TITLE:
        return ""
    if PLACE.fullmatch(after):
        if not before and start:
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
