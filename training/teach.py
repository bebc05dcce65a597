"""What an ensemble of teachers says of labelled and unlabelled pairs, for a student to learn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from .measure import stance_logits
from .model import Network
from .pairs import BETWEEN, TOWARD, Pair
from .plan import Plan
from .score import softmax

TRUST = 0.5  # the teachers' share of what a labelled example teaches


def opinions(
    teachers: Sequence[tuple[Plan, Path]], task: str, pairs: Sequence[Pair], valence: np.ndarray
) -> np.ndarray:
    """Return the mean probabilities, float32 (pairs, labels), that teachers give.

    Args:
        teachers: plans and folders of finished runs on the task.
        task: "toward" or "between".
        pairs: any examples of it.
        valence: see `valence_table`.
    """
    total = np.zeros((len(pairs), len(TOWARD if task == "toward" else BETWEEN)))
    for plan, run in teachers:
        network = Network(valence * plan.valence, plan.settings)
        network.load_state_dict(torch.load(run / "averaged.pt", weights_only=True))
        network.eval()
        head = getattr(network, task)
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            logits = stance_logits(
                lambda *arrays, head=head: head(*map(torch.from_numpy, arrays)).float().numpy(),
                pairs,
            )
        total += softmax(logits) / len(teachers)
    return total.astype(np.float32)


def taught(
    teachers: Sequence[tuple[Plan, Path]],
    task: str,
    pairs: list[Pair],
    valence: np.ndarray,
    store: Path,
) -> list[Pair]:
    """Return the pairs with what the teachers, and their labels, say.

    Knowledge distillation (Hinton et al. 2015): a labelled example teaches half its label,
    half the teachers' opinion; one without a label the opinion alone.

    Args:
        teachers: plans and folders of the task's teachers.
        task: "toward" or "between".
        pairs: labelled ones, and ones whose label is -1.
        valence: see `valence_table`.
        store: file of the opinions; made if missing.
    """
    if not store.exists():
        store.parent.mkdir(parents=True, exist_ok=True)
        np.save(store, opinions(teachers, task, pairs, valence))
    return mixed(pairs, np.load(store))


def mixed(pairs: Sequence[Pair], opinions: np.ndarray) -> list[Pair]:
    """Return the pairs with what they teach: label and opinion, or the opinion alone.

    Args:
        pairs: labelled ones, and ones whose label is -1.
        opinions: float32 (pairs, labels), probabilities.
    """
    found = []
    for pair, chances in zip(pairs, opinions, strict=True):
        if pair.label >= 0:
            chances = chances * np.float32(TRUST)
            chances[pair.label] += 1 - TRUST
        found.append(replace(pair, chances=chances))
    return found


def labels_alone(pairs: list[Pair], task: str) -> list[Pair]:
    """Return labelled pairs that teach their label.

    Args:
        pairs: labelled ones.
        task: "toward" or "between".
    """
    sure = np.eye(len(TOWARD if task == "toward" else BETWEEN), dtype=np.float32)
    return [replace(pair, chances=sure[pair.label]) for pair in pairs]
