""".zip."""

import io
import zipfile

import pandas as pd
import pytest

from onrecord.load import archive, load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."


def save(path, members, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as made:
        for name, content in members:
            made.writestr(name, content)
    return path


def read(path, **options):
    articles = load(path, **options)
    rejected = articles.attrs["rejected"]
    start = f"{path.as_posix()}/"
    return (
        [each.removeprefix(start) for each in articles.path],
        {
            each.removeprefix(start): why
            for each, why in zip(rejected.path, rejected.reason, strict=True)
        },
    )


def test_members_of_many_formats_by_name(tmp_path):
    rows = io.BytesIO()
    pd.DataFrame({"text": [f"P. {BODY}"]}).to_parquet(rows)
    path = save(
        tmp_path / "a.zip",
        [
            ("z.txt", f"Z\n{BODY}"),
            ("news/a.md", f"# A\n\n{BODY}"),
            ("rows.jsonl", '{"text": "B. ' + BODY + '"}\n{\n'),
            ("c.csv", f'text\n"C. {BODY}"\n'),
            ("d.parquet", rows.getvalue()),
            ("__MACOSX/news/._a.md", b"\0"),
            (".hidden.txt", BODY),
            ("news/", b""),
            ("e.bin", b"\0"),
        ],
    )
    kept, faults = read(path)
    assert kept == ["c.csv#1", "d.parquet#1", "news/a.md", "rows.jsonl#1", "z.txt"]
    assert faults["rows.jsonl#2"] == "is not valid JSON"
    assert faults["e.bin"].startswith("has the format .bin;")
    assert len(faults) == 2


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:/out.txt", "..\\out.txt"]
)
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    kept, faults = read(save(tmp_path / "a.zip", [(name, BODY), ("in.txt", f"In\n{BODY}")]))
    assert kept == ["in.txt"]
    assert list(faults.values()) == ["has a name that leads out of the archive"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip"]


def test_an_archive_in_an_archive_is_not_opened(tmp_path):
    inner = io.BytesIO()
    save(inner, [("a.txt", BODY)])
    path = save(tmp_path / "a.zip", [("inner.zip", inner.getvalue())])
    assert read(path) == ([], {"inner.zip": "is an archive inside an archive"})


def test_a_member_that_unpacks_beyond_measure_is_not_opened(tmp_path):
    path = save(tmp_path / "a.zip", [("bomb.txt", b"a" * 2_000_000), ("in.txt", f"In\n{BODY}")])
    assert read(path) == (["in.txt"], {"bomb.txt": "unpacks to more than 200 times its size"})


def test_a_member_over_the_limit_is_rejected_alone(tmp_path):
    path = save(tmp_path / "a.zip", [("big.txt", BODY * 20), ("in.txt", f"In\n{BODY}")])
    assert read(path, max_bytes=1000) == (["in.txt"], {"big.txt": "is larger than 1 kB"})


def test_an_archive_over_the_limit_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "TOTAL", 1000)
    path = save(tmp_path / "a.zip", [(f"{n}.txt", f"{n} {BODY}") for n in range(20)])
    [reason] = load(path).attrs["rejected"].reason
    assert reason == "unpacks to 1.51 kB, over 1 kB"


def test_a_link_or_a_locked_member_is_refused(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    path = save(tmp_path / "a.zip", [(link, "/etc/hostname"), ("locked.txt", BODY)])
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")  # the last entry of the directory: set its lock bit
    data[at + 8] |= 1
    path.write_bytes(data)
    assert read(path) == (
        [],
        {"link.txt": "is a link inside an archive", "locked.txt": "is protected by a password"},
    )


def test_a_damaged_member_is_rejected_alone(tmp_path):
    members = [("a.txt", f"A\n{BODY}"), ("b.txt", f"B\n{BODY}")]
    path = save(tmp_path / "a.zip", members, zipfile.ZIP_STORED)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"B\nThe harbour", b"B\nThe hxrbour"))
    assert read(path) == (["a.txt"], {"b.txt": "is damaged, or is not a .txt file"})


def test_two_members_of_one_name_are_counted(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = save(tmp_path / "a.zip", [("a.txt", BODY), ("a.txt", BODY)])
    kept, faults = read(path)
    assert kept == ["a.txt"]
    assert list(faults.values()) == [f"is the same article as {path.as_posix()}/a.txt"]


def test_a_sidecar_in_the_archive_counts(tmp_path):
    table = "path,outlet,published\nnews/a.txt,Post,2025-06-20\n"
    path = save(tmp_path / "a.zip", [("metadata.csv", table), ("news/a.txt", f"A\n{BODY}")])
    articles = load(path)
    assert articles.outlet.to_list() == ["Post"]
    assert str(articles.published[0]) == "2025-06-20 00:00:00"
    assert articles.attrs["rejected"].empty


def test_an_empty_archive(tmp_path):
    path = save(tmp_path / "a.zip", [])
    assert load(path).attrs["rejected"].reason.to_list() == ["holds no article"]
