"""Repeats: quotations planted among real ones as outlets treat them, and pairs to be read.

    python benchmarks/repeats.py --data FOLDER           # precision and recall on the planted set
    python benchmarks/repeats.py --data FOLDER --show 50 # and so many real pairs, to be read

Quotations with the speakers of the labelled articles are the ground. Of every fifth with eight
words or more that occurs once, versions are planted under another article: whole, cut at either
end or in the middle, with a word changed, with one in brackets, with a sentence more. A planted
version is found where it stands in the group of the one that it was made from; a group that holds
quotations of two origins counts each such pair as wrong.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from sources import share

from onrecord.repeats.candidates import candidates
from onrecord.repeats.repeats import grouped
from onrecord.repeats.same import compare, quoted, telling
from onrecord.wording import tokens

FILES = ("world-train", "statements-train")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    ground = read(given.data)
    draw = random.Random(7)
    print(planted(ground, draw))
    if given.show:
        show(ground, given.show, draw)


def read(folder: Path) -> list[tuple[str, str | None, str]]:
    """Article, speaker and quoted words of every labelled quotation."""
    made = []
    for name in FILES:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                for said in row["attributions"]:
                    content = " ".join(row["text"][a:b] for a, b in said["content"])
                    words = quoted(content, "mixed")
                    if said["attribution"] and telling([t.word for t in tokens(words)]):
                        made.append((row["doc"], next(iter(said["speaker"]), None), words))
    return made


def treated(words: str, draw: random.Random) -> dict[str, str]:
    """Versions of a quotation as other outlets print it."""
    each = words.split()
    n, some = len(each), draw.randrange(2, len(each) - 2)
    most, half = max(4, 2 * n // 3), max(5, n // 2)
    return {
        "exact": words.upper() if n % 2 else f"{words},",
        "begun": " ".join(each[:half]),
        "ended": " ".join(each[-half:]),
        "cut inside": " ".join([*each[: most // 2], "…", *each[-(most - most // 2) :]]),
        "a word changed": " ".join([*each[:some], "quite", *each[some + 1 :]]),
        "in brackets": " ".join([*each[:some], "[the company]", *each[some + 1 :]]),
        "more around it": f"Let me tell you this once. {words} That is all there is.",
    }


def planted(ground: list[tuple[str, str | None, str]], draw: random.Random) -> str:
    """The figures of the planted set."""
    alone = [n for n, row in enumerate(ground) if len(row[2].split()) >= 8 and row[1]]
    before = groups(ground)
    alone = [n for n in alone if len(before[n]) == 1][::5]
    rows, origin, kind = list(ground), list(range(len(ground))), ["ground"] * len(ground)
    for n in alone:
        for how, words in treated(ground[n][2], draw).items():
            rows.append((f"planted-{how}", ground[n][1], words))
            origin.append(n)
            kind.append(how)
    after = groups(rows)
    found: dict[str, list[bool]] = defaultdict(list)
    for n in range(len(ground), len(rows)):
        found[kind[n]].append(origin[n] in after[n])
    wrong = right = 0
    seen = set()
    for members in after:
        if id(members) in seen or len(members) < 2:
            continue
        seen.add(id(members))
        for a, b in combinations(sorted(members), 2):
            if max(a, b) >= len(ground):
                real = origin[b] in before[origin[a]]
                right, wrong = right + real, wrong + (not real)
    every = [each for part in found.values() for each in part]
    lines = [f"pairs with a planted version that are the same words: {share(right, right + wrong)}"]
    lines += [f"planted versions found: {share(sum(every), len(every))}"]
    lines += [f"  {how}: {share(sum(part), len(part))}" for how, part in found.items()]
    return "\n".join(lines)


def groups(rows: list[tuple[str, str | None, str]]) -> list[set[int]]:
    """Of each quotation all that are the same words."""
    known = [tokens(words) for _, _, words in rows]
    heads = grouped(known, [speaker for _, speaker, _ in rows])
    held: dict[int, set[int]] = defaultdict(set)
    for n, head in enumerate(heads):
        held[int(head)].add(n)
    return [held[int(head)] for head in heads]


def show(ground: list[tuple[str, str | None, str]], most: int, draw: random.Random) -> None:
    """Print real pairs that are called the same words, for a reader to judge."""
    known = [tokens(words) for _, _, words in ground]
    pairs = candidates([[t.word for t in ts] for ts in known], [row[1] for row in ground])
    held = [(a, b, compare(known[a], known[b])) for a, b in pairs if ground[a][0] != ground[b][0]]
    held = [each for each in held if each[2]]
    for a, b, found in draw.sample(held, min(most, len(held))):
        print(f"\n{found.how} {found.kept:.2f}")
        for row in (ground[a], ground[b]):
            print(f"  {row[1]}: {' '.join(row[2].split())[:300]}")


if __name__ == "__main__":
    main()
