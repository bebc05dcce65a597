"""Who the sources are: gender and role against labels by reading, on the dev articles.

    python benchmarks/sources.py --data FOLDER          # figures with intervals
    python benchmarks/sources.py --data FOLDER --show   # and every label that came out otherwise

Labels: `gold/sources.jsonl`, by reading 27 articles of `world-dev` and 17 of `statements-dev`.

- gender: over our quotes whose speaker is a person with a label: the share of those that have a
  gender, and of the genders given those that are right. Persons, not quotes, are its second line.
- role: over the labelled sources that we name at all: macro-F1 over the roles; a role that is not
  given counts as missed. A source that is not named is counted apart.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from alike import any_same
from labelled import SETS, Labelled, analysed, labelled

from onrecord.actors import Lexicon
from onrecord.sources import ROLES

GOLD = Path(__file__).parent / "gold" / "sources.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    gold: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        gold[row["set"], row["doc"]].append(row)
    count = Count()
    for name in SETS.values():
        key = name.partition(".")[0]
        articles = [a for a in labelled(given.data / name) if (key, a.doc) in gold]
        count.add(articles, [gold[key, a.doc] for a in articles])
    print(count.report())
    if given.show:
        print("\n".join(count.misses))


def share(right: int, of: int) -> str:
    """A share in percent with its 95 % interval (Wilson 1927).

    >>> share(9, 10)
    '90.0 (59.6 to 98.2) of 10'
    """
    if not of:
        return "none"
    z = 1.96
    middle = (right + z * z / 2) / (of + z * z)
    half = z / (of + z * z) * (right * (of - right) / of + z * z / 4) ** 0.5
    low, high = 100 * (middle - half), 100 * (middle + half)
    return f"{100 * right / of:.1f} ({low:.1f} to {high:.1f}) of {of}"


class Count:
    """Counts over some articles."""

    def __init__(self) -> None:
        self.quotes: Counter[str] = Counter()
        self.persons: Counter[str] = Counter()
        self.roles: Counter[tuple[str, str]] = Counter()
        self.ways: Counter[tuple[str, bool]] = Counter()
        self.unnamed = 0
        self.misses: list[str] = []

    def add(self, articles: list[Labelled], gold: list[list[dict]]) -> None:
        """Analyse articles and hold their profiles against the labels."""
        tables = analysed(articles)
        lexicon = Lexicon.load()
        for number, (article, rows) in enumerate(zip(articles, gold, strict=True)):
            profiles = tables.profiles[tables.profiles.article_id == str(number)]
            said = tables.attributions[tables.attributions.article_id == str(number)]
            spoken = Counter(said.speaker.dropna())
            for row in rows:
                forms = article.forms.get(row["speaker"], (row["speaker"],))
                hits = [p for p in profiles.itertuples() if any_same(p.actor, forms, lexicon)]
                if not hits:
                    self.unnamed += 1
                    continue
                hit = max(hits, key=lambda each: spoken[each.actor])
                if row["role"]:
                    self.roles[row["role"], hit.role if isinstance(hit.role, str) else ""] += 1
                    if hit.role != row["role"]:
                        self.misses.append(f"{row['doc']} {hit.actor}: {row['role']} | {hit.role}")
                if row["gender"] and hit.actor_type == "person":
                    self._gender(row, hit, spoken[hit.actor])

    def _gender(self, row: dict, hit, quotes: int) -> None:
        told = hit.gender if isinstance(hit.gender, str) else ""
        outcome = "right" if told == row["gender"] else "wrong" if told else "not told"
        self.quotes[outcome] += quotes
        self.persons[outcome] += 1
        if told:
            self.ways[hit.gender_by, told == row["gender"]] += 1
        if outcome != "right":
            self.misses.append(f"{row['doc']} {hit.actor}: {row['gender']} | {told} {outcome}")

    def report(self) -> str:
        """The figures, a line each."""
        lines = []
        for what, of in (("quotes by persons", self.quotes), ("persons", self.persons)):
            told = of["right"] + of["wrong"]
            lines.append(
                f"gender, {what}: told {share(told, of.total())}, right {share(of['right'], told)}"
            )
        ways = sorted({way for way, _ in self.ways})
        lines += [
            f"  by {w}: {self.ways[w, True]} right, {self.ways[w, False]} wrong" for w in ways
        ]
        scores = {role: self._f1(role) for role in ROLES}
        total, right = self.roles.total(), sum(self.roles[r, r] for r in ROLES)
        lines.append(
            f"role: macro-F1 {100 * sum(scores.values()) / len(scores):.1f}, right "
            f"{share(right, total)}, not named {self.unnamed}"
        )
        lines += [
            f"  {role}: F1 {100 * f1:.0f} of {self._gold(role)}" for role, f1 in scores.items()
        ]
        return "\n".join(lines)

    def _gold(self, role: str) -> int:
        return sum(n for (gold, _), n in self.roles.items() if gold == role)

    def _f1(self, role: str) -> float:
        given = sum(n for (_, told), n in self.roles.items() if told == role)
        return 2 * self.roles[role, role] / max(1, given + self._gold(role))


if __name__ == "__main__":
    main()
