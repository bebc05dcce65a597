"""What On Record wrote is no input either where it was copied, moved, packed or piped."""

import contextlib
import json
import shutil
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from pretend import pretend, write_corpus
from samples import small

from onrecord.command import cli
from onrecord.corpus import update
from onrecord.errors import NothingFoundError
from onrecord.load import archive, load

PAGE = "is a page that On Record wrote, not an article"
TABLE = "is a table that On Record wrote, not of articles"
NOTE = "is an annotation of a text, not an article"


@pytest.fixture(scope="module", autouse=True)
def no_kernels():
    from nbformat.v4 import new_markdown_cell, new_notebook

    from onrecord.report import site

    def run(planned, *_args):
        words = "Both sides left the talks on Tuesday, the mayor told reporters. " * 9
        node = new_notebook(cells=[new_markdown_cell(f"# A question?\n\n{words}")])
        return {item.path: node for item in planned}, []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "run_all", run)
        yield


@pytest.fixture(scope="module")
def laid(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    small().save(folder / "flat")
    write_corpus(folder / "news", 3)
    with contextlib.chdir(folder):  # paths are relative, so that copies are of the same articles
        update.update(Path("store"), Path("news"), reader=pretend, jobs=1, progress=False)
    return folder


@pytest.fixture(scope="module")
def reported(laid, tmp_path_factory):
    """The pages of the tables."""
    place = tmp_path_factory.mktemp("reported") / "reports"
    assert cli.main(["report", str(laid / "flat"), "--into", str(place), "-q"]) == cli.DONE
    return place


@pytest.fixture
def here(laid, tmp_path, monkeypatch):
    shutil.copytree(laid, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reasons(path):
    """Why nothing of it is an article."""
    with pytest.raises(NothingFoundError):
        found = load(path)
        if len(found) == 0:
            raise NothingFoundError(set(found.attrs["rejected"].reason))
        pytest.fail(f"{list(found.path)} were read")
    return set(load(path).attrs["rejected"].reason)


@pytest.mark.parametrize("single", [False, True])
def test_pages_without_their_manifest(here, reported, single):
    if single:
        line = ["report", "flat", "--into", "made", "-q", "--single-file"]
        assert cli.main(line) == cli.DONE
    (here / "moved").mkdir()
    for page in (here / "made" if single else reported).rglob("*.html"):
        shutil.copy(page, here / "moved" / page.name)
    assert len(list((here / "moved").iterdir())) > 3
    assert reasons("moved") == {PAGE}
    # one that a browser saved, and one by name
    saved = (here / "moved" / "corpus.html").read_text("utf-8")
    (here / "saved.htm").write_text(f"<!-- saved from url=(0014)about:internet -->\n{saved}")
    assert reasons("saved.htm") == reasons("moved/corpus.html") == {PAGE}


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "parquet"])
@pytest.mark.parametrize("verb", ["quotes", "speakers", "actors", "sources", "figures", "issues"])
def test_tables_without_their_manifest(here, form, verb):
    (here / "out").mkdir()
    cli.main([verb, "flat", "--into", f"out/t.{form}", "-q"])
    (here / "out" / ".onrecord.jsonl").unlink(missing_ok=True)
    found = load("out") if list((here / "out").glob("t.*")) else []
    assert len(found) == 0
    if verb == "quotes":
        assert set(found.attrs["rejected"].reason) == {TABLE}


@pytest.mark.parametrize(
    ("name", "said"),
    [("sentences", TABLE), ("attributions", TABLE), ("mentions", TABLE), ("stances", TABLE),
     ("spans", TABLE), ("actors", None), ("profiles", TABLE)],
)  # fmt: skip
def test_tables_of_the_contract(here, name, said):
    for form in ("csv", "parquet"):
        rows = small().sql(f"from {name}")
        path = here / f"x.{form}"
        rows.to_csv(path, index=False) if form == "csv" else rows.to_parquet(path)
        assert said is None or reasons(path) == {said}
        assert len(load(path)) == 0


