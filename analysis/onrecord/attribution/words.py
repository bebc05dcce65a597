"""Classes of words that several rules need."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+(?:['’]\w+)*")
# a full stop behind these ends no sentence; the patterns look back from it
ABBREVIATED = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])"
# one name: "Ana Torvald", "the de Witts", "Mr. Lind"
NAME = r"(?:[A-Z][\w’'-]*\.?(?: (?:[A-Z][\w’'-]*\.?|of|the|de|van|von|bin|al))* )?[A-Z][\w’-]*"
# words that open a clause and are no subject, though a sentence gives them a capital
OPENERS = (
    r"(?:It|This|That|These|There|What|But|And|As|If|So|In|On|At|After|Before|When|While|For|By"
    r"|With|Yet|Also|Then|Though|Although|Because|Since|Asked|Still|Even|Now|Not|To|From|How|Why"
    r"|Where|Who|During|Under|Last|Earlier|Later|Meanwhile|However)\b"
)
OPENING = "“\"'‘«‹„”`"  # marks that may open a quotation
# classes of verbs that follow or stand before what is said: "Orrin warned", "warned Orrin"
SAYING = frozenset(
    ["say", "note", "stress", "claim", "argue", "admit", "deny", "confirm", "warn", "threaten",
     "urge", "promise", "ask", "answer", "explain", "describe", "suggest", "predict", "announce"]
)  # fmt: skip
# classes of verbs of speech that a subject may have as its second: "said it was weak and accused"
SPEAKING = SAYING - {"announce"} | {"demand", "accuse", "criticise", "praise"}
# labels before a colon that are no speaker's
NO_NAME = re.compile(
    r"(?:Updated?|(?:The )?Latest|Video|Watch|Photos?|Opinion|Analysis|Live|Exclusive|Breaking"
    r"|Editorial|Review"
    r"|Explainer|Factbox|Timeline|Correction|Note|Image|Caption|Read|More|Related|Transcript"
    r"|Interview|Profile|Commentary|Column|Letter|Podcast|Quiz|Recap)\b",
    re.I,
)
