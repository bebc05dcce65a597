"""Where something is written must not be, or hold, what is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from onrecord.errors import OwnershipError
from onrecord.ownership.manifest import MANIFEST, is_store


def keep_apart(target: str | Path, inputs: Iterable[Path]) -> None:
    """Refuse a folder to write into that is, or holds, one of the inputs.

    A folder inside an input is fine, as what On Record wrote is no input; so is one that it wrote
    into before, which a glob may well find.

    Raises:
        OwnershipError: it is or holds one.
    """
    target = Path(target)
    real = target.resolve()
    if (real / MANIFEST).is_file() or is_store(real):
        return
    for given in inputs:
        source = given.resolve()
        if any(_same(real, path) for path in (source, *source.parents)):
            how = "is" if _same(real, source) else "holds"
            raise OwnershipError(
                f"{target} {how} what is read ({given}), and nothing is written there; name "
                f"another folder, such as {target / 'onrecord'}."
            )


def _same(one: Path, other: Path) -> bool:
    if one == other:
        return True
    try:
        return one.samefile(other)  # names that differ by case alone, on some systems
    except OSError:
        return False
