import json

import pytest

from onrecord.errors import OwnershipError
from onrecord.ownership import MANIFEST, Output, clear, owned, write_file


def wrote(folder, **files):
    with Output(folder, "a report") as output:
        for name, text in files.items():
            output.write(name.replace("__", "/"), text.encode())


def names(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_what_is_not_written_again_goes_and_the_rest_stays(tmp_path):
    wrote(tmp_path, a="1", b__c="2", b__d="3")
    (tmp_path / "b" / "mine").write_text("mine")
    wrote(tmp_path, a="4")
    assert names(tmp_path) == {"a", "b/mine", MANIFEST}
    assert (tmp_path / "a").read_text() == "4"


def test_a_failed_run_leaves_the_last_one(tmp_path):
    wrote(tmp_path, a="1", b="2")
    with pytest.raises(ZeroDivisionError), Output(tmp_path, "a report") as output:
        output.write("a", b"3")
        raise ZeroDivisionError
    assert (tmp_path / "a").read_text() == "3"
    assert (tmp_path / "b").read_text() == "2"
    wrote(tmp_path, c="5")  # and both are known as ours
    assert names(tmp_path) == {"c", MANIFEST}


def test_what_was_changed_since_is_the_users(tmp_path):
    wrote(tmp_path, a="1", b="2")
    (tmp_path / "a").write_text("mine")
    with pytest.raises(OwnershipError, match=r"changed since \(a\)"):
        wrote(tmp_path, a="3")
    wrote(tmp_path, b="4")
    assert (tmp_path / "a").read_text() == "mine"
    assert owned(tmp_path) == {tmp_path / "b"}


@pytest.mark.parametrize("evil", ["../mine", "a/../../mine", "/etc/hostname", "", ".", "C:/x"])
def test_a_manifest_leads_nowhere_else(tmp_path, evil):
    (tmp_path / "mine").write_text("x")
    inner = tmp_path / "inner"
    wrote(inner, a="1")
    with (inner / MANIFEST).open("a") as stream:
        sums = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # of "x"
        stream.write(json.dumps({"file": evil, "sha256": sums}) + "\n")
    assert clear(inner) == []
    assert names(tmp_path) == {"mine"}


@pytest.mark.parametrize("junk", [b"", b"{", b"[]\n", b"\xff\xfe", b'{"a": 1}\n{"file": "a"}\n'])
def test_a_damaged_manifest_owns_nothing(tmp_path, junk):
    wrote(tmp_path, a="1")
    (tmp_path / MANIFEST).write_bytes(junk)
    with pytest.raises(OwnershipError):
        wrote(tmp_path, a="2")
    assert (tmp_path / "a").read_text() == "1"


@pytest.mark.parametrize("own", [b"{", b'{"a": 1}\n', b'{"onrecord": ""}\n', "a link", "a folder"])
def test_a_file_of_the_users_in_place_of_the_manifest_stays(tmp_path, own):
    into, mine = tmp_path / "into", tmp_path / "mine"
    wrote(mine, z="1")  # a link to a manifest is the user's as well
    into.mkdir()
    path = into / MANIFEST
    if own == "a link":
        path.symlink_to(mine / MANIFEST)
    elif own == "a folder":
        path.mkdir()
    else:
        path.write_bytes(own)
    for write in (lambda: wrote(into, a="1"), lambda: wrote(into)):
        with pytest.raises(OwnershipError, match=MANIFEST):
            write()
    with pytest.raises(OwnershipError, match=MANIFEST):
        write_file(into / "b.csv", b"1", "a table")
    assert clear(into) == []
    assert [each.name for each in into.iterdir()] == [MANIFEST]
    assert path.is_symlink() == (own == "a link")
    assert own in ("a link", "a folder") or path.read_bytes() == own


def test_an_empty_manifest_is_nobodys(tmp_path):
    (tmp_path / MANIFEST).touch()
    wrote(tmp_path, a="1")
    assert owned(tmp_path) == {tmp_path / "a"}


@pytest.mark.parametrize("name", ["sub", "sub/deep"])
def test_a_link_in_place_of_a_folder_is_refused(tmp_path, name):
    (tmp_path / "else").mkdir()
    into = tmp_path / "into"
    (into / name).parent.mkdir(parents=True)
    (into / name).symlink_to(tmp_path / "else", target_is_directory=True)
    with pytest.raises(OwnershipError), Output(into, "a report") as output:
        output.write(f"{name}/page", b"x")
    assert not any((tmp_path / "else").iterdir())


def test_what_was_moved_away_is_not_cleared_through_a_link(tmp_path):
    into = tmp_path / "into"
    wrote(into, a="1", sub__page="2")
    (into / "sub").rename(tmp_path / "mine")
    (into / "sub").symlink_to(tmp_path / "mine", target_is_directory=True)
    with pytest.raises(OwnershipError):
        wrote(into, a="3", sub__page="4")
    assert clear(into) == ["sub/page"]
    assert (tmp_path / "mine" / "page").read_text() == "2"
    assert {path.name for path in into.iterdir()} == {"sub"}


def test_a_folder_that_is_written_to_is_not_cleared(tmp_path):
    wrote(tmp_path, a="1")
    with Output(tmp_path, "a report") as output:
        output.write("b", b"2")
        with pytest.raises(OwnershipError, match="Another run is writing"):
            clear(tmp_path)
        output.write("a", b"3")
    assert names(tmp_path) == {"a", "b", MANIFEST}
    assert clear(tmp_path) == []
    assert names(tmp_path) == set()
    assert clear(tmp_path) == []


def test_a_single_file_is_added(tmp_path):
    wrote(tmp_path, a="1")
    write_file(tmp_path / "b", b"2", "a page")
    write_file(tmp_path / "b", b"3", "a page")
    assert names(tmp_path) == {"a", "b", MANIFEST}
    (tmp_path / "c").write_text("mine")
    with pytest.raises(OwnershipError):
        write_file(tmp_path / "c", b"4", "a page")
