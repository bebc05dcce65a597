import os
import time

import pytest

from onrecord.errors import LoadError
from onrecord.load import stamps
from onrecord.load.stamps import stamp


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.setattr(stamps, "YOUNG", -1.0)  # nothing here is older
    folder = tmp_path / "news"
    (folder / "may").mkdir(parents=True)
    (folder / "a.txt").write_text("Talks stall")
    (folder / "may" / "b.txt").write_text("Rain")
    return folder


def later(path, text):
    time.sleep(0.02)  # clocks of file systems are coarse
    path.write_text(text)


def back(folder):
    """Other words of the same size, and the time set back."""
    about = (folder / "a.txt").stat()
    later(folder / "a.txt", "Talks start")
    os.utime(folder / "a.txt", ns=(about.st_atime_ns, about.st_mtime_ns))


def swapped(folder):
    """Two files change names; sizes and times stay."""
    (folder / "a.txt").rename(folder / "c")
    (folder / "may" / "b.txt").rename(folder / "a.txt")
    (folder / "c").rename(folder / "may" / "b.txt")


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (lambda folder: None, True),
        (lambda folder: (folder / "a.txt").read_text(), True),
        (lambda folder: later(folder / ".hidden", "x"), True),
        (lambda folder: later(folder / "a.txt", "Talks start"), False),
        pytest.param(back, False, marks=pytest.mark.skipif(os.name != "posix", reason="no ctime")),
        (swapped, False),
        (lambda folder: later(folder / "c.txt", "New"), False),
        (lambda folder: (folder / "a.txt").unlink(), False),
        (lambda folder: later(folder / "metadata.csv", "path,outlet\na.txt,The Day"), False),
        (lambda folder: (folder / "may").rename(folder / "june"), False),
    ],
)
def test_a_stamp_is_the_same_while_no_file_changes(news, change, same):
    before = stamp(news)
    change(news)
    assert before is not None
    assert (stamp(news) == before) is same


def test_facts_above_a_named_file_count(news):
    before = stamp(news / "a.txt")
    later(news / "may" / "b.txt", "Snow")
    assert stamp(news / "a.txt") == before
    later(news / "metadata.csv", "path,outlet\na.txt,The Day")
    assert stamp(news / "a.txt") not in (before, None)


def test_a_file_changed_just_now_is_not_trusted(news, monkeypatch):
    monkeypatch.setattr(stamps, "YOUNG", 60.0)
    assert stamp(news) is None


def test_what_cannot_be_looked_at_is_not_trusted(news):
    (news / "gone.txt").symlink_to(news / "nowhere")
    assert stamp(news) is None


def test_a_path_that_is_not_there(news):
    with pytest.raises(LoadError):
        stamp(news / "nowhere")
