"""Which pages and files of the last run are still right, by the fingerprints kept beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from onrecord.ownership import Output

RECORD = "assets/made.json"


@dataclass(slots=True)
class Kept:
    """The fingerprints of the last run, and of this one.

    Attributes:
        output: the folder of reports.
        before: file to fingerprint, as the last run left them.
        now: the same of this run.
    """

    output: Output
    before: dict[str, str] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, output: Output) -> Kept:
        """What the last run left; nothing where its record cannot be read."""
        made = cls(output)
        try:
            read = json.loads((output.folder / RECORD).read_bytes())
            made.before = {str(name): str(mark) for name, mark in read.items()}
        except (OSError, ValueError, AttributeError):
            pass
        return made

    def same(self, name: str, mark: str, *beside: str) -> int | None:
        """Keep a file that was made of the same; its size in bytes, or None to make it anew.

        Args:
            name: the file, below the folder.
            mark: its fingerprint now.
            beside: files that may belong to it.
        """
        self.now[name] = mark
        if self.before.get(name) != mark:
            return None
        size = self.output.keep(name)
        if size is None:
            return None
        return size + sum(self.output.keep(other) or 0 for other in beside)

    def write(self, without: set[str]) -> None:
        """Leave the fingerprints for the next run; `without` those of files that failed."""
        told = {name: mark for name, mark in sorted(self.now.items()) if name not in without}
        self.output.write(RECORD, json.dumps(told, indent=0).encode())
