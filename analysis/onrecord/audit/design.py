"""How a sample was drawn: the probability of each of its rows, kept beside the sheet."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from onrecord.errors import AuditError

NAME = "design.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Design:
    """A drawn sample.

    Attributes:
        rows: rows of each stratum when it was drawn.
        drawn: rows drawn of each.
        items: the drawn rows, in the order of the sheet, each with its stratum.
        seed: of the draw.
        corpus: hash of the corpus.
    """

    rows: dict[str, int]
    drawn: dict[str, int]
    items: dict[str, str]
    seed: int
    corpus: str

    def write(self) -> bytes:
        """What stands in the file."""
        said = {"version": VERSION, **asdict(self)}
        return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()

    @classmethod
    def read(cls, path: Path) -> Design:
        """A design from its file.

        Raises:
            AuditError: it is not there, or is none.
        """
        try:
            said = json.loads(path.read_text("utf-8"))
            if said.pop("version") != VERSION:
                raise ValueError("another version")
            made = cls(**said)
            right = all(s in made.rows and made.drawn.get(s) for s in made.items.values())
        except FileNotFoundError as error:
            raise AuditError(
                f"{path} is missing: it holds the probabilities with which the rows of the sheet "
                "were drawn, and `onrecord audit draw` writes it beside the sheet."
            ) from error
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise AuditError(f"{path} is no design of an audit.") from error
        if not right:
            raise AuditError(f"{path} is no design of an audit.")
        return made
