"""The simulation of audits: what is drawn, and what is counted."""

import audit
import numpy as np
import pytest


def world(wrong, rows=400):
    draw = np.random.default_rng(2)
    gold = draw.choice(["favor", "against", "none"], rows, p=[0.2, 0.3, 0.5]).astype(object)
    said = np.where(draw.random(rows) < wrong, "none", gold)
    return audit.World("w", np.arange(rows) // 2, gold, said, draw.random(rows) < 0.2)


@pytest.mark.parametrize("number", [10, 50, 200])
def test_rows_are_drawn_with_their_weights(number):
    stratum = audit.strata(world(0.2))
    at, weight = audit.drawn(stratum, number, np.random.default_rng(1))
    assert len(set(at)) == len(at) and abs(len(at) - number) <= 6
    assert weight.sum() == pytest.approx(400)


def test_a_corpus_keeps_the_rows_of_a_cluster_together():
    made = world(0.2)
    rows, article = audit.corpus(made, np.random.default_rng(1))
    assert len(rows) == audit.ROWS
    for each in np.unique(article)[:20]:
        assert len(set(made.cluster[rows[article == each]])) == 1


@pytest.mark.parametrize(("wrong", "alone"), [(0.0, True), (0.6, False)])
def test_the_corrected_estimate_holds_where_the_model_alone_fails(wrong, alone, monkeypatch):
    monkeypatch.setattr(audit, "SIZES", (100,))
    ((_, scores),) = audit.simulate(world(wrong), "against", 20, 1)
    assert scores["corrected"].held >= 16
    assert (scores["model alone"].held >= 16) == alone
    assert str(audit.Score()) == "-"
