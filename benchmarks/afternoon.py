"""A researcher's afternoon, as docs/tutorial-review.md tells it, with as many articles as wished.

python benchmarks/afternoon.py --articles 250
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.invented_news import write  # noqa: E402

BLOCKS = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def run(folder: Path, articles: int, checked: int = 100) -> dict[str, object]:
    """Run the tutorial's blocks one after another in the folder that we are in.

    Args:
        folder: where the articles go, into `news`.
        articles: how many.
        checked: how many statements are reviewed, and audited; as the tutorial has it, 100.

    Returns:
        The names that the tutorial made.
    """
    write(folder / "news", articles)
    names: dict[str, object] = {}
    for block in BLOCKS.findall((ROOT / "docs" / "tutorial-review.md").read_text("utf-8")):
        fewer = re.sub(r"\b100\b", str(checked), block)
        exec(compile(fewer, "tutorial-review.md", "exec"), names)
    return names


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=250)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        os.chdir(made)
        before = time.process_time()
        run(Path(), given.articles)
        print(f"{given.articles} articles, {time.process_time() - before:.0f} s of processor time")
        os.chdir(ROOT)
