"""The list of licences is whole, and an audit audits, or says that it did not."""

import json
import re
import zipfile
from pathlib import Path

import advisories
import licences
import pytest

ROOT = Path(__file__).parents[2]
LISTED = (ROOT / "docs" / "licences.md").read_text("utf-8")


def test_every_library_is_listed_with_its_licence():
    known = dict(re.findall(r"^\| (\S+) \| (.+) \|$", LISTED, re.M))
    for name, about in licences.closure().items():
        assert known.get(name) == licences.licence(about), f"{name}: make docs/licences.md anew"
    assert {"pandas", "onnxruntime", "lxml", "duckdb"} <= known.keys()
    assert all(known.values())


def test_no_library_asks_that_others_be_free():
    rows = re.findall(r"^\| (\S+) \| (.+) \|$", LISTED, re.M)
    strict = [
        row for row in rows if "GPL" in row[1] and " OR " not in row[1] and "LGPL" not in row[1]
    ]
    assert strict == []


ONE = {
    "id": "OSV-1",
    "affected": [
        {
            "package": {"name": "Foo_Bar", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.0"}, {"fixed": "1.5"}]}],
            "versions": ["0.3"],
        }
    ],
}


@pytest.mark.parametrize(
    ("version", "code"),
    [("0.3", 1), ("0.9", 0), ("1.0", 1), ("1.4.9", 1), ("1.5", 0), ("2", 0), ("odd", 0)],
)
@pytest.mark.parametrize("packed", [True, False])
def test_an_audit_finds_what_is_known(tmp_path, capsys, version, code, packed):
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"foo-bar=={version} \\\n    --hash=sha256:00\nbaz==1.2\n")
    path = tmp_path / ("all.zip" if packed else "all.json")
    if packed:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("OSV-1.json", json.dumps(ONE))
    else:
        path.write_text(json.dumps([ONE]))
    assert advisories.main([str(path), "--lock", str(lock)]) == code
    assert ("OSV-1" in capsys.readouterr().out) == bool(code)


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b"PK junk"])
def test_an_audit_of_nothing_is_void(tmp_path, capsys, content):
    given = []
    if content is not None:
        (tmp_path / "a.json").write_bytes(content)
        given = [str(tmp_path / "a.json")]
    assert advisories.main(given) == advisories.VOID
    assert capsys.readouterr().err.startswith("void: ")


def test_the_lock_file_is_understood():
    found = dict(advisories.pinned(advisories.LOCK.read_text("utf-8")))
    assert len(found) > 100
    assert "pandas" in found
