"""The file of what was learnt, beside the store's corrections: JSON for people to read."""

from __future__ import annotations

import hashlib
import json
import logging
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.errors import LearntError, why
from onrecord.learnt.learnt import NOTHING, Learnt, Weights
from onrecord.ownership import place, reach
from onrecord.stance.calibrated import Sides

FILE = "learnt.json"
ABOUT = (
    "What `onrecord review --learn` learnt from the corrections beside this file. Every run over "
    "this store applies it; delete the file to go back."
)
log = logging.getLogger("onrecord")


def read_learnt(place: str | Path, model: str) -> Learnt:
    """What was learnt for a store; nothing where there is no file, or it is another model's.

    Args:
        place: the store, or a file that was learnt for one.
        model: name of the model that reads.

    Raises:
        LearntError: the file cannot be understood, or there is neither it nor a folder.
    """
    path = Path(place)
    if path.is_dir() or path.suffix != Path(FILE).suffix:
        path = path / FILE
        if not path.is_file():
            return NOTHING
    try:
        said = json.loads(path.read_text("utf-8-sig"))
        if not isinstance(said, dict):
            raise ValueError("it is no object")
        parts = {name: _part(said, name) for name in ("quotes", "speakers", "sides", "narrator")}
        made = Learnt(
            _weights(parts["quotes"]),
            _number(parts["quotes"], "least"),
            _weights(parts["speakers"]),
            _number(parts["speakers"], "least"),
            _sides(parts["sides"]),
            _sides(parts["narrator"]),
        )
    except OSError as error:
        raise LearntError(f"{path} cannot be read: {why(error)}.") from error
    except (ValueError, RecursionError) as error:
        raise LearntError(f"{path} is no file of what was learnt: {error}.") from error
    if said.get("model") != model:
        log.warning("%s was learnt beside another model and is not applied; learn again.", path)
        return NOTHING
    return made


def write_learnt(folder: str | Path, learnt: Learnt, about: Mapping[str, Any]) -> Path:
    """Put what was learnt beside a store.

    Args:
        folder: the store.
        learnt: what was learnt.
        about: more to say: the model, when, from how many answers, what it changed.

    Raises:
        LearntError: it cannot be written, or the one that is there was changed by hand.
    """
    path = could_learn(folder)
    said: dict[str, Any] = {"about": ABOUT, **about}
    for name, weights, least in (
        ("quotes", learnt.quotes, learnt.least),
        ("speakers", learnt.speakers, learnt.sure),
    ):
        if weights or least is not None:
            said[name] = {"least": least, "weights": dict(weights)}
    for name, sides in (("sides", learnt.sides), ("narrator", learnt.narrator)):
        if sides is not None:
            said[name] = {"least": sides.least, "scale": sides.scale, "shift": sides.shift}
    said["checksum"] = _checksum(said)
    try:
        place(path, (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode(), settle=True)
    except OSError as error:
        raise LearntError(f"{path} cannot be written: {error.strerror or error}.") from error
    return path


def could_learn(folder: str | Path) -> Path:
    """The file of what is learnt, where it may be written.

    Raises:
        LearntError: it cannot be written, or the one that is there was changed by hand.
    """
    path = Path(folder) / FILE
    if path.exists() and not _as_written(path):
        raise LearntError(
            f"{path} was changed since it was learnt, and is left as it is; move it away to learn "
            "again."
        )
    try:
        reach(path.parent)
    except OSError as error:
        raise LearntError(f"{path} cannot be written: {error.strerror or error}.") from error
    return path


def _checksum(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _as_written(path: Path) -> bool:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return said.pop("checksum") == _checksum(said)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return False


def _part(said: dict, name: str) -> dict:
    part = said.get(name) or {}
    if not isinstance(part, dict):
        raise ValueError(f"{name!r} is no object")
    return part


def _number(part: dict, name: str) -> float | None:
    value = part.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{name!r} is no number")
    return float(value)


def _weights(part: dict) -> Weights:
    given = _part(part, "weights")
    return tuple((name, _number(given, name) or 0.0) for name in given)


def _sides(part: dict) -> Sides | None:
    if not part:
        return None
    scale, shift = _number(part, "scale"), _number(part, "shift")
    least = _number(part, "least")
    return Sides(1.0 if scale is None else scale, shift or 0.0, least)
