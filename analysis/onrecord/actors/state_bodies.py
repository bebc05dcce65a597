"""Bodies of a country or a place, written in lower case: "the Israeli army", "Seattle police"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.actors.model import Span
from onrecord.lexicon import Lexicon

# what follows the name of the owner
BODY = re.compile(
    r"(?:['’]s?)?\s(?:[a-z-]+\s){0,3}?"
    r"(?:ministry(?:\sof\s(?:the\s)?[a-z]+(?:\s(?:and\s)?[a-z]+)?)?|military(?:\scourt)?|army|navy"
    r"|air\sforce|armed\sforces|security\sforces|forces\scommand|coast\s?guard|national\sguard"
    r"|police(?:\s(?:force|department|service))?|fire\s(?:department|service|brigade)|parliament"
    r"|central\sbank|(?:supreme|constitutional|high)\scourt|embassy|consulate|city\scouncil"
    r"|(?:space|health|weather|news|intelligence|statistics|anti-doping)\sagency"
    r"|intelligence\sservice|ambulance\sservice|electoral\scommission|football\sassociation)"
    # and no other noun behind it: "police union"
    r"(?=\s*(?:$|[,.;:()—–\"“”])|\s(?:spokes\w+|officials?|officers?|chiefs?|commanders?|sources?|in|of"
    r"|on|at|and|which|who|that|said|says|has|statement|report|head|boss|ministers?)\b)"
)
FORCE = re.compile(r"\b([Pp]olice in )$")
BACK = 3  # sources that begin before a name and may hold it
WITH_BODIES = ("country", "region", "place")
# between owner and noun these say that the noun is not the owner's
APART = frozenset({"and", "or", "that", "who", "which", "in", "at", "to", "with", "from", "for"})


def state_bodies(
    text: str, names: Sequence[Span], sources: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Where sources name a body by its country or place: (number of that name, start, end).

    Args:
        text: the article.
        names: its names, in order.
        sources: where somebody speaks, in order.

    >>> from onrecord.actors.joined import Agreed
    >>> text, names = "The Norlandian defence ministry said no", [Agreed(4, 14, "country", 1)]
    >>> [text[start:end] for _, start, end in state_bodies(text, names, [(0, 31)])]
    ['Norlandian defence ministry']
    """
    for number, name in enumerate(names):
        if name.type not in WITH_BODIES:
            continue
        near = bisect_right(sources, name.start, key=lambda span: span[0])
        ends = [end for _, end in sources[max(near - BACK, 0) : near] if name.end <= end]
        found = BODY.match(text, name.end, max(ends)) if ends else None
        if found and APART.isdisjoint(found[0].split()):
            yield number, name.start, found.end()
        elif ends and (force := FORCE.search(text, max(name.start - 24, 0), name.start)):
            yield number, force.start(1), name.end


def owner_and_body(lexicon: Lexicon, written: str) -> tuple[str, tuple[str, ...]] | None:
    """Whose body a name is and what it is; None where it is not written in lower case.

    >>> owner_and_body(Lexicon.load(), "France's foreign ministry")
    ('France', ('ministry', 'foreign'))
    """
    words = written.replace("’", "'").split()
    tail = tuple(itertools.takewhile(str.islower, reversed(words)))
    owner = lexicon.name_of(" ".join(words[: len(words) - len(tail)]).removesuffix("'s"))
    return (owner, tail) if owner and tail else None
