"""Mentions of actors in one article: the lexicon's, and the names the article itself gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.actors.match import Hit, lexicon_hits
from analysis.actors.model import Found, Mention, Piece
from analysis.actors.names import (
    Name,
    Person,
    Words,
    by_family,
    extend_organisation,
    family,
    parse_run,
)
from analysis.actors.roles import gather_roles
from analysis.actors.scan import Scan, runs, scan
from analysis.lexicon import Actor, Lexicon
from analysis.lexicon import vocabulary as v


def find_mentions(text: str, sentences: Sequence[Piece], lexicon: Lexicon) -> Found:
    """Find the actors that a text names.

    Args:
        text: an article's text.
        sentences: its sentences, from `analysis.segment.segment`.
        lexicon: known actors.

    Returns:
        Mentions in text order, never overlapping; the actors they mean; names left out
        because they could mean two things. Titles are not part of a person's mention, and
        a country inside a person's title ("Russian President ...") is no mention.

    >>> from analysis.segment import segment
    >>> text = "Talks stall\\n\\nNATO chief Ada Lund met Ukrainians. Lund was glad."
    >>> [m.actor for m in find_mentions(text, segment(text), Lexicon.load()).mentions]
    ['NATO', 'Ada Lund', 'Ukraine', 'Ada Lund']
    """
    seen = scan(text, sentences)
    hits, left_out = lexicon_hits(seen, lexicon)
    spans = runs(seen)
    names, lexical = _read_runs(seen, lexicon, spans, hits)
    people = _people(seen, lexicon, names)
    people = _join_forms(people)
    canonical = {form: name for name, person in people.items() for form in person.forms}
    placed = _place_people(seen, lexicon, names, people, canonical)
    placed += _place_organisations(seen, lexicon, names, placed, lexical)
    taken = {i for first, last, _ in placed for i in range(first, last)}
    for hit in lexical:
        if taken.isdisjoint(range(hit.first, hit.last)):
            placed.append((hit.first, hit.last, hit.actor))
    placed.sort()
    actors = _actors(seen, lexicon, people, placed)
    mentions = tuple(
        Mention(name, actors[name].type, seen.starts[first], seen.ends[last - 1])
        for first, last, name in placed
    )
    return Found(mentions, gather_roles(seen, placed, actors, people), left_out)


def _read_runs(
    seen: Scan, lexicon: Lexicon, spans: list[tuple[int, int]], hits: list[Hit]
) -> tuple[list[Name], list[Hit]]:
    """Names in the runs, and the lexicon's hits that are not part of a longer name."""
    names: list[Name] = []
    kept: list[Hit] = []
    at = 0
    for first, last in spans:
        while at < len(hits) and hits[at].last <= first:
            kept.append(hits[at])
            at += 1
        inside: list[Hit] = []
        while at < len(hits) and hits[at].first < last:
            inside.append(hits[at])
            at += 1
        if inside and inside[-1].last > last:  # a lexicon name that goes on: "Bank of England"
            last = inside[-1].last
        names_here, kept_here = _read_run(seen, lexicon, first, last, inside)
        names += names_here
        kept += kept_here
    kept += hits[at:]
    return names, [hit for hit in kept if hit.actor]


def _read_run(
    seen: Scan, lexicon: Lexicon, first: int, last: int, hits: list[Hit]
) -> tuple[list[Name], list[Hit]]:
    covered = sum(hit.last - hit.first for hit in hits)
    if covered >= last - first:
        return [], hits
    name = parse_run(seen, lexicon, first, last)
    if name is None:
        return [], [hit for hit in hits if hit.user or hit.use == "name"]
    if name.kind == "organisation":
        name = Name(name.first, extend_organisation(seen, name.first, name.last), name.kind)
        if any(hit.user for hit in hits):
            return [], hits
        longer = [hit for hit in hits if hit.last - hit.first > 1 and hit.last == last]
        # "U.S. State Department": the lexicon knows the end of it.
        return ([], longer) if longer else ([name], [])
    outside = [h for h in hits if h.last <= name.first or h.first >= name.last]
    if name.title:
        return [name], [h for h in outside if h.user]
    if name.kind == "person":
        within = [h for h in hits if h.first >= name.first and h.last <= name.last]
        users = [h for h in within if h.user]
        return ([], users) if users else ([name], outside)
    # An unknown run around a known name: "Trump NATO" keeps NATO, "Michael Jordan" nobody's.
    single = [h for h in hits if h.user or h.last - h.first > 1]
    if single:
        return [], single
    return [name], []


def _people(seen: Scan, lexicon: Lexicon, names: list[Name]) -> dict[Words, Person]:
    """People under the words of their name; bare family names only where a title stands."""
    singles = Counter(
        seen.words[n.last - 1] for n in names if n.last - n.first == 1 and not seen.shouted[n.first]
    )
    people: dict[Words, Person] = {}
    for name in names:
        if seen.shouted[name.first]:
            continue
        words = tuple(seen.words[name.first : name.last])
        if name.kind == "unknown" and not _acts_like_person(seen, lexicon, name, words, singles):
            continue
        if name.kind == "organisation" or words[-1] in v.NOT_NAMES:
            continue
        if len(words) > 5:
            continue
        person = people.setdefault(words, Person())
        person.forms[words] += 1
        person.first = min(person.first, name.first)
        _evidence(lexicon, person, words, name)
    return people


