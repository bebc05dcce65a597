"""What the words of a page mean, the same in figures, tables and the method."""

from __future__ import annotations

from onrecord.display.fragment import element, text

GLOSSARY = {
    "quote": "Words that the article attributes to somebody, in quotation marks or in a "
    "paraphrase; a clause at least, and not denied by the article.",
    "direct quote": "A quote in quotation marks from end to end.",
    "named speaker": "A person, organisation, country or group that is quoted under a name.",
    "actor": "A named person, organisation, country or group that is spoken about.",
    "statement": "One voice toward one actor, once: a quote that names two actors makes two "
    "statements.",
    "outlet": "Who published the article.",
    "stance": "Whether the words of a speaker take a side for or against an actor.",
    "coverage": "What the outlet's own sentences convey of an actor, favourable or unfavourable.",
    "clear direction": "A mean with enough articles and statements behind it, far enough from "
    "zero, that is not likely to be found by chance among so many.",
}


def term(noun: str, shown: str) -> str:
    """A word as markup, with its meaning on hover where the glossary has it.

    >>> term("week", "weeks")
    'weeks'
    """
    meaning = GLOSSARY.get(noun)
    return element("dfn", text(shown), title=meaning) if meaning else text(shown)


def glossary() -> str:
    """All words with their meaning, as markup; folded, for who reads to the end."""
    rows = [
        element("dt", text(noun)) + element("dd", text(meaning))
        for noun, meaning in GLOSSARY.items()
    ]
    said = element("summary", "Words used here")
    return element("details", said, element("dl", *rows, class_="or-provenance"))
