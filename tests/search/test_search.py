"""Search: what is found, what is not, in frames and in stores that grow."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from samples import Quote, Told, article, small, tables
from stored import stored

from onrecord.command.cli import main
from onrecord.errors import AnalysisError, WordingError
from onrecord.search.pattern import may_hold
from onrecord.search.query import read_query
from onrecord.tables import Tables
from onrecord.wording import tokens

ROOT = Path(__file__).parent.parent.parent
TEXTS = {
    "q": "Her e-mails lay on a private mail server.",
    "r": "The server was café-owned; Élan sold salt, not herring.",
    "s": "No tariff on dried herring, no tariffs on salt.",
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mails NEAR server", "q"), ("server NEAR/2 mails", ""), ("server", "qr"),
        ('"mail server"', "q"), ('"server mail"', ""), ("tariff*", "s"), ("tariff", "s"),
        ("cafe", "r"), ("ELAN", "r"), ("e-mails", "q"), ("salt herring", "rs"),
        ("salt NOT tariff*", "r"), ("salt AND NOT tariff*", "r"), ("mails OR tariff*", "qs"),
        ("(mails OR salt) server", "qr"), ("salt herring NOT (server OR tariff)", ""),
        ('"dried herring" OR elan', "rs"), ("near", ""), ("and", ""), ("“mail server”", "q"),
        ("mail* NEAR/4 server*", "q"), ('salt "no tariff" OR private', "qs"),
    ],
)  # fmt: skip
def test_the_index_and_one_text_agree(query, found):
    made = tables(*(article("B", "2031-01-01", Told(t), title=n) for n, t in TEXTS.items()))
    rows = made.search(query)
    assert "".join(sorted(set(rows.title))) == found
    asked = read_query(query)
    assert "".join(n for n, t in TEXTS.items() if asked.holds(tokens(f"{n}\n{t}"))) == found
    for row in rows.itertuples():
        text = made.articles.set_index("article_id").text[row.article_id]
        assert text[row.start : row.end] == row.words
        assert f"{row.before}{row.words}{row.after}" in text


@pytest.mark.parametrize(
    "query",
    ["", "*", "AND salt", "salt AND", "NOT salt", "(salt", "salt)", "()", "salt NEAR", "NEAR salt",
     "*port", "sa*lt", '"sal* water"', '""', "a NEAR/2 b1 NEAR/3 c1", "(" * 50 + "salt" + ")" * 50,
     "salt NEAR (a OR b)", "salt OR OR b1"],
)  # fmt: skip
def test_what_cannot_be_asked(query):
    with pytest.raises(WordingError):
        small().search(query)


def test_words_of_a_query_are_never_commands():
    made = tables(article("B", "2031-01-01", Told("it's text: NEAR( salt; drop table")))
    for query, found in {
        "text:salt": [], "salt;drop": ["salt; drop"], "it's": ["it's"], "-salt": ["salt"],
        "^salt": ["salt"], "{salt}": ["salt"], "salt' OR '1": ["salt"], "rowid:1": [],
    }.items():  # fmt: skip
        assert made.search(query).words.tolist() == found


@cache
def _news():
    return tables(
        article("The Buoy", "2031-01-02", Quote("Ada Quist", "the salt was dear"),
                Quote("Bo Ek", "herring is dear"), Told("Salt went up.")),
        article("The Lantern", "2031-03-01", Quote("Ada Quist", "nobody has salt or herring")),
        article("The Lantern", None, Quote(None, "there is no salt")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [("Lantern", 1), ("Buoy", 2), ("Lantern", 1)]),
        ({"outlet": "The Buoy"}, [("Buoy", 2)]),
        ({"since": "2031-02-01"}, [("Lantern", 1)]),
        ({"until": "2031-01-02"}, [("Buoy", 2)]),
        ({"quotes": True}, [("Lantern", 1), ("Buoy", 1), ("Lantern", 1)]),
        ({"speaker": "quist"}, [("Lantern", 1), ("Buoy", 1)]),
        ({"speaker": "Bo Ek"}, []),
        ({"limit": 2}, [("Lantern", 1), ("Buoy", 1)]),
    ],
)  # fmt: skip
def test_what_is_asked_beside_the_words(tmp_path, asked, found):
    for given in (_news(), stored(_news(), tmp_path / "store")):
        rows = given.search("salt", **asked)
        shown = [name.removeprefix("The ") for name in rows.outlet]
        assert shown == [name for name, times in found for _ in range(times)]
        if "speaker" in asked:
            assert set(rows.speaker) <= {"Ada Quist"}
    # all must stand in one quote
    assert set(given.search("salt herring", quotes=True).outlet) == {"The Lantern"}
    with pytest.raises(AnalysisError, match="No speaker 'Nobody'"):
        given.search("salt", speaker="Nobody")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "soon"}, "since='soon' is no date"),
        ({"until": "01/02/2031"}, "until='01/02/2031' is no date"),
        ({"limit": -1}, "limit=-1 is less than 0"),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence(asked, said):
    with pytest.raises(AnalysisError, match=said):
        _news().search("salt", **asked)
    assert _news().search("salt", limit=0).empty
    assert len(_news().search("salt", since="2031-01-01T00:00:00+02:00"))


def test_threads_ask_one_index(tmp_path):
    for given in (_news(), stored(_news(), tmp_path / "store")):
        expected = given.search("salt")
        with ThreadPoolExecutor(4) as pool:
            for found in pool.map(lambda _, of=given: of.search("salt"), range(8)):
                assert found.equals(expected)


def test_an_index_grows_with_its_store(tmp_path):
    made = stored(_news(), tmp_path / "store")
    assert len(made.search("salt")) == 4
    path = tmp_path / "store" / "search.sqlite"
    before = path.stat().st_mtime_ns
    assert len(Tables.open(tmp_path / "store").search("salt")) == 4
    assert path.stat().st_mtime_ns == before
    with sqlite3.connect(path) as connection:  # as if a batch had come since
        connection.execute("delete from batches where batch = (select max(batch) from batches)")
    assert len(Tables.open(tmp_path / "store").search("salt")) == 4
    path.write_bytes(path.read_bytes()[:3000])  # damaged
    assert len(Tables.open(tmp_path / "store").search("salt")) == 4
    assert main(["clean", str(tmp_path / "store")]) == 0
    assert not path.exists()


def test_a_file_of_the_users_stays(tmp_path):
    made = stored(_news(), tmp_path / "store")
    path = tmp_path / "store" / "search.sqlite"
    path.write_text("mine", "utf-8")
    with pytest.raises(AnalysisError, match="is no index of On Record"):
        made.search("salt")
    main(["clean", str(tmp_path / "store")])
    assert path.read_text("utf-8") == "mine"


SPOKEN = [
    "We want salt", "Wir essen SÁLZ", "salt-free herring, no salty tea", "salt_free", "sаlt",
    "salt²", "of salt or of herring", "herring and then a tea of salt", "", "salt",
    "“Salt,” he said; «élan»",
    "salt，herring", "basalt herring", "e-mails: salt, salt, herring", "ſalt ﬁsh", "salt\nherring",
]  # fmt: skip

# a NEAR of three, of which a text that is kept may have but the words
LOOSE = ["salt NEAR/3 herring NEAR/3 tea", "salt NOT (salt NEAR/1 herring NEAR/1 tea)"]


@pytest.mark.parametrize(
    "query",
    ["salt", "SÁLT", "salt*", "fish", "salt2", '"salt herring"', '"of sal*"', "salt herring",
     "salt NOT herring", "salt NOT (herring OR we)", "herring NEAR/2 salt", "elan", "сalt",
     "salt NOT herring NEAR/2 salt", "s NOT (salt NOT herring)", "salt OR tea",
     "herring NEAR/90 salt", *LOOSE],
)  # fmt: skip
def test_no_quote_that_fits_is_passed_over(query):
    asked = read_query(query)
    with duckdb.connect() as connection:
        connection.register("said", pd.DataFrame({"text": SPOKEN}))
        rows = connection.execute(f"select text from said where {may_hold(asked, 'text')}")
        kept = {text for (text,) in rows.fetchall()}
    assert {text for text in SPOKEN if asked.holds(tokens(text))} <= kept
    if query not in LOOSE:
        plain = {text for text in kept if re.fullmatch(r"[ -~]*", text)}
        assert all(asked.holds(tokens(text)) for text in plain)


@pytest.mark.parametrize(("step", "at_once"), [(40, 1_000), (1, 1), (2, 3), (1, 5)])
def test_quotes_of_many_articles(tmp_path, monkeypatch, step, at_once):
    monkeypatch.setattr("onrecord.search.places.STEP", step)
    monkeypatch.setattr("onrecord.search.places.AT_ONCE", at_once)
    monkeypatch.setattr("onrecord.store.write.GROUP", 1 + at_once)
    names = ["Ada Quist", "Bo Ek", None]
    made = tables(
        *(
            article("B", f"2031-{1 + n // 28:02}-{1 + n % 28:02}", Told("Of salt and tea."),
                    Quote(names[n % 3], "the salt is dear" if n % 10 == 0 else "the tea is dear"))
            for n in range(250)
        )
    )  # fmt: skip
    for given in (made, stored(made, tmp_path / "store")):
        rows = given.search("salt", quotes=True, limit=1000)
        assert len(rows) == 25
        assert rows.published.is_monotonic_decreasing
        assert len(given.search("tea salt", quotes=True)) == 0
        rows = given.search("salt", speaker="quist", limit=1000)
        assert (len(rows), rows.attrs["articles"]) == (9, 84)
        assert len(given.search("salt", limit=1000)) == 275
        few = given.search("salt", quotes=True, since="2031-09-01", limit=1000)
        assert few.attribution_id.is_unique and len(few) == 2
