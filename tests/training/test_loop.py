"""A run's steps: the checkpoint, the average and the rates. Needs the training environment."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from training.loop import Loop, due, warm_then_down  # noqa: E402

STEPS = 6


def network() -> torch.nn.Module:
    torch.manual_seed(1)
    return torch.nn.Linear(3, 2)


def begun(folder: Path) -> tuple[torch.nn.Module, Loop]:
    net = network()
    return net, Loop(net, [{"params": [*net.parameters()], "peak": 0.1}], folder, 0.9, 0.01)


def run(folder: Path, until: int) -> tuple[torch.nn.Module, Loop]:
    net, loop = begun(folder)
    for step in range(loop.begin, until):
        x = torch.full((1, 3), float(step))
        net(x).sum().backward()
        loop.update(step, warm_then_down(step, STEPS, 0.2))
        loop.save(step, every=0)
    return net, loop


def test_a_run_that_was_cut_short_ends_as_one_without_a_break(tmp_path: Path) -> None:
    whole, one = run(tmp_path / "whole", STEPS)
    run(tmp_path / "cut", 2)
    rest, two = run(tmp_path / "cut", STEPS)
    assert torch.equal(whole.weight, rest.weight)
    assert torch.equal(one.averaged["weight"], two.averaged["weight"])
    assert not torch.equal(whole.weight, network().weight)


def test_a_finished_run_begins_at_its_end(tmp_path: Path) -> None:
    run(tmp_path, STEPS)
    assert begun(tmp_path)[1].begin == STEPS


def test_a_checkpoint_is_written_now_and_then(tmp_path: Path) -> None:
    _, loop = begun(tmp_path)
    loop.save(0, every=1000)
    assert begun(tmp_path)[1].begin == 0
    loop.save(0, every=0)
    assert begun(tmp_path)[1].begin == 1


def test_the_mean_is_there_for_a_while(tmp_path: Path) -> None:
    net, loop = run(tmp_path, STEPS)
    last = net.weight.detach().clone()
    with loop.mean():
        assert torch.equal(net.weight, loop.averaged["weight"])
        assert not torch.equal(net.weight, last)
    assert torch.equal(net.weight, last)


@pytest.mark.parametrize(
    ("steps", "times", "expected"), [(10, 1, {10}), (10, 4, {2, 5, 7, 10}), (3, 3, {1, 2, 3})]
)
def test_measured_after_equal_parts_and_at_the_end(steps: int, times: int, expected: set) -> None:
    assert due(steps, times) == expected


def test_the_rate_goes_up_and_then_down_to_nothing() -> None:
    rates = [warm_then_down(step, 100, 0.1) for step in range(100)]
    assert rates[:9] == sorted(rates[:9]) and rates[10:] == sorted(rates[10:], reverse=True)
    assert max(rates) < 1 and rates[-1] == pytest.approx(0.01)
