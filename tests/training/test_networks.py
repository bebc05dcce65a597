"""The two encoders and what they start from. Needs the training environment."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training.encoder import NAMES, Settings  # noqa: E402
from training.minilm import DEPTH, INNER, WIDTH, MiniLm  # noqa: E402
from training.model import Network  # noqa: E402
from training.mpnet import buckets  # noqa: E402
from training.optimise import groups  # noqa: E402
from training.plan import Plan  # noqa: E402


@pytest.mark.parametrize(
    ("apart", "bucket"),
    [(0, 0), (-1, 1), (-7, 7), (-8, 8), (-127, 15), (-200, 15), (1, 17), (7, 23), (200, 31)],
)
def test_distances_fall_into_buckets(apart: int, bucket: int) -> None:
    table = buckets(256)
    row = 210 if apart < 0 else 0
    assert table[row, row + apart] == bucket


def base() -> dict[str, torch.Tensor]:
    """A base model whose layers hold their own number."""
    shapes = {"up": (INNER, WIDTH), "down": (WIDTH, INNER)}
    weights = {}
    for number in range(DEPTH):
        for part, keys in NAMES.items():
            shape = (WIDTH,) if "norm" in part else shapes.get(part, (WIDTH, WIDTH))
            for key in keys:
                name = f"encoder.layer.{number}.{key}"
                weights[f"{name}weight"] = torch.full(shape, float(number))
                weights[f"{name}bias"] = torch.full(shape[:1], float(number))
    return weights


@pytest.mark.parametrize(
    ("shape", "attribution", "stance"),
    [
        (Settings(4, 2, 2), [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]),
        (Settings(2, 3, 3), [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),  # the last one is left out
        (Settings(4, 2, 4), [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 4, 5, 5]),  # there twice
    ],
)
def test_layers_start_from_the_base_models(shape, attribution: list, stance: list) -> None:
    made = MiniLm(shape, 40)
    made.load_layers(base())
    for task, wanted in (("attribution", attribution), ("toward", stance), ("between", stance)):
        layers = [*made.shared, *made.path(task)]
        assert [int(layer.up.weight[0, 0]) for layer in layers] == wanted


def test_every_weight_is_trained_once_the_new_ones_fastest() -> None:
    shape = Settings(1, 1, 2)
    network = Network(MiniLm(shape, 40), shape)
    found = groups(network, Plan(rate=1e-4, head_rate=1e-3, layer_decay=0.5))
    ids = [id(p) for group in found for p in group["params"]]
    assert sorted(ids) == sorted(id(p) for p in network.parameters() if p.requires_grad)
    assert [group["peak"] for group in found] == pytest.approx(
        [2.5e-5, 5e-5, 5e-5, 1e-4, 1.25e-5, 1e-3]
    )
    fresh = {id(p) for p in found[-1]["params"]}
    assert id(network.encoder.embeddings.casing.weight) in fresh
    assert id(network.between_head.out.weight) in fresh


def test_what_is_frozen_is_in_no_group() -> None:
    shape = Settings(1, 1, 1)
    network = Network(MiniLm(shape, 40), shape)
    network.requires_grad_(False)
    network.encoder.stance.requires_grad_(True)
    found = groups(network, Plan())
    ids = sorted(id(p) for group in found for p in group["params"])
    assert ids == sorted(id(p) for p in network.encoder.stance.parameters())
