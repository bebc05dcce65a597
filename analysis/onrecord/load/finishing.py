"""What every draft goes through, from whichever reader: signs, tails, lines, titles."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.load.authors import authors
from onrecord.load.draft import Draft, first_line
from onrecord.load.furniture import without
from onrecord.load.incomplete import cut
from onrecord.load.joining import join
from onrecord.load.outlets import one_name
from onrecord.load.transcript import aired, without_notices
from onrecord.load.twice import once

# letters that print sets as one sign
LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
     "\ufb05": "st", "\ufb06": "st"}
)  # fmt: skip
BETWEEN = re.compile(r"\s+(?:[|–—•·:-]|::)\s+")


def finish(draft: Draft) -> Draft:
    """The draft as it is kept: no ligatures, no tail of a paywall, a paragraph a line.

    >>> finish(Draft("a.txt", "Inspectors con\ufb01rm leak")).text
    'Inspectors confirm leak'
    """
    shown = without_notices(draft.text.translate(LIGATURES))
    whole, incomplete = cut(without(shown, page=False, authors=draft.author))
    text = join(whole)
    title = draft.title.translate(LIGATURES) if draft.title else draft.title
    if title is not None and title == first_line(whole) and text != whole:
        title = first_line(text)  # a headline of two lines
    plain = without_site(title, draft.outlet)
    if plain != title and title is not None and plain is not None and text.startswith(title):
        rest = text[len(title) :]
        text = rest.lstrip("\n") if first_line(rest) == plain else plain + rest
    outlet = one_name(draft.outlet) if draft.outlet else draft.outlet
    return replace(
        draft,
        text=once(text, plain),
        title=plain,
        outlet=outlet,
        author=authors(draft.author) if draft.author else draft.author,
        published=draft.published or aired(text),
        incomplete=draft.incomplete or incomplete,
    )


def without_site(title: str | None, *sites: str | None) -> str | None:
    """A title without the name of its site behind it.

    >>> without_site("Talks stall | Northport Courier", "Northport Courier")
    'Talks stall'
    >>> without_site("Talks stall - Reuters says why", "Reuters")
    'Talks stall - Reuters says why'
    """
    names = {_squashed(site) for site in sites if site}
    while title and (found := list(BETWEEN.finditer(title))):
        if _squashed(title[found[-1].end() :]) not in names:
            break
        title = title[: found[-1].start()].rstrip()
    return title


def _squashed(name: str) -> str:
    low = re.sub(r"\.(?:com|org|net|co\.uk|news)$", "", name.casefold().strip())
    return "".join(filter(str.isalnum, low.removeprefix("the ")))
