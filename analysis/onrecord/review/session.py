"""A review: one statement after another, each answer on the disk before the next is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.corrections import Correction, append, now, read_corrections
from onrecord.corrections.journal import file_of
from onrecord.corrections.record import OF_NAMES, RIGHT, STANCE, anchors
from onrecord.review.statements import Statement, missed

DEFAULT = "reviewer"


class Session:
    """Goes through statements that this reviewer has not answered yet.

    Attributes:
        who: the reviewer.
        path: the file of answers.
        given: answers of this sitting.
    """

    def __init__(
        self,
        queue: Iterable[Statement],
        folder: str | Path,
        who: str | None = None,
        *,
        again: bool = False,
        most: int | None = None,
        settles: bool = False,
    ) -> None:
        """Begin, or go on.

        Args:
            queue: what to review, in order.
            folder: the store; the answers lie beside it.
            who: name of the reviewer; None where there is only one.
            again: show also what was answered before.
            most: how many, with those that were answered before.
            settles: the answers settle what reviewers disagree on.

        Raises:
            CorrectionsError: the file cannot be read, or the name has no letter.
        """
        self.who, self.path = who or DEFAULT, file_of(Path(folder), who)
        said = read_corrections([self.path])[0] if self.path.is_file() else []
        done = {key for each in said if each.who == self.who for key in _keys(each)}
        everything = list(queue)[:most]
        self._settles = settles
        self._queue = [each for each in everything if again or each.key not in done]
        self.before = len(everything) - len(self._queue)
        self._at = 0
        self._reached = 0  # answers given before the current statement was shown
        self.given: list[Correction] = []

    @property
    def current(self) -> Statement | None:
        """What is to be answered now; None at the end."""
        return self._queue[self._at] if self._at < len(self._queue) else None

    @property
    def place(self) -> tuple[int, int]:
        """Number of the current statement, from 1, and of all, with those of earlier sittings."""
        return self.before + self._at + 1, self.before + len(self._queue)

    def answer(self, kind: str, right: dict[str, Any] | None = None) -> Correction:
        """Keep an answer to the current statement; it stays the current one.

        "Right" after the stance toward somebody was put right is said of the rest.

        Args:
            kind: one of `onrecord.corrections.KINDS`, but not of names.
            right: what is right instead, by kind.

        Raises:
            ValueError: there is no statement, or the answer lacks what its kind needs.
            CorrectionsError: the file cannot be written.
        """
        if self.current is None:
            raise ValueError("there is nothing left to answer")
        made = self.current.answer(kind, self.who, right, settles=self._settles)
        return self._keep(self._rest(made) if kind == RIGHT else made)

    def same_person(self, name: str, other: str) -> Correction:
        """Keep that a name is another one's; see `answer`."""
        return self._keep(
            Correction("same person", self.who, now(), None, (), {"name": name}, {"name": other})
        )

    def add(
        self, statement: Statement, span: tuple[int, int], speakers: Sequence[str]
    ) -> Correction:
        """Keep a quote that was missed in the article of a statement; see `answer`."""
        return self._keep(missed(statement.text, statement.article, span, self.who, speakers))

    def forward(self) -> None:
        """Show the next one."""
        self._go(self._at + 1)

    def back(self) -> None:
        """Show the one before once more; its new answer takes the place of the old."""
        self._go(self._at - 1)

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._queue))
        self._reached = len(self.given)

    def _rest(self, said: Correction) -> Correction:
        """The answer without the stances that were put right since the statement was shown."""
        done = [each.now["anchor"] for each in self.given[self._reached :] if each.kind == STANCE]
        stances = said.was.get("stances", [])
        left = [each for each in stances if each["anchor"] not in done]
        return replace(said, was={**said.was, "stances": left}) if done else said

    def _keep(self, made: Correction) -> Correction:
        append(self.path, made)
        self.given.append(made)
        return made


def _keys(said: Correction) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    if said.kind in OF_NAMES or said.article is None:
        return []
    spans = [said.words, anchors(said.now, "content")]
    return [(said.article.id, tuple((a.start, a.end) for a in some)) for some in spans if some]
