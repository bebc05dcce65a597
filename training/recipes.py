"""The recipe: large networks learn from the labels, and a small one from both."""

from __future__ import annotations

import json
import random
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from .add_large import add_large
from .again import learn_again
from .encoder import Settings
from .extend import learn_articles, mean_of, our_rows, product_encoding
from .large import learn_large
from .marked import chosen, marked_sources
from .minilm import base_folder
from .narrator import narrator
from .opinions import ask, questions, taught
from .plan import TASKS, Plan, load
from .sides import learn_narrator, learn_statements, our_statements
from .text import Encoding
from .train import finished, train
from .widen import half_reader, widen

RUNS = Path("training/runs")
SMALL = RUNS / "settled"
HALVES = [RUNS / "half-0", RUNS / "half-1"]  # readers that left one half of the stories out
LARGE = Plan(
    large=True,
    rate=5e-5,
    head_rate=5e-4,
    average=0.99,
    tokens=1800,
    together=1,
    settings=Settings(shared=10),
)
TEACHERS = {
    "toward": replace(LARGE, epochs={"toward": 3}, seed=41),
    "stance-1": replace(LARGE, epochs={"toward": 2.5, "between": 4}, seed=42),
    "stance-2": replace(LARGE, epochs={"toward": 3, "between": 5}, seed=43),
    "stance-3": replace(LARGE, epochs={"toward": 3.5, "between": 6}, rate=7e-5, seed=44),
    "between": replace(LARGE, epochs={"between": 5}, seed=45),
    "attribution-1": replace(LARGE, epochs={"attribution": 4}, seed=46),
    "attribution-2": replace(LARGE, epochs={"attribution": 5}, rate=7e-5, seed=47),
}
# Whose opinion counts. Beside `between` the large network is worse at `toward` than alone.
HEARD = {
    "toward": ("toward",),
    "between": ("stance-1", "stance-2", "stance-3", "between"),
    "attribution": ("attribution-1", "attribution-2"),
}
# Five layers a task: as good as six, and a fifth faster.
SHAPE = Settings(shared=2, attribution=3, stance=3)
STUDENT = Plan({"attribution": 3, "toward": 3, "between": 4.5}, stop=0.6841, settings=SHAPE)
# Then the stance layers alone, to the slow end.
SETTLE = Plan(
    {"toward": 1, "between": 2},
    rate=1.2e-4,
    head_rate=4e-4,
    seed=14,
    frozen=True,
    settings=SHAPE,
)


def teach(data: Path, at_once: int) -> None:
    """Train the teachers and ask each what it says of the examples that teach the small one.

    Args:
        data: folder of the JSON lines.
        at_once: teachers trained side by side.
    """
    with ProcessPoolExecutor(at_once, get_context("spawn")) as processes:
        for _ in processes.map(partial(teach_one, data), TEACHERS):
            pass


def teach_one(data: Path, name: str) -> None:
    """Train one teacher, and write `said.npz` into its folder; once is enough."""
    plan, run = TEACHERS[name], RUNS / name
    if (run / "said.npz").exists():
        return
    encoding = Encoding(base_folder() / "tokenizer.json")
    loaded = load(data, encoding, set(plan.epochs))
    train(loaded, encoding, plan, run)
    asked = questions(loaded, data, encoding, {task for task in HEARD if name in HEARD[task]})
    ask(finished(plan, run), asked, encoding, run / "new.npz")
    (run / "new.npz").replace(run / "said.npz")


def train_small(data: Path, into: Path) -> None:
    """Train the network that ships on the labels and on what the teachers say.

    Args:
        data: folder of the JSON lines.
        into: folder of the finished run.
    """
    encoding = Encoding(base_folder() / "tokenizer.json")
    loaded = load(data, encoding, set(TASKS))
    asked = questions(loaded, data, encoding, set(TASKS))
    files = {task: [RUNS / name / "said.npz" for name in names] for task, names in HEARD.items()}
    full = taught(loaded, asked, files)
    train(full, encoding, STUDENT, RUNS / "student")
    train(full, encoding, SETTLE, into, RUNS / "student")


def extend(data: Path, weights: Path) -> None:
    """Teach weights of `ship` names, speakers, attributions and sides of our labelled articles.

    Args:
        data: folder of the JSON lines.
        weights: folder of the file that `ship` wrote, which is written anew.

    Raises:
        ValueError: the weights know all this already.
    """
    if "names" in json.loads((weights / "model.json").read_text(encoding="utf-8")):
        raise ValueError(f"{weights} holds extended weights; run `ship` again first.")
    articles = [RUNS / "articles", RUNS / "articles-more"]
    statements, narrator = RUNS / "statements", RUNS / "narrator"
    halves(data, weights)
    for run in (*articles, statements, narrator):
        run.mkdir(parents=True, exist_ok=True)
    learn_articles(data, weights, articles[0], 2)
    learn_articles(data, weights, articles[1], 1, begun=articles[0])
    mean_of(articles, RUNS / "articles-mean")
    learn_statements(data, weights, statements, 3, 0.2)
    learn_narrator(data, weights, statements, narrator)
    widen(weights, [RUNS / "articles-mean", narrator], data, weights)


def halves(data: Path, weights: Path) -> None:
    """Train what the ranker of speakers learns from: two readers that know half of the stories.

    Args:
        data: folder of the JSON lines.
        weights: folder of the file that `ship` wrote.
    """
    for leave, folder in enumerate(HALVES):
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "reader.onnx").exists():
            learn_articles(data, weights, folder, 2, leave)
            half_reader(weights, folder, folder)


def sides(data: Path, weights: Path) -> None:
    """Teach the large network sides and the second look, and write it beside the small one.

    Args:
        data: folder of the JSON lines.
        weights: folder of the weights that ship.
    """
    run, encoding = RUNS / "large", product_encoding(weights)
    run.mkdir(parents=True, exist_ok=True)
    rows = our_rows(data, "train")
    told = [*our_statements(data, weights), *narrator(data, rows, encoding)]
    learn_large(told, weights / "tokenizer.json", run)
    marked = marked_sources(data, weights, rows)
    learn_again(chosen(marked, random.Random(5)), weights / "tokenizer.json", run)
    add_large(data, weights, run, told, marked["articles"])
