"""Who asks and who answers in an interview that is printed with "Q:" and "A:"."""

from __future__ import annotations

import re

from onrecord.speakers.context import Context

ASKS = frozenset({"q", "question"})
ANSWERS = frozenset({"a", "answer"})
INTERVIEWS = re.compile(
    r"\s+(?:has\s+)?(?:met|spoke|speaks|talked|talks|interviewed|interviews|asked|asks|sat down|"
    r"caught up|visited|called)\b"
)


def label(written: str) -> str:
    """The role, "ask" or "answer", of a transcript's label, else nothing.

    >>> label("Q:"), label("A."), label("Ada")
    ('ask', 'answer', '')
    """
    word = written.strip(" .:*").lower()
    return "ask" if word in ASKS else "answer" if word in ANSWERS else ""


def interview(context: Context, start: int) -> dict[str, str]:
    """The people behind the labels, from what stands before the first one.

    Args:
        context: the article.
        start: where the first label stands.

    Returns:
        Names under "ask" and "answer"; a role is missing where the introduction does not
        make it plain: the one whom somebody "met" or "spoke to" answers, and so does the
        only person named.
    """
    people: dict[str, bool] = {}
    for number, mention in enumerate(context.mentions):
        if mention.start >= start:
            break
        if mention.actor_type == "person":
            asks = INTERVIEWS.match(context.text, mention.end) is not None
            people[mention.actor] = people.get(mention.actor, False) or (
                asks and context.subject[number]
            )
    asking = [name for name, asks in people.items() if asks]
    answering = [name for name in people if name not in asking]
    found = {}
    if len(asking) == 1 and len(people) > 1:
        found["ask"] = asking[0]
    if len(answering) == 1 or (answering and len(people) == 1):
        found["answer"] = answering[0]
    return found
