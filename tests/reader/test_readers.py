"""The readers that ship, by name: all of it, or without the large network."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.command.cli import DONE, WRONG, main
from onrecord.errors import ModelError
from onrecord.reader import Reader
from onrecord.reader.folders import CHOSEN, QUICK, READERS, SHIPPED

TEXT = "Ann Lee: Ann Lee said «that Tom Roy lied to all of us and should resign»."
LARGEST = 50_000_000  # bytes of a file that is kept in the repository


def said(folder: Path) -> dict:
    return json.loads((folder / "model.json").read_text(encoding="utf-8"))


def test_quick_differs_in_sides_alone() -> None:
    """One file says both, so a change of one is a change of the other."""
    whole, quick = said(SHIPPED), said(READERS[QUICK])
    assert {*whole} - {*quick} == {"sides", "again"}
    parts = {name for name in quick if whole[name] != quick[name]}
    assert parts == {"name", "tokenizer", "tags", "toward", "between", "statement"}
    for name in ("tags", "toward", "between", "statement"):
        beside = quick[name] | {"file": whole[name]["file"]}
        assert beside == whole[name]
        assert (READERS[QUICK] / quick[name]["file"]).resolve() == SHIPPED / whole[name]["file"]


@pytest.mark.parametrize("name", ["reader.onnx", "large.npz", "sides.npz", "again.npz"])
def test_files_are_small_enough_for_a_repository(name: str) -> None:
    assert 1_000_000 < (SHIPPED / name).stat().st_size < LARGEST


@pytest.mark.parametrize(
    ("given", "chosen", "name"),
    [
        (None, None, "reader 5"),
        (QUICK, None, "reader 5, quick"),
        (None, QUICK, "reader 5, quick"),
        (SHIPPED, QUICK, "reader 5"),  # what is asked for counts before what is set
        (None, " ", "reader 5"),
    ],
)
def test_which_reader(
    given: str | None, chosen: str | None, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if chosen is None:
        monkeypatch.delenv(CHOSEN, raising=False)
    else:
        monkeypatch.setenv(CHOSEN, chosen)
    assert Reader.load(given).name.rpartition(" (")[0] == name


def test_a_reader_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"holds no readable model.json"):
        Reader.load(tmp_path)


def test_both_take_the_side() -> None:
    at = TEXT.index("Tom Roy")
    for reader in (Reader.load(SHIPPED), Reader.load(QUICK)):
        favor, against, none = reader.statement([TEXT], [(0, 7)], [(at, at + 7)])[0]
        assert against > max(favor, none)
        assert favor + against + none == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Lee was sceptical, saying «Roy's dream is decades away, if it comes at all».", 1),
        ("Lee shrugged, saying «Roy's forecast belongs to a century nobody here will see».", 1),
        ("Lee doubted the date, saying «Roy's map ends where the road begins to be real».", 1),
        ("Lee said «Roy's plan runs until 2045 and has four stages».", 2),
        ("Lee said «the date that Roy gave for the bridge was in March».", 2),
        ("Lee was glad, saying «Roy's idea gives the valley a future».", 0),
    ],
)
def test_a_far_prospect_is_no_praise(words: str, side: int) -> None:
    text = f"Ann Lee: {words}"
    at = text.index("Roy")
    assert Reader.load(SHIPPED).statement([text], [(0, 7)], [(at, at + 3)])[0].argmax() == side


@pytest.mark.parametrize(("name", "code"), [(QUICK, DONE), ("nowhere", WRONG)])
def test_the_command_takes_a_name(
    name: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text('"We will vote no," Ann Lee said on Monday.\n', encoding="utf-8")
    assert main(["quotes", str(file), "--reader", name, "--format", "json"]) == code
    shown = capsys.readouterr()
    if code == DONE:
        assert json.loads(shown.out)[0]["speaker"] == "Ann Lee"
    else:
        assert shown.err.count("\n") == 1
        assert "nowhere" in shown.err


def test_the_mean_of_both_networks_is_told() -> None:
    """Of logarithms, the large network's weight being the card's; outlets ask the small alone."""
    whole, quick = Reader.load(SHIPPED), Reader.load(QUICK)
    at = TEXT.index("Tom Roy")
    asked = [TEXT], [(0, 7)], [(at, at + 7)]
    both, small = whole.statement(*asked)[0], quick.statement(*asked)[0]
    assert both != pytest.approx(small, abs=1e-4)
    assert whole.statement(*asked, narrated=True)[0] == pytest.approx(small, abs=1e-6)
    dull = "Ann Lee: Ann Lee said «that Tom Roy arrived on Monday»."
    plain = [dull], [(0, 7)], [(dull.index("Tom"), dull.index(" arrived"))]
    # where the small one is sure of no side, the large one is not asked
    assert quick.statement(*plain)[0][2] > 1 - said(SHIPPED)["sides"]["from"]
    assert whole.statement(*plain)[0] == pytest.approx(quick.statement(*plain)[0], abs=1e-6)
    assert (whole.side, whole.conveyed) == (said(SHIPPED)["sides"]["side"], 0.0)
    assert (quick.side, quick.conveyed) == (said(SHIPPED)["statement"]["side"], 0.15)


def test_the_large_network_judges_again_and_the_small_one_does_not() -> None:
    text = "Ann Lee met Tom Roy at noon. He said that the road is closed."
    parts = [(29, 31)], [(32, 36)], [(37, 61)]
    whole, quick = (Reader.load(name).read([text])[0] for name in (SHIPPED, QUICK))
    judged = whole.judged(*parts)
    assert judged is not None
    assert judged[0] > 1
    assert judged[1] == said(SHIPPED)["again"]["claim"]
    assert quick.judged(*parts) is None
    for reading in (whole, quick):  # both say who; Lee, Roy
        fits = reading.looked(parts[0], [(0, 7), (12, 19)])
        assert fits is not None
        assert np.isfinite(fits).all()
    act = "Ann Lee met Tom Roy at noon. He drove home before the rain came."
    act_parts = [(29, 31)], [(32, 37)], [(38, 63)]
    none = Reader.load(SHIPPED).read([act])[0].judged(*act_parts)
    assert none is not None
    assert none[0] < judged[0] - 2
