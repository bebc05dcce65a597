"""docs/formats.md: every format that is read, written from the lists that read them.

python -m onrecord.load.formats_page > docs/formats.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby

from onrecord.load.aliases import ABSTRACTS, ALIASES, LEADS
from onrecord.load.exports.listed import EXPORTS
from onrecord.load.formats import FORMATS

HEAD = """\
# The formats that are read

Written by `python -m onrecord.load.formats_page > docs/formats.md`; a test sees that it is fresh.

`load` takes files, folders with all below, and globs. A file is told by its suffix, and where
suffixes lie, by its first bytes. Every article that is found is kept or becomes a row of `rejected`
with the reason, also within a file of many: the path ends in `#n` for the n-th. An article whose
text is only a part (cut by an interface, at a paywall, a lead or an abstract alone) is kept and
named in `incomplete`. What a file does not state stays empty. Lines that were wrapped are joined,
so that a line of `text` is a paragraph; offsets count in the joined text.
"""
FOOT = """\
A file that bears the marks of an export, but in which no article is told, is rejected and never
taken whole. Each format is a file of its own in `analysis/onrecord/load/exports/`.
"""
FIELDS = """\
Of records (rows, objects, elements of XML), these names are known, without case, spaces and signs;
a path through nested objects counts as one name (`fields.bodyText`). All others are named by
`load(path, columns={"text": "fields.words"})`, which reaches inside, too.
"""


def page() -> str:
    """The page as Markdown."""
    formats = [
        (each.name, _code(each.suffixes), each.told, each.gives) for each in FORMATS
    ]  # fmt: skip
    exports = []
    for name, group in groupby(sorted(EXPORTS, key=lambda each: each.name), lambda each: each.name):
        for each in group:
            told = (each.told.__doc__ or "").strip().split("\n")[0].rstrip(".")
            exports.append((name, "a page" if each.page else "text, however it was saved", told))
    names = [(field, _code(aliases)) for field, aliases in ALIASES.items()]
    names.append(("lead, before the text", _code(LEADS)))
    names.append(("abstract, where there is no text", _code(ABSTRACTS)))
    return "\n".join(
        [
            HEAD,
            _table(("Format", "Suffixes", "How it is told", "What it gives"), formats),
            "## Exports of archives\n",
            _table(("Archive", "As", "How it is told"), exports),
            FOOT,
            "## Names of fields\n",
            FIELDS,
            _table(("Field", "Names"), names).rstrip("\n"),
            "",
        ]
    )


def _code(names: Iterable[str]) -> str:
    return " ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(page())
