"""Organisations and groups of an article: one name for a full name, its acronym, its short form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile

from onrecord.actors.folded import Key, initials
from onrecord.actors.scan import Scan
from onrecord.actors.spans import Named
from onrecord.actors.state_bodies import owner_and_body
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v

SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "&", "de", "la", "du", "des", "der"}
)
NOT_SHORT = {("house",), ("state",), ("party",)}  # of the White House and the Islamic State
LEGAL = frozenset(word.lower() for word in v.LEGAL_FORMS)
DROPPED = frozenset(w.lower() for w in v.DROPPED | v.ORGANISATION_HEADS) | LEGAL
ACRONYM = re.compile(r"(?:[A-Z][a-z]?[&-]?){2,7}s?|(?:[A-Z]\.){2,6}|[A-Z][a-z]{2,5}")


@dataclass(slots=True)
class Body:
    """One organisation or group.

    Attributes:
        key: its name as it is compared, without its legal form.
        written: forms of the name, with how often each stands.
        first: number of the first name that is its.
        known: canonical name, where the user or the lexicon gives one.
    """

    key: Key
    written: Counter[str] = field(default_factory=Counter)
    first: int = 1 << 60
    known: str = ""


def without_legal_form(key: Key) -> Key:
    """A company's name without "Inc." and the like.

    >>> without_legal_form(("quay", "media", "group", "inc"))
    ('quay', 'media', 'group')
    """
    while len(key) > 1 and key[-1] in LEGAL:
        key = key[:-1]
    return key


def body_names(seen: Scan, lexicon: Lexicon, names: Sequence[tuple[int, Named]]) -> dict[int, str]:
    """The canonical name of every name of a body, by the name's number.

    Args:
        seen: the text.
        lexicon: known actors.
        names: names of organisations and groups with their numbers, in text order.
    """
    bodies: dict[Key, Body] = {}
    for number, name in names:
        key = without_legal_form(name.key)
        body = bodies.setdefault(key, Body(key))
        body.written[name.text] += 1
        body.first = min(body.first, number)
        body.known = body.known or name.actor or known_name(lexicon, name.text)
    into = _defined(seen, names, bodies)
    _acronyms(bodies, into)
    _short_forms(bodies, into)
    _of_owner(bodies, into, lexicon)
    shown = {key: _shown(bodies, into, key) for key in bodies}
    return {number: shown[without_legal_form(name.key)] for number, name in names}


def known_name(lexicon: Lexicon, text: str) -> str:
    """The lexicon's canonical name of a body written so, "" for none."""
    for each in (text, text.removeprefix("US ").removeprefix("U.S. ")):
        found = lexicon.name_of(each)
        if found:
            return found
    if len(text) > 3 and text.isalpha() and (known := lexicon.name_of(text.upper())):
        return known  # "Nato"
    return ""


def _defined(
    seen: Scan, names: Sequence[tuple[int, Named]], bodies: dict[Key, Body]
) -> dict[Key, Key]:
    """Acronyms that stand in brackets behind the full name, or the other way round."""
    into: dict[Key, Key] = {}
    for (_, name), (_, following) in pairwise(names):
        between = seen.text[name.end : following.start]
        if len(between) > 4 or between.strip(" \"“'‘") not in ("(", "["):
            continue
        if seen.text[following.end : following.end + 2].strip("\"”'’s")[:1] not in (")", "]"):
            continue
        a, b = without_legal_form(name.key), without_legal_form(following.key)
        long, short = (a, b) if len("".join(a)) >= len("".join(b)) else (b, a)
        letters = "".join(short)
        if long != short and len(short) == 1 and _in_order(letters, "".join(long)):
            into[short] = long
            bodies[short].known = ""  # what the article says comes before what the lexicon says
    return into


def _in_order(letters: str, name: str) -> bool:
    """Whether letters stand in a name in this order, the first one first."""
    at = iter(name)
    return letters[:1] == name[:1] and all(letter in at for letter in letters)


def _acronyms(bodies: dict[Key, Body], into: dict[Key, Key]) -> None:
    by_letters: dict[str, list[Key]] = defaultdict(list)
    for key in bodies:
        for letters in initials(key, SMALL) if len(key) > 1 else ():
            by_letters[letters].append(key)
    for key, body in bodies.items():
        written = next(iter(body.written))
        if len(key) > 1 or key in into or not ACRONYM.fullmatch(written):
            continue
        full = by_letters.get(key[0], ())
        if len(full) == 1:
            into[key] = full[0]
            body.known = ""


def _short_forms(bodies: dict[Key, Body], into: dict[Key, Key]) -> None:
    longer = _longer(bodies)
    for short, body in bodies.items():
        if short in into:
            continue
        fitting = {key for key in longer.get(short, ()) if _shortens(body, bodies[key])}
        # "Union" fits "Harbour Union" and "Old Harbour Union", which are one
        longest = (k for k in fitting if fitting.isdisjoint(longer.get(k, ())))
        if len(found := list(islice(longest, 2))) == 1:
            into[short] = found[0]


def _longer(keys: Collection[Key]) -> dict[Key, list[Key]]:
    """For each key those that begin or end with it."""
    lengths = sorted({len(key) for key in keys})
    found: dict[Key, list[Key]] = defaultdict(list)
    for key in keys:
        for size in takewhile(len(key).__gt__, lengths):
            for end in {key[:size], key[-size:]}:
                if end in keys:
                    found[end].append(key)
    return found


def _of_owner(bodies: dict[Key, Body], into: dict[Key, Key], lexicon: Lexicon) -> None:
    """One body under its owner's name and adjective: "Norland's army", "the Norlandian army"."""
    first: dict[tuple[str, tuple[str, ...]], Key] = {}
    for key, body in sorted(bodies.items(), key=lambda item: "'" in _plainest(item[1])):
        told = owner_and_body(lexicon, _plainest(body))
        if told is not None and key not in into and (whole := first.setdefault(told, key)) != key:
            into[key] = whole


def _plainest(body: Body) -> str:
    return max(body.written, key=body.written.__getitem__).replace("’", "'")


def _shortens(short: Body, long: Body) -> bool:
    """Whether a body is meant by the beginning or the end of its name."""
    if len("".join(short.key)) < 3:
        return False
    if long.known and short.key in NOT_SHORT:
        return False
    if short.known and short.known != long.known:
        return False
    if long.key[-len(short.key) :] == short.key:
        return True
    rest = long.key[len(short.key) :]
    return long.first <= short.first or all(word in DROPPED for word in rest)


def _shown(bodies: dict[Key, Body], into: dict[Key, Key], key: Key) -> str:
    """The lexicon's name for a body or one of its forms, else the fullest form."""
    seen = {key}
    while key in into and into[key] not in seen:
        key = into[key]
        seen.add(key)
    body = bodies[key]
    if body.known:
        return body.known
    written = max(body.written, key=lambda text: (not text.isupper(), body.written[text]))
    words = written.replace("’", "'").split()
    while len(words) > 1 and words[-1].strip(".,").lower() in LEGAL - {"corp", "co", "sa", "se"}:
        words.pop()
    return " ".join(words).strip(",")
