"""What a figure counts: the noun phrase beside it, read without a grammar."""

from __future__ import annotations

import re

from onrecord.lexicon.vocabulary import FUNCTION

WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:[-.'’&][^\W_]+)*['’]?")
MOST = 6  # words of a phrase
REACH = 240  # characters before a figure in which what it counts stands: time is linear in the text
PLURAL = frozenset({
    "people", "men", "women", "children", "police", "others", "fish", "sheep", "teeth", "feet",
    "mice", "geese", "staff", "crew", "troops", "lives", "media", "data", "criteria", "aircraft",
    "migrants", "personnel", "policemen", "fishermen", "gunmen", "businessmen", "congressmen",
})  # fmt: skip
NOT_PLURAL = re.compile(r"(?:ss|us|is|'s|’s|ous)$")
# what ends a phrase beside function words
STOPS = frozenset({word.lower() for word in FUNCTION} - {"share"}) | frozenset({
    "said", "says", "per", "each", "every", "more", "less", "up", "down", "off", "later", "ago",
    "only", "also", "now", "today", "yesterday", "tomorrow", "here", "there", "so", "than", "total",
    "overall", "alone", "annually", "away", "apart", "again", "already", "yet", "still", "even",
    "just", "when", "while", "where", "because", "across", "worldwide", "nationwide", "aboard",
    "and", "or", "but", "not", "went", "came", "made", "took", "got", "left", "lost", "won",
})  # fmt: skip
DETERMINERS = frozenset({
    "the", "a", "an", "all", "its", "his", "her", "their", "our", "my", "your", "these", "those",
    "this", "that", "such", "any", "other",
})  # fmt: skip
WHEN = frozenset({
    "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years",
    "decade", "decades", "hour", "hours", "minutes", "spring", "summer", "autumn", "winter", "time",
})  # fmt: skip
TITLES = frozenset({"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "st", "prof"})
NO_NOUNS = frozenset({"those", "them", "us", "it"})
OPENING = frozenset({"back", "lost", "others", "those"})  # "back taxes", "lost fares"
_BEHIND = re.compile(r"\s*(?:of|in|off)\s+", re.I)
_NAME = r"[^\W_]+(?:[-'’][^\W_]+)*"
_NEARLY = (
    r"(?: (?:about|around|roughly|approximately|some|nearly|almost|more than|less than|over|under|"
    r"at least|up to|only|just|as much as|an estimated))* ?$"
)
_OF = re.compile(rf"({_NAME}(?: {_NAME}){{0,2}})[”\"’]? (?:of|worth){_NEARLY}")
_FOR = re.compile(rf"({_NAME}(?: {_NAME}){{0,2}}) for{_NEARLY}")
_SUBJECT = re.compile(
    rf"({_NAME}(?: {_NAME})?)(?:, [^,]{{3,30}},)? (?:that |which )?(?:is|was|are|were|will be|"
    r"would be|could be|hits?|reach(?:es|ed)?|touch(?:es)?|totals?|totall?ed|stands? at|"
    rf"stood at|exceed(?:s|ed)?){_NEARLY}"
)
_CHANGED = re.compile(
    r"\b(?:reduce|cut|lower|increase|raise|limit|boost|expand)(?:s|d|ed|ing)? "
    rf"((?:{_NAME} ?){{1,3}}?)(?: of (?:{_NAME} ?){{1,3}}?)? ?(?:to|by){_NEARLY}"
)


def phrase(text: str, at: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a place, determiners left out.

    Args:
        text: a text.
        at: where it may begin.

    >>> text = "some 40 registered northern voters were"
    >>> start, end = phrase(text, 7)
    >>> text[start:end]
    'registered northern voters'
    """
    words = _run(text, at)
    if len(words) > 1 and words[0][2] in NO_NOUNS and words[1][2].endswith("ing"):
        return words[0][:2]  # "those responding"
    while len(words) > 1 and words[0][2] in DETERMINERS:
        words = words[1:]
    if not words or (words[0][2] in STOPS and words[0][2] not in OPENING):
        return None
    many = [n for n, word in enumerate(words) if plural(word[2])]
    last = len(words) - 1
    if many:
        last = many[0]
        while last + 1 in many:  # "sales managers"
            last += 1
    return words[0][0], words[last][1]


def behind(text: str, at: int) -> tuple[int, int] | None:
    """What "of", "in" or "off" leads to: "of the voters", "in debt"; not "in May", "in Ohio"."""
    found = _BEHIND.match(text, at)
    led = phrase(text, found.end()) if found else None
    if led is None or not found or found[0].strip().lower() != "in":
        return led
    last = text[led[0] : led[1]].split()[-1]
    return None if last[:1].isupper() or last.lower() in WHEN else led


def before(text: str, at: int) -> tuple[int, int] | None:
    """What stands before "of": "a fine of"."""
    return _last(_OF.search(text, max(at - REACH, 0), at))


def bought(text: str, at: int) -> tuple[int, int] | None:
    """What stands before "for": "a battery for"."""
    return _last(_FOR.search(text, max(at - REACH, 0), at))


def subject(text: str, at: int) -> tuple[int, int] | None:
    """What is, reaches or hits the figure ("donations hit"), or is brought to it."""
    return _last(_SUBJECT.search(text, max(at - REACH, 0), at)) or changed(text, at)


def changed(text: str, at: int) -> tuple[int, int] | None:
    """What is brought to a figure: "reduce arrivals to"."""
    return _last(_CHANGED.search(text, max(at - REACH, 0), at))


def several(text: str, at: int) -> tuple[int, int] | None:
    """The plural that a bare number counts; None where none follows."""
    found = phrase(text, at)
    if found is None or not plural(text[found[0] : found[1]].split()[-1].strip("'’").lower()):
        return None
    return found


def plural(word: str) -> bool:
    """Whether a word in small letters looks like a plural.

    >>> plural("voters"), plural("bus"), plural("people"), plural("crisis")
    (True, False, True, False)
    """
    if word.endswith("men") and len(word) > 4:  # ferrymen, no omen
        return True
    return word in PLURAL or (len(word) > 3 and word.endswith("s") and not NOT_PLURAL.search(word))


def _run(text: str, at: int) -> list[tuple[int, int, str]]:
    """Words that follow each other up to one that ends a phrase: start, end, in small letters."""
    made: list[tuple[int, int, str]] = []
    for found in WORD.finditer(text, at):
        gap = text[made[-1][1] if made else at : found.start()]
        if made and made[-1][2] in TITLES and gap.startswith("."):
            gap = gap[1:]
        if gap.strip(" \n\u00a0-“”‘’'\"") or "\n\n" in gap or len(made) == MOST:
            break
        word = found[0].lower()
        if made and word in ("and", "or") and not any(plural(w) for *_, w in made):
            made.append((found.start(), found.end(), word))
            continue
        opens = not made or all(w in DETERMINERS for *_, w in made)
        if word in STOPS and not (opens and word in DETERMINERS | NO_NOUNS | OPENING):
            break
        if word[0].isdigit() and not made:
            break
        made.append((found.start(), found.end(), word))
    while made and made[-1][2] in ("and", "or"):
        made.pop()
    return made


def _last(found: re.Match | None) -> tuple[int, int] | None:
    """The end of a phrase that was found before a number, without what opens it."""
    if not found:
        return None
    words = list(WORD.finditer(found[1]))
    kept: list[re.Match] = []
    for word in reversed(words):
        if word[0].lower() in STOPS | DETERMINERS:
            break
        kept.insert(0, word)
    if not kept:
        return None
    return found.start(1) + kept[0].start(), found.start(1) + kept[-1].end()
