"""Where the weights lie that come along, and which of them a run takes."""

from __future__ import annotations

import os
from pathlib import Path

SHIPPED = Path(__file__).parent / "weights"
QUICK = "quick"  # the small network alone
READERS = {QUICK: Path(__file__).parent / QUICK}
CHOSEN = "ONRECORD_READER"


def chosen(folder: str | Path | None) -> Path:
    """The folder of the weights to read with.

    Args:
        folder: one, or the name of weights that ship; None for what the environment says, or
            else for all that ships.

    >>> chosen("quick").name, chosen("/models/mine").name
    ('quick', 'mine')
    """
    said = folder or os.environ.get(CHOSEN, "").strip() or SHIPPED
    return READERS.get(str(said)) or Path(said).resolve()
