"""Standard input: every format is told by its bytes, packed or not."""

import gzip
import io
import sys

import fuzz_files
import pytest

from onrecord.load import load

COUNT = 3
# what only the name of a file tells
NAMED = {"LexisNexis.pdf"}


class Piped:
    def __init__(self, data):
        self.buffer = io.BytesIO(data)

    def isatty(self):
        return False


@pytest.mark.parametrize("name", [name for name in fuzz_files.ALL if name not in NAMED])
def test_what_is_piped_is_read_as_a_file_is(monkeypatch, name):
    made = fuzz_files.ALL[name]
    monkeypatch.setattr(sys, "stdin", Piped(made.make(COUNT)))
    found = load("-")
    assert len(found) == (COUNT if made.many else 1), found.attrs["rejected"].to_dict()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"Talks stall. " * 50)[:20], "is damaged"),
        (b"PK\x03\x04 and no archive", "is damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "save it as .docx"),
    ],
)
def test_what_is_broken_is_rejected_with_a_reason(monkeypatch, data, reason):
    monkeypatch.setattr(sys, "stdin", Piped(data))
    found = load("-")
    assert not len(found)
    assert reason in found.attrs["rejected"].reason[0]
