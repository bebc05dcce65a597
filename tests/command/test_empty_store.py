"""Every verb that reads a store says something of one that holds no article."""

import pytest
from pretend import pretend

from onrecord.command.cli import main
from onrecord.corpus.update import update
from onrecord.errors import LoadError

ASKED = (
    "speakers", "sources", "quotes", "repeats", "figures", "search river", "new", "network",
    "network --kind conflict", "table --name stances", "review --learn", "agreement", "check",
    "audit draw --n 5 --into drawn", "search river --quotes", "quotes --speaker Zoë",
)  # fmt: skip
SAID = {
    "quotes": "No quote was found; speakers here: none.",
    "quotes --speaker Zoë": "No quote of Zoë was found",
    "search river": "Nothing found.",
    "network": "0 nodes, 0 edges",
    "agreement": "Nobody has reviewed these",
    "review --learn": "There are too few corrections to learn from",
    "audit draw --n 5 --into drawn": "hold no statement",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("empty")
    (folder / "news").mkdir()
    (folder / "news" / "one.md").write_text("# Płynie rzeka\n\n", "utf-8")
    try:
        update(folder / "tables", folder / "news", reader=pretend, jobs=1, progress=False)
    except LoadError:
        pytest.fail("a corpus of no article makes an empty store")
    return folder / "tables"


@pytest.mark.parametrize("line", ASKED)
def test_a_store_of_nothing_is_answered_for(store, line, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    verb, *more = line.split()
    first = [verb, *more[:1]] if verb == "audit" else [verb]
    code = main([*first, str(store), *more[len(first) - 1 :]])
    out, err = capsys.readouterr()
    assert code in (0, 1, 2) and (out or err).strip()
    assert "-v shows where" not in err  # where a fault of ours is told
    assert SAID.get(line, "") in out + err
