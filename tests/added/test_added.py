"""What runs brought: counted against what was there before, and nothing twice."""

import json
import re
import shlex
import shutil
from datetime import datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from harbour import harbour
from samples import Quote, article, tables
from stored import held, stored

from onrecord import added, display
from onrecord.command.cli import main
from onrecord.corpus.update import update
from onrecord.errors import AnalysisError
from onrecord.store import Writer, writing
from onrecord.store.layout import RUNS, RUNS_SCHEMA
from onrecord.tables import Tables

WORDS = "We will not sign the harbour treaty before the dredgers leave"
DAYS = [datetime(2031, 5, day, 3) for day in (1, 2, 3)]


def about(speaker, score):
    told = "the Gull Line does what it does"
    return Quote(speaker, told, {"Gull Line": score}, kind="indirect")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Six articles of a first run, one of a second, six of a third."""
    first = [
        article(
            "Post",
            f"2031-01-0{n}",
            *[about("Ada Quist", -0.8)] * 2,
            Quote("Bo Ek", f"it is day {n}"),
        )
        for n in range(1, 7)
    ]
    second = [article("Buoy", "2031-01-07", Quote("Cleo Rand", WORDS), Quote(None, "so it is"))]
    third = [
        article(
            "Lantern", f"2031-02-0{n}", *[about("Ada Quist", 0.8)] * 2, Quote("Cleo Rand", WORDS)
        )
        for n in range(1, 6)
    ]
    third.append(article("Lantern", "2031-02-09", Quote("Dag Vik", f"{WORDS} at last")))
    made = tables(*first, *second, *third)
    folder = tmp_path_factory.mktemp("runs") / "tables"
    stored(made, folder)
    runs = [DAYS[0]] * 6 + [DAYS[1]] + [DAYS[2]] * 6
    with writing(folder):
        columns = {"article_id": list(made.articles.article_id), "run": runs}
        Writer.of(folder).put(RUNS, pa.table(columns, schema=RUNS_SCHEMA))
    return folder


@pytest.fixture(scope="module")
def opened(store):
    return Tables.open(store)


@pytest.mark.parametrize(
    ("since", "articles", "speakers"),
    [
        (None, 6, {"Dag Vik"}),
        ("2", 6, {"Dag Vik"}),
        ("1", 7, {"Cleo Rand", "Dag Vik"}),
        ("0", 13, {"Ada Quist", "Bo Ek", "Cleo Rand", "Dag Vik"}),
        ("3", 0, set()),
        ("2031-05-02", 7, {"Cleo Rand", "Dag Vik"}),
        ("2031-05-02T03:00", 6, {"Dag Vik"}),
        ("2031-05-02T05:00+02:00", 6, {"Dag Vik"}),
        ("2031-05-02T04:00+02:00", 7, {"Cleo Rand", "Dag Vik"}),
        ("2040-01-01", 0, set()),
    ],
)
def test_what_came_after_a_run(opened, since, articles, speakers):
    found = added.added(opened, since)
    assert len(found.articles) == articles
    assert {*found.speakers.speaker} == speakers


def test_words_again_and_changed_stances(store):
    found = added.added(Tables.open(store))
    assert found.repeats.new.sum() == 5 and len(found.repeats) == 6
    assert {*found.repeats.speaker} == {"Cleo Rand"}
    change = found.stances.set_index("teller").loc["Ada Quist"]
    assert change.before < -0.5 and change.after > 0.5 and change.clear
    assert change.count_before == 12 and change.count_after == 10
    assert {*found.stances.teller} == {"Ada Quist"}
    # of a part of the articles
    part = Tables.open(store).narrowed(pd.Series(found.articles.article_id[:1]))
    assert len(added.added(part).articles) == 1 and added.added(part).stances.empty


@pytest.mark.parametrize("since", ["4", "yesterday", "", "2031-13-01", "-1"])
def test_a_run_that_is_none_is_refused(store, since):
    with pytest.raises(AnalysisError, match="run"):
        added.added(Tables.open(store), since)


def test_tables_in_memory_know_no_runs(store):
    with pytest.raises(AnalysisError, match="only a store"):
        added.added(held(Tables.open(store)))
    view = display.open_corpus(held(Tables.open(store)))
    assert "one run so far" in display.added(view).plain


def test_a_store_from_before_runs_were_told_apart_opens(store, tmp_path):
    older = tmp_path / "tables"
    shutil.copytree(store, older)
    (older / RUNS).unlink()
    found = Tables.open(older)
    assert len(found.articles) == 13 and found.runs is None
    assert "one run so far" in display.added(display.open_corpus(found)).plain
    with pytest.raises(AnalysisError, match="from its next run on"):
        added.added(found)


def test_the_page_tells_what_the_last_run_brought(store):
    shown = display.added(display.open_corpus(store))._repr_mimebundle_()["text/html"]
    for word in ("Run 3 of 3", "3 May 2031", "6 articles", "Dag Vik", "quoted for the first time",
                 "words that stand elsewhere", "another stance than before"):  # fmt: skip
        assert word in shown, word
    assert "Bo Ek" not in shown


def test_the_command_says_it_as_text_json_and_table(store, tmp_path, capsys):
    def said(*more):
        assert main(["new", str(store), *more]) == 0
        return capsys.readouterr().out

    text = said()
    assert "6 articles" in text and "Dag Vik, 1" in text
    assert "Ada Quist toward Gull Line: -" in text and "(5 new, 1 before)" in text
    told = json.loads(said("--format", "json"))
    assert [run["number"] for run in told["runs"]] == [3] and len(told["articles"]) == 6
    assert told["stances"][0]["clear"] is True
    assert "Dag Vik" in said("--only", "speakers")
    said("--only", "repeats", "--into", str(tmp_path / "r.xlsx"))
    assert len(pd.read_excel(tmp_path / "r.xlsx")) == 6
    assert [line.split()[-1] for line in said("--runs").splitlines()[1:]] == ["6", "1", "6"]
    assert said("--since", "3") == "Nothing new.\n"
    assert said("--since", "3", "-q") == ""
    assert main(["new", str(store), "--format", "csv"]) != 0


def test_the_page_on_it_shows_what_the_command_prints(tmp_path, monkeypatch, capsys):
    made = harbour()
    stored(made, tmp_path / "tables")
    runs = [DAYS["#" in path] for path in made.articles.path]
    with writing(tmp_path / "tables"):
        columns = {"article_id": list(made.articles.article_id), "run": runs}
        Writer.of(tmp_path / "tables").put(RUNS, pa.table(columns, schema=RUNS_SCHEMA))
    monkeypatch.chdir(tmp_path)
    page = (Path(__file__).parents[2] / "docs" / "feeds.md").read_text("utf-8")
    page = page[page.index("## What is new") :]
    shown = re.search(r"(?ms)^```text\n(.*?)^```", page)[1]
    for number, line in enumerate(re.findall(r"(?m)^onrecord (.+)$", page)):
        assert main(shlex.split(line)) == 0
        out = capsys.readouterr().out
        assert number or out.startswith(shown)
    code = "\n".join(re.findall(r"(?ms)^```python\n(.*?)^```", page))
    exec(code, {"tables": Tables.open("tables")})


def test_each_run_of_a_store_lists_what_it_brought(tmp_path):
    news, place = tmp_path / "news", tmp_path / "tables"
    news.mkdir()
    text = "{0}\n\n“The {0} goes on,” Captain Mara Lind said on Monday in Port {0}.\n"

    def run(**options):
        update(place, news, jobs=1, progress=False, **options)
        return added.runs(Tables.open(place)).articles.tolist()

    for name in ("Ferry", "Quay"):
        (news / f"{name}.txt").write_text(text.format(name))
    assert run() == [2]
    assert run() == [2]
    (news / "Dredger.txt").write_text(text.format("Dredger"))
    assert run() == [2, 1]
    assert added.added(Tables.open(place)).articles.title.tolist() == ["Dredger"]
    (news / "moved.txt").write_text((news / "Quay.txt").read_text())
    (news / "Quay.txt").unlink()
    assert run(prune=True) == [2, 1]  # the same article elsewhere is not new
    (news / "Ferry.txt").unlink()
    assert run(prune=True) == [1, 1]
    (place / RUNS).unlink()  # as damage does; what was there is of the run before
    (news / "Crane.txt").write_text(text.format("Crane"))
    assert run() == [2, 1]
    assert added.added(Tables.open(place)).articles.title.tolist() == ["Crane"]
    assert main(["check", str(place)]) == 0