def test_what_a_shell_kept(here, capsys):
    for form in ("csv", "json"):
        assert cli.main(["quotes", "flat", "--format", form]) == cli.DONE
        Path(f"q.{form}").write_text(capsys.readouterr().out, "utf-8")
        assert reasons(f"q.{form}") == {TABLE}


@pytest.mark.parametrize("form", ["w3c"])
def test_annotations(here, form):
    cli.main(["exchange", "out", "flat", "--format", form, "--into", "notes.json", "-q"])
    assert reasons("notes.json") == {NOTE}


@pytest.mark.parametrize("inside", [True, False], ids=["a folder", "its content"])
@pytest.mark.parametrize("made", ["store", "reports", "both"])
def test_packed(here, reported, monkeypatch, made, inside):
    told = []
    monkeypatch.setattr(archive.LOG, "warning", lambda *said: told.append(said[0] % said[1:]))
    if made != "store":
        shutil.copytree(reported, here / "reports")
    top = {"store": "store", "reports": "reports", "both": "."}[made]
    with zipfile.ZipFile(here / "all.zip", "w") as pack:
        for path in sorted((here / top).rglob("*")):
            if path.is_file() and path.suffix != ".zip" and "flat" not in path.parts:
                pack.write(path, path.relative_to(here if inside else here / top))
    found = load("all.zip")
    assert len(found) == (3 if made == "both" else 0)  # the articles beside them
    assert told[0].startswith("passed over what On Record wrote in all.zip")


def test_what_only_looks_alike_is_read(here):
    body = "The harbour talks stalled on Tuesday, and both sides left without a word."
    (here / "own").mkdir()
    for name, rows in {
        "a.csv": {"article_id": ["1"], "text": [f"A. {body}"]},
        "b.csv": {"article_id": ["1"], "sentence_id": ["2"], "text": [f"B. {body}"]},
        "c.csv": {"article_id": ["1"], "actor": ["Lund"], "text": [f"C. {body}"]},
    }.items():
        pd.DataFrame(rows).to_csv(here / "own" / name, index=False)
    small().articles.to_csv(here / "own" / "d.csv", index=False)
    (here / "own" / "e.json").write_text(json.dumps({"body": f"E. {body}", "target": "ships"}))
    page = (
        f'<html><head><meta name="generator" content="On Records"></head><p>{body * 9}</p></html>'
    )
    (here / "own" / "f.html").write_text(page)
    assert len(load("own")) == 5 + len(small().articles)
    assert not len(load("own").attrs["rejected"])


@pytest.mark.parametrize(
    ("name", "content", "more"),
    [
        ("store.json", '{"format": "rss"}', 1),  # no mark, but a file to read
        ("store.json", '[{"name": "Shop"}]', 1),
        ("store.json", "", 1),
        ("provenance.json", '{"who": "me"}', 1),
        ("month=2025-06/own/b.txt", "B. Both left the talks on Tuesday without a word.", 0),
    ],
)
def test_a_folder_of_the_users_is_no_store_by_its_names(here, name, content, more):
    path = here / "news" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    found = load("news")
    assert (len(found), len(found.attrs["rejected"])) == (4 - more, more)
    for line in (["analyse", "news", "--into", "new"], ["speakers", "news"]):
        assert cli.main([*line, "-q"]) == cli.DONE
    before = {path: path.read_bytes() for path in (here / "news").rglob("*") if path.is_file()}
    cli.main(["clean", "news", "-q"])
    assert {p: p.read_bytes() for p in (here / "news").rglob("*") if p.is_file()} == before


def test_a_store_that_lost_its_mark_is_none_of_the_articles(here, capsys):
    (here / "store" / "store.json").unlink()
    assert len(load(".")) == 3
    assert cli.main(["analyse", "news", "--into", "store", "-q"]) != cli.DONE
    assert "onrecord check store --repair" in capsys.readouterr().err
    assert cli.main(["check", "store", "--repair", "-q"]) == cli.DONE
    assert cli.main(["analyse", "news", "--into", "store", "-q"]) == cli.DONE
