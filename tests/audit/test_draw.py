"""Drawing: known chances, nothing of the model's answer, nothing of the user's lost."""

import csv
import io
import json

import pandas as pd
import pytest
from audited import corpus, filled

from onrecord import audit
from onrecord.audit.draw import sample
from onrecord.audit.strata import divide, sizes
from onrecord.errors import AuditError, OwnershipError
from onrecord.tables import Tables


@pytest.mark.parametrize("number", [1, 3, 10, 50, 120, 240, 1000])
def test_as_many_as_asked_each_with_its_chance(number):
    found = sample(corpus(), number)
    # two of a kind at least, to see how they differ
    wanted = max(2, min(number, 240))
    assert len(found.rows) == len(set(found.design.items)) == wanted
    assert sum(found.design.rows.values()) == 240
    for name, drawn in found.design.drawn.items():
        assert list(found.design.items.values()).count(name) == drawn
        assert 0 < drawn <= found.design.rows[name]


@pytest.mark.parametrize(
    ("labels", "number", "expected"),
    [
        # (label, doubt, outlet, how many); a kind apart is one of which four would be drawn
        ([("favor", False, "A", 50), ("against", False, "A", 50)], 20, 2),
        ([("favor", False, "A", 50), ("favor", False, "B", 50)], 20, 2),
        ([("favor", False, "A", 98), ("favor", False, "B", 2)], 20, 2),
        ([("favor", False, "A", 97), ("favor", True, "A", 3)], 20, 2),
        ([("favor", False, "A", 50), ("favor", True, "A", 50)], 3, 1),
    ],
)
def test_small_kinds_are_drawn_together(labels, number, expected):
    rows = [(a, b, c) for a, b, c, n in labels for _ in range(n)]
    rows = pd.DataFrame(rows, columns=["label", "doubt", "outlet"])
    stratum = divide(rows, number)
    assert stratum.nunique() == expected
    assert sum(sizes(rows, stratum, number).values()) == number


def test_doubtful_statements_are_drawn_oftener():
    rows = pd.DataFrame({"label": "none", "doubt": [True] * 100 + [False] * 100, "outlet": "A"})
    drawn = sizes(rows, divide(rows, 60), 60)
    assert drawn == {"none / doubtful / A": 40, "none / sure / A": 20}


def test_the_sheet_tells_nothing_of_the_answer(tmp_path):
    tables = corpus()
    shown = audit.draw(tables, tmp_path / "audit", n=40)
    assert {p.name for p in (tmp_path / "audit").iterdir()} >= {
        "sheet.csv", "label-studio.json", "label-studio.xml", "design.json",
    }  # fmt: skip
    sheet = (tmp_path / "audit" / "sheet.csv").read_text("utf-8-sig")
    tasks = (tmp_path / "audit" / "label-studio.json").read_text("utf-8")
    for row in csv.DictReader(io.StringIO(sheet)):
        assert row["stance"] == row["speaker"] == ""
        assert row["statement"] in row["passage"]
    for text in (sheet, tasks):
        assert not {"favor", "against", "doubtful", "sure"} & set(text.replace('"', " ").split())
    # neither does the order
    strata = list(json.loads((tmp_path / "audit" / "design.json").read_text())["items"].values())
    assert strata != sorted(strata)
    assert len(shown) == 40


def test_cells_are_no_formulas(tmp_path):
    shown = audit.draw(corpus(), tmp_path, n=10)
    shown.loc[0, "statement"] = "=1+1"
    from onrecord.audit import sheet

    assert "'=1+1" in sheet.write(shown).decode()


def test_one_seed_gives_one_sample():
    one, same, other = (sample(corpus(), 30, seed=seed) for seed in (1, 1, 2))
    assert list(one.design.items) == list(same.design.items) != list(other.design.items)


def test_a_sheet_that_was_filled_in_is_not_overwritten(tmp_path):
    audit.draw(corpus(), tmp_path, n=10)
    audit.draw(corpus(), tmp_path, n=12)  # nobody has touched the first one
    item = audit.draw(corpus(), tmp_path, n=12)["item"][0]
    filled(tmp_path / "sheet.csv", {item: ("favor", "")})
    before = (tmp_path / "sheet.csv").read_bytes()
    with pytest.raises(OwnershipError):
        audit.draw(corpus(), tmp_path, n=14)
    assert (tmp_path / "sheet.csv").read_bytes() == before


@pytest.mark.parametrize("case", ["no statement", "nothing asked for"])
def test_nothing_to_draw(case, tmp_path):
    tables = Tables.empty() if case == "no statement" else corpus(2)
    with pytest.raises(AuditError):
        audit.draw(tables, tmp_path, n=0)
    assert list(tmp_path.iterdir()) == []
