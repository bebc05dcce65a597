"""Who reads the summaries and the report sees the audit."""

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from audited import agreed, corpus, filled
from stored import stored

from onrecord import audit, charts, display, schema, summary
from onrecord.audit.beside import mark
from onrecord.command.cli import main
from onrecord.display import given
from onrecord.errors import AnalysisError
from onrecord.tables import Tables


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store") / "tables"
    return stored(corpus(), folder)


@pytest.fixture(scope="module")
def agreeing(store, tmp_path_factory):
    """A person who finds all of it right."""
    folder = tmp_path_factory.mktemp("sheet")
    audit.draw(store, folder, n=200)
    return audit.read(store, filled(folder / "sheet.csv", agreed(audit.frame(store))))


def test_summaries_take_an_audit(store, agreeing):
    plain, made = summary.pairs(store), summary.pairs(store, audit=agreeing)
    assert list(made.columns) == [*plain.columns, *summary.audited.CORRECTED]
    pd.testing.assert_frame_equal(made[plain.columns], plain)
    assert made.attrs["caption"] == "checked 200 of 200; 100% right"
    known = made[made.corrected.notna()]
    assert len(known) >= 3 and (known.checked >= 5).all()


def test_every_summary_of_stance_takes_an_audit(store, agreeing):
    for ask in (summary.edges, summary.actors):
        plain, made = ask(store), ask(store, audit=agreeing)
        assert list(made.columns) == [*plain.columns, *summary.audited.CORRECTED]
        pd.testing.assert_frame_equal(made[plain.columns], plain)
        assert made.attrs == {**plain.attrs, "caption": agreeing.caption}
        assert made.corrected.notna().any()
    about = summary.actors(store, audit=agreeing).set_index("actor").loc["Norland"]
    assert about.corrected == pytest.approx(about.speakers, abs=0.15)
    assert summary.edges(store, top=1, audit=agreeing).attrs["further"] == 2


BOTH = {"one": {"outlet": "The Lantern"}, "other": {"outlet": "The Gull"}}
PARTED = [
    pytest.param(lambda *s, **k: summary.drift(*s, **k), ("after", "before"), "change", id="drift"),
    pytest.param(
        lambda *s, **k: summary.drift(*s, voice="narrator", **k), ("after", "before"), "change",
        id="drift of outlets",
    ),
    pytest.param(
        lambda *s, **k: summary.compare(*s, of="stance", **BOTH, **k), ("one", "other"),
        "difference", id="outlets",
    ),
    pytest.param(
        lambda *s, **k: summary.compare(*s, of="coverage", **BOTH, **k), ("one", "other"),
        "difference", id="coverage of outlets",
    ),
    pytest.param(
        lambda *s, **k: summary.compare(
            *s, {"speaker": "Ada Quist"}, {"speaker": "Bo Ek"}, of="stance", **k
        ), ("one", "other"), "difference", id="speakers",
    ),
    pytest.param(
        lambda *s, **k: summary.compare(
            *s, {"until": "2031-03-01"}, {"since": "2031-03-02"}, of="stance", **k
        ), ("one", "other"), "difference", id="periods",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "parts", "what"), PARTED)
def test_comparisons_take_an_audit(store, agreeing, ask, parts, what):
    plain, made = ask(store), ask(store, audit=agreeing)
    pd.testing.assert_frame_equal(made[plain.columns], plain)
    assert made.attrs["caption"] == agreeing.caption
    known = made[made[f"corrected_{what}"].notna()]
    assert len(known)
    one, other = parts
    for row in known.itertuples():
        said = row._asdict()
        assert said[f"corrected_{one}"] - said[f"corrected_{other}"] == pytest.approx(
            said[f"corrected_{what}"]
        )
        low, high = said[f"corrected_{what}_low"], said[f"corrected_{what}_high"]
        assert low <= said[f"corrected_{what}"] <= high
        # somebody who agrees moves the model's number by no more than the sample's chance
        assert low - 0.3 <= said[what] <= high + 0.3
        assert said[f"checked_{one}"] >= 5 <= said[f"checked_{other}"]


def test_shares_outlets_and_camps_take_an_audit(store, agreeing):
    told = summary.statements(store)
    plain = summary.shares(told, "outlet", "label")
    made = summary.shares(told, "outlet", "label", audit=agreeing)
    pd.testing.assert_frame_equal(made[plain.columns], plain)
    for row in made.itertuples():
        assert row.corrected == pytest.approx(row.share, abs=0.12)
    of = summary.outlets(store, audit=agreeing).set_index("outlet")
    assert list(summary.outlets(store).columns) == [
        name for name in of.reset_index() if name not in {"coverage", *summary.audited.CORRECTED}
    ]
    assert (of.corrected - of.coverage).abs().max() < 0.3
    assert of.attrs["caption"] == made.attrs["caption"] == agreeing.caption
    assert summary.between(store, audit=agreeing).empty  # nobody has a side


