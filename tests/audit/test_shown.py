"""Who reads the summaries and the report sees the audit."""

import re

import pandas as pd
import pytest
from audited import agreed, corpus, filled
from stored import stored

from onrecord import audit, display, summary


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store") / "tables"
    return stored(corpus(), folder)


def test_summaries_take_an_audit(store, tmp_path):
    audit.draw(store, tmp_path, n=100)
    said = agreed(audit.frame(store))
    checked = audit.read(store, filled(tmp_path / "sheet.csv", said))
    plain, made = summary.pairs(store), summary.pairs(store, audit=checked)
    assert list(made.columns) == [*plain.columns, *summary.audited.CORRECTED]
    pd.testing.assert_frame_equal(made[plain.columns], plain)
    assert made.attrs["caption"] == "checked 100 of 100; 100% right"
    known = made[made.corrected.notna()]
    assert len(known) >= 3 and (known.checked >= 5).all()


@pytest.mark.parametrize(
    ("case", "seen"),
    [("answers", True), ("no sheet", False), ("empty", False), ("broken", False)],
)
def test_the_report_shows_accuracy_by_kind(case, seen, tmp_path):
    folder = tmp_path / "tables"
    tables = stored(corpus(20), folder)
    if case != "no sheet":
        audit.draw(tables, folder / "audit", n=30)
        answers = agreed(audit.frame(tables)) if case == "answers" else {}
        filled(folder / "audit" / "sheet.csv", answers)
    if case == "broken":
        (folder / "audit" / "design.json").write_text("{}")
    page = display.method(display.open_corpus(tables)).html
    for words in ("checked 30 of 30; 100% right", "Stance right: said to be against",
                  "cost power"):  # fmt: skip
        assert (words in page) == seen


def test_the_report_shows_corrected_numbers_and_says_so(tmp_path):
    folder = tmp_path / "tables"
    tables = stored(corpus(60), folder)
    audit.draw(tables, folder / "audit", n=100)
    said = {  # the person never agrees that anybody is against
        item: ("none" if stance == "against" else stance, who)
        for item, (stance, who) in agreed(audit.frame(tables)).items()
    }
    filled(folder / "audit" / "sheet.csv", said)
    checked = audit.beside(tables)
    page = display.method(display.open_corpus(tables)).html
    made = checked.estimate("against", "outlet").set_index("outlet")
    for outlet, row in made.iterrows():
        cells = f"<td>{row.model:.2f}</td><td>{row.corrected:.2f}</td>"
        assert f'<th scope="row">{outlet}</th>{cells}' in page
        assert row.corrected < row.model
    for what in ("Share of statements against", "Mean stance"):
        (caption,) = re.findall(f"<caption>({what}[^<]*)</caption>", page)
        assert checked.caption in caption


def test_groups_with_too_few_checked_have_no_corrected_number(tmp_path):
    folder = tmp_path / "tables"
    tables = stored(corpus(60), folder)
    audit.draw(tables, folder / "audit", n=12)
    filled(folder / "audit" / "sheet.csv", agreed(audit.frame(tables)))
    made = audit.beside(tables).estimate("score", ["pair"])
    few = int(made.corrected.isna().sum())
    assert few >= 1
    assert f"{few} more with too few checked" in display.method(display.open_corpus(tables)).html
