"""The articles of `speakers.jsonl` with the names that the product finds there.

Their labels name the speakers alone; the other names stand beside them as those who might speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.alike import any_same
from onrecord.actors import Lexicon, find_mentions
from onrecord.attribution import attribute
from onrecord.reader import Reader
from onrecord.segment import segment

from .who import who


def seen(data: Path, weights: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles like rows of the labelled ones, mentions and all.

    Args:
        data: folder of the JSON lines.
        weights: folder of the weights that find the names.
    """
    reader, lexicon = Reader(weights), Lexicon.load()
    for row in who(data):
        text = row["text"]
        reading = reader.read([text])[0]
        sentences = segment(text)
        sources = [span for each in attribute(text, sentences, reading) for span in each.source]
        found = find_mentions(text, sentences, lexicon, reading.names, sources)
        yield with_mentions(row, found.mentions, found.actors, lexicon)


def with_mentions(
    row: dict[str, Any], mentions: Any, actors: Any, lexicon: Lexicon
) -> dict[str, Any]:
    """Return an article whose speakers bear the names under which they are mentioned.

    Args:
        row: of `who`.
        mentions: of the article, each with `start`, `end` and `actor`.
        actors: the actors by name, each with `aliases`.
        lexicon: tells which names are one.
    """
    have = [*dict.fromkeys(each.actor for each in mentions)]
    forms = {name: [name, *actors[name].aliases] for name in have if name in actors}

    def known(speaker: str) -> str:
        if speaker in have:
            return speaker
        alike = (
            name
            for name in have
            if any_same(name, forms.get(name, [name]), lexicon)
            and any_same(speaker, forms.get(name, [name]), lexicon)
        )
        return next(alike, speaker)

    told = [
        {**each, "speaker": [known(speaker) for speaker in each["speaker"]]}
        for each in row["attributions"]
    ]
    others = {speaker for each in told for speaker in each["speaker"]} - {*have}
    return {
        **row,
        "attributions": told,
        "mentions": [
            {"start": each.start, "end": each.end, "name": each.actor} for each in mentions
        ],
        # where a name is mentioned stands above; of the others their letters are looked for
        "names": [{"name": name, "forms": []} for name in have]
        + [{"name": name, "forms": [name]} for name in sorted(others)],
    }
