"""Out and back: nothing changes on the way, and what is changed there comes back."""

import json
from dataclasses import replace
from importlib.util import find_spec

import pytest
from exchanged import DOCUMENTS, ODD, TABLES, TEXT, spans

from onrecord import exchange
from onrecord.command import cli
from onrecord.corrections import Correction, read_corrections
from onrecord.errors import ExchangeError, OwnershipError
from onrecord.exchange import Side, Statement
from onrecord.exchange.changes import changes

# INCEpTION's files need a package that not everybody has
NAMES = [name for name in exchange.FORMATS if name != "inception" or find_spec("cassis")]
WHOLE = [name for name in NAMES if name != "dna"]  # they carry everything

BY_ID = {each.id: each for each in DOCUMENTS}


def came_back(name, given, made=None):
    """All corrections that a format makes of documents that were handed out as `made`."""
    chosen = exchange.format_of(name)
    known = {each.id: each for each in given}
    found = chosen.read(chosen.write(given if made is None else made), known)
    return [
        change
        for article_id, statements in found.items()
        for change in changes(known[article_id], statements, "ada", chosen.carries)
    ]


def with_statement(document, **changed):
    first = next(s for s in document.statements if not s.narrated)
    rest = [s for s in document.statements if s is not first]
    return document.having([replace(first, **changed), *rest])


def test_the_analysis_is_handed_out_whole():
    found = DOCUMENTS[0]
    said = {each.content[0]: each for each in found.statements}
    assert len(found.statements) == len(TABLES.attributions[:2]) + 1 == len(said)
    for statement in found.statements:
        for side in statement.sides:
            assert found.text[side.start : side.end] == side.target
    assert sorted(each.narrated for each in found.statements) == [False, False, True]


@pytest.mark.parametrize("name", NAMES)
def test_a_round_trip_changes_nothing(name):
    assert came_back(name, DOCUMENTS) == []
    assert exchange.format_of(name).write(DOCUMENTS) == exchange.format_of(name).write(DOCUMENTS)


@pytest.mark.parametrize("name", WHOLE)
def test_every_offset_is_kept(name):
    chosen = exchange.format_of(name)
    found = chosen.read(chosen.write(DOCUMENTS), BY_ID)
    for each in DOCUMENTS:
        assert each.having(list(found.get(each.id, []))) == each


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"speakers": ("Cy Dahl",)}, "speaker"),
        ({"speakers": ()}, "speaker"),
        ({"source": ()}, "words"),
        ({"content": spans("“First words 😀")}, "words"),
        ({"sides": (Side("Norland", "favor", *spans("Norland")[0]),)}, "stance"),
        ({"sides": ()}, "stance"),
    ],
)
def test_what_is_changed_there_comes_back(name, changed, kind):
    found = came_back(name, [ODD], [with_statement(ODD, **changed)])
    assert [each.kind for each in found] == [kind]
    correction = found[0]
    assert correction.who == "ada" and correction.article.id == "odd1"
    assert [w.text for w in correction.words] == [
        TEXT[a:b] for a, b in BY_ID["odd1"].statements[0].content
    ]
    assert Correction.parse(correction.line().decode()).now == correction.now
    if kind == "speaker":
        assert correction.now["speakers"] == list(changed["speakers"])
    if kind == "stance":
        assert correction.now["label"] == ("favor" if changed["sides"] else "none")


@pytest.mark.parametrize("name", WHOLE)
def test_statements_are_added_and_taken_away(name):
    new = Statement("new1", False, spans("“Second\nwords,”"), cue=spans("said of"),
                    speakers=("Ada Quist",))  # fmt: skip
    added = came_back(name, [ODD], [ODD.having([*ODD.statements, new])])
    assert [(each.kind, each.now["speakers"]) for each in added] == [("added", ["Ada Quist"])]
    assert added[0].words[0].text == "“Second\nwords,”"
    gone = came_back(name, [ODD], [ODD.having([s for s in ODD.statements if s.narrated])])
    assert [each.kind for each in gone] == ["no quote"]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ('"Ada Quist | Bo Ek"', '"Bo Ek"', ["speaker"]),
        ('"Norland";"0"', '"Norland";"1"', ["stance"]),
        ('"Norland";"0"', '"Norland";""', ["stance"]),
        (";", ",", []),
    ],
)
def test_changes_in_the_table_of_dna(old, new, kinds):
    chosen = exchange.format_of("dna")
    text = chosen.write([ODD]).decode()
    assert old in text
    found = chosen.read(text.replace(old, new).encode(), {"odd1": ODD})
    assert [each.kind for each in changes(ODD, found["odd1"], "ada", chosen.carries)] == kinds


def test_annotations_of_label_studio_go_before_predictions():
    chosen = exchange.format_of("label-studio")
    tasks = json.loads(chosen.write([ODD]))
    result = tasks[0]["predictions"][0]["result"]
    mine = [r for r in result if r.get("from_name") != "name"]
    tasks[0]["annotations"] = [
        {"was_cancelled": False, "result": mine}, {"was_cancelled": True, "result": []}
    ]  # fmt: skip
    found = chosen.read(json.dumps(tasks).encode(), {"odd1": ODD})
    assert {each.kind for each in changes(ODD, found["odd1"], "ada")} == {"speaker", "stance"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("raw", [b"", b"{}", b"[1]", b"a;b\n1;2\n", b"PK\x03\x04", b"\xff\xfe"])
def test_other_files_are_refused_or_hold_nothing(name, raw):
    chosen = exchange.format_of(name)
    try:
        found = chosen.read(raw, BY_ID)
    except ValueError as error:
        assert "\n" not in str(error)
    else:
        assert not any(found.values())


def test_files(tmp_path):
    path = exchange.out(TABLES, tmp_path / "a.json", "label-studio")
    assert list(exchange.back(TABLES, path, "label-studio", "ada")) == []
    path.write_text("mine")
    with pytest.raises(OwnershipError):
        exchange.out(TABLES, path, "label-studio")
    for words, name in (("no format", "xml"), ("as w3c: it is no JSON from line 1 on", "w3c")):
        with pytest.raises(ExchangeError, match=words):
            list(exchange.back(TABLES, path, name, "ada"))
    with pytest.raises(ExchangeError, match="cannot be read"):
        list(exchange.back(TABLES, tmp_path / "none", "w3c", "ada"))


def test_the_command(tmp_path, capsys):
    store = TABLES.save(tmp_path / "tables")

    def onrecord(*words):
        code = cli.main(["exchange", *map(str, words)])
        return code, *capsys.readouterr()

    path = tmp_path / "a.csv"
    assert onrecord("out", store, "--format", "dna", "--into", path)[0] == 0
    asked = ("in", store, path, "--format", "dna", "--who", "Ada L.")
    assert onrecord(*asked)[:2] == (0, "nothing was changed\n")
    path.write_bytes(path.read_bytes().replace(b'"Sudland";"1"', b'"Sudland";"0"'))
    code, out, _ = onrecord(*asked)
    assert code == 0 and "1 stance" in out
    found, problems = read_corrections([store / "corrections-ada-l.jsonl"])
    assert problems == []
    assert [(each.kind, each.now["target"], each.now["label"]) for each in found] == [
        ("stance", "Sudland", "against")
    ]
    path.write_text("a")
    code, _, err = onrecord(*asked)
    assert code == 2 and len(err.splitlines()) == 1
