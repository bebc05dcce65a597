"""Lives of a store of which reviewers say what is right, whatever else happens to it."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import hypothesis.strategies as st
from fuzz_stores import BLOWS, COUNTED, Store, killed
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test
from pretend import pretend

from onrecord.corpus.correct import correct
from onrecord.corrections import corrections_files
from onrecord.errors import StoreError
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import statements
from onrecord.tables import Tables

STEPS = 15  # of a life
LIVES = 4  # of a round; the first is always the simplest
RIGHT: dict[str, dict | None] = {
    "right": None,
    "no quote": None,
    "speaker": {"speakers": ["Bo Lund"]},
    "skip": None,
}


class Reviewed(Store):
    """A store that is corrected, too; no answer is ever lost."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[Path, bytes] = {}
        self.undone = False  # whether a run was killed since the last one that ended
        self.at_last: dict[str, bytes] = {}  # the news of the last run that ended

    @precondition(lambda self: (self.into / "store.json").exists() and not self.harmed)
    @rule(
        at=st.integers(0, 99),
        kind=st.sampled_from(sorted(RIGHT)),
        who=st.sampled_from([None, "ada"]),
    )
    def answer(self, at: int, kind: str, who: str | None) -> None:
        tables = Tables.open(self.into)
        queue = statements(tables, pick(tables, order="text", n=None))
        if queue:
            sitting = Session([queue[at % len(queue)]], self.into, who, again=True)
            sitting.answer(kind, RIGHT[kind])
            COUNTED["answers"] += 1

    @precondition(lambda self: (self.into / "store.json").exists() and not self.harmed)
    @rule(whole=st.booleans(), other=st.sampled_from(["Ada Quist", "Cleo Rand"]))
    def same_person(self, whole: bool, other: str) -> None:
        name = "Bo Lund" if whole else "Lund"
        Session([], self.into).same_person(name, other)
        COUNTED["answers"] += 1

    @precondition(lambda self: (self.into / "store.json").exists() and not self.harmed)
    @rule()
    def take_in(self) -> None:
        try:
            correct(self.into, reader=pretend, jobs=1)
        except StoreError as error:
            assert self.undone, error
            return
        if self.at_last == self._news():
            self.as_clean()

    @precondition(lambda self: (self.into / "store.json").exists() and not self.harmed)
    @rule(after=st.integers(0, BLOWS))
    def kill_taking_in(self, after: int) -> None:
        with killed(after):
            try:
                correct(self.into, reader=pretend, jobs=1)
            except StoreError:
                assert self.undone

    @precondition(lambda self: (self.into / "store.json").exists())
    @rule()
    def mend(self) -> None:
        # what was set aside is read anew by the next run, and no correction is taken in before
        self.undone = self.undone or self.harmed
        super().mend()

    @rule()
    def run(self) -> None:
        super().run()
        if not self.harmed:
            self.undone, self.at_last = False, self._news()

    @rule(after=st.integers(0, BLOWS))
    def kill(self, after: int) -> None:
        self.undone = True
        super().kill(after)

    @invariant()
    def keeps_every_answer(self) -> None:
        for path, before in self.answers.items():
            assert path.read_bytes().startswith(before), "an answer is gone"
        self.answers = {path: path.read_bytes() for path in corrections_files(self.into)}

    def _news(self) -> dict[str, bytes]:
        found = self.news.iterdir() if self.news.exists() else ()
        return {path.name: path.read_bytes() for path in found}


def live(draw: random.Random, _folder: Path, steps: int = STEPS) -> Counter[str]:
    """Some lives of a store.

    Raises:
        AssertionError: a promise is broken; hypothesis prints the shortest life that breaks it.
    """
    COUNTED.clear()

    def made() -> Reviewed:
        return Reviewed()

    made._hypothesis_internal_use_seed = draw.getrandbits(32)  # type: ignore[attr-defined]
    run_state_machine_as_test(
        made,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=steps,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Counter(COUNTED) + Counter({"lives of a store": LIVES})
