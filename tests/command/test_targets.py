"""Where a verb will write is asked before it reads an article, opens tables or asks a model."""

import argparse

import pytest
from pretend import pretend, write_corpus
from refusing import contents, laid_out
from samples import small

from onrecord.coder import code
from onrecord.coder.local import Local
from onrecord.command import cli, inputs
from onrecord.command.settings import each_verb
from onrecord.corpus import update
from onrecord.corpus.piece import work
from onrecord.errors import AnalysisError, CorrectionsError, LearntError
from onrecord.learn import learn
from onrecord.review import session
from onrecord.tables import Tables

# every verb that writes: a line with T in place of what is written, and how it is to end
LINES = {
    "actors": "news --into T.csv",
    "agreement": "store --into T.csv",
    "analyse": "news --into T/",
    "audit draw": "flat --into T/",
    "audit estimate": "flat sheet.csv --into T.csv",
    "audit export": "flat sheet.csv --into T/",
    "check": "store --into T.csv",
    "coder": "flat --model m --into T.csv",
    "config": "--into T.csv",
    "draft": "news --against flat --into T.csv",
    "exchange out": "flat --format dna --into T.csv",
    "exchange in": "T/ T.csv --format dna --who ada",
    "figures": "news --into T.csv",
    "issues": "news --into T.csv",
    "network": "news --into T.gexf",
    "new": "store --only articles --into T.csv",
    "quotes": "news --into T.csv",
    "repeats": "news --into T.csv",
    "report": "news --into T/",
    "review": "flat --write-actors T.yaml",
    "search": "store river --into T.csv",
    "sources": "news --into T.csv",
    "speakers": "news --into T.csv",
    "table": "news --name actors --into T.csv",
}
NO_TARGET = {"audit", "clean", "completion", "exchange", "lab", "manual", "sample"}
MORE = [
    ("analyse", "flat --into T/"),
    ("network", "news --into T.csv"),
    ("network", "news --over day --into T.csv"),
    ("report", "flat --into T/"),
    ("report", "flat news --each --into T/"),
]
CASES = [*LINES.items(), *MORE]
MINE = (
    "store.json",
    "tables",
    "index.html",
    "corpus.html",
    "sheet.csv",
    "statements.csv",
    "articles.parquet",
)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Tables and articles, and no way to open or to read them."""
    laid_out(tmp_path)
    (tmp_path / "sheet.csv").write_text("item\n")
    monkeypatch.chdir(tmp_path)

    def worked(*_given, **_more):
        raise RuntimeError("it began to work")

    for where, name in (
        (Tables, "open"), (inputs, "articles_of"), (update, "iter_articles"), (update, "tools"),
        (session, "Session"), (Local, "ask"),
    ):  # fmt: skip
        monkeypatch.setattr(where, name, worked)
    return tmp_path


def run(verb, line, target):
    kept = [word.replace("T/", target).replace("T.", f"{target}.") for word in line.split()]
    return cli.main([*verb.split(), *kept, "--quiet"])


def test_every_verb_that_writes_is_in_the_table():
    verbs = {name for name, _ in each_verb(cli.parser())}
    assert verbs == LINES.keys() | NO_TARGET
    for name, made in each_verb(cli.parser()):
        kept = {"into", "write_actors", "fetch"} & {action.dest for action in made._actions}
        assert not kept or name in LINES, name


@pytest.mark.parametrize(("verb", "line"), CASES, ids=map(" ".join, CASES))
def test_what_is_the_users_is_refused_first(here, capsys, verb, line):
    if "T/" in line:  # a folder of the user's, whatever is asked for
        for name in MINE if verb != "exchange in" else ("corrections-ada.jsonl",):
            (here / "mine" / name / "own").mkdir(parents=True)
    else:
        suffix = line.split("T")[-1].split()[0]
        (here / f"mine{suffix}").write_text("actors: [\n")
    before = contents(here)
    assert run(verb, line, "mine") == cli.WRONG or verb == "analyse"
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "mine" in told and "it began" not in told
    assert contents(here) == before


@pytest.mark.parametrize(("verb", "line"), CASES, ids=map(" ".join, CASES))
@pytest.mark.parametrize("target", ["sheet.csv/below", "x" * 300], ids=["below a file", "long"])
def test_what_cannot_be_written_is_refused_first(here, capsys, verb, line, target):
    if verb == "exchange in" and target[0] == "x":
        pytest.skip("the store is not there")
    before = contents(here)
    assert run(verb, line, target) in (cli.WRONG, cli.NOTHING)
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "it began" not in told and "[Errno" not in told
    assert contents(here) == before


@pytest.mark.parametrize("line", ["--into t.doc", "--into t", "--format xlsx", "--format parquet"])
@pytest.mark.parametrize("verb", ["quotes news", "sources news", "agreement store", "coder flat"])
def test_a_format_is_refused_first(here, capsys, verb, line):
    more = ["--model", "m"] if "coder" in verb else []
    assert cli.main([*verb.split(), *more, *line.split(), "-q"]) == cli.WRONG
    told = capsys.readouterr().err
    assert ("none of the formats" in told) == ("--into" in line), told
    assert ("add --into FILE" in told) == ("--format" in line), told


def test_several_files_of_answers_are_read_before_one_is_taken(here, capsys):
    (here / "one.jsonl").write_text('{"kind": "apart", "who": "ada", "is": {"name": "Bo Ek"}}\n')
    line = "review flat --take one.jsonl --take gone.jsonl --reviewer ada"
    assert cli.main(line.split()) == cli.WRONG
    assert "gone.jsonl cannot be read" in capsys.readouterr().err
    assert not (here / "flat" / "corrections-ada.jsonl").exists()


def test_a_coder_is_not_asked_where_its_answers_cannot_be_kept(tmp_path):
    (tmp_path / "coder-m.jsonl").mkdir()

    def ask(*_):
        raise AssertionError("asked")

    with pytest.raises(CorrectionsError, match="cannot be written"):
        code(small(), iter([]), tmp_path, Local("m"), ask)


def test_nothing_is_learnt_where_it_could_not_be_kept(tmp_path, monkeypatch):
    write_corpus(tmp_path / "news", 1)
    update.update(tmp_path / "t", tmp_path / "news", reader=pretend, jobs=1, progress=False)
    (tmp_path / "t" / "learnt.json").write_text("{}")

    def opened():
        raise AssertionError("the model was opened")

    with pytest.raises(LearntError, match="changed since it was learnt"):
        learn(tmp_path / "t", reader=opened)


@pytest.mark.parametrize("before", [(), ("corrections.jsonl",)], ids=["new", "answers"])
@pytest.mark.parametrize("folder", ["t", "new/deep/t"])
def test_a_run_that_fails_at_once_leaves_no_store(tmp_path, folder, before):
    pytest.importorskip("distributed")
    write_corpus(tmp_path / "news", 1)
    place = tmp_path / folder
    for name in before:
        place.mkdir(parents=True)
        (place / name).write_text("")
    known = contents(tmp_path)
    with pytest.raises(AnalysisError, match="does not answer"):
        update.update(place, tmp_path / "news", reader=pretend, progress=False,
                      scheduler="tcp://127.0.0.1:9")  # fmt: skip
    left = contents(tmp_path)
    lock = place / ".onrecord-lock"
    assert {path: said for path, said in left.items() if path != lock} == known
    update.update(place, tmp_path / "news", reader=pretend, jobs=1, progress=False)
    with pytest.raises(AnalysisError, match="does not answer"):  # what was read is kept
        write_corpus(tmp_path / "news", 2)
        update.update(place, tmp_path / "news", reader=pretend, progress=False,
                      scheduler="tcp://127.0.0.1:9")  # fmt: skip
    assert len(Tables.open(place).articles) == 1


def test_what_was_read_before_a_process_was_lost_is_kept(tmp_path, monkeypatch):
    write_corpus(tmp_path / "news", 2)

    def lost(settings, book, *_):
        drafts = list(_[-1])
        yield work(settings, drafts[:1])
        raise AnalysisError("A process that reads articles was ended from outside.")

    monkeypatch.setattr(update, "spread", lost)
    with pytest.raises(AnalysisError, match="ended from outside"):
        update.update(tmp_path / "t", tmp_path / "news", reader=pretend, progress=False)
    assert len(Tables.open(tmp_path / "t").articles) == 1
    monkeypatch.undo()
    done = update.update(tmp_path / "t", tmp_path / "news", reader=pretend, jobs=1, progress=False)
    assert (done.read, done.known, done.articles) == (1, 1, 2)


def test_verbs_without_a_target_claim_nothing():
    for name, made in each_verb(cli.parser()):
        if name in NO_TARGET:
            made.get_default("claim")(argparse.Namespace(into=None, format=None))
