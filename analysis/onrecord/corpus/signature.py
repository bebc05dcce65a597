"""What a store says of its runs: that one has begun, and that one came to its end."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.ownership import place
from onrecord.store import PROVENANCE, Reading, State, Writer, unwritable


class Signature:
    """The provenance of a store, as one run finds it and leaves it."""

    def __init__(self, folder: Path, *, corrects: bool = False) -> None:
        """What the last run signed.

        Args:
            folder: the store.
            corrects: this run only brings in corrections.
        """
        self._folder, self._corrects, self._opened = folder, corrects, False
        try:
            self._last = Reading(folder).provenance
        except StoreError:  # the first run, or one that is lost: nothing hangs on it
            self._last = {}

    @property
    def signed_for(self) -> tuple[str | None, str]:
        """The articles and the corrections of names for which the last run came to its end."""
        last = self._last if self._last.get("complete") else {}
        return last.get("store"), last.get("names", "")

    @property
    def made(self) -> datetime | None:
        """When the last run came to its end."""
        try:
            return datetime.fromisoformat(self._last["made"]).replace(tzinfo=None)
        except (KeyError, TypeError, ValueError):
            return None

    def open(self) -> None:
        """Say, before the first change, that the store is not complete."""
        if not self._opened:
            with unwritable(self._folder):
                said = {**self._last, "complete": False, "correcting": self._corrects}
                place(self._folder / PROVENANCE, _json(said))
            self._opened = True

    def close(self, writer: Writer, said: dict, state: State, names: str) -> None:
        """Write the provenance: the run came to its end.

        Args:
            writer: of the store.
            said: of the run.
            state: of the store, as the run leaves it.
            names: marks the corrections of names; empty where there are none.
        """
        signed = {"store": state.stamp, "complete": True}
        if names:
            signed["names"] = names
        writer.sign(_json({**said, **signed}))


def _json(said: dict) -> bytes:
    return json.dumps(said, indent=2, default=str).encode()
