"""What a verb of speech takes after it: "promised to", "warned that", "accused them"."""

from __future__ import annotations

import re
from functools import cache

COMPLEMENT = (
    r"(?:that|whether|how|why|what|he|she|they|it|there|the|his|her|its|their|no|all|a|an"
    r"|one|two|three|four|five|ten|some|many|most|nobody|everyone|everybody|[A-Z]\w*)\b"
)
THING = r"(?:the|a|an|his|her|its|their|any|all|some|it|him|them|us|me|[A-Z]\w*|what|how)\b"
HEARER = r"(?:(?:me|us|him|her|them|you|reporters|[A-Z]\w*(?: [A-Z]\w*)?|the \w+) )"
FOLLOWS = {
    "say": rf"{HEARER}?{COMPLEMENT}|[“\"‘]|:",
    "claim": rf"to |{COMPLEMENT}|{THING}",
    "argue": COMPLEMENT,
    "admit": rf"(?:to [a-z]+(?: [a-z]+)? )?{COMPLEMENT}|{THING}|[a-z]+ing\b",
    "deny": rf"{COMPLEMENT}|{THING}|[a-z]+ing\b",
    "confirm": rf"{COMPLEMENT}|{THING}",
    "warn": rf"{HEARER}?(?:that\b|of\b|against\b|not\b|{COMPLEMENT})",
    "threaten": r"to |that\b",
    "urge": rf"{THING}.*?\bto\b|for\b|on\b",
    "demand": rf"that\b|{THING}|to\b|more\b",
    "promise": rf"(?:in \d{{4}} )?(?:never )?to |{HEARER}?that\b|not\b|{THING}|more\b|no\b|[“\"«‘]",
    "believe": r"that\b",
    "accuse": rf"{THING}",
    "criticise": rf"{THING}",
    "praise": rf"{THING}",
    "ask": rf"(?:{THING} )?(?:whether|if|why|how|what|to|for|that)\b",
    "suggest": rf"that\b|{COMPLEMENT}|[a-z]+ing\b",
    "predict": rf"that\b|{COMPLEMENT}",
    "note": r"that\b",
    "stress": r"that\b",
    "explain": r"(?:that|why|how)\b",
    "announce": r"that\b",
    "reject": THING,
}


@cache
def _follow(name: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{FOLLOWS[name]})|: [“\"‘]")


def takes(name: str, text: str, at: int, end: int) -> bool:
    """Whether what a verb of a class needs stands behind it.

    Args:
        name: class of the verb.
        text: the article.
        at: where the verb ends.
        end: how far to look.

    >>> [takes("promise", "he promised " + rest, 11, 30) for rest in ("to go", "that", "and")]
    [True, True, False]
    """
    return name in FOLLOWS and bool(_follow(name).match(text, at, end))
