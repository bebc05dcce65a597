"""Files of every format, mutated: nothing crashes, nothing is lost, the file beside is read."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
from fuzz_exports import EXPORTS
from fuzz_formats import MADE, Made, sentence, title

from onrecord.load import load

SECONDS = 12.0  # of processor time for a folder of two files
FILES = 10  # of a round
JUNK = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n\n", b'"', b'""', b"'", b"{", b"}", b"[",
    b"]]", b"<", b"</", b"<!--", b"<![CDATA[", b"&#x1;", b"&amp", b"---\n", b",,,,", b";", b"\t",
    b"\\", b"\\u0000", b"\\ud83d", b"\x1b[31m", b"*a", b"&a", b"%PDF", b"PK\x03\x04", b"PAR1",
    b"9" * 400, b"[" * 3000, b"\xe2\x80\x9c", b"\xf0\x9f\x98\x80", b"NaN", b"1e999", b"null",
    b"&#xD800;", b"<p>x", b"<script>", b"<title>", b"<svg>", b"</body></html>", b"<b>" * 300,
    b"{\\*", b"<item>", b"</text>", b"<table><tr><td>", b"<div>", b"<plaintext>",
)  # fmt: skip
ALL: dict[str, Made] = {**MADE, **EXPORTS}
MANY = {name: made for name, made in ALL.items() if made.many}
PACKED = (
    *(".xlsx", ".xls", ".ods", ".parquet", ".zip", ".epub", ".docx", ".odt", ".pdf"),
    *(".gz", ".bz2", ".xz"),
)
PLAIN = {name: made for name, made in MANY.items() if not made.suffix.endswith(PACKED)}
LOST = 2  # the article that is harmed
TALKS = re.compile(r"Talks (\d+) stall")


def mutated(data: bytes, draw: random.Random) -> bytes:
    """The bytes with a few faults in them."""
    made = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        at = draw.randrange(len(made) + 1)
        to = min(len(made), at + draw.choice((1, 1, 4, 40)))
        way = draw.randrange(6)
        if way == 0:
            made[at:at] = draw.choice(JUNK)
        elif way == 1:
            del made[at:to]
        elif way == 2:
            made[at:at] = made[at:to] * draw.choice((1, 3, 50))
        elif way == 3 and at < len(made):
            made[at] ^= 1 << draw.randrange(8)
        elif way == 4:
            del made[at:]
        else:
            made[at:to] = draw.randbytes(to - at)
    return bytes(made)


def harmed(data: bytes, junk: bytes) -> bytes:
    """The bytes with junk among the words of one article."""
    at = data.index(sentence(LOST).encode()) + 20
    return data[:at] + junk + data[at:]


def loaded(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What is kept of a folder's file, and what is rejected; without the file beside it.

    Raises:
        AssertionError: a promise is broken.
    """
    began = time.process_time()
    found = load(folder, progress=False)
    assert time.process_time() - began < SECONDS, "slow"
    rejected = found.attrs["rejected"]
    beside = found.path.str.endswith("beside.txt")
    assert beside.any(), "the file beside was lost"
    assert all(reason.strip() for reason in rejected.reason)
    assert found.article_id.is_unique
    assert not found.text.str.contains("[\x00-\x08\x0e-\x1f]").any(), "a control character"
    found.to_json(date_format="iso")  # no half of a character is left
    found.text.map(str.encode)
    return found[~beside], rejected


def check(folder: Path, names: Sequence[str]) -> None:
    """Load a folder of files that may hold anything.

    Raises:
        AssertionError: a promise is broken.
    """
    kept, rejected = loaded(folder)
    told = [*kept.path, *rejected.path]
    assert all(any(name in path for path in told) for name in names), "a file left no trace"


def count(folder: Path, expected: int) -> pd.DataFrame:
    """Found is kept plus rejected, by the number of articles that were written.

    Raises:
        AssertionError: it is not.
    """
    kept, rejected = loaded(folder)
    told = len(kept) + len(rejected)
    assert told == expected, f"{told} of {expected} records"
    return kept


def keeps_others(folder: Path, expected: int) -> None:
    """Where one article is harmed, all others are kept.

    Raises:
        AssertionError: one is lost.
    """
    kept, rejected = loaded(folder)
    assert len(kept) + len(rejected) >= expected, "an article left no trace"
    there = {int(number) for text in kept.text for number in TALKS.findall(text)}
    lost = set(range(expected)) - there - {LOST}
    assert not lost, f"lost with another: {[title(number) for number in lost]}"


def attack(draw: random.Random, folder: Path) -> Counter[str]:
    """A round: mutated files, one after the other, a sound one, and one with a harmed article.

    Raises:
        AssertionError: a promise is broken.
    """
    (folder / "beside.txt").write_text("A file beside it.\n\nIt was read by all who came.", "utf-8")
    for _ in range(FILES):
        made = draw.choice(list(ALL.values()))
        data = mutated(made.make(draw.choice((1, 3, 12))), draw)
        _tried(folder, made, data, lambda path: check(folder, [path.name]))
    made, expected = draw.choice(list(MANY.values())), draw.randrange(1, 40)
    _tried(folder, made, made.make(expected), lambda _: count(folder, expected))
    name, expected = draw.choice(list(PLAIN)), draw.randrange(3, 9)
    junk = draw.choice([each for each in JUNK if b"\n" not in each and b"\\u" not in each])
    data = harmed(PLAIN[name].make(expected), junk)
    _tried(folder, PLAIN[name], data, lambda _: keeps_others(folder, expected))
    return Counter(
        {"mutated files": FILES, "files of known records": 1, "files with a harmed article": 1}
    )


def _tried(folder: Path, made: Made, data: bytes, promise: Callable[[Path], object]) -> None:
    path = folder / f"a{made.suffix}"
    path.write_bytes(data)
    try:
        promise(path)
    except Exception as error:
        error.add_note(f"{path.name}, {len(data):,} bytes: {data[:200]!r}")
        raise
    path.unlink()
