"""Which names a corpus holds and what they were taken for, ready to be edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import yaml

from onrecord.actors.find import find_mentions
from onrecord.actors.merge import merge_people
from onrecord.lexicon import Actor, Lexicon
from onrecord.segment import Sentence

EXAMPLE = 60  # characters either side of an example


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of a corpus.

    Attributes:
        name: canonical name.
        type: what it was taken for; empty for a name that was left out as ambiguous.
        count: mentions.
        articles: articles that hold one.
        aliases: how texts write it, most frequent first, the name itself left away.
        affiliation: whom a person speaks for, where the texts tell.
        gender: `f` or `m` where it is known.
        example: the first mention with some words around it.
    """

    name: str
    type: str
    count: int
    articles: int
    aliases: tuple[str, ...]
    affiliation: str | None
    gender: str | None
    example: str


@dataclass(slots=True)
class _Tally:
    actor: Actor | None = None
    count: int = 0
    articles: set[int] = field(default_factory=set)
    written: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    example: str = ""


def names_report(
    articles: Iterable[tuple[str, Sequence[Sentence]]], lexicon: Lexicon
) -> list[NameRow]:
    """List the names of a corpus, those of people merged as `merge_people` does.

    Args:
        articles: each article's text with its sentences.
        lexicon: known actors; the names of the user's own stay as they are.

    Returns:
        One row per actor and per name left out, most frequent first.
    """
    tallies: dict[tuple[str, int], _Tally] = {}
    left: Counter[str] = Counter()
    for number, (text, sentences) in enumerate(articles):
        found = find_mentions(text, sentences, lexicon)
        left.update(found.left_out)
        for mention in found.mentions:
            tally = tallies.setdefault((mention.actor, number), _Tally())
            tally.actor = found.actors[mention.actor]
            tally.count += 1
            tally.written[text[mention.start : mention.end]] += 1
            tally.example = tally.example or _around(text, mention.start, mention.end)
    joined = _join(tallies, lexicon)
    rows = [_row(name, tally) for name, tally in joined.items()]
    rows += [
        NameRow(name, "", count, 0, (), None, None, "could be a country or something else")
        for name, count in left.items()
    ]
    return sorted(rows, key=lambda row: (-row.count, row.name))


def names_yaml(rows: Sequence[NameRow]) -> str:
    """The rows as an `actors.yaml` (see `onrecord.lexicon.user`), with counts as comments.

    >>> row = NameRow("Ada Lund", "person", 3, 2, ("Lund",), None, "f", "")
    >>> print(names_yaml([row]))
    # Names found; edit and pass it as actors.yaml. One entry per actor: move a name into
    # another's aliases to merge them, give it an entry of its own to split them.
    actors:
    - {name: Ada Lund, type: person, gender: f}  # 3 in 2 articles, as Lund
    """
    lines = [
        "# Names found; edit and pass it as actors.yaml. One entry per actor: move a name into",
        "# another's aliases to merge them, give it an entry of its own to split them.",
        "actors:",
    ]
    for row in rows:
        if not row.type:
            lines.append(f"# left out, {row.count} times: {_flow(row.name)}")
            continue
        entry: dict[str, object] = {"name": row.name, "type": row.type}
        # a family name alone stays with the text to resolve: it is no alias
        if row.type != "person":
            entry |= {"aliases": list(row.aliases)} if row.aliases else {}
        for key, value in (("affiliation", row.affiliation), ("gender", row.gender)):
            if value:
                entry[key] = value
        shown = f", as {', '.join(row.aliases[:4])}" if row.aliases else ""
        plural = "article" if row.articles == 1 else "articles"
        note = " ".join(f"{row.count} in {row.articles} {plural}{shown}".split())
        lines.append(f"- {_flow(entry)}  # {note}")
    return "\n".join(lines)


def _flow(value: object) -> str:
    text = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=1 << 20, sort_keys=False
    )
    return text.removesuffix("...\n").strip()


def _around(text: str, start: int, end: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    first, last = max(line, start - EXAMPLE), min(stop, end + EXAMPLE)
    return ("…" if first > line else "") + text[first:last].strip() + ("…" if last < stop else "")


def _join(tallies: dict[tuple[str, int], _Tally], lexicon: Lexicon) -> dict[str, _Tally]:
    named = [
        (str(number), name, tally.actor.affiliation, written)
        for (name, number), tally in tallies.items()
        if tally.actor is not None and tally.actor.type == "person"
        for written in tally.written
    ]
    countries = {
        name
        for (name, _), tally in tallies.items()
        if tally.actor and tally.actor.type == "country"
    }
    changes = merge_people(named, lexicon.user_names, countries)
    joined: dict[str, _Tally] = {}
    for (name, number), tally in tallies.items():
        into = joined.setdefault(changes.get((str(number), name), name), _Tally())
        into.actor = into.actor or tally.actor
        into.count += tally.count
        into.articles.add(number)
        into.written.update(tally.written)
        if tally.actor and tally.actor.affiliation:
            into.affiliations[tally.actor.affiliation] += 1
        into.example = into.example or tally.example
    return joined


def _row(name: str, tally: _Tally) -> NameRow:
    written = tuple(word for word, _ in tally.written.most_common() if word != name)
    affiliation = tally.affiliations.most_common(1)
    return NameRow(
        name,
        tally.actor.type if tally.actor else "",
        tally.count,
        len(tally.articles),
        written,
        affiliation[0][0] if affiliation else None,
        tally.actor.gender if tally.actor else None,
        tally.example,
    )