def test_camps_take_an_audit(tmp_path):
    made = corpus()
    sides = {"Ada Quist": "north", "Bo Ek": "south", "Norland": "south"}
    rows = [
        {"actor": who, "actor_type": "person", "side": side, "articles": 9}
        for who, side in sides.items()
    ]
    made = replace(made, actors=schema.frame("actors", rows))
    audit.draw(made, tmp_path, n=150)
    checked = audit.read(made, filled(tmp_path / "sheet.csv", agreed(audit.frame(made))))
    plain, found = summary.between(made), summary.between(made, audit=checked)
    pd.testing.assert_frame_equal(found[plain.columns], plain)
    assert (
        list(zip(found.side, found.toward, strict=True))
        == [*zip(plain.side, plain.toward, strict=True)]
        and len(found) == 2
    )
    assert (found.corrected - found.value).abs().max() < 0.3
    assert found.attrs["caption"] == checked.caption


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda s, a: summary.compare(s, **BOTH, audit=a), id="quotes"),
        pytest.param(
            lambda s, a: summary.compare(
                s, {"actor": "Norland"}, {"outlet": "The Gull"}, of="stance", audit=a
            ), id="an actor",
        ),
        pytest.param(
            lambda s, a: summary.shares(summary.quotes(s), "outlet", "kind", audit=a), id="kinds"
        ),
        pytest.param(
            lambda s, a: summary.shares(summary.statements(s), "teller", "label", audit=a),
            id="tellers",
        ),
    ],
)  # fmt: skip
def test_an_audit_is_not_asked_of_what_it_does_not_check(store, agreeing, ask):
    with pytest.raises(AnalysisError, match="An audit"):
        ask(store, agreeing)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(lambda s, **k: charts.drift(s, **k), id="drift"),
        pytest.param(lambda s, **k: charts.comparison(s, of="stance", **BOTH, **k), id="compare"),
    ],
)
def test_a_chart_of_a_comparison_says_that_it_uses_an_audit(store, agreeing, draw):
    plain, made = draw(store), draw(store, audit=agreeing)
    assert agreeing.caption in made.layout.meta["caption"]
    assert "misreading" not in made.layout.meta["caption"]
    assert "misreading is not counted in" in plain.layout.meta["caption"]
    told = [text for trace in made.data for text in trace.hovertext or () if "corrected" in text]
    assert told and all(re.search(r"<br>corrected .* \(\d+ checked\)$", text) for text in told)


@pytest.mark.parametrize("name", ["stance_matrix", "coverage_matrix", "network"])
def test_a_chart_that_uses_an_audit_says_so(store, agreeing, name):
    draw = getattr(charts, name)
    plain, made = draw(store), draw(store, audit=agreeing)
    assert agreeing.caption in made.layout.meta["caption"]
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
    tables = stored(corpus(), folder)
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


def test_the_table_of_outlets_shows_corrected_coverage(tmp_path):
    folder = tmp_path / "tables"
    tables = stored(corpus(), folder)
    plain = display.outlets(display.open_corpus(folder))
    assert "corrected" not in [column["key"] for column in plain.data["columns"]]
    audit.draw(tables, folder / "audit", n=100)
    said = {  # the person never agrees that an outlet is against
        item: ("none" if stance == "against" else stance, who)
        for item, (stance, who) in agreed(audit.frame(tables)).items()
    }
    filled(folder / "audit" / "sheet.csv", said)
    made = display.outlets(display.open_corpus(folder))
    keys = [column["key"] for column in made.data["columns"]]
    rows = [dict(zip(keys, row, strict=True)) for row in made.data["rows"]]
    found = audit.beside(tables).estimate("score", ["voice", "outlet"])
    wanted = found[found.voice == "narrator"].set_index("outlet")
    assert len(rows) >= 2
    for row in rows:
        right = wanted.loc[row["outlet"]]
        assert row["corrected"] == pytest.approx(right.corrected, abs=1e-3)
        assert row["coverage"] == pytest.approx(right.model, abs=1e-3)
        assert row["checked"] == right.checked
    assert "checked 100 of 100" in made.html
    # of a part nothing was drawn: its table is the model's, as is that of filtered rows
    part = display.outlets(display.open_corpus(folder, outlet="The Gull"))
    assert part.data["columns"] == plain.data["columns"]


def test_groups_with_too_few_checked_have_no_corrected_number(tmp_path):
    folder = tmp_path / "tables"
    tables = stored(corpus(), folder)
    audit.draw(tables, folder / "audit", n=12)
    filled(folder / "audit" / "sheet.csv", agreed(audit.frame(tables)))
    made = audit.beside(tables).estimate("score", ["pair"])
    few = int(made.corrected.isna().sum())
    assert few >= 1
    assert f"{few} more with too few checked" in display.method(display.open_corpus(tables)).html


@pytest.fixture
def answered(store, tmp_path):
    """A folder of tables with an audit that was filled in."""
    folder = store.save(tmp_path / "tables")
    audit.draw(store, folder / "audit", n=60)
    filled(folder / "audit" / "sheet.csv", agreed(audit.frame(store)))
    return folder


def test_what_a_kernel_holds_for_all_pages_has_its_audit(answered, monkeypatch):
    monkeypatch.setattr(given, "_HELD", {})
    assert audit.beside(given.small(answered)).checked == 60


def test_a_page_is_made_anew_when_a_sheet_was_filled_in(answered, tmp_path):
    before = mark(answered)
    with (answered / "audit" / "sheet.csv").open("a") as sheet:
        sheet.write("\n")
    assert len({before, mark(answered), mark(tmp_path), ""}) == 3


@pytest.mark.parametrize("given", ["store", "copy"])
def test_a_report_is_made_of_the_store_where_its_audit_lies(given, tmp_path, monkeypatch, capsys):
    asked = []

    def render(tables, into, **_):
        asked.append(Path(tables).resolve())
        return SimpleNamespace(published=[], refused=[])

    monkeypatch.setattr("onrecord.report.render", render)
    place = stored(corpus(6), tmp_path / "tables").folder
    if given == "copy":
        place = Tables.open(place).save(tmp_path / "copy")
    assert main(["report", str(place), "--into", str(tmp_path / "reports")]) == 0
    wanted = place if given == "store" else tmp_path / "reports" / "tables"
    assert asked == [wanted.resolve()]
