"""What kind of speech act a cue names: verbs and nouns by class, in all their forms."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.attribution.types import Span
from onrecord.lexicon.words import HAVING, MODAL

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
PLAIN = re.compile(r"\b(?:according to|in the (?:words|opinion) of|per)\b|^\W+$", re.I)
# verbs that only lead up to the one that counts: "refused to confirm", "went on to say"
LEADING = re.compile(
    r"(?:refus|declin|continu|want|seek|sought|tri|try|plan|hop|expect|go|went)(?:e|es|ed|ing|s)?$"
)
# who is asked, told or expected is not who speaks
BEFORE = "|".join(sorted(HAVING | (MODAL - {"shall"}) | {"having"}))
ADVERBS = "not|never|also|later|once|since|already|now|just|still|often|again|then"
BETWEEN = rf"(?: (?:{ADVERBS}|[a-z]+ly))*"
PASSIVE = re.compile(
    rf"(?:when |if )?(?:asked|(?:(?:{BEFORE}){BETWEEN} )?"
    rf"(?:am|is|are|was|were|be|been|being|g[eo]t)\b(?: being| been)?"
    rf"{BETWEEN} (?:asked|told|said|expected|seen|considered|believed|thought"
    r"|understood|reported|viewed|regarded|known|described|called|accused|critici[sz]ed|named"
    r"|blamed|praised|alleged|urged|warned|advised|informed|reminded|promised|offered|encouraged"
    r"|ordered|instructed|invited|declared|dubbed|forecast|predicted|projected))"
    r"(?: (?:as|to|that|about|of|for|by))?$",
    re.I,
)
VOWELS = "aeiou"
KEPT = 4096  # cues that are remembered: most are among a few hundred ("said", "has said")


def cue_class(text: str, cue: Sequence[Span]) -> str | None:
    """The class of a cue: say, claim, deny, warn ...

    Args:
        text: the article.
        cue: spans of the cue.

    Returns:
        A class of `cues.tsv`, or None where no word of the cue is known.

    >>> text = "has flatly denied; refused to confirm; recent suggestion; pondered"
    >>> [cue_class(text, [span]) for span in ((0, 17), (19, 37), (39, 56), (58, 66))]
    ['deny', 'confirm', 'suggest', None]
    """
    return _class(" ".join([text[start:end] for start, end in cue]))


@lru_cache(KEPT)
def _class(cue: str) -> str | None:
    words = cue.lower().replace("’", "'")
    if not words:
        return None
    if PLAIN.search(words):
        return "say"
    tokens = WORD.findall(words)
    verbs, nouns = _verbs(), _nouns()
    led: str | None = None
    at = 0
    while at < len(tokens):
        for size in (3, 2, 1):
            found = verbs.get(" ".join(tokens[at : at + size]))
            if found and len(tokens) - at >= size:
                if not LEADING.match(tokens[at]):
                    return found
                led = led or found
                break
        at += 1
    return next((nouns[token] for token in tokens if token in nouns), led)


def verb(word: str) -> str | None:
    """The class of one verb form, or None.

    >>> verb("warned"), verb("quipped"), verb("table")
    ('warn', 'say', 'suggest')
    """
    return _verbs().get(word.lower())


def closing(cue: str) -> str | None:
    """The class of the verb that a cue ends with, of one word or two.

    >>> closing("has warned"), closing("later pointed out"), closing("warned against")
    ('warn', 'note', None)
    """
    words = cue.split()
    return verb(" ".join(words[-2:])) or (verb(words[-1]) if words else None)


def passive(cue: str) -> bool:
    """Whether a cue's subject is spoken to or about; a bare "asked" only at the start.

    >>> [passive(cue) for cue in ("was asked", "Asked", "asked", "is said to have asked")]
    [True, True, False, False]
    >>> [passive(cue) for cue in ("is being urged", "has once been promised", "has promised")]
    [True, True, False]
    """
    return _passive(cue)


@lru_cache(KEPT)
def _passive(cue: str) -> bool:
    return bool(PASSIVE.match(cue)) and (" " in cue or cue[0].isupper())


def classes() -> list[str]:
    """All classes, in the lexicon's order.

    >>> classes()[:3]
    ['say', 'announce', 'note']
    """
    return [name for name, _, _ in _rows()]


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    split = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((row[0], row[1], row[2] if len(row) > 2 else "") for row in split)


def forms() -> Collection[str]:
    """All forms of the verbs of speech, in lower case; of some verbs several words."""
    return _verbs().keys()


@cache
def _verbs() -> dict[str, str]:
    made: dict[str, str] = {}
    for name, entries, _ in _rows():
        for entry in entries.split(","):
            lemma, _, pasts = entry.strip().partition("=")
            for form in (*_inflect(lemma, irregular=bool(pasts)), *pasts.split("/")):
                made.setdefault(form, name)
    made.pop("", None)
    return made


@cache
def _nouns() -> dict[str, str]:
    made: dict[str, str] = {}
    for name, _, entries in _rows():
        for lemma in filter(None, map(str.strip, entries.split(","))):
            made.setdefault(lemma, name)
            made.setdefault(_plural(lemma), name)
    return made


def _inflect(lemma: str, *, irregular: bool) -> list[str]:
    """Forms of a verb; a double consonant is offered wherever it might be right."""
    first, space, rest = lemma.partition(" ")
    if first == "be":
        forms = ["be", "is", "are", "was", "were", "been", "being"]
        return [form + space + rest for form in forms]
    stem = first[:-1] if first.endswith("e") else first
    tail = first.replace("qu", "q")[-3:]
    short = len(tail) == 3 and tail[1] in VOWELS and tail[0] not in VOWELS
    doubled = first + first[-1] if short and first[-1] not in VOWELS + "wxy" else None
    forms = [first, _plural(first), stem + "ing"]
    if not irregular:
        forms.append(first[:-1] + "ied" if _to_ie(first) else stem + "ed")
    if doubled:
        forms += [doubled + "ing", doubled + "ed"]
    return [form + space + rest for form in forms]


def _plural(word: str) -> str:
    if _to_ie(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _to_ie(word: str) -> bool:
    return word.endswith("y") and word[-2] not in VOWELS
