"""The simulation of audits: what is drawn, and what is counted."""

import audit
import audit_other
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
    found = {measure: scores for measure, _, scores in audit.simulate(world(wrong), 20, 1)}
    scores = found["against"]
    assert scores["corrected"].held >= 16
    assert (scores["model alone"].held >= 16) == alone
    assert str(audit.Score()) == "-"


def test_the_world_is_changed_in_one_thing_each_time():
    given = world(0.4)
    made = list(audit_other.worlds(given))
    assert len({each.name for each, _ in made}) == len(made) == 7
    wrong = [(each.gold != each.said).mean() for each, _ in made]
    assert wrong[1] < wrong[0] < (given.gold != given.said).mean() < wrong[2]
    rarer = made[3][0]
    assert (rarer.gold == "favor").mean() < 0.7 * (given.gold == "favor").mean()
    assert [np.bincount(each.cluster).max() for each, _ in made[4:6]] == [5, 20]
    assert [share for _, share in made] == [1.0] * 6 + [audit_other.GROUP]


@pytest.mark.parametrize("share", [1.0, 0.3])
def test_intervals_of_all_and_of_a_group(share, monkeypatch):
    monkeypatch.setattr(audit, "SIZES", (100,))
    rows = {row[1]: (row, each) for row, each in audit_other.lines(world(0.3), share, 20, 1)}
    assert set(rows) == set(audit_other.MEASURES)
    for row, each in rows.values():
        assert all(score.held >= 15 for score in each.values())
        assert 0 < float(row[3]) < 100 * share


def _peer(name):
    way = audit._library(name)
    return way or pytest.skip(f"{name} is not here")


@pytest.mark.parametrize("name", audit.PEERS)
def test_a_peer_gives_an_interval_around_what_is_true(name):
    _peer(name)
    made = world(0.3, 2000)
    true, said = (audit.values(each, "against") for each in (made.gold, made.said))
    at = np.random.default_rng(3).choice(2000, 400, replace=False)
    low, high = audit._peer(name, true, said, at)
    assert low < true.mean() < high and high - low < 0.1


def test_a_peer_that_is_not_here_is_left_out(monkeypatch):
    monkeypatch.setattr(audit, "_library", lambda name: None)
    monkeypatch.setattr(audit, "SIZES", (50,))
    for _, _, scores in audit.simulate(world(0.2), 2, 1):
        assert [str(scores[name]) for name in audit.PEERS] == ["-", "-"]
