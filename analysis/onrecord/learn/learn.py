"""From a store's corrections to what its runs decide otherwise, where that is shown to help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from onrecord.bar import bar
from onrecord.corpus.piece import Settings, tools
from onrecord.corrections import corrections_files
from onrecord.corrections.book import Book
from onrecord.errors import LearntError
from onrecord.learn import quotes, sides, speakers
from onrecord.learn.examples import Examples, examples
from onrecord.learn.trial import MIN_ANSWERS, MIN_ARTICLES, Trial, tried
from onrecord.learnt import Learnt, could_learn, write_learnt
from onrecord.reader import Reader
from onrecord.stages import stage
from onrecord.store import Reading


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of learning.

    Attributes:
        learnt: what helps; nothing where nothing does.
        trials: what cross-validation says of each part.
        answers: answers that could be learnt from.
        articles: articles that they come from.
        path: the file that was written; None where nothing helps.
    """

    learnt: Learnt
    trials: tuple[Trial, ...]
    answers: int
    articles: int
    path: Path | None = None

    def frame(self) -> pd.DataFrame:
        """A row per part: answers, articles, and each measure before and after."""
        rows = []
        for each in self.trials:
            row: dict[str, Any] = {
                "part": each.name, "answers": each.answers, "articles": each.articles,
            }  # fmt: skip
            for name in ("right", "found", "error"):
                for when, of in (("before", each.before), ("after", each.after)):
                    row[f"{name}_{when}"] = getattr(of, name) if of else float("nan")
            rows.append(row | {"helps": each.helps, "verdict": each.verdict})
        return pd.DataFrame(rows)


def learn(
    folder: str | Path,
    *,
    reader: Callable[[], Reader] = Reader.load,
    progress: bool | None = None,
) -> Lesson:
    """Fit what is decided beside the network to the corrections of a store.

    The articles that reviewers spoke of are read again as if they had said nothing. Four parts are
    fitted and tried with articles as folds: whether words are a quote, whose they are, and the
    sides of speakers and of outlets. What clearly helps is written beside the corrections as
    `learnt.json`; the tables follow with the next run, or by `onrecord.corpus.correct`.

    Args:
        folder: the store.
        reader: makes the model.
        progress: show a bar; None shows it in a terminal.

    Raises:
        LearntError: there are too few answers for any part.
        CorrectionsError: a file of corrections cannot be read.
        StoreError: there is no store.
    """
    folder = Path(folder)
    reading = Reading(folder)
    could_learn(folder)
    given = tuple((name, text) for name, text in reading.provenance.get("actors_text", ()))
    lexicon, model = tools(Settings("", given, reader=reader))
    book = Book.read(corrections_files(folder))
    listed = reading.listed
    about = listed[np.array([bool(book.about(row)) for row in listed.itertuples()], bool)]
    hidden = None if progress is None else not progress

    def shown(rows: list):
        return bar(rows, desc="reading again", unit="article", disable=hidden)

    with stage("reading again what was corrected") as came:
        found = examples(reading.some("articles", about.article_id), book, lexicon, model, shown)
        came(f"articles: {len(about)}")
    with stage("fitting and trying") as came:
        made = lesson(found)
        came(f"parts that help: {sum(each.helps for each in made.trials)}")
    if not made.learnt:
        return made
    path = write_learnt(
        folder,
        made.learnt,
        {
            "onrecord": version("onrecord"),
            "model": model.name,
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
            "answers": made.answers,
            "articles": made.articles,
            "tried": {each.name: _told(each) for each in made.trials},
        },
    )
    return Lesson(made.learnt, made.trials, made.answers, made.articles, path)


def lesson(found: Examples) -> Lesson:
    """Try each part, and keep what helps.

    Raises:
        LearntError: there are too few answers for any part.
    """
    trials = (
        tried(quotes.PART, found.quotes),
        tried(speakers.PART, found.speakers),
        tried(sides.SPEAKERS, found.sides),
        tried(sides.NARRATOR, found.narrator),
    )
    if not any(each.answers >= MIN_ANSWERS and each.articles >= MIN_ARTICLES for each in trials):
        most = max(trials, key=lambda each: each.answers)
        raise LearntError(
            f"There are too few corrections to learn from: {most.answers} answers on {most.name} "
            f"in {most.articles} articles, where {MIN_ANSWERS} in {MIN_ARTICLES} are needed."
        )
    helps = [each.helps for each in trials]
    of_quotes = quotes.fit(found.quotes) if helps[0] else quotes.Quotes()
    of_speakers = speakers.fit(found.speakers) if helps[1] else speakers.Speakers()
    learnt = Learnt(
        tuple(of_quotes.weights.items()),
        of_quotes.least,
        tuple(of_speakers.weights.items()),
        of_speakers.sure,
        sides.fit(found.sides) if helps[2] else None,
        sides.fit(found.narrator) if helps[3] else None,
    )
    return Lesson(learnt, trials, sum(each.answers for each in trials), len(found.articles))


def _told(trial: Trial) -> dict[str, Any]:
    """A trial for the file, in numbers that people read."""
    said = asdict(trial) | {"verdict": trial.verdict}
    said.pop("name")
    return {name: _rounded(value) for name, value in said.items() if value is not None}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, float):
        return None if value != value else round(value, 4)
    return value
