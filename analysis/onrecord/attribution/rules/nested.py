"""Attributions inside attributions: "Putin said NATO had promised ..."."""

from __future__ import annotations

import re

from onrecord.attribution.complement import takes
from onrecord.attribution.cues import forms, verb
from onrecord.attribution.inner_subject import SPEAKERS, inner_subject
from onrecord.attribution.page import Page
from onrecord.attribution.spans import touched
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import OPENING
from onrecord.lexicon.words import NAMED_BEFORE

SHORT = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|Rev|St|Jr|Sr|[A-Z]|U\.S|U\.K|U\.N)\."
TOKEN = re.compile(rf"\b{SHORT}|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
TO_WHOM = re.compile(r"to [a-z]+(?: [a-z]+)? (?=that\b)")
ENDS = re.compile(
    rf"[”\"“;]|{SHORT}|(?P<stop>[.!?])(?=\s|$)| [—–] |—"
    r"|, (?:but|yet|and|while|which|who|where|adding|he|she|they|said|according)\b"
)
# verbs that are plurals more often
NOUNS = frozenset(["states", "comments", "rules", "demands", "orders", "reports", "posts"])
# what "he" says about himself inside his own words is no second attribution
OF_ANOTHER = frozenset(
    ["predict", "reject", "criticise", "praise", "note", "stress", "explain", "confirm"]
)


def nested(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Add the attributions that stand inside the contents of others.

    Looks for a subject, a verb of speech and what such a verb needs after it. What the speaker
    thinks ("I believe") is left to the outer attribution, what he tells of having said
    ("I told them that") is not.

    Before:
        {S:Torvald} {Q:said} {C:the Vell Council had promised to lower its tariffs}.
    After:
        {S:Torvald} {Q:said} {C:{S:the Vell Council} {Q:had promised} {C:to lower its tariffs}}.
    """
    held = sorted(span for d in drafts if d.content for span in d.source + d.cue)
    found = [
        inner
        for draft in drafts
        for start, end in draft.content
        for inner in _in(page.text, start, end)
        if not touched(held, inner.source[0]) and not touched(held, inner.cue[0])
        # a turn of a conversation is one attribution
        if not (draft.spoken and _word(page.text, inner.source[0]) in SPEAKERS)
    ]
    return drafts + found


def _in(text: str, start: int, end: int) -> list[Draft]:
    words = TOKEN.findall(text, start, end)
    # most contents hold no verb of speech, and match objects are dear
    said = [at for at, word in enumerate(words) if word.lower() in forms() and word[0].islower()]
    if not said:
        return []
    tokens = list(TOKEN.finditer(text, start, end))
    found: list[Draft] = []
    reached = start
    for at in said:
        token = tokens[at]
        if token[0] in NOUNS and not text.startswith(" that ", token.end()):
            continue
        name = verb(token[0]) if token.start() >= reached and token[0].islower() else None
        if name is None or not takes(name, text, token.end(), end):
            continue
        made = _draft(text, tokens, at, end, reached)
        if made and not (name in OF_ANOTHER and _word(text, made.source[0]) in NAMED_BEFORE):
            found.append(made)
            reached = made.content[-1][1]
    return found


def _draft(text: str, tokens: list[re.Match[str]], at: int, end: int, low: int) -> Draft | None:
    found = inner_subject(tokens, at, low)
    if found is None:
        return None
    begin, first = found
    said = tokens[at].end()
    if tokens[begin][0].lower() in SPEAKERS and text.startswith(" you", said):
        return None  # "I told you" is said to the hearer, not told of
    content = _content(text, said, end)
    if content is None:
        return None
    source = (tokens[begin].start(), tokens[first - 1].end())
    return Draft([source], [(tokens[first].start(), said)], [content], [0.5])


def _word(text: str, span: Span) -> str:
    return text[span[0] : span[1]].lower()


def _content(text: str, begin: int, end: int) -> Span | None:
    start = begin
    while start < end and text[start] in " :,":
        start += 1
    hearer = TO_WHOM.match(text, start, end)  # "admitted to mediators that"
    start = hearer.end() if hearer else start
    quote = text[start] in OPENING if start < end else False
    finish = end
    for stop in ENDS.finditer(text, start + 1, end):
        if stop[0][-1] == "." and not stop["stop"]:
            continue  # an abbreviation's
        finish = stop.end() if quote and stop[0] in '”"' else stop.start()
        break
    while finish > start and text[finish - 1] in " ,.;!?":
        finish -= 1
    return (start, finish) if len(text[start:finish].split()) >= 2 else None
