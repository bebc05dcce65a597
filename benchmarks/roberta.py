"""Seconds of a RoBERTa-base forward pass per target, with random weights, in float32.

Runs by itself, so that it may have an interpreter of its own: torch is no dependency of
the product. Reads a JSON object from standard input, `{"lengths": [...], "threads": n}`,
and prints the seconds as JSON, or the reason why there are none. Only lengths matter to
the time: the weights are random, so the ids may be too.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence

BATCH = 16  # rows of like length, the most favourable to it on a CPU


def seconds(lengths: Sequence[int], threads: int) -> float:
    """Wall time of one pass over rows of these lengths, sorted, in batches."""
    import torch
    from transformers import RobertaConfig, RobertaModel

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    config = RobertaConfig(
        vocab_size=50_265, max_position_embeddings=514, type_vocab_size=1, layer_norm_eps=1e-5
    )
    model = RobertaModel(config, add_pooling_layer=False).eval()
    ordered = sorted(lengths)
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    with torch.inference_mode():
        model(torch.randint(10, 50_000, (BATCH, 16)))  # the first pass is slower
        started = time.perf_counter()
        for batch in batches:
            ids = torch.randint(10, 50_000, (len(batch), max(batch)))
            mask = (torch.arange(max(batch))[None, :] < torch.tensor(batch)[:, None]).long()
            model(ids, attention_mask=mask)
        return time.perf_counter() - started


def main() -> None:
    """Answer one question from standard input."""
    asked = json.load(sys.stdin)
    try:
        answer = {"seconds": seconds(asked["lengths"], asked["threads"])}
    except ImportError as error:
        answer = {"missing": str(error.name)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
