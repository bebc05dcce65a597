"""Names that only their place shows: what stands where somebody speaks is mostly one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.actors.joined import near
from onrecord.actors.model import Span
from onrecord.actors.state_bodies import WITH_BODIES, state_bodies
from onrecord.lexicon import vocabulary as v

# words with a capital or a digit among letters, joined by small words: "Votes at 16", "deVere"
WORD = r"(?:[A-Z][\w&+’'.-]*[\w+]|[a-z]+[A-Z]\w*|\d+[A-Za-z]+\w*|[A-Z])"
RUN = re.compile(
    rf"(?<![\w’'-]){WORD}(?:\s(?:(?:of|for|at|in|&|and\sthe)\s)?(?:{WORD}|\d{{1,4}}\b))*"
)
DOMAIN = re.compile(r"(?<![\w@/.-])[A-Za-z0-9-]+(?:\.(?:com|co|org|net|uk|au|de|io|tv))+\b")
# what may follow the name of a body that speaks
BEHIND = re.compile(
    r"\s*(?:$|[,(;:—–]|['’]s?(?!\w)|\s(?:newspaper|magazine|website|channel|station|broadcaster"
    r"|spokes\w+|officials?|executives?|representatives?|report|study|survey|poll|movement|campaign"
    r"|alliance|group|on|in|at|and|which|who|said|has|itself)\b)"
)
CAPITALS_WITHIN = re.compile(r"\w[A-Z]|\d")
COMMON = v.TITLES | v.TITLE_PARTS | v.NOT_NAMES | v.CALENDAR | v.ABBREVIATED | v.FUNCTION
STATES = frozenset(row["name"] for row in v.rows("states.tsv"))
PLURAL = re.compile(r"[A-Z]{2,}s")
LONGEST = 6  # letters of an acronym
ARTICLE = re.compile(r"(?:The|A|An) ")
BEINGS = ("person", "organisation", "group")
LINK = frozenset(
    {"in", "at", "from", "of", "near", "across", "to", "on", "about", "like", "as", "under"}
)
LEAST = 0.15  # chance of the reader that is enough where a word opens its sentence
OPENERS = '.!?\n"“‘’”:•|'


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name in one place: the name is `text[start:end]`."""

    start: int
    end: int
    type: str
    probability: float


def with_spoken(
    text: str,
    names: Sequence[Span],
    by_reader: Iterable[Span],
    sources: Sequence[tuple[int, int]],
) -> list[Span]:
    """The names of a text, and those that only a source shows.

    A body that is written by its country ("the Norlandian army") takes the country's place.
    Other words with a capital are a name where a source has no name of a being, and nothing but
    a name would stand so.

    Args:
        text: the article.
        names: its names, in order.
        by_reader: those of the reader, also the faint ones.
        sources: where somebody speaks, in order.

    >>> text = "Market research firm Norvox said sales fell. A Norvox spokesman agreed."
    >>> [text[n.start : n.end] for n in with_spoken(text, [], [], [(0, 27), (45, 63)])]
    ['Norvox', 'Norvox']
    """
    found: list[Span] = list(names)
    for number, start, end in state_bodies(text, names, sources):
        found[number] = Spoken(start, end, "organisation", 1.0)
    found = _apart(found)
    faint = {
        text[n.start : n.end]: n.type
        for n in by_reader
        if n.type in BEINGS and n.probability >= LEAST
    }
    new: dict[str, str] = {}
    for start, end in sources:
        inside = near(found, start, end)
        if any(name.type not in WITH_BODIES for name in inside):
            continue
        for a, b, kind in _runs(text, start, end, faint):
            if not near(inside, a, b):
                new.setdefault(text[a:b], kind)
    for written, kind in new.items():
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", text)]
        # all are looked for before one is added: the names must be in order
        found += [Spoken(*place, kind, 0.5) for place in places if not near(found, *place)]
        found.sort(key=lambda name: name.start)
    return found


def _runs(text: str, start: int, end: int, faint: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    for match in DOMAIN.finditer(text, start, end):
        yield *match.span(), "organisation"
    for match in RUN.finditer(text, start, end):
        a, b = match.span()
        if article := ARTICLE.match(text, a, b):
            a = article.end()
        written = text[a:b]
        lead = [word for word in text[start:a].lower().split() if word not in ("the", "a", "an")]
        if (
            not written
            or (lead and lead[-1] in LINK)
            or not BEHIND.match(text, b, end)
            or _common(written)
            or _shouted(text, a)
        ):
            continue
        if " " not in written and not CAPITALS_WITHIN.search(written):
            if _uses_lower(text, written) or (
                written.endswith("s") and written[-2:] not in ("'s", "’s")
            ):
                continue  # a common noun with a capital, or several people: "Analysts"
            if _opens(text, a) and not (written in faint and _again(text, written)):
                continue
        yield a, b, faint.get(written) or _kind(lead)


def _uses_lower(text: str, written: str) -> bool:
    """Whether a word stands somewhere in lower case."""
    return re.search(rf"\b{re.escape(written.lower())}\b", text) is not None


def _again(text: str, written: str) -> bool:
    """Whether a word has its capital where a common noun would have none."""
    places = (match.start() for match in re.finditer(rf"\b{re.escape(written)}\b", text))
    return any(not _opens(text, at) and not _shouted(text, at) for at in places)


def _kind(lead: Sequence[str]) -> str:
    """What a name is by the word before it in its source."""
    last = lead[-1].strip(",.") if lead else ""
    one = last in v.ROLE_NOUNS or last.title() in v.TITLES or last == "user"
    return "person" if one and (not last.endswith("s") or last in ("mrs", "ms")) else "organisation"


def _common(written: str) -> bool:
    """Whether words are no name of a being: an office, a nationality, a day, a state."""
    words = [word.strip(".,’'") for word in written.split()]
    if all(word.isupper() for word in words) and (len(words) > 1 or len(words[0]) > LONGEST):
        return True
    plain = [any(_plain(part) for part in word.split("-")) for word in words]
    return all(plain) or plain[-1] or plain[0] or written in STATES


def _plain(word: str) -> bool:
    return (
        word in COMMON
        or word in v.PEOPLES
        or word in v.DEMONYMS
        or word in v.ADJECTIVES
        or word.lower() in v.ROLE_NOUNS
        or word.lower() in v.SPOKEN_FOR
        or word[:2] in ("I'", "I’")
        or PLURAL.fullmatch(word) is not None
    )


def _opens(text: str, start: int) -> bool:
    before = text[max(start - 3, 0) : start].rstrip(" ")
    return not before or before[-1] in OPENERS


def _shouted(text: str, at: int) -> bool:
    """Whether most longer words of a line have a capital, as in a headline."""
    end = text.find("\n", at)
    words = re.findall(
        r"[^\W\d_]{4,}", text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]
    )
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _apart(names: Sequence[Span]) -> list[Span]:
    """Names in order, without those that lie within the one before."""
    kept: list[Span] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
