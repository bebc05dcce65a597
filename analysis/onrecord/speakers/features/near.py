"""Features of where a candidate was named last, and how much the article is about it."""

from __future__ import annotations

from bisect import bisect_left
from math import log1p

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.asked import Asked
from onrecord.speakers.context import Context, spoken_by


def near_features(
    context: Context, asked: Asked, name: str, ranks: dict[str, int]
) -> dict[str, float]:
    """Features of a candidate's last mention before the source, and of those after it.

    Args:
        context: the article.
        asked: the source.
        name: the candidate.
        ranks: how many actors of the same kind were named since each was, by name.
    """
    numbers = context.by_actor.get(name, [])
    found = _weight(context, numbers, name)
    at = bisect_left(numbers, bisect_left(context.starts, asked.place))
    if at:
        found |= _last(context, asked, numbers[at - 1])
        if name in ranks:
            found[f"named since {min(ranks[name], 3)}"] = 1.0
        lately = numbers[bisect_left(numbers, context.before(asked.place, 2).start) : at]
        found["times lately"] = min(len(lately), 4) / 4
        found["subject lately"] = float(any(context.subject[n] for n in lately))
    else:
        found["not named before"] = 1.0
    return found | _own_words(context, asked, numbers)


def recency(context: Context, asked: Asked) -> dict[str, int]:
    """For actors named lately, how many others of the same kind were named since.

    A person whose gender is known and is not the source's counts among none.
    """
    seen: dict[str, list[str]] = {"person": [], "body": []}
    ranks: dict[str, int] = {}
    wanted = {"he": "m", "she": "f"}.get(asked.pronoun)
    for number in reversed(context.before(asked.place, 6)):
        mention = context.mentions[number]
        if mention.actor in ranks or context.quoted[number]:
            continue
        actor = context.actors.get(mention.actor)
        if wanted and actor is not None and actor.gender not in (wanted, None):
            continue
        kind = "person" if mention.actor_type == "person" else "body"
        ranks[mention.actor] = len(seen[kind])
        seen[kind].append(mention.actor)
    return ranks


def _weight(context: Context, numbers: list[int], name: str) -> dict[str, float]:
    found = {"mentions": log1p(len(numbers)) / 3}
    rank = context.rank.get(name, 9)
    found[f"rank {rank if rank < 2 else 'low' if rank < 5 else 'lowest'}"] = 1.0
    if name in context.headline:
        found["in headline"] = 1.0
    if len(numbers) == 1:
        found["once"] = 1.0
    return found


def _last(context: Context, asked: Asked, number: int) -> dict[str, float]:
    mention = context.mentions[number]
    back = context.back(asked.place, mention.start)
    here, there = context.sentence(asked.place), context.sentence(mention.start)
    same = here == there
    step = str(back) if back < 4 else "few" if back < 8 else "many"
    found = {f"back {step}": 1.0, f"{'same' if same else 'other'} sentence": 1.0}
    close = "close " if back < 2 else ""
    if (
        context.sentences
        and context.sentences[here].paragraph == context.sentences[there].paragraph
    ):
        found["same paragraph"] = 1.0
    found["distance"] = log1p(max(0, asked.place - mention.end)) / 8
    if context.subject[number]:
        found[f"{close}subject"] = 1.0
        found[f"subject back {step}"] = 1.0
    if context.quoted[number]:
        found[f"{close}quoted"] = 1.0
    if context.owned(number):
        found[f"{close}owned"] = 1.0
    if spoken_by(context.text, mention):
        found["by own account"] = 1.0
    written = context.text[mention.start : mention.end]
    if written in v.ADJECTIVES or written in v.PEOPLES:
        found["as adjective"] = 1.0
    if context.sentences and mention.start - context.sentences[there].start < 5:
        found[f"{close}opens sentence"] = 1.0
    return found | _gap(context, asked, mention.end)


def _gap(context: Context, asked: Asked, end: int) -> dict[str, float]:
    """What stands between the name and the source: nothing, or an apposition before "who"."""
    gap = context.text[end : asked.place]
    if len(gap) > 120:
        return {}
    bare = gap.strip(" ,—–-\"“”’'")
    if not bare:
        return {"beside": 1.0, f"beside {asked.pronoun or 'other'}": 1.0}
    if asked.pronoun == "who" and not any(stop in gap for stop in '.;:"“”\n'):
        return {"before who": 1.0, "comma before who": float(gap.rstrip().endswith(","))}
    return {}


def _own_words(context: Context, asked: Asked, numbers: list[int]) -> dict[str, float]:
    """Whether the words themselves name the candidate, and how soon; and what follows them."""
    found: dict[str, float] = {}
    for start, end in asked.attribution.content:
        at = bisect_left(numbers, bisect_left(context.starts, start))
        if at < len(numbers) and context.mentions[numbers[at]].start < end:
            mention = context.mentions[numbers[at]]
            found["in content"] = 1.0
            if context.opens(start, mention):
                found["opens content"] = 1.0
            if start > asked.place:
                found["in content behind"] = 1.0
            break
    ends = max((end for _, end in asked.attribution.content), default=asked.place)
    at = bisect_left(numbers, bisect_left(context.starts, ends))
    if at < len(numbers) and 0 <= context.mentions[numbers[at]].start - ends < 30:
        found["right behind"] = 1.0
        if asked.start < 0:
            found["right behind, no source"] = 1.0
    return found
