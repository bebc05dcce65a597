"""The weights of a folder, opened: what they are called, and what they say of rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.errors import ModelError
from onrecord.reader.encode import Encoding, Row
from onrecord.reader.network import TASKS, Network
from onrecord.reader.words import Vocabulary

READ = 1 << 18  # bytes read at once
LARGE = ("sides", "again")  # what the large network is asked, a file of upper layers each
MEASURED = {
    "source": "sources found, exact-match F1 (PolNeAR dev)",
    "cue": "cues found, exact-match F1 (PolNeAR dev)",
    "content": "contents found, exact-match F1 (PolNeAR dev)",
    "links": "contents with the right cue and source, % (PolNeAR dev)",
    "newsmtsc": "stance toward a target, macro-F1 (NewsMTSC dev)",
    "dse": "stance between two actors, macro-F1 (DSE dev)",
}


class Weights:
    """A model's card, vocabulary and networks.

    Attributes:
        model: what `model.json` says.
        encoding: makes rows of texts.
        networks: by task.
    """

    def __init__(self, folder: Path) -> None:
        """Open a folder.

        Raises:
            ModelError: it lacks a file, or holds one that cannot be run or says too little.
        """
        try:
            self.model: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
            tasks = [task for task in (*TASKS, *LARGE) if task in self.model]
            below = {self.model[task]["file"]: self.model[task].get("below") for task in tasks}
            files = {name for pair in below.items() for name in pair if name}
            vocabulary, batch = folder / self.model["tokenizer"], self.model["batch"]
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder} holds no readable model.json.") from error
        except (KeyError, TypeError) as error:
            raise ModelError(f"model.json in {folder} lacks {error}.") from error
        self.encoding = Encoding(Vocabulary(vocabulary))
        lower = {name: Network(folder / name) for name in set(below.values()) if name}
        opened = {
            name: Network(folder / name, batch, lower.get(under)) for name, under in below.items()
        }
        # a run must be able to tell other weights of the same name
        digest = hashlib.sha256()
        for name in ("model.json", *sorted(files)):
            with (folder / name).open("rb") as file:
                while some := file.read(READ):
                    digest.update(some)
        self._hash = digest.hexdigest()[:8]
        self.networks = {task: opened[self.model[task]["file"]] for task in tasks}

    @property
    def name(self) -> str:
        """As `Reader.name`."""
        return f"{self.model['name']} ({self._hash})"

    @property
    def accuracy(self) -> dict[str, float]:
        """As `Reader.accuracy`."""
        measured = self.model.get("dev", {}).get("int8", {})
        return {name: measured[key] for key, name in MEASURED.items() if key in measured}

    def classify(
        self,
        rows: Sequence[Row],
        task: str,
        labels: Sequence[str],
        groups: Sequence[int] | None,
    ) -> np.ndarray:
        """What rows are, by a network of stance.

        Args:
            rows: of `Encoding.marked`.
            task: the network.
            labels: in the order that is wanted.
            groups: as in `Reader.toward`.

        Returns:
            float32 (rows, labels), probabilities.
        """
        if not rows:
            return np.zeros((0, len(labels)), dtype=np.float32)
        model = self.model[task]
        logits = np.concatenate(self.networks[task](rows, task, groups)) / model["temperature"]
        return softmax(logits)[:, [model["labels"].index(label) for label in labels]]


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities, along the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return (raised / raised.sum(-1, keepdims=True)).astype(np.float32)
