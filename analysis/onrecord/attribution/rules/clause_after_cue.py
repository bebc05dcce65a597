"""Contents that the reader left out although it found who speaks and the verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.attribution.complement import takes
from onrecord.attribution.cues import closing
from onrecord.attribution.page import Page
from onrecord.attribution.spans import taken
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import ABBREVIATED

# verbs whose object is what is said; the others need a clause behind them
OBJECT = frozenset(
    ["deny", "reject", "confirm", "demand", "promise", "accuse", "praise", "urge", "admit",
     "predict", "fear", "doubt"]
)  # fmt: skip
# what begins no content: time, place, manner, a clause beside the verb
NO_OBJECT = re.compile(
    r" (?:in|on|at|by|from|with|as|and|or|but|who|which|where|when|if|because|since|during|before"
    r"|after|until|than|again|here|there|today|yesterday|tomorrow|this (?:week|month|year|morning)"
    r"|last|first|earlier|later|through|under|over|among|between|alone|too|so|back|up|down|out|off"
    r"|is|are|was|were|has|have|had|will|would|can|could|to|for|of|about|[A-Z][a-z]+day|[a-z]+ly"
    r"|[^\w“‘\"'$].*)(?=\W)"
)
WH = re.compile(r" (?:by whom|only [a-z]+|why|how|when [a-z]+ [a-z]+ [a-z]+|where|what|whether)\b")
STOP = re.compile(rf"{ABBREVIATED}\.(?=\s|$)|[!?;](?=\s|$)|[,:](?=\s)| [—–-]{{1,2}} |—|[“”\"]|$")
ADJUNCT = re.compile(r",? (?:and|but|or|while|who|which|that|as|by)(?: [a-z]+ly| also)?$")
TOLD = re.compile(r"(?:tell|tells|told|writes?|wrote|answer(?:s|ed)?|repl(?:y|ies|ied))$", re.I)
THAT = re.compile(r" (?:[\w’'.-]+ ){0,4}?that\b")
# "the goals that it pledged": what is said stands before the subject
BEFORE_SUBJECT = re.compile(r"\b(?:that|which|whom|what|where|when)(?: the| a| an| both)? $", re.I)
DONE_TO = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|get|got)\b.*(?:ed|en|told|said)$", re.I
)
CUT = re.compile(r"(?:in|on|at|by|from|with|to|for|of|about|a|an|the|his|her|its|their|-)$", re.I)
NOBODY = re.compile(r"(?:who|which|that|what|you|anyone|anybody)$", re.I)
MOST = 45  # words
NEAR = 16  # characters before a subject that tell a relative clause


def clause_after_cue(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give a subject and its verb, without a content, the clause that stands behind them.

    Only where the verb is one of speech that takes such a content ("Marsh offered a fund"),
    and only to the next comma.

    Before:
        {S:The union} {Q:demanded} more pay, a clerk noted.
    After:
        {S:The union} {Q:demanded} {C:more pay}, a clerk noted.
    """
    text = page.text
    spans = taken(drafts)
    for draft in drafts:
        if draft.content or len(draft.source) != 1 or len(draft.cue) != 1:
            continue
        (name, named), (start, end) = draft.source[0], draft.cue[0]
        home = page.sentence_at(start)
        if BEFORE_SUBJECT.search(text, max(home.start, draft.start - NEAR), draft.start):
            continue
        if NOBODY.match(text, name, named) or text[named:start].strip():
            continue
        if not home.start <= named <= start or not _opens(text, (start, end), home.end):
            continue
        if TOLD.match(text[start:end].rpartition(" ")[2]):
            that = THAT.match(text, end, home.end)
            end = that.end() - len(" that") if that else end
        found = _clause(text, end, home.end, spans)
        if found is not None:
            draft.give("content", found)
    return drafts


def _opens(text: str, cue: Span, end: int) -> bool:
    words = text[cue[0] : cue[1]]
    last = words.rpartition(" ")[2]
    if DONE_TO.search(words) or last.endswith("ing") or text[cue[1] : cue[1] + 1] != " ":
        return False
    name = closing(words)
    if name is None or words.startswith("to "):
        return False
    if TOLD.match(last) and not THAT.match(text, cue[1], end):
        return False  # "told his audience": what follows is who heard it
    if takes(name, text, cue[1], end) or (name not in OBJECT and WH.match(text, cue[1], end)):
        return True
    return name in OBJECT and not NO_OBJECT.match(text, cue[1], end)


def _clause(text: str, begin: int, end: int, spans: Sequence[Span]) -> Span | None:
    start = begin + 1
    following = bisect_left(spans, (start, 0))
    if following < len(spans):
        end = min(end, spans[following][0])
    stop = STOP.search(text, start, end)
    finish = stop.start() if stop else end
    while finish > start and text[finish - 1].isspace():
        finish -= 1
    cut = ADJUNCT.search(text, start, finish)
    finish = cut.start() if cut else finish
    words = text[start:finish].split()
    if not words or len(words) > MOST or CUT.match(words[-1]):
        return None
    return start, finish
