"""Licences of all that On Record runs on: `python -m benchmarks.licences > docs/licences.md`.

Libraries by their own word, as they are installed here; data and weights by hand, below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

EXTRAS = ("lab", "formats", "cluster", "exchange", "networks", "feeds")
# what some metadata calls a licence, and what it is called elsewhere
SHORT = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
    "ISC License (ISCL)": "ISC",
    "Apache License 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD 3-Clause License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
}
OURS = """
## Data, weights and fonts in the package

| What | Where | From | Licence |
|---|---|---|---|
| Weights of the reader | `reader/weights/` | trained here, see `reader/CARD.md` | MIT |
| Weights that choose a speaker | `speakers/ranker.npz` | trained here, see `training/` | MIT |
| Cues, names, countries, words | `attribution/`, `lexicon/data/` | made for this project | MIT |
| Source Serif 4, Source Sans 3 | `report/assets/fonts/` | Adobe, by Fontsource | OFL-1.1 |
| Articles of `seeds/` | `seeds/` | written for this project | MIT |

What the reader learnt from is not in the package, and the weights hold no text of it: PolNeAR 1.0
(public research data), NewsMTSC (MIT), DSE (free with citation), GUM (annotations CC BY 4.0; texts
CC BY and, of biographies, CC BY-SA). The encoders that it started from, all-MiniLM-L6-v2
and all-mpnet-base-v2, are under Apache-2.0.
"""


def closure(name: str = "onrecord", extras: tuple[str, ...] = EXTRAS) -> dict[str, Distribution]:
    """All that a package needs where it runs, by name, as installed."""
    found: dict[str, Distribution] = {}
    waiting = [(name, frozenset(extras))]
    met = set()
    while waiting:
        each = waiting.pop()
        if each in met:
            continue
        met.add(each)
        try:
            about = distribution(each[0])
        except PackageNotFoundError:
            continue  # for another system or Python
        found[_plain(each[0])] = about
        waiting += _needed(about, each[1])
    found.pop(name, None)
    return dict(sorted(found.items()))


def _needed(about: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for line in about.requires or ():
        wanted = Requirement(line)
        settings = [{"extra": extra} for extra in ("", *extras)]
        if wanted.marker is None or any(wanted.marker.evaluate(each) for each in settings):
            yield wanted.name, frozenset(wanted.extras)


def licence(about: Distribution) -> str:
    """What a package says of its licence, in a few words; empty where it says nothing."""
    meta = about.metadata
    if expression := meta.get("License-Expression"):
        return expression
    classes = [
        c.rsplit(" :: ", 1)[1] for c in meta.get_all("Classifier") or () if "License ::" in c
    ]
    classes = [each for each in classes if each != "OSI Approved"]
    first = (meta.get("License") or "").strip().split("\n")[0]
    said = classes or [first]
    return ", ".join(SHORT.get(each, each) for each in said)


def table() -> list[str]:
    """A row of Markdown for each library."""
    lines = ["| Library | Licence |", "|---|---|"]
    return lines + [f"| {name} | {licence(about)} |" for name, about in closure().items()]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    """Print the whole page."""
    print(
        "# Licences\n\nOn Record itself is under the MIT licence. This list is made by `python -m"
    )
    print("benchmarks.licences`, and a test keeps it true.\n\n## Libraries that it runs on\n")
    print("\n".join(table()))
    print(OURS.rstrip())


if __name__ == "__main__":
    main()
