"""Whether the words before a verb of speech can be who says it, inside somebody's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.cues import verb
from onrecord.lexicon.vocabulary import SPOKESMEN
from onrecord.lexicon.words import BEING, HAVING, HELPING, NAMED_BEFORE, POSSESSIVES

# words that end a subject when one walks back from its verb
BOUNDARY = frozenset(
    ["that", "and", "but", "or", "because", "when", "if", "while", "as", "after", "before",
     "since", "where", "what", "which", "who", "whom", "whose", "whether", "how", "why", "than",
     "then", "until", "unless", "although", "though", "so", "said", "says", "be", "been", "to",
     "not", "by", "with", "about", "for", "at", "into", "against", "during"]
) | HELPING  # fmt: skip
STARTERS = frozenset(
    ["the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "some", "many",
     "several", "most", "both", "few", "all", "no", "one", "two", "three", "four", "five", "six",
     "seven", "another", "other", "others", "even", "senior", "top", "former", "unnamed"]
)  # fmt: skip
HELPERS = frozenset(
    ["also", "already", "never", "not", "repeatedly", "once", "since", "later", "recently",
     "publicly", "privately", "long", "now", "then", "still", "just", "been", "even"]
) | BEING | HAVING  # fmt: skip
PASSIVE = BEING | {"been"}
SPEAKERS = frozenset(["i", "we"])
THINGS = frozenset(["it"])
OTHERS = frozenset(["i", "we", "it", "you", "this", "that", "there", "mine"])
# what "I" and "we" say of their own saying, and what "it" can only do as a body or a paper
OWN = re.compile(r"(?:told|said|warned|promised|asked|urged|admitted|denied|predicted)$")
BODILY = re.compile(
    r"(?:says|admitt?ed|admits|den(?:ies|ied)|pretend(?:s|ed)|promise[sd]|threaten(?:s|ed)"
    r"|accuse[sd]|demand(?:s|ed)|warn(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|alleg(?:es|ed)"
    r"|announce[sd]|pledge[sd]|vow(?:s|ed)|urge[sd])$"
)
CLITIC = re.compile(r"^(?:he|she|they|it|who)['’][a-z]+$|['’](?:re|ve|ll|d)$")
KIN_OF = POSSESSIVES - {"its", "your"}
PEOPLE = re.compile(
    r"(?:officials?|sources?|critics?|experts?|analysts?|diplomats?|ministers?|aides?|leaders?"
    r"|lawmakers?|reporters?|journalists?|doctors?|scientists?|prosecutors?|police|lawyers?"
    r"|workers?|residents?|voters?|witness(?:es)?|opponents?|allies|people|some|many|others"
    rf"|{'|'.join(sorted(SPOKESMEN))}|unions?|councils?|governments?|ministry|party|committees?"
    r"|courts?|navy|navies|army|armies|parties|ministries|countries|states|capitals"
    r"|report|study|poll|survey|statement|president|chief|director|mayor|governor)$",
    re.I,
)
LONGEST = 9  # words of a subject


def inner_subject(tokens: Sequence[re.Match[str]], at: int, low: int) -> tuple[int, int] | None:
    """Walk back from a verb to the subject that it has.

    Args:
        tokens: words and marks of a content.
        at: number of the verb among them.
        low: offset before which nothing is looked at.

    Returns:
        Numbers of the subject's first word and of the verb group's; None where what stands
        there cannot be who says it.
    """
    first = at
    while first and _helps(tokens[first - 1][0].lower()):
        first -= 1
    begin = first
    while begin and first - begin < LONGEST and tokens[begin - 1].start() >= low:
        word = tokens[begin - 1][0].lower()
        if not word[0].isalnum() or word in BOUNDARY:
            break
        begin -= 1
    while begin < first and not _starts(tokens[begin][0]):
        begin += 1
    words = [token[0] for token in tokens[begin : at + 1]]
    verb_at = first - begin
    if not verb_at or not _predicate([word.lower() for word in words[verb_at:]]):
        return None
    if not _names(words[:verb_at], begin == 0) and not _unnamed([word.lower() for word in words]):
        return None
    return begin, first


def _names(words: Sequence[str], opens: bool) -> bool:
    """Whether a subject is a name, people by what they are, or a pronoun for such."""
    low = [word.lower() for word in words]
    if {re.split("['’]", word)[0] for word in low} & OTHERS or CLITIC.search(low[-1]):
        return False
    if len(words) == 1 and low[0] in NAMED_BEFORE:
        return True
    if any(verb(word) and not word[0].isupper() and word.endswith("ed") for word in words):
        return False
    if words[-1][0].isupper():
        return len(words) > 1 or not opens or len(words[-1]) > 3
    return any(PEOPLE.match(word) for word in low)


def _unnamed(low: Sequence[str]) -> bool:
    """Whether a subject that names nobody can yet be who says it: "it admitted", "my wife says"."""
    said = low[-1]
    subject = [word for word in low[:-1] if not _helps(word)]
    if len(subject) == 1:
        own = subject[0] in SPEAKERS and OWN.match(said)
        return bool(own or (subject[0] in THINGS and BODILY.match(said)))
    kin = 1 < len(subject) <= 3 and subject[0] in KIN_OF and subject[-1].isalpha()
    return kin and bool(OWN.match(said) or BODILY.match(said) or said == "say")


def _predicate(low: Sequence[str]) -> bool:
    """Whether a verb group can stand as a predicate: no passive, not "to say", no participle."""
    helpers, said = set(low[:-1]), low[-1]
    if helpers & PASSIVE or said.endswith("ing"):
        return False
    finite = said.endswith(("ed", "s")) or said in ("said", "told", "wrote", "say", "swore")
    return finite or bool(helpers & HAVING)


def _helps(word: str) -> bool:
    return word in HELPERS or word.endswith("ly")


def _starts(word: str) -> bool:
    low = word.lower()
    known = low in STARTERS or low in NAMED_BEFORE | SPEAKERS | THINGS
    return known or word[0].isupper() or word[0].isdigit() or bool(PEOPLE.match(word))
