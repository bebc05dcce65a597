"""Where a text uses a name that the lexicon knows."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.scan import Scan
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.built_in import HOMOGRAPHS
from onrecord.lexicon.model import ADJECTIVE, SEAT, SKIP, Entry
from onrecord.lexicon.tokens import plain

LIKELY_AFTER = frozenset({"has", "had", "will", "would", "is", "was", "wants", "may", "could"})
INSIDE = frozenset({"in", "at", "near", "around", "outside", "through", "central", "downtown"})
# "The government in Kyiv" is the country's.
WESTWARD = frozenset({"the", "urges", "urge", "warns", "tells"})
DATELINE = frozenset({" (", " -", " —", " –"})
RULERS = frozenset({"government", "authorities", "leadership", "regime", "ministry", "parliament"})
ARTICLED = frozenset({"Guardian", "Economist"})  # without "the" they are something else
SPOKEN = frozenset({"speak", "speaks", "spoke", "speaking", "fluent"})
BEHIND_LANGUAGE = frozenset({"and", "or", "that", "on", "at", "to", "as", "but", "by", "with"})
TOWARD = v.word_list("TOWARD")


@dataclass(frozen=True, slots=True)
class Hit:
    """The lexicon's name over words `[first, last)`; no actor for a name that is nobody."""

    first: int
    last: int
    actor: str
    use: str
    user: bool


def lexicon_hits(seen: Scan, lexicon: Lexicon) -> tuple[list[Hit], list[tuple[int, str]]]:
    """All hits in text order, longest first; and what was left out, by its first word."""
    words, count = seen.words, len(seen.words)
    by_first, hits, left_out = lexicon.first, [], []
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
                left_out.append((i, found.text))
                actor = ""
            elif not _means_actor(seen, found, i, last):
                actor = ""
        hits.append(Hit(i, last, actor, SKIP if not actor else found.use, found.user))
        i = last
    return hits, left_out


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
    before = seen.words[i - 1].lower() if i else ""
    if entry.use == SEAT:
        return _acts(seen, entry, i, last, before)
    if entry.use == ADJECTIVE and _language(seen, i, last, before):
        return False
    if entry.text == "US":  # "LET US GO"
        around = seen.words[max(0, i - 2) : last + 2]
        return not (seen.shouted[i] and all(word.isupper() for word in around))
    if before == "state" and entry.text in ("Senate", "House", "Supreme Court", "Treasury"):
        return False
    if entry.text in ARTICLED:
        return before == "the"
    if entry.text == "West":
        return before in WESTWARD or seen.headline[i]
    return True


def _language(seen: Scan, i: int, last: int, before: str) -> bool:
    """As in "said in Russian", "speaks Ukrainian", "English and Spanish"."""
    if before in SPOKEN:
        return True
    if before == "and" and i > 1 and seen.words[i - 2] == "English":
        return True
    after = seen.words[last] if last < len(seen.words) and seen.gap(last) == " " else ""
    return before == "in" and (not after or after in BEHIND_LANGUAGE)


def _acts(seen: Scan, entry: Entry, i: int, last: int, before: str) -> bool:
    """Whether a capital stands for its government: it acts, or others act on it."""
    if before in TOWARD or (before == "in" and i > 1 and seen.words[i - 2] in RULERS):
        return True
    end = seen.ends[last - 1]
    gap = seen.text[end : end + 2]
    after = seen.words[last] if last < len(seen.words) else ""
    if gap == ", " and after[:1].isupper():  # "Moscow, Idaho"
        return False
    if entry.text.isupper() or (seen.opens[i] and gap in DATELINE):
        return False
    if seen.possessive(last - 1) and before not in INSIDE:
        return True
    if before in v.PLACE_BEFORE or before in ("the", "a", "greater"):
        return False
    if after.endswith("ly") and last + 1 < len(seen.words):  # "Moscow flatly rejects"
        after = seen.words[last + 1]
    return (
        after in v.SAYING
        or after in LIKELY_AFTER
        or (after.islower() and after.endswith(("ed", "es", "cts")))
    )


def _country_meant(seen: Scan, lexicon: Lexicon, name: str) -> bool:
    """Whether the text speaks of the country: its people, its capital, no namesake."""
    if seen.vocabulary & v.NAMESAKES.get(f"not {name}", frozenset()):
        return False
    telling = {*lexicon.forms.get(name, ()), *v.NAMESAKES.get(name, ())}
    return not seen.vocabulary.isdisjoint(telling)
