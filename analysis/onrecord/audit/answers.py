"""What a person answered, in words that are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from onrecord.audit import given as kept
from onrecord.audit import sheet, tasks
from onrecord.audit.design import NAME, Design
from onrecord.errors import AuditError

STANCES = {
    **dict.fromkeys(("favor", "favour", "for", "in favor", "in favour", "pro", "+"), "favor"),
    **dict.fromkeys(("against", "contra", "-"), "against"),
    **dict.fromkeys(("none", "neutral", "no stance", "neither", "0"), "none"),
    **dict.fromkeys(("no statement", "no quote", "not a statement", "wrong"), "no statement"),
}
OPEN = {"", "unclear", "skip", "?"}  # not answered
NOBODY = {"nobody", "no one", "unknown", "none"}
OUTLET = {"outlet", "the outlet", "the outlet itself", "narrator", "the narrator"}
READERS: Mapping[str, Callable[[Path], list[dict[str, str]]]] = {
    ".csv": sheet.read, ".tsv": sheet.read, ".txt": sheet.read, ".json": tasks.read,
    ".jsonl": kept.read,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answers:
    """A sheet that was filled in.

    Attributes:
        given: index item; stance (favor, against, none or "no statement") and speaker (a name,
            "nobody" or "narrator"; empty where it was not said).
        design: how the rows were drawn.
        problems: sentences on cells that are no answer; their rows count as not checked.
    """

    given: pd.DataFrame
    design: Design
    problems: list[str]


def read_answers(path: str | Path, design: str | Path | None = None) -> Answers:
    """Read a sheet that was filled in.

    Args:
        path: the sheet (CSV), with the answers of a notebook that lie beside it; or an export of
            Label Studio (JSON), or answers of a notebook (JSON lines).
        design: the file of the draw; by default `design.json` beside the sheet.

    Raises:
        AuditError: a file is missing or no sheet.
    """
    path = Path(path)
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        raise AuditError(f"{path} is no sheet: {', '.join(READERS)} are read.")
    drawn = Design.read(Path(design) if design else path.with_name(NAME))
    given: dict[str, tuple[str, str]] = {}
    problems = []
    for place, row in _rows(path, reader):
        item, said = row["item"], row["stance"].casefold().lstrip("'")
        if item not in drawn.items:
            problems.append(f"{place}: {item!r} was not drawn")
        elif said in STANCES:
            answer = STANCES[said], _speaker(row.get("speaker", ""))
            if given.setdefault(item, answer) != answer:
                problems.append(f"{place}: {item!r} was answered otherwise above")
        elif said not in OPEN:
            problems.append(f"{place}: {row['stance']!r} is no stance")
    frame = pd.DataFrame.from_dict(given, orient="index", columns=["stance", "speaker"])
    return Answers(frame.astype("str").rename_axis("item"), drawn, problems)


def _rows(path: Path, reader: Callable[[Path], list[dict[str, str]]]) -> Iterator:
    """Each row, and where it stands, in words."""
    for number, row in enumerate(reader(path), 2):
        yield f"row {number}", row
    beside = path.with_name(kept.NAME)
    if path.name == sheet.NAME and beside.is_file():
        for row in kept.read(beside):
            yield beside.name, row


def _speaker(said: str) -> str:
    plain = said.strip().casefold()
    if plain in NOBODY:
        return "nobody"
    return "narrator" if plain in OUTLET else said.strip()