def _acts_like_person(
    seen: Scan, lexicon: Lexicon, name: Name, words: Words, singles: Counter[str]
) -> bool:
    if words[-1] in v.NOT_NAMES or words[0] in v.NOT_NAMES or words[0] == "New":
        return False
    after = seen.words[name.last] if name.last < len(seen.words) else ""
    before = seen.words[name.first - 1] if name.first else ""
    if len(words) == 1:
        if words[0].isupper() or len(words[0]) < 3 or words[0] in v.TITLES | v.TITLE_PARTS:
            return False
        if words[0].lower() in seen.lower or words[0] in lexicon.given:
            return False
        return (
            after in v.SAYING
            and seen.gap(name.last) == " "
            and not before.lower() == "the"
            and (not seen.opens[name.first] or singles[words[0]] > 1)
        )
    if before.lower() == "the" or any(word in v.ORGANISATION_HEADS for word in words):
        return False
    if any(word.isupper() and len(word) > 2 for word in words):
        return False
    gap = seen.text[seen.ends[name.last - 1] : seen.ends[name.last - 1] + 2]
    spoke = after in v.SAYING and seen.gap(name.last) == " "
    told = before in v.SAYING and seen.gap(name.first) == " " and gap[:1] in ",.;"
    later = singles[words[-1]] > 0 and words[-1].lower() not in seen.lower
    aged = gap == ", " and after.isdigit() and len(after) == 2
    who = gap == ", " and after == "who"
    return spoke or told or later or aged or who


def _evidence(lexicon: Lexicon, person: Person, words: Words, name: Name) -> None:
    if len(words) > 1 and (gender := lexicon.given.get(words[0])):
        person.genders[gender] += 1
    elif len(words) > 2 and len(words[0]) == 1 and (gender := lexicon.given.get(words[1])):
        person.genders[gender] += 1
    if name.title:
        title = name.title.replace(".", "")
        parts = set(title.split())
        if parts & v.MALE_TITLES or parts & v.MALE_NOUNS:
            person.genders["m"] += 1
        if parts & v.FEMALE_TITLES or parts & v.FEMALE_NOUNS:
            person.genders["f"] += 1
        person.roles[title] += 1
    if name.affiliation:
        person.affiliations[name.affiliation] += 1


def _join_forms(people: dict[Words, Person]) -> dict[Words, Person]:
    """One person per name: "Donald J. Trump" with "Donald Trump", "Mr. Trump" with either."""
    full = {words: person for words, person in people.items() if len(words) > 1}
    joined: dict[Words, Person] = {}
    for words in sorted(full, key=lambda words: (len(words), full[words].first)):
        same = [w for w in joined if _same_person(w, words)]
        _absorb(joined, words, full[words], same)
    families = by_family(joined)
    for words, person in people.items():
        if len(words) > 1:
            continue
        if words[0] not in families:
            joined[words] = person
    return joined


def _absorb(joined: dict[Words, Person], words: Words, person: Person, same: list[Words]) -> None:
    if len(same) != 1:
        joined[words] = person
        return
    kept = joined[same[0]]
    kept.forms += person.forms
    kept.genders += person.genders
    kept.roles += person.roles
    kept.affiliations += person.affiliations
    kept.first = min(kept.first, person.first)


def _same_person(short: Words, long: Words) -> bool:
    """Whether two full names may be one person's: same family, same or shortened first name."""
    if family(short)[-1] != family(long)[-1]:
        return short == long[: len(short)] and len(short) > 1
    a, b = short[0], long[0]
    if a == b:
        return True
    if len(a.strip(".")) == 1 or len(b.strip(".")) == 1:
        return a[0] == b[0]
    return v.NICKNAMES.get(a, a) == v.NICKNAMES.get(b, b) or short[0] in long[:2]


def _place_people(
    seen: Scan,
    lexicon: Lexicon,
    names: list[Name],
    people: dict[Words, Person],
    canonical: dict[Words, Words],
) -> list[tuple[int, int, str]]:
    families = by_family(people)
    firsts: dict[str, list[Words]] = {}
    for words in people:
        if len(words) > 1:
            firsts.setdefault(words[0], []).append(words)
    owners = _owners(seen, names, people, families)
    placed = []
    for name in names:
        words = tuple(seen.words[name.first : name.last])
        if name.kind == "organisation":
            continue
        if words in canonical:
            placed.append((name.first, name.last, " ".join(canonical[words])))
            continue
        options = families.get(words[-1], [])
        if len(words) > 1:
            at = _known_end(words, families, canonical)
            if at is not None:
                placed.append((name.first + at[0], name.last, " ".join(at[1])))
            continue
        if not options:
            options = firsts.get(words[0], [])
            if len(options) == 1 and not (
                seen.opens[name.first] and words[0].lower() in seen.lower
            ):
                placed.append((name.first, name.last, " ".join(options[0])))
            continue
        chosen = _choose(options, people, name, owners.get(words[-1]))
        if chosen is not None:
            first = name.first
            while (
                first
                and seen.words[first - 1] in v.PARTICLES
                and (seen.words[first - 1] in chosen and seen.gap(first) == " ")
            ):
                first -= 1
            placed.append((first, name.last, " ".join(chosen)))
    return placed


