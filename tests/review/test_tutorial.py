"""The tutorial does what it says."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCKS = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_the_tutorial_runs(tmp_path, monkeypatch, capsys):
    (tmp_path / "news").mkdir()
    for path in sorted((ROOT / "seeds" / "harbour-accord").glob("*.txt")):
        shutil.copy(path, tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    blocks = BLOCKS.findall((ROOT / "docs" / "tutorial-review.md").read_text("utf-8"))
    assert len(blocks) == 5
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "tutorial-review.md", "exec"), names)
    said = capsys.readouterr().out
    assert "alpha" in said
    assert (tmp_path / "tables" / "corrections-ada.jsonl").read_text("utf-8").count("\n") == len(
        names["queue"]
    )
