"""Who wrote an article, in one form: "Ann Sorel; Paul Okoro"."""

from __future__ import annotations

import ast
import re

BY = re.compile(
    r"^(?:(?:by|(?:written|reported|authored|posted|published|words|story|article) by|text by)\b"
    r"[:\s]+|authors?:\s*|authors? (?=[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]))",
    re.I,
)
LISTED = re.compile(r"\[.*\]|\(.*\)", re.S)
SEVERAL = re.compile(r"\s*[;|\n]\s*")
# where a reporter was, and what one is called at a paper
PLACED = re.compile(r"^(.+?) in [A-ZÀ-Þ][\w.'’ -]+$")
OFFICE = re.compile(
    r".*\b(?:editors?|correspondents?|reporters?|staff|writers?|columnists?|analysts?)", re.I
)
OFFICE_ALONE = re.compile(
    r"(?:[A-Z][\w&'’-]*\s+|(?:and|of|the|for|at)\s+){0,4}"
    r"(?:editor|correspondent|reporter|writer|columnist|analyst|staff)"
    r"(?:\s+(?:in|for|at)\s+(?:\w+\s*){1,3})?",
    re.I,
)
# who only helped
HELPED = re.compile(
    r".*\b(?:contributed(?: reporting| to)?|contributed from|additional (?:reporting|research)"
    r"|research was|compiled by|assisted)\b.*",
    re.I,
)
FULL_STOP = re.compile(r"(?<=\w{4})\.$")  # behind a name, not after "Jr"
AND = re.compile(r"\s*,\s+and\s+|\s+(?:and|et|und|en|y|&)\s+|\s*,\s+")
NAME = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|da|al|bin|la|di)\s+){1,4}[A-ZÀ-Þ][\w.'’-]+"
)
ADDRESS = re.compile(r"(?:https?|www)\b\S*(?:\s+\S*\b(?:com|org|net)\b\S*)?", re.I)
CALENDAR = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:(?:s|nes|rs|ur)?day)?"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|ust|ember|ober)?|[\d:.,/ -]+|[ap]m)(?: \d.*)?"
    r"|(?:user |web ?|site )?admin(?:istrator)?|editor|staff|guest|unknown|n/?a",
    re.I,
)
DESK = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|staff|writers?|desk|agenc(?:y|ies)|press|news|bureau"
    r"|editorial|columnist|analyst|team|service|media|times|post|guardian|reuters)\b",
    re.I,
)

PLACE = re.compile(
    r"\b(?:courier|herald|tribune|gazette|journal|star|sun|ledger|globe|chronicle|daily|weekly"
    r"|mail|mirror|express|independent|observer|telegraph|standard|record|review|magazine|mercury"
    r"|examiner|register|bulletin|dispatch|sentinel|inquirer|advertiser|business|politics|sports?"
    r"|health|science|world|network|group|university|college|school|institute|cent(?:er|re)|company"
    r"|inc|ltd|radio|tv|online|digital|associated|canadian|foreign|chief|senior|special|new|los|las"
    r"|san|santa|saint|st|fort|north|south|east|west|united|city|county|state|island|washington"
    r"|london|d\.?c|hong|kong|director|president|minister|professor|dr|phd|founder)\b",
    re.I,
)


def authors(given: str) -> str | None:
    """Names that a file writes as a list, a byline or with signs between them.

    An office behind a name goes, as it says what the writer does; who writes for a desk or from a
    place is left as written, as a comma may stand before either.

    >>> authors("['Ann Sorel', 'Paul Okoro']"), authors("By Ann Sorel and Paul Okoro")
    ('Ann Sorel; Paul Okoro', 'Ann Sorel; Paul Okoro')
    >>> authors("Ann Sorel, Political Editor"), authors("[]")
    ('Ann Sorel', None)
    >>> authors("Ann Sorel, Paul Okoro"), authors("Ann Sorel, New Quay")
    ('Ann Sorel; Paul Okoro', 'Ann Sorel, New Quay')
    >>> authors("Ann Sorel in Oslem and Paul Okoro in Lysk"), authors("Ann Sorel; Staff Writer")
    ('Ann Sorel; Paul Okoro', 'Ann Sorel')
    >>> authors("By Ann Sorel and Paul Okoro; Lena Fisk contributed reporting from Lysk.")
    'Ann Sorel; Paul Okoro'
    """
    names = _literal(given)
    if names is None:
        parts = SEVERAL.split(BY.sub("", given.strip()))
        own = [part for part in parts if not HELPED.fullmatch(part)]
        names = [name for part in own or parts for name in _spoken(part)]
    clean = [" ".join(BY.sub("", name.strip()).split()).strip(",") for name in names]
    clean = [_named(FULL_STOP.sub("", name)) for name in clean]
    persons = [name for name in clean if name and not OFFICE.fullmatch(name)]
    return "; ".join(dict.fromkeys(persons or filter(None, clean))) or None


def persons(given: str | None, *sites: str | None) -> str | None:
    """Who wrote a page, of what it names as its authors.

    What is no name goes: addresses, days, and the site that it stands on.

    >>> persons("Ann Sorel; Northport Courier", "Northport Courier", None)
    'Ann Sorel'
    >>> persons("Fri; Aug", None), persons("Courier Press, https://courier.example/", None)
    (None, 'Courier Press')
    """
    own = {_letters(site) for site in sites if site} | {""}
    parts = [BY.sub("", ADDRESS.sub("", part).strip(" ,")) for part in (given or "").split(";")]
    kept = [
        part
        for part in parts
        if _letters(part) not in own
        and not any(len(site) > 5 and _letters(part).startswith(site) for site in own)
        and not CALENDAR.fullmatch(part)
    ]
    return "; ".join(kept) or None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold())).removeprefix("the")


def _named(name: str) -> str:
    """Without the office that stands behind a name and a comma."""
    person, _, office = name.partition(", ")
    return person if NAME.fullmatch(person) and OFFICE_ALONE.fullmatch(office) else name


def _literal(given: str) -> list[str] | None:
    """The values of a list as Python or JSON prints it."""
    text = given.strip()
    if not LISTED.fullmatch(text) or len(text) > 10_000:
        return None
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else None


def _spoken(given: str) -> list[str]:
    parts = [PLACED.sub(r"\1", part) for part in AND.split(given)]
    joined = re.search(r"\s(?:and|et|und|en|y|&)\s", given)
    whole = all(NAME.fullmatch(part) and not DESK.search(part) for part in parts)
    if not joined:  # what stands behind a comma alone may be a paper or a place
        whole = whole and not any(PLACE.search(part) for part in parts)
    return parts if whole else [given]