def _known_end(
    words: Words, families: dict[str, list[Words]], canonical: dict[Words, Words]
) -> tuple[int, Words] | None:
    """A known name at the end of a longer run: "Conservative Ada Lund", "Poor Lund"."""
    for i in range(1, len(words)):
        if words[i:] in canonical and len(words) - i > 1:
            return i, canonical[words[i:]]
    if len(words) == 2 and words[0] in v.TITLE_PARTS | v.TITLES:
        options = families.get(words[-1], [])
        if len(options) == 1:
            return 1, options[0]
    return None


def _owners(
    seen: Scan, names: list[Name], people: dict[Words, Person], families: dict[str, list[Words]]
) -> dict[str, Words]:
    """Who owns a family name that two share: the one it meant before the second came in."""
    owners: dict[str, Words] = {}
    for name in names:
        last = seen.words[name.last - 1]
        options = families.get(last, ())
        if len(options) < 2 or last in owners or name.last - name.first > 1:
            continue
        if seen.headline[name.first]:
            continue
        known = [words for words in options if people[words].first < name.first]
        if len(known) == 1:
            owners[last] = known[0]
    return owners


def _choose(
    options: list[Words], people: dict[Words, Person], name: Name, owner: Words | None
) -> Words | None:
    if name.title:
        parts = set(name.title.replace(".", "").split())
        told = "m" if parts & v.MALE_TITLES else "f" if parts & v.FEMALE_TITLES else None
        if told:
            fitting = [w for w in options if people[w].gender() in (told, None)]
            sure = [w for w in fitting if people[w].gender() == told]
            options = sure if len(sure) == 1 else fitting
    if len(options) == 1:
        return options[0]
    return owner if owner in options else None


def _place_organisations(
    seen: Scan,
    lexicon: Lexicon,
    names: list[Name],
    placed: list[tuple[int, int, str]],
    lexical: list[Hit],
) -> list[tuple[int, int, str]]:
    taken = {first for first, _, _ in placed}
    full: dict[str, str] = {}
    short: dict[str, set[str]] = {}
    found = []
    for name in names:
        if name.kind != "organisation" or seen.shouted[name.first]:
            continue
        first = name.first
        words = seen.words[first : name.last]
        while len(words) > 1 and words[0] in v.LEADING:
            words, first = words[1:], first + 1
        if len(words) < 2:
            continue
        text = seen.text[seen.starts[first] : seen.ends[name.last - 1]].replace("’", "'")
        known = lexicon.name_of(text)
        full[text] = known or text
        found.append((first, name.last, full[text]))
        acronym = _acronym_after(seen, name.last)
        if acronym:
            short.setdefault(acronym, set()).add(full[text])
        if words[0] not in lexicon.given and len(words) == 2 and words[1] in v.DROPPABLE:
            short.setdefault(words[0], set()).add(full[text])
    counts = Counter(
        seen.words[n.first]
        for n in names
        if n.kind == "unknown" and n.last - n.first == 1 and not seen.shouted[n.first]
    )
    for name in names:
        if name.kind != "unknown" or name.last - name.first != 1 or name.first in taken:
            continue
        word = seen.words[name.first]
        means = short.get(word, set())
        if len(means) == 1:
            found.append((name.first, name.last, next(iter(means))))
        elif word.isupper() and 2 < len(word) < 7 and counts[word] > 1 and word not in v.NOT_NAMES:
            found.append((name.first, name.last, word))
    return found


def _acronym_after(seen: Scan, i: int) -> str:
    if i < len(seen.words) and seen.gap(i) == " (" and seen.text[seen.ends[i] :][:1] == ")":
        word = seen.words[i]
        return word if word.isupper() and len(word) > 1 else ""
    return ""


def _actors(
    seen: Scan, lexicon: Lexicon, people: dict[Words, Person], placed: list[tuple[int, int, str]]
) -> dict[str, Actor]:
    persons = {" ".join(words): person for words, person in people.items()}
    actors: dict[str, Actor] = {}
    for _, _, name in placed:
        if name in actors:
            continue
        if name in persons:
            person = persons[name]
            aliases = tuple(sorted(" ".join(f) for f in person.forms if " ".join(f) != name))
            affiliation = person.affiliations.most_common(1)
            actors[name] = Actor(
                name,
                "person",
                aliases,
                affiliation=affiliation[0][0] if affiliation else None,
                gender=person.gender(),
                roles=tuple(person.roles),
            )
        else:
            actors[name] = lexicon.actors.get(name) or Actor(name, "organisation")
    return actors
