"""Attributions inside attributions: "Putin said NATO had promised ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.attribution.cues import verb
from analysis.attribution.types import Draft, Span

ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|Rev|St|Jr|Sr|[A-Z]|U\.S|U\.K|U\.N)\."
TOKEN = re.compile(rf"\b{ABBREVIATED}|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
# words that end a subject when one walks back from its verb
BOUNDARY = frozenset(
    ["that", "and", "but", "or", "because", "when", "if", "while", "as", "after", "before",
     "since", "where", "what", "which", "who", "whom", "whose", "whether", "how", "why", "than",
     "then", "until", "unless", "although", "though", "so", "said", "says", "is", "are", "was",
     "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can",
     "could", "may", "might", "must", "shall", "should", "to", "not", "by", "with", "about",
     "for", "at", "into", "against", "during"]
)  # fmt: skip
STARTERS = frozenset(
    ["the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "some", "many",
     "several", "most", "both", "few", "all", "no", "one", "two", "three", "four", "five", "six",
     "seven", "another", "other", "others", "even", "senior", "top", "former", "unnamed"]
)  # fmt: skip
HELPERS = frozenset(
    ["has", "have", "had", "is", "are", "was", "were", "also", "already", "never", "not",
     "repeatedly", "once", "since", "later", "recently", "publicly", "privately", "long", "now",
     "then", "still", "just", "been", "even"]
)  # fmt: skip
PRONOUNS = frozenset(["he", "she", "they"])
OTHERS = frozenset(["i", "we", "you", "it", "this", "that", "there", "mine"])
PEOPLE = re.compile(
    r"(?:officials?|sources?|critics?|experts?|analysts?|diplomats?|ministers?|aides?|leaders?"
    r"|lawmakers?|reporters?|journalists?|doctors?|scientists?|prosecutors?|police|lawyers?"
    r"|workers?|residents?|voters?|witness(?:es)?|opponents?|allies|people|some|many|others"
    r"|spokes(?:man|woman|person)|union|council|government|ministry|party|committee|court"
    r"|report|study|poll|survey|statement|president|chief|director|mayor|governor)$",
    re.I,
)
# what must follow the verb, by class
CLAUSE = (
    r"(?:that|whether|how|why|what|he|she|they|it|there|the|his|her|its|their|no|all|a|an"
    r"|[A-Z]\w*)\b"
)
THING = r"(?:the|a|an|his|her|its|their|any|all|some|it|him|them|us|me|[A-Z]\w*|what|how)\b"
HEARER = r"(?:(?:me|us|him|her|them|you|reporters|[A-Z]\w*(?: [A-Z]\w*)?|the \w+) )"
FOLLOWS = {
    "say": rf"{HEARER}?{CLAUSE}|[“\"‘]|:",
    "claim": rf"to |{CLAUSE}|{THING}",
    "argue": CLAUSE,
    "admit": rf"{CLAUSE}|{THING}|[a-z]+ing\b",
    "deny": rf"{CLAUSE}|{THING}|[a-z]+ing\b",
    "confirm": rf"{CLAUSE}|{THING}",
    "warn": rf"{HEARER}?(?:that\b|of\b|against\b|not\b|{CLAUSE})",
    "threaten": r"to |that\b",
    "urge": rf"{THING}.*?\bto\b|for\b|on\b",
    "demand": rf"that\b|{THING}|to\b|more\b",
    "promise": rf"to |{HEARER}?that\b|not\b|{THING}|more\b|no\b",
    "accuse": rf"{THING}",
    "criticise": rf"{THING}",
    "praise": rf"{THING}",
    "ask": rf"(?:{THING} )?(?:whether|if|why|how|what|to|for|that)\b",
    "suggest": rf"that\b|{CLAUSE}|[a-z]+ing\b",
    "predict": rf"that\b|{CLAUSE}",
    "note": r"that\b",
    "stress": r"that\b",
    "explain": r"(?:that|why|how)\b",
    "announce": r"that\b",
    "reject": THING,
}
FOLLOW = {name: re.compile(rf" (?:{pattern})") for name, pattern in FOLLOWS.items()}
ENDS = re.compile(
    rf"[”\"“;]|{ABBREVIATED}|(?P<stop>[.!?])(?=\s|$)| [—–] |—"
    r"|, (?:but|and|while|which|who|where|adding|he|she|they|said|according)\b"
)
# verbs that are plurals more often
NOUNS = frozenset(["states", "comments", "rules", "demands", "orders", "reports", "posts"])
# what "he" says about himself inside his own words is no second attribution
OF_ANOTHER = frozenset(
    ["predict", "reject", "criticise", "praise", "note", "stress", "explain", "confirm"]
)


def arrange(text: str, drafts: Sequence[Draft]) -> list[tuple[Draft, int | None]]:
    """Put attributions in order, and each inner one with the index of its outer one.

    Args:
        text: the article.
        drafts: attributions with contents; some may already stand inside another.

    Returns:
        (draft, index of the innermost draft that holds all of it), ordered by where the
        contents begin, outer ones first.
    """
    held = [span for draft in drafts for span in draft.source + draft.cue]
    held.sort()
    starts = [start for start, _ in held]
    new = [
        found
        for draft in drafts
        for found in inner(text, draft)
        if not _taken(starts, held, found.source[0]) and not _taken(starts, held, found.cue[0])
    ]
    ordered = sorted([*drafts, *new], key=lambda d: (min(d.content)[0], -max(d.content)[1]))
    placed: list[tuple[Draft, int | None]] = []
    open_spans: list[tuple[int, int, int]] = []  # contents that may still hold something
    for at, draft in enumerate(ordered):
        begin, end = draft.start, _reach(draft)
        open_spans = [span for span in open_spans if span[1] > min(draft.content)[0]]
        outer = [i for s, e, i in open_spans if s <= begin and end <= e]
        placed.append((draft, outer[-1] if outer else None))
        open_spans.extend((s, e, at) for s, e in draft.content)
    return placed


def _reach(draft: Draft) -> int:
    return max(end for _, end in draft.source + draft.cue + draft.content)


def _taken(starts: Sequence[int], held: Sequence[Span], span: Span) -> bool:
    at = bisect_right(starts, span[1] - 1) - 1
    return at >= 0 and held[at][1] > span[0]


def inner(text: str, draft: Draft) -> list[Draft]:
    """Find attributions inside the contents of one.

    Looks for a subject, a verb of speech and what such a verb needs after it. The speaker's
    own "I" and "we" are left to the outer attribution.

    Args:
        text: the article.
        draft: the outer attribution.

    Returns:
        Drafts inside its contents, in text order, none overlapping another.
    """
    found: list[Draft] = []
    for start, end in draft.content:
        found.extend(_in(text, start, end))
    return found


def _in(text: str, start: int, end: int) -> list[Draft]:
    tokens = list(TOKEN.finditer(text, start, end))
    found: list[Draft] = []
    reached = start
    for at, token in enumerate(tokens):
        if token[0] in NOUNS and not text.startswith(" that ", token.end()):
            continue
        name = verb(token[0]) if token.start() >= reached and token[0].islower() else None
        if name not in FOLLOW or not FOLLOW[name].match(text, token.end(), end):
            continue
        made = _draft(text, tokens, at, end, reached)
        if made is not None and not (name in OF_ANOTHER and _pronoun(text, made.source[0])):
            found.append(made)
            reached = made.content[-1][1]
    return found


def _draft(text: str, tokens: list[re.Match[str]], at: int, end: int, low: int) -> Draft | None:
    first = at
    while first and (
        tokens[first - 1][0].lower() in HELPERS or tokens[first - 1][0].endswith("ly")
    ):
        first -= 1
    begin = first
    while begin and first - begin < 9 and tokens[begin - 1].start() >= low:
        word = tokens[begin - 1][0].lower()
        if not word[0].isalnum() or word in BOUNDARY:
            break
        begin -= 1
    while begin < first and not _starts(tokens[begin][0]):
        begin += 1
    if begin == first or not _subject(tokens[begin:first], begin == 0):
        return None
    passive = any(t[0].lower() in ("is", "are", "was", "were", "been") for t in tokens[first:at])
    if passive or not _finite(tokens, first, at):
        return None
    cue_end = tokens[at].end()
    content = _content(text, cue_end, end)
    if content is None:
        return None
    return Draft(
        [(tokens[begin].start(), tokens[first - 1].end())],
        [(tokens[first].start(), cue_end)],
        [content],
        [0.5],
    )


def _subject(tokens: Sequence[re.Match[str]], opens: bool) -> bool:
    words = [token[0] for token in tokens]
    low = [word.lower() for word in words]
    if {re.split("['’]", word)[0] for word in low} & OTHERS:
        return False
    if len(words) == 1 and low[0] in PRONOUNS:
        return True
    if any(verb(word) and not word[0].isupper() and word.endswith("ed") for word in words):
        return False
    if words[-1][0].isupper():
        return len(words) > 1 or not opens or len(words[-1]) > 3
    return bool(PEOPLE.match(low[-1])) or any(PEOPLE.match(w) for w in low)


def _finite(tokens: Sequence[re.Match[str]], first: int, at: int) -> bool:
    """Whether the verb group can stand as a predicate: not "to say", not a bare participle."""
    word = tokens[at][0].lower()
    helped = any(t[0].lower() in ("has", "have", "had") for t in tokens[first:at])
    if word.endswith("ing"):
        return False
    return helped or word.endswith(("ed", "s")) or word in ("said", "told", "wrote", "say", "swore")


def _starts(word: str) -> bool:
    low = word.lower()
    return (
        word[0].isupper()
        or word[0].isdigit()
        or low in STARTERS
        or low in PRONOUNS
        or bool(PEOPLE.match(word))
    )


def _pronoun(text: str, span: Span) -> bool:
    return text[span[0] : span[1]].lower() in PRONOUNS


def _content(text: str, begin: int, end: int) -> Span | None:
    start = begin
    while start < end and text[start] in " :,":
        start += 1
    quote = text[start : start + 1] in '“"‘«'
    finish = end
    for stop in ENDS.finditer(text, start + 1, end):
        if stop[0][-1] == "." and not stop["stop"]:
            continue  # an abbreviation's
        finish = stop.end() if quote and stop[0] in '”"' else stop.start()
        break
    while finish > start and text[finish - 1] in " ,.;!?":
        finish -= 1
    return (start, finish) if len(text[start:finish].split()) >= 2 else None
