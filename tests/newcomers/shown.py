"""What pages of the documentation show as printed, printed anew: `make shown`.

Each block of text that no line of its page prints is replaced by the output most like it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

from newcomers.walk import SEEDS, Walk, unlike, walk

DOCS = Path(__file__).parents[2] / "docs"
# pages whose blocks of text are what a line of theirs prints
PAGES = ("draft.md", "figures.md", "issues.md", "repeats.md", "sources.md")


def renew(page: Path, done: Walk) -> int:
    """Set blocks that are out of date to what was printed; how many they were."""
    old = unlike(page, done.printed)
    text = page.read_text("utf-8")
    for block in old:
        like = max(done.printed, key=lambda said: SequenceMatcher(None, block, said).ratio())
        text = text.replace(f"```text\n{block}```", f"```text\n{like.strip(chr(10))}\n```")
    page.write_text(text, "utf-8")
    return len(old)


def main() -> None:
    """Renew all pages, in a folder with the samples and their tables."""
    from onrecord.command.cli import main as command

    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder, "ready")
        shutil.copytree(SEEDS, ready / "seeds")
        os.chdir(ready)
        command(["analyse", "seeds/harbour-accord", "--into", "tables", "--quiet"])
        for name in PAGES:
            os.chdir(shutil.copytree(ready, Path(folder, name)))
            print(f"{name}: {renew(DOCS / name, walk(DOCS / name))} renewed")
        os.chdir(DOCS)


if __name__ == "__main__":
    main()
