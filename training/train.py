"""Joint training of all heads: scheduled per task, averaged, checkpointed, resumable."""

from __future__ import annotations

import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from .losses import attribution_loss, stance_loss
from .measure import Chain, link_counts, read_articles, span_counts, span_f1, stance_logits
from .model import Network, Settings
from .pairs import BETWEEN, TOWARD, Pair, batches, load_pairs
from .score import f1, label_f1, macro_f1
from .text import Encoding
from .windows import (
    Paragraph,
    paragraphs,
    random_windows,
    read_lines,
    window_batches,
)

TASKS = ("attribution", "toward", "between")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides a run."""

    epochs: dict[str, float] = field(default_factory=dict)  # per task
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: float = 0.06
    average: float = 0.998
    decay: float = 0.01
    window: int = 288
    tokens: int = 1440
    rare_power: float = 0.0  # class weights are frequency to minus this power
    agreement: float = 0.0  # weight of R-Drop
    frozen: bool = False  # train the branches and heads alone
    seed: int = 13
    threads: int = 1  # of each task
    evaluations: int = 4
    settings: Settings = field(default_factory=Settings)


@dataclass(slots=True)
class Data:
    """Train and dev splits, encoded."""

    articles: list[list[Paragraph]]
    pairs: dict[str, list[Pair]]
    dev_articles: list[list[Paragraph]]
    dev_pairs: dict[str, list[Pair]]


def load(folder: Path, encoding: Encoding, tasks: set[str]) -> Data:
    """Encode the splits that the tasks need."""
    data = Data([], {}, [], {})
    if "attribution" in tasks:
        for name, into in (("train", data.articles), ("dev", data.dev_articles)):
            rows = read_lines(folder / f"polnear-{name}.jsonl.gz")
            into += [paragraphs(row, encoding) for row in rows]
    if "toward" in tasks:
        data.pairs["toward"] = load_pairs(folder / "newsmtsc-train.jsonl.gz", encoding)
        for name in ("mt", "rw"):
            file = folder / f"newsmtsc-dev-{name}.jsonl.gz"
            data.dev_pairs[name] = load_pairs(file, encoding)
    if "between" in tasks:
        data.pairs["between"] = load_pairs(folder / "dse-train.jsonl.gz", encoding)
        data.dev_pairs["dse"] = load_pairs(folder / "dse-dev.jsonl.gz", encoding)
    return data


Step = list[tuple[str, Any]]


def schedule(data: Data, plan: Plan) -> list[Step]:
    """Return every step of the run: one batch from each of two lanes.

    Tasks share the lanes so that both are about as long, and are spread over the run so
    that all end together; where a lane has fewer batches, some steps hold only the other.
    """
    tasks: list[list[tuple[float, str, Any]]] = []
    for number, task in enumerate(TASKS):
        wanted = plan.epochs.get(task, 0)
        made: list[Any] = []
        for epoch in range(int(np.ceil(wanted))):
            rng = random.Random(plan.seed * 1000 + epoch * 10 + number)
            if task == "attribution":
                windows = random_windows(data.articles, rng, plan.window)
                fresh: list[Any] = window_batches(windows, plan.tokens, rng)
            else:
                pairs = data.pairs[task]
                groups = batches(pairs, plan.tokens, rng)
                fresh = [[pairs[i] for i in group] for group in groups]
            part = min(1.0, wanted - epoch)
            made += fresh[: int(len(fresh) * part)]
        tasks.append([((at + 0.5) / len(made), task, batch) for at, batch in enumerate(made)])
    lanes: list[list[tuple[float, str, Any]]] = [[], []]
    for batches_of_task in sorted(tasks, key=len, reverse=True):
        min(lanes, key=len).extend(batches_of_task)
    count = max(len(lane) for lane in lanes)
    steps: list[Step] = [[] for _ in range(count)]
    for lane in lanes:
        lane.sort(key=lambda item: item[0])
        for at, (_, task, batch) in enumerate(lane):
            steps[int((at + 0.5) * count / len(lane))].append((task, batch))
    return steps


def groups(network: Network, plan: Plan) -> list[dict[str, Any]]:
    """Return the optimiser's groups: lower layers learn more slowly, heads faster."""
    encoder = network.encoder
    ladder: list[tuple[int, Any]] = [(0, encoder.embeddings)]
    ladder += [(1 + i, layer) for i, layer in enumerate(encoder.shared)]
    for branch in (encoder.attribution, encoder.stance):
        ladder += [(1 + encoder.shared_depth + i, layer) for i, layer in enumerate(branch)]
    found: list[dict[str, Any]] = []
    seen: set[int] = set()
    for depth, module in ladder:
        members = [p for p in module.parameters() if p.requires_grad]
        seen |= {id(p) for p in members}
        found.append({"params": members, "lr": plan.rate * plan.layer_decay ** (6 - depth)})
    fresh = [encoder.embeddings.casing.weight, encoder.embeddings.valence.weight]
    fresh = [p for p in fresh if p.requires_grad]
    found[0]["params"] = [p for p in found[0]["params"] if all(p is not f for f in fresh)]
    heads = [p for p in network.parameters() if p.requires_grad and id(p) not in seen]
    found.append({"params": fresh + heads, "lr": plan.head_rate})
    found = [group for group in found if group["params"]]
    for group in found:
        group["peak"] = group["lr"]
    return found


def class_weights(pairs: list[Pair], labels: int, power: float) -> Tensor:
    """Return weights (labels,) whose mean over examples is one."""
    counts = np.bincount([pair.label for pair in pairs], minlength=labels)
    weights = (counts / counts.sum()) ** -power
    return torch.tensor(weights / (weights * counts / counts.sum()).sum(), dtype=torch.float32)


