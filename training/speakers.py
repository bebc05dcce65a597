"""The ranker of speakers from articles labelled by reading: `python -m training speakers`.

A softmax over the candidates of a source (nobody among them) and a logistic regression of whether
words are attributed at all, both over the features of `onrecord.speakers`. What the reader says is
one of them, so each article is read by a network that did not learn from it: `halves` trains two,
each on half of the stories. Thresholds come from cross-validation over stories of the training
files; the dev files are never looked at.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from benchmarks.alike import any_same, pair
from benchmarks.written import read_written
from onrecord.actors import Lexicon, find_mentions
from onrecord.attribution import attribute
from onrecord.reader import Reader, Reading
from onrecord.segment import segment
from onrecord.speakers import resolve
from onrecord.speakers.choose import as_speakers, nobody
from onrecord.speakers.model import Speaker
from onrecord.speakers.questions import Question

from .extend import WRITTEN, half

FILES = ("world-train.jsonl.gz", "statements-train.jsonl.gz")
HIDDEN, EPOCHS, RATE, DECAY, DROPOUT = 32, 8, 4e-3, 1e-5, 0.3
SEEN = 3  # a feature that fewer rows have is left out
TRUE_HISTORY = 0.6  # how often the speakers before are the reader's and not the rules'
PRECISE = 0.90  # names given that are right, over stories not trained on
FOUND = 0.95  # attributions kept, likewise
FOLDS = 5
UNHEARD = 0.15  # questions that are asked once more as if the reader had said nothing


@dataclass(slots=True)
class Example:
    """One question and its answer.

    Attributes:
        story: articles of one story are never on both sides of a fold.
        source, rows: features of the source and of each candidate.
        answers: candidates that are right; nobody where no name is, or none of them is.
        named: whether a reader names the speaker.
        claim: features of the attribution; `is_one` whether it is one.
        look: float (candidates,), what a second look at the source said of each; None without one.
    """

    story: str
    source: dict[str, float]
    rows: Sequence[dict[str, float]]
    answers: list[int]
    named: bool
    claim: dict[str, float]
    is_one: bool
    look: np.ndarray | None = None


def examples(
    data: Path, lexicon: Lexicon, readers: Sequence[Reader], written: Path = WRITTEN
) -> Iterator[Example]:
    """Questions that the product asks of the labelled articles, with the readers' answers.

    Args:
        data: folder of the labelled articles.
        lexicon: of names.
        readers: that did not learn from the first and the second half of the stories; neither
            learnt from the passages of our own.
        written: folder of those.
    """
    draw = random.Random(7)
    rows: list[tuple[int, dict]] = []
    for name in FILES:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            some = [json.loads(line) for line in lines]
        rows += [(half(row["story"]), row | {"story": f"{name[:5]}{row['story']}"}) for row in some]
    rows += [(at % 2, row | {"story": row["doc"]}) for at, row in enumerate(read_written(written))]
    for number, reader in enumerate(readers):
        mine = [row for which, row in rows if which == number]
        for first in range(0, len(mine), 4):
            chunk = mine[first : first + 4]
            readings = reader.read([row["text"] for row in chunk])
            for row, reading in zip(chunk, readings, strict=True):
                for one in asked(row, reading, lexicon, draw):
                    yield one
                    if draw.random() < UNHEARD:
                        yield unheard(one)


def unheard(one: Example) -> Example:
    """The same question where the reader says nothing: weights without these heads exist."""

    def rest(features: dict[str, float]) -> dict[str, float]:
        return {name: value for name, value in features.items() if not name.startswith("reader")}

    return replace(one, rows=[rest(row) for row in one.rows], claim=rest(one.claim))


def asked(
    row: dict,
    reading: Reading,
    lexicon: Lexicon,
    draw: random.Random,
    look: Callable[[Question], np.ndarray | None] = lambda question: None,
) -> Iterator[Example]:
    """Questions that the product asks of one labelled article.

    Args:
        row: text, names with forms, attributions with speakers, story.
        reading: what a reader says of the text.
        lexicon: of names.
        draw: decides whether the speakers before a question are the reader's or the rules'.
        look: what a second look at a question's source says of its candidates.
    """
    text = row["text"]
    sentences = segment(text)
    attributions = attribute(text, sentences, reading)
    sources = [span for each in attributions for span in each.source]
    seen = find_mentions(text, sentences, lexicon, reading.names, sources)
    gold = row["attributions"]
    contents = [[tuple(span) for span in one["content"]] for one in gold]
    taken = pair(text, contents, [a.content for a in attributions])
    of = {ours: gold[theirs] for theirs, ours in taken.items()}
    forms = {one["name"]: [one["name"], *one["forms"]] for one in row["names"]}
    made = []

    def choose(question: Question) -> tuple[Speaker, ...]:
        judged = of.get(question.number)
        if judged is None:
            return question.by_rules
        names = judged["speaker"] if judged["attribution"] else []
        right = [
            at
            for at, candidate in enumerate(question.candidates)
            if names and _is(candidate.names, names, forms, lexicon)
        ]
        made.append(
            Example(
                row["story"], question.source, question.rows, right or [0], bool(names),
                question.claim, judged["attribution"], look(question),
            )
        )  # fmt: skip
        if draw.random() > TRUE_HISTORY or (names and not right):
            return question.by_rules
        return as_speakers(question, question.candidates[right[0]]) if right else nobody(question)

    resolve(text, sentences, attributions, seen.mentions, seen.actors, reading, choose=choose)
    yield from made


def _is(given: Sequence[str], names: Sequence[str], forms: dict, lexicon: Lexicon) -> bool:
    def fits(name: str, true: str) -> bool:
        return any_same(name, forms.get(true, [true]), lexicon)

    return all(any(fits(name, true) for name in given) for true in names) and all(
        any(fits(name, true) for true in names) for name in given
    )


def vocabulary(seen: Counter) -> list[str]:
    """Features in a fixed order, the rare ones left out."""
    return sorted(name for name, count in seen.items() if count >= SEEN)


class Network(torch.nn.Module):
    """As `onrecord.speakers.ranker` reads it."""

    def __init__(self, candidates: int, sources: int, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.candidate = torch.nn.EmbeddingBag(candidates + 1, hidden + 1, mode="sum")
        self.source = torch.nn.EmbeddingBag(sources + 1, hidden + 1, mode="sum")
        torch.nn.init.normal_(self.candidate.weight, std=0.05)
        torch.nn.init.normal_(self.source.weight, std=0.05)
        self.bias = torch.nn.Parameter(torch.zeros(hidden))
        self.out = torch.nn.Parameter(torch.randn(hidden) * 0.2)

    def forward(self, batch: dict) -> torch.Tensor:
        """Scores of all candidates of a batch: (rows,)."""
        own = self.candidate(batch["row_at"], batch["row_from"], batch["row_value"])
        shared = self.source(batch["source_at"], batch["source_from"], batch["source_value"])
        hidden = own[:, :-1] + shared[batch["of"], :-1] + self.bias
        hidden = torch.nn.functional.dropout(torch.relu(hidden), DROPOUT, self.training)
        return hidden @ self.out + own[:, -1]


def batched(some: Sequence[Example], of_candidate: dict, of_source: dict) -> dict:
    """Examples as arrays."""
    parts = [f"{bag}_{part}" for bag in ("row", "source") for part in ("at", "from", "value")]
    made: dict[str, list] = {key: [] for key in (*parts, "of", "right")}
    for number, one in enumerate(some):
        _bag(one.source, of_source, made, "source")
        for at, row in enumerate(one.rows):
            _bag(row, of_candidate, made, "row")
            made["of"].append(number)
            made["right"].append(at in one.answers)
    kinds = {"row_value": torch.float32, "source_value": torch.float32, "right": torch.bool}
    return {key: torch.tensor(held, dtype=kinds.get(key, torch.long)) for key, held in made.items()}


def _bag(features: dict[str, float], places: dict[str, int], made: dict, key: str) -> None:
    made[f"{key}_from"].append(len(made[f"{key}_at"]))
    for name, value in features.items():
        if name in places:
            made[f"{key}_at"].append(places[name])
            made[f"{key}_value"].append(value)


def chances(scores: torch.Tensor, of: torch.Tensor, count: int) -> torch.Tensor:
    """Softmax of the scores within each example."""
    top = torch.full((count,), -1e9).scatter_reduce(0, of, scores, "amax")
    raised = torch.exp(scores - top[of])
    whole = torch.zeros(count).index_add(0, of, raised)
    return raised / whole[of]


def fit(some: Sequence[Example], of_candidate: dict, of_source: dict) -> Network:
    """Train one network on some examples."""
    torch.manual_seed(3)
    network = Network(len(of_candidate), len(of_source))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    order = list(range(len(some)))
    steps = EPOCHS * (len(some) // 64 + 1)
    rates = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, steps)
    draw = random.Random(5)
    for _ in range(EPOCHS):
        draw.shuffle(order)
        for first in range(0, len(order), 64):
            part = [some[at] for at in order[first : first + 64]]
            batch = batched(part, of_candidate, of_source)
            given = chances(network(batch), batch["of"], len(part))
            right = torch.zeros(len(part)).index_add(0, batch["of"], given * batch["right"])
            loss = -torch.log(right + 1e-6).mean()
            loss = loss + 1e-4 * sum((weight**2).sum() for weight in network.parameters()) / 10
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rates.step()
    return network.eval()


def fit_claim(some: Sequence[Example], of_claim: dict[str, int]) -> np.ndarray:
    """Logistic regression of whether an attribution is one, by gradient descent."""
    made: dict[str, list] = {"row_at": [], "row_from": [], "row_value": []}
    for one in some:
        _bag(one.claim, of_claim, made, "row")
    at, start = torch.tensor(made["row_at"]), torch.tensor(made["row_from"])
    value = torch.tensor(made["row_value"], dtype=torch.float32)
    true = torch.tensor([float(one.is_one) for one in some])
    weights = torch.zeros(len(of_claim), 1, requires_grad=True)
    optimiser = torch.optim.Adam([weights], lr=0.03)
    for _ in range(250):
        bags = torch.nn.functional.embedding_bag(
            at, weights, start, mode="sum", per_sample_weights=value
        )
        loss = torch.nn.functional.binary_cross_entropy_with_logits(bags[:, 0], true)
        loss = loss + 1.5e-4 * (weights**2).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return weights.detach().numpy()[:, 0]


def answers(network: Network, some: Sequence[Example], *vocabularies) -> list[tuple[float, int]]:
    """Probability and number of the likeliest candidate of each example."""
    with torch.no_grad():
        batch = batched(some, *vocabularies)
        given = chances(network(batch), batch["of"], len(some)).numpy()
    of, best = batch["of"].numpy(), []
    for number in range(len(some)):
        own = given[of == number] if len(some) < 50 else None
        best.append(own)
    if len(some) >= 50:
        edges = np.searchsorted(of, np.arange(len(some) + 1))
        best = [given[a:b] for a, b in itertools.pairwise(edges)]
    return [(float(own.max()), int(own.argmax())) for own in best]


def claimed(weights: np.ndarray, one: Example, of_claim: dict[str, int]) -> float:
    """Probability that an example is an attribution."""
    logit = sum(v * weights[of_claim[n]] for n, v in one.claim.items() if n in of_claim)
    return float(1 / (1 + np.exp(-logit)))


def thresholds(out: list[tuple[Example, float, int, float]]) -> tuple[float, float]:
    """The least probabilities: of a name that is given, and of an attribution that is kept."""
    kept = sorted(claim for one, _, _, claim in out if one.is_one)
    least = kept[int(len(kept) * (1 - FOUND))]
    for sure in np.arange(0.3, 0.97, 0.01):
        given = [(one, at) for one, p, at, c in out if c >= least and at and p * c >= sure]
        right = sum(at in one.answers and one.named for one, at in given)
        if given and right / len(given) >= PRECISE:
            break
    named = sum(one.named for one, *_ in out)
    ours = [one.is_one for one, _, _, c in out if c >= least]
    none = [c < least for one, _, _, c in out if not one.is_one]
    print(
        f"folds: sure {sure:.2f} least {least:.2f}; right {right / named:.3f}, names right "
        f"{right / len(given):.3f}, ours that are one {np.mean(ours):.3f}, none left out "
        f"{np.mean(none):.3f}"
    )
    return float(sure), float(least)


def train_speakers(data: Path, halves: Sequence[Path], into: Path) -> None:
    """Train the ranker and write it.

    Args:
        data: folder of the labelled articles.
        halves: folders of the two readers that each know half of the stories.
        into: the file to write.
    """
    torch.set_num_threads(2)
    some = list(examples(data, Lexicon.load(), [Reader.load(folder) for folder in halves]))
    counts: list[Counter] = [Counter(), Counter(), Counter()]
    for one in some:
        counts[1].update(one.source.keys())
        counts[2].update(one.claim.keys())
        for row in one.rows:
            counts[0].update(row.keys())
    lists = [vocabulary(count) for count in counts]
    of_candidate, of_source, of_claim = ({n: i for i, n in enumerate(names)} for names in lists)
    print(len(some), "questions;", [len(names) for names in lists], "features")
    stories = sorted({one.story for one in some})
    random.Random(1).shuffle(stories)
    fold = {story: number % FOLDS for number, story in enumerate(stories)}
    out = []
    for number in range(FOLDS):
        learn = [one for one in some if fold[one.story] != number]
        held = [one for one in some if fold[one.story] == number]
        network, claim = fit(learn, of_candidate, of_source), fit_claim(learn, of_claim)
        said = answers(network, held, of_candidate, of_source)
        out += [
            (one, p, at, claimed(claim, one, of_claim))
            for one, (p, at) in zip(held, said, strict=True)
        ]
    sure, least = thresholds(out)
    network = fit(some, of_candidate, of_source)
    np.savez_compressed(
        into,
        of_candidate="\n".join(lists[0]), of_source="\n".join(lists[1]),
        of_claim="\n".join(lists[2]),
        candidate=network.candidate.weight.detach().numpy()[:-1].astype(np.float16),
        source=network.source.weight.detach().numpy()[:-1].astype(np.float16),
        bias=network.bias.detach().numpy(), out=network.out.detach().numpy(),
        claim=fit_claim(some, of_claim).astype(np.float16), sure=sure, least=least,
    )  # fmt: skip
