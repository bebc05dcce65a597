"""Attributions inside attributions: "Putin said NATO had promised ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.complement import takes
from onrecord.attribution.cues import forms, verb
from onrecord.attribution.types import Draft, Span

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
FIRST = frozenset(["i", "we"])
THINGS = frozenset(["it"])
OTHERS = frozenset(["i", "we", "it", "you", "this", "that", "there", "mine"])
# what "I" and "we" say of their own saying, and what "it" can only do as a body or a paper
OWN = re.compile(r"(?:told|said|warned|promised|asked|urged|admitted|denied|predicted)$")
BODILY = re.compile(
    r"(?:says|admitt?ed|admits|den(?:ies|ied)|pretend(?:s|ed)|promise[sd]|threaten(?:s|ed)"
    r"|accuse[sd]|demand(?:s|ed)|warn(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|alleg(?:es|ed)"
    r"|announce[sd]|pledge[sd]|vow(?:s|ed)|urge[sd])$"
)
HEARER = re.compile(r"to [a-z]+(?: [a-z]+)? (?=that\b)")
CLITIC = re.compile(r"^(?:he|she|they|it|who)['’][a-z]+$|['’](?:re|ve|ll|d)$")
OWNERS = frozenset(["my", "his", "her", "our", "their"])
PEOPLE = re.compile(
    r"(?:officials?|sources?|critics?|experts?|analysts?|diplomats?|ministers?|aides?|leaders?"
    r"|lawmakers?|reporters?|journalists?|doctors?|scientists?|prosecutors?|police|lawyers?"
    r"|workers?|residents?|voters?|witness(?:es)?|opponents?|allies|people|some|many|others"
    r"|spokes(?:man|woman|person)|unions?|councils?|governments?|ministry|party|committees?"
    r"|courts?|navy|navies|army|armies|parties|ministries|countries|states|capitals"
    r"|report|study|poll|survey|statement|president|chief|director|mayor|governor)$",
    re.I,
)
ENDS = re.compile(
    rf"[”\"“;]|{ABBREVIATED}|(?P<stop>[.!?])(?=\s|$)| [—–] |—"
    r"|, (?:but|yet|and|while|which|who|where|adding|he|she|they|said|according)\b"
)
# verbs that are plurals more often
NOUNS = frozenset(["states", "comments", "rules", "demands", "orders", "reports", "posts"])
# what "he" says about himself inside his own words is no second attribution
OF_ANOTHER = frozenset(
    ["predict", "reject", "criticise", "praise", "note", "stress", "explain", "confirm"]
)


def inner(text: str, draft: Draft) -> list[Draft]:
    """Find attributions inside the contents of one.

    Looks for a subject, a verb of speech and what such a verb needs after it. What the speaker
    thinks ("I believe") is left to the outer attribution, what he tells of having said
    ("I told them that") is not.

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
    if begin == first:
        return None
    if not _subject(tokens[begin:first], begin == 0) and not _known(tokens[begin : at + 1]):
        return None
    if tokens[begin][0].lower() in FIRST and text.startswith(" you", tokens[at].end()):
        return None  # "I told you" is said to the hearer, not told of
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
    if CLITIC.search(low[-1]):
        return False
    if len(words) == 1 and low[0] in PRONOUNS:
        return True
    if any(verb(word) and not word[0].isupper() and word.endswith("ed") for word in words):
        return False
    if words[-1][0].isupper():
        return len(words) > 1 or not opens or len(words[-1]) > 3
    return bool(PEOPLE.match(low[-1])) or any(PEOPLE.match(w) for w in low)


def _known(tokens: Sequence[re.Match[str]]) -> bool:
    """Whether a subject that names nobody can yet be who says it: "it admitted", "my wife says"."""
    low = [token[0].lower() for token in tokens]
    subject, said = low[: len(low) - 1], low[-1]
    subject = [word for word in subject if word not in HELPERS and not word.endswith("ly")]
    if len(subject) == 1:
        return bool(
            (subject[0] in FIRST and OWN.match(said))
            or (subject[0] in THINGS and BODILY.match(said))
        )
    kin = 1 < len(subject) <= 3 and subject[0] in OWNERS and subject[-1].isalpha()
    return kin and bool(OWN.match(said) or BODILY.match(said) or said == "say")


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
        or low in PRONOUNS | FIRST | THINGS
        or bool(PEOPLE.match(word))
    )


def _pronoun(text: str, span: Span) -> bool:
    return text[span[0] : span[1]].lower() in PRONOUNS


def _content(text: str, begin: int, end: int) -> Span | None:
    start = begin
    while start < end and text[start] in " :,":
        start += 1
    hearer = HEARER.match(text, start, end)  # "admitted to mediators that"
    start = hearer.end() if hearer else start
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