def dev_figures(network: Network, data: Data, encoding: Encoding) -> dict[str, Any]:
    """Measure the network on the dev splits."""
    network.eval()
    figures: dict[str, Any] = {}

    def tensors(arrays: tuple[np.ndarray, ...]) -> list[Tensor]:
        return [torch.from_numpy(array) for array in arrays]

    with torch.inference_mode():
        if data.dev_articles:
            read = read_articles(
                lambda *arrays: tuple(x.numpy() for x in network.attribution(*tensors(arrays))),
                data.dev_articles,
                encoding,
            )
            chain = Chain(*(scores.numpy() for scores in network.crf.scores()))
            figures |= span_f1(span_counts(data.dev_articles, read, chain))
            right, total = link_counts(data.dev_articles, read).sum(0)
            figures["links"] = 100.0 * right / total
        for name, pairs in data.dev_pairs.items():
            head = network.between if name == "dse" else network.toward
            labels = len(BETWEEN if name == "dse" else TOWARD)
            logits = stance_logits(lambda *a, head=head: head(*tensors(a)).numpy(), pairs)
            gold = np.array([pair.label for pair in pairs])
            figures[name] = macro_f1(gold, logits.argmax(1), labels)
            figures[f"{name}_labels"] = [
                round(x, 1) for x in label_f1(gold, logits.argmax(1), labels)
            ]
    network.train()
    return {k: round(v, 2) if isinstance(v, float) else v for k, v in figures.items()}


def train(
    data: Data,
    encoding: Encoding,
    valence: np.ndarray,
    plan: Plan,
    folder: Path,
    start: Path | None = None,
) -> None:
    """Train and leave `last.pt` (resumable) and `averaged.pt` in `folder`.

    Args:
        data: encoded splits.
        encoding: the tokenizer.
        valence: see `valence_table`.
        plan: what decides the run.
        folder: of the run; one with a checkpoint is gone on with.
        start: folder of a finished run whose averaged weights to start from.
    """
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    folder.mkdir(parents=True, exist_ok=True)
    network = Network(valence, plan.settings)
    network.encoder.load_base()
    if start is not None:
        network.load_state_dict(torch.load(start / "averaged.pt", weights_only=True))
    if plan.frozen:
        network.encoder.embeddings.requires_grad_(False)
        network.encoder.shared.requires_grad_(False)
    trained = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(groups(network, plan), weight_decay=plan.decay, fused=True)
    averaged = [p.detach().clone() for p in trained]
    steps = schedule(data, plan)
    weights = {
        task: class_weights(pairs, len(BETWEEN if task == "between" else TOWARD), plan.rare_power)
        for task, pairs in data.pairs.items()
    }
    begin = 0
    last = folder / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=True)
        network.load_state_dict(saved["network"], strict=False)
        optimiser.load_state_dict(saved["optimiser"])
        averaged, begin = saved["averaged"], saved["step"]
    log = (folder / "log.jsonl").open("a", encoding="utf-8")

    def note(**fields: Any) -> None:
        log.write(json.dumps(fields) + "\n")
        log.flush()

    def gradients(work: tuple[str, Any]) -> tuple[str, float, tuple[Tensor | None, ...]]:
        task, batch = work
        if task == "attribution":
            loss = attribution_loss(network, batch, encoding)
        else:
            loss = stance_loss(network, task, batch, weights[task], plan.agreement)
        found = torch.autograd.grad(loss, trained, allow_unused=True)
        return task, float(loss.detach()), found

    workers = ThreadPoolExecutor(2, initializer=torch.set_num_threads, initargs=(plan.threads,))
    note(plan=asdict(plan), steps=len(steps), begin=begin)
    losses: dict[str, list[float]] = {task: [] for task in TASKS}
    due = {int(len(steps) * (i + 1) / plan.evaluations) for i in range(plan.evaluations)}
    clock = time.time()
    network.train()
    for step in range(begin, len(steps)):
        share = (step + 1) / len(steps)
        factor = min(share / plan.warmup, (1 - share) / (1 - plan.warmup) + 0.01)
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * factor
        # one thread per task: on two cores faster than two threads per batch
        done = list(workers.map(gradients, steps[step]))
        for task, loss, _ in done:
            losses[task].append(loss)
        for at, parameter in enumerate(trained):
            found = [each[at] for _, _, each in done if each[at] is not None]
            parameter.grad = sum(found[1:], found[0]) if found else None
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        keep = min(plan.average, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(averaged, [p.detach() for p in trained], 1 - keep)
        if (step + 1) % 50 == 0:
            means = {k: round(float(np.mean(v[-50:])), 4) for k, v in losses.items() if v}
            note(step=step + 1, seconds=round(time.time() - clock), loss=means)
        if (step + 1) % 200 == 0 or step + 1 == len(steps) or step + 1 in due:
            state = {
                "network": network.state_dict(),
                "optimiser": optimiser.state_dict(),
                "averaged": averaged,
                "step": step + 1,
            }
            torch.save(state, folder / "new.pt")
            (folder / "new.pt").replace(last)
        if step + 1 in due or step + 1 == len(steps):
            raw = [p.detach().clone() for p in trained]
            with torch.no_grad():
                torch._foreach_copy_(trained, averaged)
            torch.save(network.state_dict(), folder / "averaged.pt")
            if step + 1 in due:
                note(step=step + 1, dev=dev_figures(network, data, encoding))
            with torch.no_grad():
                torch._foreach_copy_(trained, raw)
    log.close()


def summary(counts: np.ndarray) -> float:
    """Return the F1 of all roles together."""
    return f1(*counts.sum((0, 1)).tolist())
