"""`read()`: the one room that composes the stages, for some articles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors import Lexicon, find_mentions
from onrecord.attribution import attribute
from onrecord.reader import Reader
from onrecord.rows import Analysed
from onrecord.segment import segment
from onrecord.speakers import keep, resolve, shipped
from onrecord.stance import plan, score


def read(chunk: Sequence[tuple[str, str]], lexicon: Lexicon, reader: Reader) -> list[Analysed]:
    """Read some articles together, given as (article_id, text)."""
    readings = reader.read([text for _, text in chunk])
    planned, found = [], []
    for (article_id, text), reading in zip(chunk, readings, strict=True):
        sentences = segment(text)
        attributions = attribute(text, sentences, reading)
        seen = find_mentions(text, sentences, lexicon, reading.names)
        resolved = resolve(text, sentences, attributions, seen.mentions, seen.actors, reading)
        attributions, speakers = keep(attributions, resolved, shipped().least)
        planned.append(plan(text, sentences, attributions, speakers, seen.mentions, seen.bodies()))
        found.append((article_id, text, sentences, attributions, speakers, seen.mentions))
    # one call of the model for the whole chunk
    stances = score(planned, reader)
    return [Analysed(*parts, of) for parts, of in zip(found, stances, strict=True)]
