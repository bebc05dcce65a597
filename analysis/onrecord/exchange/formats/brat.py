"""brat standoff: for each article a .txt and an .ann file, in one zip.

https://brat.nlplab.org/standoff.html ; offsets count characters. A mark over a line break is
written in pieces, as brat wants it, and put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.exchange.archive import files, packed
from onrecord.exchange.documents import Document
from onrecord.exchange.format import Format, Found
from onrecord.exchange.regions import Region, regions, statements

CONFIGURATION = """[entities]
content
narrated
source
cue
target
[relations]
Of Arg1:<ENTITY>, Arg2:content|narrated
[events]
[attributes]
Stance Arg:target, Value:favor|against|none
"""
MARK = re.compile(r"^(T\d+)\t(\w+) ([\d ;]+)\t")
RELATION = re.compile(r"^R\d+\tOf Arg1:(T\d+) Arg2:(T\d+)")
ATTRIBUTE = re.compile(r"^A\d+\tStance (T\d+) (\w+)")
NOTE = re.compile(r"^#\d+\tAnnotatorNotes (T\d+)\t(.*)$")
BETWEEN = " | "  # names in a note


def write(documents: Sequence[Document]) -> bytes:
    """A folder for brat: `annotation.conf`, and two files an article."""
    made = {"annotation.conf": CONFIGURATION.encode()}
    for each in documents:
        made[f"{each.id}.txt"] = each.text.encode()
        made[f"{each.id}.ann"] = "".join(f"{line}\n" for line in _lines(each)).encode()
    return packed(made)


def read(raw: bytes, documents: Mapping[str, Document]) -> Found:
    """The .ann files of a zip whose names are those of articles."""
    made = {}
    for name, content in files(raw, ".ann"):
        document = documents.get(name)
        if document is not None:
            lines = content().decode("utf-8-sig").splitlines()
            made[name] = statements(_regions(lines, document.text))
    return made


def _lines(document: Document) -> Iterator[str]:
    every = list(regions(document.statements))
    names = {each.id: f"T{number}" for number, each in enumerate(every, 1)}
    for number, each in enumerate(every, 1):
        words = document.text[each.start : each.end]
        at = names[each.id]
        pieces = ";".join(f"{start} {end}" for start, end in _pieces(words, each.start))
        yield f"{at}\t{each.role} {pieces}\t{' '.join(words.splitlines())}"
        if each.label:
            yield f"A{number}\tStance {at} {each.label}"
        if each.of:
            yield f"R{number}\tOf Arg1:{at} Arg2:{names[each.of]}"
        note = BETWEEN.join([each.id, *each.names])
        yield f"#{number}\tAnnotatorNotes {at}\t{note}"


def _pieces(words: str, start: int) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", words):
        yield start + found.start(), start + found.end()


def _regions(lines: Sequence[str], text: str) -> Iterator[Region]:
    of = {m[1]: m[2] for line in lines if (m := RELATION.match(line))}
    label = {m[1]: m[2] for line in lines if (m := ATTRIBUTE.match(line))}
    notes = {m[1]: m[2].split(BETWEEN.strip()) for line in lines if (m := NOTE.match(line))}
    told = {name: [part.strip() for part in note] for name, note in notes.items()}
    for line in lines:
        found = MARK.match(line)
        if not found:
            continue
        name, role = found[1], found[2]
        ends = [int(number) for number in re.split(r"[ ;]", found[3].strip())]
        start, end = min(ends), max(ends)
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{line!r} lies outside of its article")
        own, *names = told.get(name, [name])
        above = of.get(name, "")
        yield Region(
            own,
            role,
            start,
            end,
            told.get(above, [above])[0] if above else "",
            tuple(filter(None, names)),
            label.get(name, ""),
        )


FORMAT = Format("brat", ".zip", "brat, and what reads its standoff files", write, read)
