"""What a run keeps: its optimiser, averaged weights, log and checkpoint."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

Step = TypeVar("Step")
OFTEN = 300  # seconds between checkpoints


class Loop:
    """The state of a run, which a checkpoint in its folder brings back.

    Weights are averaged exponentially over the steps (Polyak and Juditsky 1992).
    """

    def __init__(
        self,
        network: nn.Module,
        groups: list[dict[str, Any]],
        folder: Path,
        average: float,
        decay: float,
    ) -> None:
        """Begin, or go on where the checkpoint in `folder` ends.

        Args:
            network: its weights that require gradients are trained.
            groups: the optimiser's, each with its highest rate as `peak`.
            folder: of the run; made if missing.
            average: share that the average keeps of itself at each step.
            decay: of the weights.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._average = folder, average
        self._clock = self._saved = time.time()
        self.trained = {name: p for name, p in network.named_parameters() if p.requires_grad}
        self._optimiser = torch.optim.AdamW(groups, weight_decay=decay, fused=True)
        self.averaged = {name: p.detach().clone() for name, p in self.trained.items()}
        self.begin = 0
        if (folder / "last.pt").exists():
            device = next(network.parameters()).device
            saved = torch.load(folder / "last.pt", weights_only=True, map_location=device)
            network.load_state_dict(saved["trained"], strict=False)
            self._optimiser.load_state_dict(saved["optimiser"])
            self.averaged, self.begin = saved["averaged"], saved["step"]

    def note(self, **fields: Any) -> None:
        """Add a line to the run's log, with the seconds since the start."""
        line = json.dumps(fields | {"seconds": round(time.time() - self._clock)})
        with (self._folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def update(self, step: int, factor: float) -> None:
        """Change the weights by their gradients.

        Args:
            step: number of the step, from 0.
            factor: share of each group's highest rate.
        """
        for group in self._optimiser.param_groups:
            group["lr"] = group["peak"] * factor
        torch.nn.utils.clip_grad_norm_(self.trained.values(), 1.0)
        self._optimiser.step()
        self._optimiser.zero_grad()
        keep = min(self._average, (step + 1) / (step + 10))  # the first weights are soon forgotten
        with torch.no_grad():
            now = [p.detach() for p in self.trained.values()]
            torch._foreach_lerp_([*self.averaged.values()], now, 1 - keep)

    def save(self, step: int, every: float = OFTEN) -> None:
        """Write the checkpoint after a step if `every` seconds passed; at once or not at all."""
        if time.time() - self._saved < every:
            return
        self._saved = time.time()
        state = {
            "trained": self.trained,
            "optimiser": self._optimiser.state_dict(),
            "averaged": self.averaged,
            "step": step + 1,
        }
        torch.save(state, self._folder / "new.pt")
        (self._folder / "new.pt").replace(self._folder / "last.pt")

    @contextmanager
    def mean(self) -> Iterator[None]:
        """The network with its averaged weights, for as long as the block lasts."""
        raw = [p.detach().clone() for p in self.trained.values()]
        with torch.no_grad():
            torch._foreach_copy_([*self.trained.values()], [*self.averaged.values()])
        yield
        with torch.no_grad():
            torch._foreach_copy_([*self.trained.values()], raw)


def follow(loop: Loop, steps: Sequence[Step], loss_of: Callable[[Step], Tensor]) -> None:
    """Learn from the batches that are left, in their order; loss and checkpoint now and then.

    Args:
        loop: the run.
        steps: all of its batches.
        loss_of: the loss of one.
    """
    recent: list[float] = []
    for step in range(loop.begin, len(steps)):
        loss = loss_of(steps[step])
        loss.backward()
        recent.append(float(loss.detach()))
        loop.update(step, warm_then_down(step, len(steps), 0.06))
        loop.save(step, 120)
        if step % 25 == 0:
            loop.note(
                step=step, of=len(steps), loss=round(sum(recent[-25:]) / len(recent[-25:]), 3)
            )


def warm_then_down(step: int, steps: int, warmup: float) -> float:
    """Share of the highest rate: up in the first `warmup` of the steps, then down to 0.

    >>> [round(warm_then_down(step, 10, 0.2), 2) for step in (0, 1, 5, 9)]
    [0.5, 0.9, 0.5, 0.1]
    """
    return min((step + 1) / (warmup * steps), 1 - step / steps)


def due(steps: int, times: int) -> set[int]:
    """Counts of steps after which to measure, the last one among them.

    >>> sorted(due(10, 4))
    [2, 5, 7, 10]
    """
    return {int(steps * (i + 1) / times) for i in range(times)}
