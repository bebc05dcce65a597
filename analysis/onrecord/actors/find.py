"""Mentions of actors in one article: where it names them, and whom it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.actors.anaphora import place_anaphora
from onrecord.actors.by_rules import find_by_rules, names_by_rules
from onrecord.actors.joined import Agreed, joined
from onrecord.actors.longer import longer
from onrecord.actors.match import lexicon_hits
from onrecord.actors.model import Found, Mention, Span
from onrecord.actors.name_actors import actors_of, name_actors
from onrecord.actors.portfolios import without_portfolios
from onrecord.actors.roles import gather_roles
from onrecord.actors.scan import Scan, scan
from onrecord.actors.spans import exact_names
from onrecord.actors.spoken import with_spoken
from onrecord.lexicon import Actor, Lexicon
from onrecord.segment import Sentence


def find_mentions(
    text: str,
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
    names: Sequence[Span] = (),
    sources: Sequence[tuple[int, int]] = (),
) -> Found:
    r"""Find the actors that a text names.

    Args:
        text: an article's text.
        sentences: its sentences, from `onrecord.segment.segment`.
        lexicon: known actors.
        names: where the reader found names, which join those of the rules.
        sources: where somebody speaks, in which a name is believed more easily.

    Returns:
        Mentions in text order, never overlapping; the actors they mean; names left out
        because they could mean two things. Titles are not part of a person's mention, and
        a country inside a person's title ("Russian President ...") is no mention.

    >>> from onrecord.segment import segment
    >>> text = "Talks stall\n\nNATO chief Ada Lund met Ukrainians. Lund was glad."
    >>> [m.actor for m in find_mentions(text, segment(text), Lexicon.load()).mentions]
    ['NATO', 'Ada Lund', 'Ukraine', 'Ada Lund']
    """
    seen = scan(text, sentences)
    if names:
        return _of_both(seen, lexicon, names, sorted(sources))
    return find_by_rules(seen, lexicon)


def _of_both(
    seen: Scan, lexicon: Lexicon, names: Sequence[Span], sources: Sequence[tuple[int, int]]
) -> Found:
    ruled = names_by_rules(seen, lexicon)
    by_rules = [
        Agreed(seen.starts[first], seen.ends[last - 1], ruled.actors[name].type, 1.0)
        for first, last, name in ruled.placed
    ]
    found = with_spoken(seen.text, joined(seen.text, by_rules, names, sources), names, sources)
    spans = without_portfolios(seen.text, longer(seen, lexicon, found))
    hits, _ = lexicon_hits(seen, lexicon) if lexicon.user_words else ([], [])
    users = [hit for hit in hits if hit.user]
    meant = name_actors(seen, lexicon, exact_names(seen, lexicon, spans, users))
    actors = {
        name: told(actor, ruled.actors.get(name))
        for name, actor in actors_of(lexicon, meant).items()
    }
    placed = [(each.name.first, each.name.last, each.actor) for each in meant]
    at = {each.name.first: each.name for each in meant}
    more = place_anaphora(seen, placed, actors)
    placed = sorted(placed + [each for each in more if each[0] not in at])
    mentions = tuple(
        Mention(
            name,
            actors[name].type,
            at[first].start if first in at else seen.starts[first],
            at[first].end if first in at else seen.ends[last - 1],
        )
        for first, last, name in placed
    )
    named = {seen.text[each.start : each.end] for each in mentions}
    doubtful = {text: count for text, count in ruled.doubtful.items() if text not in named}
    return Found(mentions, gather_roles(seen, placed, actors), doubtful)


def told(actor: Actor, ruled: Actor | None) -> Actor:
    """An actor with what rules read of it in the text: gender, affiliation, roles."""
    if ruled is None or ruled.type != actor.type:
        return actor
    aliases = tuple(dict.fromkeys((*ruled.aliases, *actor.aliases)))
    return replace(ruled, aliases=aliases)
