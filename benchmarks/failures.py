"""Where the reader fails: our own sentences, and what it says of them.

    python benchmarks/failures.py            # the weights that ship
    python benchmarks/failures.py --model FOLDER

In the sentences a target stands in square brackets and a source in curly ones. The model card
keeps those that are read wrongly.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from onrecord.reader import BETWEEN, TOWARD, Reader

STANCES = (
    "Great, another masterstroke from [Mara Voss].",
    "Hale beat [Voss] by twenty points.",
    "The jury cleared [Hale] of every charge.",
    "Critics say [Voss] lied; the court found she had told the truth.",
    "[Voss] was not the worst mayor the town has had.",
    "{Norland} recalled its ambassador from [Estmark].",
    "Asked about [Hale], {Voss} rolled her eyes.",
    "{Voss} said she hoped for better relations with [Norland] one day.",
    "{Voss} was skeptical of [Hale]’s plan.",
    "{Voss} joked that [Hale] could not find the town hall with a map.",
    "{Hale} stopped short of endorsing [Voss].",
)
TEXTS = (
    "VOSS: The treaty is signed.\nHALE: It is not.",
    "Q: Will you run again?\nA: I have not decided.",
    "Hale tweeted a photo of the bridge with the words “Told you so”.",
    "The bridge, Voss wrote in her diary years later, should never have been built.",
    "Nobody, not even Hale, says that the bridge is safe.",
)


def marked(sentence: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return a sentence without its brackets, and where they stood.

    >>> marked("{Ann} met [Bo].")
    ('Ann met Bo.', {'{': (0, 3), '[': (8, 10)})
    """
    text, spans, opened = "", {}, 0
    for part in re.split(r"([\[\]{}])", sentence):
        if part in ("[", "{"):
            kind, opened = part, len(text)
        elif part in ("]", "}"):
            spans[kind] = (opened, len(text))
        else:
            text += part
    return text, spans


def told(labels: Sequence[str], chances: Sequence[float]) -> str:
    """Return the two likeliest labels with their probabilities.

    >>> told(["favor", "none"], [0.25, 0.75])
    'none 0.75, favor 0.25'
    """
    likely = sorted(zip(chances, labels, strict=True), reverse=True)[:2]
    return ", ".join(f"{label} {chance:.2f}" for chance, label in likely)


def main(given: Sequence[str] | None = None) -> None:
    """Print what the weights say of each sentence."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--model", type=Path, help="folder of weights; default: the shipped ones")
    reader = Reader.load(options.parse_args(given).model)
    for sentence in STANCES:
        text, spans = marked(sentence)
        toward = told(TOWARD, reader.toward([text], [spans["["]])[0])
        between = ""
        if "{" in spans:
            found = reader.between([text], [spans["{"]], [spans["["]])[0]
            between = f"; between: {told(BETWEEN, found)}"
        print(f"{sentence}\n  toward: {toward}{between}")
    for text in TEXTS:
        spans = reader.read([text])[0].spans
        parts = [f"{each.role} “{text[each.start : each.end]}”" for each in spans]
        print(f"{text}\n  {', '.join(parts) or 'nothing'}")


if __name__ == "__main__":
    main()
