"""What tells whether words are attributed at all: a source that speaks, a verb of speech."""

from __future__ import annotations

from math import log

from onrecord.lexicon.tokens import WORD
from onrecord.speakers.asked import Asked
from onrecord.speakers.context import Context

FIRST_WORDS = 2


def claim_features(
    context: Context,
    asked: Asked,
    source: dict[str, float],
    confidence: float,
    heard: float | None = None,
) -> dict[str, float]:
    """Features of an attribution as a claim that somebody said something.

    Args:
        context: its article.
        asked: the attribution.
        source: features of its source, as `source_features` gives them.
        confidence: mean probability of its spans, 0..1.
        heard: the reader's probability that it is an attribution, 0..1; None: not told.
    """
    found = {**source, "bias": 1.0, "confidence": confidence, "doubt": (1 - confidence) ** 2}
    if heard is not None:
        bounded = min(max(heard, 1e-3), 1 - 1e-3)
        found["reader's odds"] = log(bounded / (1 - bounded))
        found[f"reader's odds, {asked.attribution.kind}"] = found["reader's odds"]
        found["reader is sure"] = float(heard > 0.9)
        found["reader denies"] = float(heard < 0.1)
    content = " ".join(context.text[start:end] for start, end in asked.attribution.content)
    words = WORD.findall(content)
    found["content words"] = min(len(words), 30) / 15
    found[f"content of {min(len(words), 4)} words"] = 1.0
    for word in words[:FIRST_WORDS]:
        found[f"content opens {word.lower()}"] = 1.0
    if content[:1].isupper():
        found["content opens with a capital"] = 1.0
    if any(mark in content for mark in '“"'):
        found["content is quoted"] = 1.0
    if asked.cue:
        found[f"whole cue {asked.cue}"] = 1.0
        found[f"last of cue {asked.cue.split()[-1]}"] = 1.0
    kind = next((mention.actor_type for mention in asked.inside), "nobody")
    found[f"source names {kind}"] = 1.0
    found[f"source names {kind}, {asked.attribution.kind}"] = 1.0
    return found
