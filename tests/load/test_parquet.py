""".parquet."""

from datetime import datetime

import pandas as pd

from onrecord.load import load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."


def test_rows_and_lists_and_missing_values(tmp_path):
    pd.DataFrame(
        {
            "maintext": [f"{BODY} One.", None, f"{BODY} Three."],
            "authors": [["A. Berg", "B. Holm"], [], None],
            "date_publish": [pd.Timestamp("2025-06-20T14:05+02:00"), None, None],
            "score": [1.0, 2.0, None],
        }
    ).to_parquet(tmp_path / "a.parquet")
    articles = load(tmp_path)
    assert [path[-2:] for path in articles.path] == ["#1", "#3"]
    assert articles.author[0] == "A. Berg; B. Holm"
    assert articles.author.isna()[1]
    assert articles.published[0] == datetime(2025, 6, 20, 12, 5)
    assert articles.published.isna()[1]
    assert articles.attrs["rejected"].reason.to_list() == ["is empty"]


def test_numbers_run_on_over_batches(tmp_path):
    texts = [f"Number {n}. {BODY}" for n in range(600)]
    pd.DataFrame({"text": texts}).to_parquet(tmp_path / "a.parquet")
    articles = load(tmp_path)
    assert articles.text.to_list() == texts
    assert articles.path.iloc[-1].endswith("#600")


def test_a_table_without_text(tmp_path):
    pd.DataFrame({"words": [BODY]}).to_parquet(tmp_path / "a.parquet")
    [reason] = load(tmp_path).attrs["rejected"].reason
    assert reason.startswith("has no column for the text among words;")
    assert load(tmp_path, columns={"text": "words"}).text.to_list() == [BODY]
