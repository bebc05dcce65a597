import pandas as pd
import pyarrow as pa
import pytest

from onrecord import schema, store
from onrecord.command import terminal
from onrecord.store import layout
from onrecord.tables import Tables


def _attribution(number: int, speaker: str | None, kind: str = "direct") -> dict:
    return {
        "attribution_id": f"a-{number}",
        "article_id": "a",
        "kind": kind,
        "source": "she",
        "cue": "said",
        "content": f"“Words {number}”",
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
        "speaker     statements  direct  articles",
        "Inés Prado           2       1         1",
        "Tom Reed             1       1         1",
        "1 attribution without a known speaker",
    ]


def test_speakers_over_the_limit_are_counted(tables):
    assert "... and 1 more (--limit)" in terminal.speakers(tables, 1)


@pytest.mark.parametrize(
    ("name", "shown", "hidden"),
    [
        ("prado", ["“Words 0”", "“Words 1”"], ["“Words 2”"]),
        ("INES", ["“Words 0”"], ["“Words 2”", "“Words 3”"]),
        (None, ["“Words 0”", "“Words 3”", "unknown speaker"], []),
        ("Nobody", ["No quote of Nobody was found", "Inés Prado, Tom Reed"], ["“Words"]),
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
        "4 attributions, 3 with a known speaker (2 speakers)",
        "0 stances toward 0 actors",
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
