"""Invented news whose truth is known: for tutorials, and to try a review without a reader.

    python benchmarks/invented_news.py news --articles 250

writes articles and, beside their folder, `gold.jsonl`: a line a statement, with the file, the words
in quotation marks, who says them, toward whom, and which side they take.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

PEOPLE = ("Odile Marsh", "Henrik Vale", "Teresa Quill", "Jonas Reed", "Mira Holt", "Pavel Stone")
TARGETS = ("the Norland Council", "the Skarholm Trust", "the Harbour Board", "the Ferry League")
OUTLETS = ("The Lantern", "The Gull", "Northern Cable")
SAYINGS = {
    "against": (
        "{target} lied to every family on this coast about {thing}",
        "What {target} did with {thing} is a disgrace",
        "{target} has betrayed the people who paid for {thing}",
        "I condemn {target} for its cruel plan for {thing}",
    ),
    "favor": (
        "{target} deserves our thanks for {thing}",
        "I fully support {target} and its brave work on {thing}",
        "{target} has done a wonderful job with {thing}",
        "We are proud to stand with {target} over {thing}",
    ),
    "none": (
        "{target} will publish its figures on {thing} next week",
        "The letter to {target} about {thing} was sent on Monday",
        "We meet {target} again in April to talk about {thing}",
    ),
}
THINGS = (
    "the new pier", "night crossings", "the school boats", "dredging", "winter fuel", "the light",
    "fishing permits", "the tide gauge", "harbour fees", "the rescue station", "the island bridge",
)  # fmt: skip
CUES = ("said", "told reporters", "said on Tuesday", "warned")
FILLERS = (
    "The talks about {thing} went on until late in the evening.",
    "Snow fell on the quays while {thing} was being discussed inside.",
    "A crowd of about {number} had gathered because of {thing}.",
    "It is {number} days since the last vote on {thing}.",
    "The minutes fill {number} pages, most of them about {thing}.",
    "No boat left the harbour, and {number} passengers waited.",
)


def write(folder: Path, articles: int, seed: int = 0) -> Path:
    """Write articles, and what is true of them.

    Args:
        folder: where the articles go.
        articles: how many.
        seed: of the choice of words.

    Returns:
        The file of what is true, beside the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    gold = []
    for number in range(articles):
        name = f"{number:04}.md"
        lines = []
        for _ in range(draw.choice((2, 3, 3, 4))):
            statement, words = _statement(draw)
            gold.append({"file": name, **statement})
            filler = draw.choice(FILLERS)
            lines += [words, filler.format(thing=draw.choice(THINGS), number=draw.randint(9, 900))]
        day = f"2031-{1 + number % 9:02}-{1 + draw.randrange(28):02}"
        head = f"---\noutlet: {draw.choice(OUTLETS)}\npublished: {day}\n---\n"
        title = f"# Day {number} of the quarrel about {draw.choice(THINGS)}\n\n"
        (folder / name).write_text(head + title + "\n\n".join(lines) + "\n", "utf-8")
    path = folder.parent / "gold.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in gold), "utf-8")
    return path


def _statement(draw: random.Random) -> tuple[dict[str, str], str]:
    side = draw.choice(tuple(SAYINGS))
    speaker, target = draw.choice(PEOPLE), draw.choice(TARGETS)
    said = draw.choice(SAYINGS[side]).format(target=target, thing=draw.choice(THINGS))
    said = said[0].upper() + said[1:]
    known = {
        "words": said, "speaker": speaker, "target": target.removeprefix("the "), "side": side
    }  # fmt: skip
    return known, f"“{said},” {speaker} {draw.choice(CUES)}."


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=250)
    given = parser.parse_args()
    print(write(given.folder, given.articles))
