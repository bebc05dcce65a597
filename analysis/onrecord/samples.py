"""The invented articles that come with On Record: where they lie, and copies of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import AnalysisError, why
from onrecord.ownership import is_store, place

SMALL, LARGE = "istanbul-talks", "harbour-accord"
_PLACES = (
    Path(__file__).resolve().parents[2] / "seeds",  # a checkout
    Path(__file__).resolve().parent / "seeds",  # an installed wheel
)


def sample(name: str) -> Path:
    """The folder of a corpus.

    Args:
        name: `SMALL` or `LARGE`.

    Raises:
        AnalysisError: it is not there.

    >>> sample(SMALL).is_dir(), sample(LARGE).is_dir()
    (True, True)
    """
    found = next((folder / name for folder in _PLACES if (folder / name).is_dir()), None)
    if found is None:
        raise AnalysisError("This installation has no sample corpus.")
    return found


def copies(into: Path) -> Iterator[tuple[Path, bool]]:
    """Copy the corpora into a folder of the user's; what is there stays as it is.

    Args:
        into: made if it is not there.

    Yields:
        The path of each file, and whether it was written now.

    Raises:
        AnalysisError: the folder cannot be written, or is a store.
    """
    if is_store(into.resolve()):
        raise AnalysisError(f"{into} is a store that runs add to; name another folder.")
    try:
        for name in (LARGE, SMALL):
            (into / name).mkdir(parents=True, exist_ok=True)
            for path in sorted(sample(name).iterdir()):
                new = not os.path.lexists(target := into / name / path.name)
                if new:
                    place(target, path.read_bytes())
                yield target, new
    except OSError as error:
        raise AnalysisError(f"Cannot write articles into {into}: {why(error)}.") from error
