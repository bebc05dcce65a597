"""Who reads the summaries and the report sees the audit."""

import re

import pandas as pd
import pytest
from audited import agreed, corpus, filled
from stored import stored

from onrecord import audit, charts, display, summary


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


def test_every_summary_of_stance_takes_an_audit(store, tmp_path):
    audit.draw(store, tmp_path, n=150)
    said = agreed(audit.frame(store))
    checked = audit.read(store, filled(tmp_path / "sheet.csv", said))
    for ask in (summary.edges, summary.actors):
        plain, made = ask(store), ask(store, audit=checked)
        assert list(made.columns) == [*plain.columns, *summary.audited.CORRECTED]
        pd.testing.assert_frame_equal(made[plain.columns], plain)
        assert made.attrs == {**plain.attrs, "caption": "checked 150 of 150; 100% right"}
        assert made.corrected.notna().any()
    about = summary.actors(store, audit=checked).set_index("actor").loc["Norland"]
    assert about.corrected == pytest.approx(about.speakers, abs=0.15)
    assert summary.edges(store, top=1, audit=checked).attrs["further"] == 2


@pytest.mark.parametrize("name", ["stance_matrix", "coverage_matrix", "network"])
def test_a_chart_that_uses_an_audit_says_so(store, tmp_path, name):
    draw = getattr(charts, name)
    audit.draw(store, tmp_path, n=150)
    checked = audit.read(store, filled(tmp_path / "sheet.csv", agreed(audit.frame(store))))
    plain, made = draw(store), draw(store, audit=checked)
    assert "checked 150 of 150; 100% right" in made.layout.meta["caption"]
    assert "checked" not in plain.layout.meta["caption"]
    told = [text for trace in made.data for text in trace.hovertext or () if "corrected" in text]
    assert told and all(re.search(r"<br>corrected .* \(\d+ checked\)$", text) for text in told)
    assert "audit" not in made.layout.meta["recount"]
    assert not [t for trace in plain.data for t in trace.hovertext or () if "corrected" in t]


def test_the_page_of_the_whole_corpus_knows_its_audit_and_no_part_does(tmp_path):
    folder = tmp_path / "tables"
    tables = stored(corpus(20), folder)
    audit.draw(tables, folder / "audit", n=30)
    filled(folder / "audit" / "sheet.csv", agreed(audit.frame(tables)))
    assert display.open_corpus(folder).audit.checked == 30
    assert display.open_corpus(folder, outlet="The Gull").audit is None
    assert display.open_speaker(folder, "Ada Quist").audit is None
    assert display.open_corpus(corpus(5)).audit is None


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
