"""The audit that lies in a store's folder, if somebody has answered there."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from onrecord.audit.audit import Audit, read
from onrecord.audit.design import NAME
from onrecord.audit.draw import SHEET
from onrecord.audit.given import NAME as GIVEN
from onrecord.errors import AuditError
from onrecord.tables import Tables

FOLDER = "audit"
log = logging.getLogger("onrecord")


def mark(folder: str | Path) -> str:
    """Hash of the audit that lies in a store's folder; empty where there is none.

    Args:
        folder: of tables.
    """
    made = hashlib.sha256()
    for name in (SHEET, NAME, GIVEN):
        path = Path(folder) / FOLDER / name
        if path.is_file():
            made.update(path.read_bytes())
        elif name != GIVEN:
            return ""
    return made.hexdigest()


def beside(tables: Tables) -> Audit | None:
    """The audit of an analysis, for its report.

    Args:
        tables: an analysis; of a store `audit/sheet.csv` in its folder is looked at.

    Returns:
        None where there is no such sheet, no answer in it, or it cannot be read.
    """
    folder = getattr(tables, "folder", None)
    sheet = Path(folder) / FOLDER / SHEET if folder else None
    if sheet is None or not sheet.is_file():
        return None
    try:
        found = read(tables, sheet)
    except AuditError as error:
        log.warning("The audit is left out of the report: %s", error)
        return None
    return found if found.checked else None
