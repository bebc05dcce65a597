"""Who speaks in articles labelled by reading: the counts behind the figures, article by article.

- found: of the attributions that a reader let stand, those found again (content overlap 0.5).
- are one: of ours that meet a judged row, those that are an attribution.
- left out: of the proposed rows that are none, those that we do not give.
- right: of the attributions whose speaker has a name, those for which every name was given.
- names right: of the names that we give on judged rows, those that are right; a name on what is no
  attribution is wrong.
What was found where a reader judged nothing counts nowhere but in `unjudged`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from alike import any_same, pair
from labelled import Found, Judged, Labelled

from onrecord.actors import Lexicon

KINDS = ("names it whole", "names a part", "pronoun", "description", "no source")
WITHOUT_A_NAME = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "his", "hers", "their", "its", "who"}
    | {"i", "we", "you", "himself", "herself", "themselves"}
)


@dataclass(slots=True)
class Counts:
    """Counts of one article, and its misses.

    Attributes:
        rows: judged rows that are an attribution.
        met: of these, the ones found.
        ours: of ours, those that meet a judged row.
        true: of these, the ones that are an attribution.
        none: judged rows that are none.
        given: of these, the ones that we give.
        named: attributions whose speaker has a name.
        right: of these, all names given.
        silent: of these, no name given (found or not).
        names: names that we give on judged rows.
        good: of these, right.
        unjudged: found where a reader judged nothing.
        by_kind: (kind of source, outcome) to count; outcomes are right, none, wrong, not found.
        misses: a line for each row that came out wrong.
    """

    rows: int = 0
    met: int = 0
    ours: int = 0
    true: int = 0
    none: int = 0
    given: int = 0
    named: int = 0
    right: int = 0
    silent: int = 0
    names: int = 0
    good: int = 0
    unjudged: int = 0
    by_kind: Counter = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def count(article: Labelled, found: Sequence[Found], lexicon: Lexicon) -> Counts:
    """Hold what was found in an article against what a reader judged."""
    counts = Counts()
    gold = [row.content for row in article.rows]
    taken = pair(article.text, gold, [one.content for one in found])
    counts.ours = len(taken)
    counts.unjudged = len(found) - len(taken)
    for number, row in enumerate(article.rows):
        one = found[taken[number]] if number in taken else None
        given = one.speakers if one else []
        allowed = [form for name in row.speakers for form in article.forms.get(name, (name,))]
        good = [name for name in given if row.is_one and any_same(name, allowed, lexicon)]
        counts.names += len(given)
        counts.good += len(good)
        if not row.is_one:
            counts.none += 1
            counts.given += one is not None
            if given:
                counts.misses.append(_line(article, row, one, "no attribution"))
            continue
        counts.rows += 1
        counts.met += one is not None
        counts.true += one is not None
        if not row.speakers:
            if given:
                counts.misses.append(_line(article, row, one, "nobody can be named"))
            continue
        counts.named += 1
        full = all(
            any(any_same(name, article.forms.get(who, (who,)), lexicon) for name in given)
            for who in row.speakers
        )
        outcome = _outcome(full, len(good) < len(given), one is not None)
        counts.right += full
        counts.silent += not given
        counts.by_kind[kind(article, row), outcome] += 1
        if outcome != "right":
            counts.misses.append(_line(article, row, one, outcome))
    return counts


def kind(article: Labelled, row: Judged) -> str:
    """How the source writes its speaker: one of `KINDS`."""
    source = " ".join(article.text[start:end] for start, end in row.source)
    if not source:
        return "no source"
    if source.lower() in WITHOUT_A_NAME:
        return "pronoun"
    if any(name in source for name in row.speakers):
        return "names it whole"
    forms = {form for name in row.speakers for form in article.forms.get(name, ())}
    words = {word for name in row.speakers for word in name.split() if word[:1].isupper()}
    if any(form in source for form in forms) or words & set(source.replace("’s", "").split()):
        return "names a part"
    return "description"


def _outcome(full: bool, bad: bool, met: bool) -> str:
    if full and not bad:
        return "right"
    if bad:
        return "wrong"
    return "none" if met else "not found"


def _line(article: Labelled, row: Judged, one: Found | None, what: str) -> str:
    source = " ".join(article.text[start:end] for start, end in row.source)
    content = " ".join(article.text[start:end] for start, end in row.content)
    said = f"{one.speakers} by {one.resolved_by}" if one else "not found"
    return (
        f"{article.doc} [{source[:60]}] {content[:60]!r} | {what} | gold {list(row.speakers)} "
        f"| given {said}"
    )
