"""What the choice of a role looks at, as named numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.lexicon import vocabulary as v
from onrecord.sources.phrases import WORD
from onrecord.sources.told import Told
from onrecord.sources.words import roles_told

# what may be said of anybody's people: it tells a role only beside other words
NEUTRAL = frozenset({
    "adviser", "advisor", "aide", "boss", "chair", "chairman", "chairwoman", "chief", "director",
    "head", "leader", "manager", "member", "president", "secretary", "spokesman", "spokesperson",
    "spokeswoman",
})  # fmt: skip
SMOOTHED = 5  # words about nothing, added to those of every article
SEPARATOR = ": "  # between the place of a word and the role it tells


def features(one: Told, everyone: Mapping[str, Told], about: Counter[str]) -> dict[str, float]:
    """The features of one actor of an article.

    Those of words are called after where the words stand and which role they tell
    ("title: company"), all others after what they say ("is person").

    Args:
        one: what the article tells of the actor.
        everyone: what it tells of all.
        about: what the article is about, from `topics`.
    """
    kind = one.actor.type
    found: dict[str, float] = {f"is {kind}": 1.0}
    heads: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for phrase in one.phrases:
        if kind == "person":
            heads += roles_told(phrase.title[-1:])
            _neutral(found, phrase.title, "title")
            _neutral(found, phrase.behind[:4], "behind")
        titles += roles_told(phrase.title)
        behind += roles_told(phrase.behind)
        if phrase.aged:
            found["aged"] = 1.0
    _note(found, "head", heads)
    _note(found, "title", titles)
    _note(found, "behind", behind)
    if kind != "person":
        for text in (one.actor.name, *one.actor.aliases):
            _note(found, "name" if text == one.actor.name else "other name", _named(text))
    called = Counter[str]()
    for source in one.called:
        words = WORD.findall(source)
        called += roles_told(words)
        if kind == "person":
            _neutral(found, words, "source")
    _note(found, "source", called)
    known = Counter[str]()
    for role in one.actor.roles:
        known += roles_told(role.split())
    _note(found, "known", known)
    near = _bodies(one, everyone, found)
    _note(found, "near", near)
    if one.famous and kind == "person":
        found["famous"] = 1.0
    if not (titles or behind or called or known or near):
        found[f"{kind} without a word"] = 1.0
    # a short article tells less of what it is about
    total = sum(about.values()) + SMOOTHED
    place = "topic" if kind == "person" else "topic of a body"
    found |= {f"{place}{SEPARATOR}{role}": n / total for role, n in about.items()}
    return found


def _named(text: str) -> Counter[str]:
    words = text.split()
    told = roles_told(words)
    for noun, heads in v.KINDS.items():
        if not heads.isdisjoint(words):
            told += roles_told([noun])
    return told


def _bodies(one: Told, everyone: Mapping[str, Told], found: dict[str, float]) -> Counter[str]:
    """What the bodies tell whom an actor is described by."""
    told = Counter[str]()
    for name in sorted(one.near | ({one.affiliation} if one.affiliation else set())):
        body = everyone.get(name)
        if body is not None and body.actor.type == "country":
            found["speaks for a country"] = 1.0
            continue
        told += _named(name)
        for phrase in body.phrases if body is not None else ():
            told += roles_told(phrase.title)
    return told


def _neutral(found: dict[str, float], words: Sequence[str], where: str) -> None:
    low = [word.lower() for word in words]
    # in the order of the words: sums over a set come out otherwise in the next process
    for word in low:
        if word in NEUTRAL:
            found[f"{word} in {where}"] = 1.0
    if where == "title" and low and low[-1] == "president" and words[-1][0].isupper():
        found["President alone" if len(low) < 3 else "President of"] = 1.0


def _note(found: dict[str, float], where: str, told: Counter[str]) -> None:
    total = sum(told.values())
    for role, count in told.items():
        key = f"{where}{SEPARATOR}{role}"
        found[key] = max(found.get(key, 0.0), count / total + 0.1 * min(count, 5))
