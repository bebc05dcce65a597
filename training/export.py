"""From a trained network to the one int8 ONNX file that ships."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .model import Network
from .text import MARK_CASING, PLAIN

POSITIONS = 320
OUTPUTS = ("words", "toward", "between")


class Table(nn.Module):
    """An embedding table in int8 with one scale per row."""

    def __init__(self, rows: Tensor) -> None:
        super().__init__()
        scale = rows.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (rows / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Look up float vectors of int64 ids."""
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class Shipped(nn.Module):
    """The network as it ships.

    Valence and the marks' casing classes are baked into the word table, so that a reader
    gives ids, casing (0 to 6) and mask and needs no lexicon.
    """

    def __init__(self, network: Network, ids: Sequence[int], marks: Sequence[int]) -> None:
        """Take a trained network.

        Args:
            network: the network.
            ids: tokens to keep, in the order of their new ids.
            marks: old ids of the four marks.
        """
        super().__init__()
        self.network = network
        embeddings = network.encoder.embeddings
        words = embeddings.words.weight.detach() + embeddings.valence(embeddings.table).detach()
        cases = embeddings.casing.weight.detach()
        for at, old in enumerate(marks):
            words[old] += cases[MARK_CASING + at] - cases[PLAIN]
        self.words = Table(words[torch.tensor(list(ids))])
        self.positions = Table(embeddings.positions.weight.detach()[:POSITIONS])
        self.casing = nn.Embedding.from_pretrained(cases[:MARK_CASING].clone())
        self.norm = embeddings.norm
        self.marks = [list(ids).index(old) for old in marks]

    def forward(
        self, ids: Tensor, casing: Tensor, mask: Tensor, read_at: Tensor, stance_at: Tensor
    ) -> tuple[Tensor, ...]:
        """Return tag logits with link vectors, and the logits of both stance heads.

        The two `_at` are the positions that a branch sees, all or only the first: a runtime
        computes every output, so the branch that is not wanted is given one position.
        """
        network = self.network
        places = torch.ones_like(ids[0]).cumsum(0) - 1
        # the marks' own classes are in the word table
        plain = torch.where(casing < MARK_CASING, casing, torch.full_like(casing, PLAIN))
        x = self.norm(self.words(ids) + self.positions(places) + self.casing(plain))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e9
        for layer in network.encoder.shared:
            x = layer(x, bias)
        read, read_bias = x.index_select(1, read_at), bias.index_select(3, read_at)
        for layer in network.encoder.attribution:
            read = layer(read, read_bias)
        stance, stance_bias = x.index_select(1, stance_at), bias.index_select(3, stance_at)
        for layer in network.encoder.stance:
            stance = layer(stance, stance_bias)
        ids = ids.index_select(1, stance_at)
        words = [network.tags(read), network.link_head(read), network.link_part(read)]
        source, target = (self._mean(stance, ids, *self.marks[at : at + 2]) for at in (0, 2))
        return (
            torch.cat(words, 2),
            network.toward_head([stance[:, 0], target]),
            network.between_head([stance[:, 0], source, target]),
        )

    @staticmethod
    def _mean(hidden: Tensor, ids: Tensor, opening: int, closing: int) -> Tensor:
        closed = (ids == closing).to(hidden.dtype)
        inside = (ids == opening).to(hidden.dtype).cumsum(1) - closed.cumsum(1) + closed
        return (hidden * inside[..., None]).sum(1) / inside.sum(1, keepdim=True).clamp(min=1.0)


def write_onnx(shipped: Shipped, path: Path) -> None:
    """Write the float32 graph; ids (batch, length) at most 320 long."""
    shipped.eval()
    ids, places = torch.randint(5, 1000, (2, 20)), torch.arange(20)
    inputs = ["input_ids", "casing", "attention_mask", "read_at", "stance_at"]
    axes = {name: {0: "batch", 1: "length"} for name in inputs[:3]}
    axes |= {"words": {0: "batch", 1: "read"}, "read_at": {0: "read"}, "stance_at": {0: "seen"}}
    axes |= {name: {0: "batch"} for name in ("toward", "between")}
    torch.onnx.export(
        shipped,
        (ids, torch.zeros_like(ids), torch.ones_like(ids), places, places),
        str(path),
        input_names=inputs,
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Turn weights to int8, one scale per output channel; small heads stay float32."""
    graph = onnx.load(source).graph
    sizes = {each.name: int(np.prod(each.dims)) for each in graph.initializer}
    small = [
        node.name
        for node in graph.node
        if node.op_type in ("MatMul", "Gemm")
        and any(name in sizes and sizes[name] < 60_000 for name in node.input)
    ]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=small,
        extra_options={"MatMulConstBOnly": True},
    )
