"""Tables for R and for regressions: one row a statement, chances and answers beside it."""

import pandas as pd
import pytest
from audited import agreed, corpus, filled

from onrecord import audit
from onrecord.audit.export import MEANING
from onrecord.command import cli


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("audit")
    tables = corpus()
    audit.draw(tables, folder, n=60)
    rows = audit.frame(tables)
    answers = dict(list(agreed(rows).items())[:150])
    first = next(iter(answers))
    answers[first] = ("no statement", "")
    checked = audit.read(tables, filled(folder / "sheet.csv", answers))
    files = audit.export(checked, folder / "tables")
    return tables, folder, checked, pd.read_csv(files[0])


def test_every_statement_is_a_row_and_every_column_is_explained(told):
    _, folder, checked, made = told
    assert list(made.columns) == list(MEANING)
    assert len(made) == len(checked.rows) == made.statement.nunique()
    assert set(pd.read_csv(folder / "tables" / "columns.csv").column) == set(MEANING)


def test_the_chances_bring_back_the_corpus(told):
    made = told[3]
    some = made[made.checked == 1]
    assert (1 / some.probability_drawn).sum() == pytest.approx(len(made), rel=0.02)
    assert made.probability_drawn.between(0, 1).all()


@pytest.mark.parametrize("name", ["score", "favor", "against", "none"])
def test_answers_stand_where_somebody_checked(told, name):
    made = told[3]
    answered = made[f"{name}_checked"].notna()
    assert (answered == ((made.checked == 1) & (made.is_statement == 1))).all()
    if name != "score":
        assert (made[name] == made[f"{name}_checked"])[answered].all()


def test_the_command(told, tmp_path, capsys):
    tables, folder, _, _ = told
    store = tables.save(tmp_path / "tables")

    def onrecord(*words):
        code = cli.main(["audit", *map(str, words)])
        return code, *capsys.readouterr()

    code, out, _ = onrecord("draw", store, "--n", 40, "--into", tmp_path / "audit")
    assert code == 0 and "40 statements" in out
    sheet = folder / "sheet.csv"
    code, out, _ = onrecord("estimate", store, sheet, "--by", "outlet", "--width", 0.1)
    assert code == 0
    for words in ("The Gull", "model alone", "labels alone", "corrected", "more labels",
                  "checked", "cost power", "said to be against"):  # fmt: skip
        assert words in out
    code, out, _ = onrecord("estimate", store, sheet, "--measure", "favor", "--csv")
    assert code == 0 and out.splitlines()[0].startswith("statements,articles,checked,model,")
    code, out, _ = onrecord("export", store, sheet, "--into", tmp_path / "r")
    assert code == 0 and (tmp_path / "r" / "statements.csv").is_file()
    code, _, err = onrecord("estimate", store, tmp_path / "none.csv")
    assert code == 2 and len(err.splitlines()) == 1
    code, _, err = onrecord("estimate", store, sheet, "--by", "weather")
    assert code == 2 and "makes no groups" in err
    onrecord("draw", store, "--n", 40, "--into", tmp_path / "fresh")
    code, out, _ = onrecord("estimate", store, tmp_path / "fresh" / "sheet.csv")
    assert code == 0 and "Nothing was checked yet" in out
    assert "Empty" not in out and "-0.00" not in out
