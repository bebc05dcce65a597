"""Answers given in a notebook: a line each, beside the sheet, the last of a statement counts."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.corrections import now
from onrecord.errors import AuditError
from onrecord.ownership import append_line

NAME = "answers.jsonl"


def keep(path: Path, item: str, stance: str, speaker: str = "", who: str = "") -> None:
    """Add one answer to a file; when this is back, the disk has it.

    Args:
        path: of the answers, made if it is not there.
        item: the statement.
        stance: favor, against, none, "no statement" or "unclear".
        speaker: a name, "nobody" or "narrator"; empty where it was not said.
        who: who answers.

    Raises:
        AuditError: the file cannot be written.
    """
    said = {"item": item, "stance": stance, "speaker": speaker, "who": who, "when": now()}
    try:
        append_line(path, json.dumps(said, ensure_ascii=False).encode())
    except OSError as error:
        raise AuditError(f"{path} cannot be written: {error.strerror or error}.") from error


def read(path: Path) -> list[dict[str, str]]:
    """The answers of a file, as `sheet.read` gives those of a sheet; of a statement the last.

    A line that is no answer, as a killed process may leave one, is given as an item of its own
    that was never drawn, so that it is told and not lost.

    Raises:
        AuditError: it cannot be read.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise AuditError(f"{path} cannot be read: {error.strerror or error}.") from error
    found: dict[str, dict[str, str]] = {}
    for line in filter(None, lines):
        try:
            said = json.loads(line)
            row = {name: str(said[name]).strip() for name in ("item", "stance", "speaker")}
        except (ValueError, KeyError, TypeError):
            row = {"item": line.decode(errors="replace")[:40], "stance": ""}
        found.pop(row["item"], None)  # in the order of the last answers
        found[row["item"]] = row
    return list(found.values())
