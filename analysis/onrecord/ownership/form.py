"""The format in which a file will be written: given, or told by its ending."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from onrecord.errors import AnalysisError


def form_of(path: Path, form: str | None, forms: Collection[str]) -> str:
    """One of some formats.

    Args:
        path: the file.
        form: the format, where one is given.
        forms: those that are known.

    Raises:
        AnalysisError: it is none of them.

    >>> form_of(Path("quotes.CSV"), None, ["csv", "json"]), form_of(Path("q"), "json", ["json"])
    ('csv', 'json')
    """
    name = form or path.suffix.lstrip(".").lower()
    if name not in forms:
        raise AnalysisError(f"{path.name} has none of the formats {', '.join(forms)}.")
    return name
