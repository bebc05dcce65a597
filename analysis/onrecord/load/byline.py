"""Lines at the head or the end of a page's text that only tell who wrote it, and when."""

from __future__ import annotations

import re

from onrecord.load.authors import NAME
from onrecord.load.exports.day import MONTH_NAMES

HEAD, TAIL = 4, 2  # lines at the head and at the end that are looked at
BY = re.compile(
    rf"\(?(?:written |words |story |report(?:ed)? |article |posted )?by:? ({NAME.pattern}"
    rf"(?:(?:,? and |, | & )(?:{NAME.pattern}))*)"
    r"(?:\s*[|,•·–—-]\s*[^.!?]{0,60})?\)?",
    re.I,
)
DATED = re.compile(
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)\w*,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH_NAMES})\.?,?|(?:{MONTH_NAMES})\.? \d{{1,2}}"
    r"(?:st|nd|rd|th)?,?) \d{4}"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,20}| report|,? (?:by|updated|modified)\b.{0,60}"
    r"| ?[-–|·] ?[A-Z]\w+)?",
    re.I,
)


def signed(body: str, author: str | None) -> tuple[str, str | None]:
    r"""A text without its byline and the line of its day, and its author.

    Args:
        body: a paragraph a line.
        author: who is known to have written it.

    >>> signed("By Ann Sorel\nMarch 5, 2024\nBoth sides left the talks.", None)
    ('Both sides left the talks.', 'Ann Sorel')
    >>> signed("By noon both sides had left.\nNobody spoke.", None)[1]
    """
    lines = body.split("\n")
    full = [at for at, each in enumerate(lines) if each.strip()]
    if len(full) < 2:
        return body, author
    names = [re.escape(name) for name in (author or "").split("; ") if " " in name]
    known = re.compile(rf"(?:by:? )?(?:{'|'.join(names)})\s*[|,•·–—-]\s*.{{0,60}}", re.I)
    gone = set()
    for at in {*full[:HEAD], *full[-TAIL:]}:
        each = lines[at].strip()
        found = BY.fullmatch(each)
        if found and found[1] == found[1].strip() and _cased(found[1]):
            author = author or found[1]
            gone.add(at)
        elif (names and known.fullmatch(each)) or (at in full[:HEAD] and DATED.fullmatch(each)):
            gone.add(at)
    kept = [each for at, each in enumerate(lines) if at not in gone]
    return ("\n".join(kept) if gone else body), author


def _cased(names: str) -> bool:
    return all(word[:1].isupper() or len(word) < 4 for word in re.findall(r"[\w.'’-]+", names))
