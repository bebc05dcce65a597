"""The core reads and counts without the extras; what is missing is named."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from onrecord.extras import EXTRAS

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
IMPORTED = {
    "python-docx": "docx",
    "dkpro-cassis": "cassis",
    "pillow": "PIL",
}  # else as they are called
ARTICLE = "Ferry waits\n\nThe ferry waits for better weather, Captain Mara Lind said on Monday.\n"

# hides what the extras bring, as an installation without them does
BARE = f"""
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {set(EXTRAS)!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Hidden())
"""


def bare(code, *words, cwd):
    return subprocess.run(
        [sys.executable, "-c", BARE + code, *map(str, words)],
        cwd=cwd, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _names(lines):
    found = [re.match(r"[\w-]+", line)[0] for line in lines]
    return {IMPORTED.get(name, name.replace("-", "_").lower()) for name in found}


@pytest.mark.parametrize("extra", ["lab", "formats", "cluster", "exchange", "networks"])
def test_every_library_of_an_extra_is_known(extra):
    assert _names(PROJECT["optional-dependencies"][extra]) <= {
        library for library, brought_by in EXTRAS.items() if brought_by == extra
    }


def test_no_library_of_the_core_is_in_an_extra():
    assert not _names(PROJECT["dependencies"]) & EXTRAS.keys()


def test_the_core_reads_and_counts(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(ARTICLE)
    (tmp_path / "news" / "b.html").write_text(f"<article><p>{ARTICLE * 3}</p></article>")
    (tmp_path / "news" / "c.docx").write_bytes(b"PK")
    code = """
import onrecord
from onrecord.command.cli import main
codes = [main(["analyse", "news", "--into", "t", "-q"]),
         main(["speakers", "t", "--format", "csv"]),
         main(["report", "t"]), main(["lab", "--copy"]), main(["table", "t", "--name", "stances",
         "--into", "s.xlsx"])]
rejected = onrecord.Tables.open("t").rejected.reason.to_list()
said = onrecord.read("The envoy Ada Lund said talks go on.").attributions.speaker.to_list()
try:
    onrecord.charts
except ImportError as error:
    print(codes, rejected, said, error)
"""
    done = bare(code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Mara Lind" in done.stdout
    assert "[0, 0, 2, 2, 2]" in done.stdout
    assert "docx is missing; install it with `pip install 'onrecord[formats]'`" in done.stdout
    assert "onrecord.charts: plotly is missing; install it with `pip install" in done.stdout
    assert "['Ada Lund']" in done.stdout
    for line in done.stderr.splitlines():
        assert line.startswith("onrecord: ") or " WARNING " in line
    assert done.stderr.count("onrecord[lab]") == 2
    assert "openpyxl is missing" in done.stderr
