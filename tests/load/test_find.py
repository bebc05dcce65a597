"""Files, folders and globs to sources."""

import os
from pathlib import Path

import pytest

from onrecord.load import load
from onrecord.load.draft import Rejected
from onrecord.load.find import find, roots
from onrecord.load.source import Settings

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."


@pytest.fixture
def corpus(tmp_path):
    for name in ("a.txt", "sub/b.txt", "sub/deep/c.md", "sub/[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n\n{BODY}")
    return tmp_path


def names(folder, *given):
    found = find(roots(given), Settings())
    return [item.path.removeprefix(f"{folder.as_posix()}/") for item in found]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([""], ["a.txt", "sub/[1].txt", "sub/b.txt", "sub/deep/c.md"]),
        (["a.txt"], ["a.txt"]),
        (["sub", "a.txt", "sub/b.txt"], ["a.txt", "sub/[1].txt", "sub/b.txt", "sub/deep/c.md"]),
        (["*.txt"], ["a.txt"]),
        (["**/*.txt"], ["a.txt", "sub/[1].txt", "sub/b.txt"]),
        (["s?b"], ["sub/[1].txt", "sub/b.txt", "sub/deep/c.md"]),
        (["sub/[1].txt"], ["sub/[1].txt"]),
        (["sub/[ab].txt"], ["sub/b.txt"]),
    ],
)
def test_paths_stand_for_files_each_once(corpus, given, expected):
    assert names(corpus, *(corpus / each for each in given)) == expected


def test_relative_paths_stay_relative(corpus, monkeypatch):
    monkeypatch.chdir(corpus)
    assert names(corpus, "sub/deep", "./a.txt") == ["a.txt", "sub/deep/c.md"]


@pytest.mark.parametrize(
    "name",
    [
        *(".a.txt", "a.txt~", "~$a.docx", "#a.txt#", "a.txt.bak", ".git/a.txt"),
        *("__MACOSX/a.txt", "actors.yaml", "Thumbs.db", ".a.txt.swp"),
        *("README.md", "readme.txt", "Readme"),
    ],
)
def test_hidden_files_and_backups_are_not_counted(corpus, name):
    path = corpus / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(BODY)
    assert len(names(corpus, corpus)) == 4


def test_a_hidden_file_named_by_the_user_is_read(tmp_path):
    (tmp_path / ".draft.txt").write_text(f"Draft\n{BODY}")
    assert load(tmp_path / ".draft.txt").title.to_list() == ["Draft"]


@pytest.mark.parametrize("name", ["readme-first.md", "the-readme.md"])
def test_an_article_is_not_taken_for_a_readme(corpus, name):
    (corpus / name).write_text(BODY)
    assert len(names(corpus, corpus)) == 5


def test_links_in_circles_end(corpus):
    (corpus / "sub" / "up").symlink_to(corpus, target_is_directory=True)
    (corpus / "self").symlink_to(corpus / "self")
    found = list(find(roots((corpus,)), Settings()))
    assert len(found) == 5
    [fault] = [item for item in found if isinstance(item, Rejected)]
    assert (fault.path.rsplit("/", 1)[1], fault.reason) == ("self", "is a link to nothing")
    assert len(names(corpus, corpus / "**")) == 5


def test_a_link_to_a_file_is_named_as_its_copy(corpus):
    (corpus / "z.txt").symlink_to(corpus / "a.txt")
    [reason] = load(corpus).attrs["rejected"].reason
    assert reason == f"is the same article as {corpus.as_posix()}/a.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(corpus):
    os.mkfifo(corpus / "pipe.txt")
    [fault] = [i for i in find(roots((corpus,)), Settings()) if isinstance(i, Rejected)]
    assert fault.reason == "is not a regular file"


def test_a_dangling_link_named_by_the_user_is_rejected(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    [fault] = find(roots((tmp_path / "gone.txt",)), Settings())
    assert fault == Rejected((tmp_path / "gone.txt").as_posix(), "is a link to nothing")


def test_a_file_that_may_not_be_opened_is_rejected(corpus, monkeypatch):
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    articles = load(corpus)
    assert len(articles) == 3
    assert articles.attrs["rejected"].reason.to_list() == ["cannot be opened: permission denied"]


def test_a_folder_that_may_not_be_opened_is_rejected(corpus, monkeypatch):
    listed = os.listdir

    def refuse(path):
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    [fault] = [i for i in find(roots((corpus,)), Settings()) if isinstance(i, Rejected)]
    assert fault.path.endswith("sub/deep")
    assert fault.reason == "cannot be opened: permission denied"


def test_a_name_that_is_not_utf8_does_not_break_the_tables(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(f"Talks stall\n{BODY}")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert load(tmp_path).path[0].endswith("/caf\ufffd.txt")
