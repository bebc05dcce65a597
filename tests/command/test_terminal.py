import re
from dataclasses import replace

import pandas as pd
import pyarrow as pa
import pytest
import samples
from samples import Quote, article
from samples import tables as article_tables

from onrecord import schema, store, summary
from onrecord.command import columns, terminal
from onrecord.store import layout
from onrecord.tables import Tables


def _attribution(number: int, speaker: str | None, kind: str = "direct") -> dict:
    return {
        "attribution_id": f"a-{number}",
        "article_id": "a",
        "kind": kind,
        "source": "she",
        "cue": "said",
        "content": f"“It was {number}”",
        "speaker": speaker,
        "resolved_by": "none" if speaker is None else "named",
        "factuality": "asserted",
        "confidence": 0.9,
        "polarity": 0.0,
        "subjectivity": 0.0,
    }


@pytest.fixture
def tables() -> Tables:
    made = {name: schema.frame(name) for name in Tables.names()}
    made["articles"] = schema.frame(
        "articles",
        [
            {
                "article_id": "a",
                "title": "Dyke \x1b[31mholds",
                "outlet": "The Gull",
                "published": pd.Timestamp("2031-04-05"),
                "path": "a.txt",
                "text": "Dyke holds",
            }
        ],
    )
    made["attributions"] = schema.frame(
        "attributions",
        [
            _attribution(0, "Inés Prado"),
            _attribution(1, "Inés Prado", "indirect"),
            _attribution(2, "Tom Reed"),
            _attribution(3, None),
        ],
    )
    return Tables(**made)


def test_speakers_are_counted_and_the_unknown_too(tables):
    assert terminal.speakers(tables, 20).splitlines() == [
        "speaker     quotes  direct  articles",
        "Inés Prado       2       –         1",
        "Tom Reed         1       –         1",
        "1 quote without a known speaker",
    ]


@pytest.mark.parametrize("name", ["small", "thousand_quotes", "hostile"])
def test_the_speakers_are_those_of_the_report(name):
    made = getattr(samples, name)()
    wanted = summary.speakers(made, top=3)
    shown = [re.split(r"  +", line) for line in terminal.speakers(made, 3).splitlines()[1:]]
    for row, (who, quotes, direct, articles) in zip(wanted.itertuples(), shown, strict=False):
        assert (who, quotes) == (columns.plain(row.speaker), str(row.quotes))
        assert direct == ("–" if pd.isna(row.direct) else f"{row.direct:.0%}")
        assert articles == str(row.articles)


def test_what_is_negated_or_a_copy_is_no_quote_of_a_speaker():
    said = Quote("Ada Quist", "ships wait")
    denied = Quote("Bo Lund", "ships sailed", factuality="negated")
    made = article_tables(
        article("X", "2031-01-01", said, denied, denied), article("Y", "2031-01-02", said, said)
    )
    stories = pd.DataFrame({"article_id": ["a0", "a1"], "story_id": ["s", "s"]})
    lines = terminal.speakers(replace(made, stories=stories), 9).splitlines()
    assert lines[1:] == ["Ada Quist       1       –         1"]


def test_speakers_over_the_limit_are_counted(tables):
    assert "... and 1 more (--limit)" in terminal.speakers(tables, 1)


@pytest.mark.parametrize(
    ("name", "shown", "hidden"),
    [
        ("prado", ["“It was 0”", "“It was 1”"], ["“It was 2”"]),
        ("INES", ["“It was 0”"], ["“It was 2”", "“It was 3”"]),
        (None, ["“It was 0”", "“It was 3”", "unknown speaker"], []),
        ("Nobody", ["No quote of Nobody was found", "Inés Prado, Tom Reed"], ["“It was"]),
    ],
)
def test_quotes_of_a_speaker(tables, name, shown, hidden):
    text = terminal.quotes(tables, name, 20)
    assert [part for part in shown if part not in text] == []
    assert [part for part in hidden if part in text] == []


def test_article_text_cannot_command_the_terminal(tables):
    text = terminal.quotes(tables, "Reed", 20)
    assert "\x1b" not in text
    assert "The Gull · 2031-04-05 · Dyke [31mholds" in text


def test_summary_counts(tables):
    assert terminal.summary(tables).splitlines() == [
        "1 article read, 0 rejected",
        "4 quotes, 3 of them by 2 named speakers",
        "0 statements by named speakers and 0 in the outlets' own words, about 0 actors",
    ]


def test_empty_tables_have_a_text():
    assert "speaker" in terminal.speakers(Tables.empty(), 5)
    assert "speakers here: none" in terminal.quotes(Tables.empty(), "Anyone", 5)
    assert terminal.summary(Tables.empty()).startswith("0 articles read")


def test_near_copies_are_counted_where_they_are_known(tables, tmp_path):
    assert terminal.copies(tables) == []
    rows = [{"article_id": name, "story_id": "a"} for name in ("a", "b", "c")]
    with store.writing(tmp_path):
        table = pa.Table.from_pylist(rows, schema=layout.STORIES_SCHEMA)
        store.Writer.of(tmp_path).put(layout.STORIES, table)
    assert terminal.copies(Tables.open(tmp_path)) == ["2 near-copies of other articles"]
