"""Whose words a part of an analysis holds, as conditions in SQL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose words a part holds, beside which articles.

    Attributes:
        speaker: only what this speaker says.
        actor: only stances toward this actor, the quotes that take one, and its mentions.
        speakers: only what one of these says; None: whoever.
    """

    speaker: str | None = None
    actor: str | None = None
    speakers: tuple[str, ...] | None = None

    def __bool__(self) -> bool:
        return bool(self.speaker or self.actor or self.speakers is not None)

    def condition(self, table: str, rows: Callable[[str], str]) -> str:
        """What a row of a table must fulfil, in SQL; the empty text where all are held.

        Args:
            table: of the contract; its rows are called `r`.
            rows: gives SQL for the rows of another table, with those of everyone.

        >>> Chosen(speaker="Ada").condition("stances", str)
        "r.speaker = 'Ada'"
        """
        spoken = f"r.speaker = {_quoted(self.speaker)}" if self.speaker else ""
        if self.speakers is not None:
            names = ", ".join(map(_quoted, self.speakers)) or "null"
            spoken = _all(spoken, f"r.speaker in ({names})")
        about = f"r.target = {_quoted(self.actor)}" if self.actor else ""
        if table == "stances":
            return _all(spoken, about)
        if table == "attributions":
            if not self.actor:
                return spoken
            taken = f"select attribution_id from ({rows('stances')}) as r where "
            taken += _all(spoken, about)
            return _all(spoken, f"r.attribution_id in ({taken})")
        if table == "spans" and self:
            where = self.condition("attributions", rows)
            kept = f"select attribution_id from ({rows('attributions')}) as r where {where}"
            return f"r.attribution_id in ({kept})"
        if table == "mentions" and self.actor:
            return f"r.actor = {_quoted(self.actor)}"
        return ""


def _all(*conditions: str) -> str:
    return " and ".join(filter(None, conditions))


def _quoted(value: str) -> str:
    return "'" + str(value).replace("'", "''") + "'"
