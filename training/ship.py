"""Everything that ships: network, tokenizer, and what the reader has to know of them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .encoder import base_folder
from .evaluate import Weights, stance_outputs, temperatures
from .export import Shipped, quantise, write_onnx
from .model import LINK, Network, Settings
from .pairs import BETWEEN, LENGTH, TOWARD, load_pairs
from .prune import kept, write_tokenizer
from .text import Encoding
from .valence import valence_table
from .windows import MAX_WORDS, TAGS, WINDOW, paragraphs, read_lines

TOKENS = 26_200  # as many as keep the file under 26 MB


def seen_tokens(data: Path, encoding: Encoding) -> set[int]:
    """Return the ids that occur in the training texts."""
    seen: set[int] = set()
    for row in read_lines(data / "polnear-train.jsonl.gz"):
        for paragraph in paragraphs(row | {"attributions": []}, encoding):
            seen.update(paragraph.ids.tolist())
    for name in ("newsmtsc-train", "dse-train"):
        for pair in load_pairs(data / f"{name}.jsonl.gz", encoding):
            seen.update(pair.ids.tolist())
    return seen


def ship(run: Path, data: Path, into: Path, version: str, settings: Settings) -> None:
    """Export the averaged weights of a run to a folder.

    Args:
        run: folder that training left.
        data: folder of the JSON lines; train for the vocabulary, dev for temperatures.
        into: where `reader.onnx`, `tokenizer.json` and `model.json` go.
        version: name of the weights.
        settings: the network's shape.
    """
    base = base_folder() / "tokenizer.json"
    encoding = Encoding(base)
    vocabulary = encoding.vocabulary()
    network = Network(valence_table(vocabulary), settings)
    network.load_state_dict(torch.load(run / "averaged.pt", weights_only=True))
    network.eval()
    ids = kept(vocabulary, seen_tokens(data, encoding), TOKENS)
    into.mkdir(parents=True, exist_ok=True)
    write_tokenizer(base, into / "tokenizer.json", ids)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "reader.onnx"
        write_onnx(Shipped(network, ids, encoding.marks), plain)
        quantise(plain, into / "reader.onnx")
    weights = Weights(into / "reader.onnx")
    outputs = stance_outputs(weights, Encoding(into / "tokenizer.json"), data)
    heat = temperatures(outputs)
    moves, first, last = (
        np.round(scores.detach().numpy().astype(float), 4).tolist()
        for scores in network.crf.scores()
    )
    model: dict[str, Any] = {
        "name": version,
        "batch": 1,
        "tokenizer": "tokenizer.json",
        "tags": {
            "file": "reader.onnx",
            "output": "words",
            "labels": list(TAGS),
            "words": MAX_WORDS,
            "pieces": WINDOW,
            "neighbours": True,
            "steps": moves,
            "first": first,
            "last": last,
            "links": LINK,
        },
        "toward": {"file": "reader.onnx", "labels": list(TOWARD), "pieces": LENGTH}
        | {"temperature": heat["toward"]},
        "between": {"file": "reader.onnx", "labels": list(BETWEEN), "pieces": LENGTH}
        | {"temperature": heat["between"]},
    }
    (into / "model.json").write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
