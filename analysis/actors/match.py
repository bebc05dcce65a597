"""Where a text uses a name that the lexicon knows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from analysis.actors.scan import Scan
from analysis.lexicon import Lexicon
from analysis.lexicon import vocabulary as v
from analysis.lexicon.loader import ADJECTIVE, HOMOGRAPHS, SEAT, SKIP, Entry
from analysis.lexicon.tokens import plain

LIKELY_AFTER = frozenset({"has", "had", "will", "would", "is", "was", "wants", "may", "could"})
INSIDE = frozenset({"in", "at", "near", "around", "outside", "through", "central", "downtown"})
# "The government in Kyiv" is the country's.
RULERS = frozenset({"government", "authorities", "leadership", "regime", "ministry", "parliament"})
TOWARD = v.word_list("TOWARD")


@dataclass(frozen=True, slots=True)
class Hit:
    """The lexicon's name over words `[first, last)`; no actor for a name that is nobody."""

    first: int
    last: int
    actor: str
    use: str
    user: bool


def lexicon_hits(seen: Scan, lexicon: Lexicon) -> tuple[list[Hit], dict[str, int]]:
    """All hits in text order, longest first; and what was left out, with counts."""
    words, count = seen.words, len(seen.words)
    by_first, hits, left_out = lexicon.first, [], Counter()
    i = 0
    while i < count:
        entries = by_first.get(words[i])
        found = _longest(seen, entries, i) if entries else None
        if found is None:
            i += 1
            continue
        last = i + len(found.words)
        actor = found.actor
        if found.user and actor and found.text != actor and _located(words, i):
            # the user's capital city after "in" is a place
            actor = actor if lexicon.actors[actor].type != "country" else ""
        elif not found.user and actor:
            doubtful = found.text in HOMOGRAPHS or found.text in ("Georgian", "Georgians")
            if doubtful and not _country_meant(seen, lexicon, actor):
                left_out[found.text] += 1
                actor = ""
            elif not _means_actor(seen, found, i, last):
                actor = ""
        hits.append(Hit(i, last, actor, SKIP if not actor else found.use, found.user))
        i = last
    return hits, dict(left_out)


def _located(words: list[str], i: int) -> bool:
    """Whether "in" makes a place of what follows; "the government in" does not."""
    return i > 0 and words[i - 1] in ("in", "near") and words[max(0, i - 2)] not in RULERS


def _longest(seen: Scan, entries: list[Entry], i: int) -> Entry | None:
    for entry in entries:
        n = len(entry.words)
        if i + n > len(seen.words) or tuple(seen.words[i : i + n]) != entry.words:
            continue
        if n == 1 or plain(seen.text[seen.starts[i] : seen.ends[i + n - 1]]).startswith(
            entry.text[:-1]
        ):
            return entry
    return None


def _means_actor(seen: Scan, entry: Entry, i: int, last: int) -> bool:
    before = seen.words[i - 1] if i else ""
    after = seen.words[last] if last < len(seen.words) else ""
    if entry.use == SEAT:
        return _acts(seen, entry, i, last, before, after)
    if entry.use == ADJECTIVE:
        # "American" in a longer name or before "dream" still names the country's people.
        return not (entry.text == "US" and seen.shouted[i] and not after)
    if entry.text == "US" and seen.shouted[i]:
        return not all(w.isupper() for w in seen.words[max(0, i - 2) : last + 2])
    if entry.text == "West":
        return before.lower() in ("the", "urges", "urge", "warns", "tells") or seen.headline[i]
    if entry.text in ("Congress", "Senate", "Republican", "Democratic", "Democrat"):
        return True
    return True


def _acts(seen: Scan, entry: Entry, i: int, last: int, before: str, after: str) -> bool:
    """Whether a capital stands for its government: it acts, or others act on it."""
    if before.lower() in TOWARD or (
        before == "in" and seen.words[i - 2 : i - 1] and seen.words[i - 2] in RULERS
    ):
        return True
    if (
        seen.text[seen.ends[last - 1] :][:2] == ", "
        and seen.capital[min(last, len(seen.words) - 1)]
    ):
        return False
    if entry.text.isupper() or (
        seen.opens[i] and seen.text[seen.ends[last - 1] :][:2] in (" (", " -", " —", " –")
    ):
        return False
    if seen.possessive(last - 1) and before.lower() not in INSIDE:
        return True
    if before.lower() in v.PLACE_BEFORE or before.lower() in ("the", "a", "greater"):
        return False
    if (
        after in v.SAYING
        or after in LIKELY_AFTER
        or (after.endswith(("ed", "es")) and after.islower())
    ):
        return True
    return before.lower() in TOWARD


def _country_meant(seen: Scan, lexicon: Lexicon, name: str) -> bool:
    """Whether the text speaks of the country: its people, its capital, no namesake."""
    people = {
        e.text for es in lexicon.first.values() for e in es if e.actor == name and e.text != name
    }
    vocabulary = set(seen.words)
    if name == "Georgia" and vocabulary & {
        "Atlanta",
        "Ga",
        "Savannah",
        "primary",
        "Florida",
        "Alabama",
    }:
        return False
    if name == "Georgia":
        return bool(
            vocabulary & (people | {"Caucasus", "Abkhazia", "Ossetia", "Georgian", "Georgians"})
        )
    return bool(vocabulary & (people | v.NAMESAKES.get(name, frozenset())))
