"""The fuzzers, for a moment; and that they see what they are there to see."""

import random

import fuzz
import fuzz_files
import fuzz_lives
import fuzz_stores
import pytest


def test_nothing_fails_in_a_short_run(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz_lives, "LIVES", 1)
    told = fuzz.fuzz(0.01, 7, tmp_path / "kept")
    assert told["mutated files"] >= 10
    assert told["lives of a store"] >= 1
    assert not (tmp_path / "kept").exists()


def test_what_fails_is_kept_with_its_seed(tmp_path, monkeypatch):
    def broken(_draw, _folder):
        raise AssertionError("a file left no trace")

    monkeypatch.setattr(fuzz_files, "attack", broken)
    told = fuzz.fuzz(0.01, 41, tmp_path, ["files"])
    assert told["failed"] >= 1
    assert "--only files --seed 41" in (tmp_path / "files-41.txt").read_text()


@pytest.mark.parametrize("name", ["csv", "Guardian", "parquet", "Nexis Uni.docx", "mbox"])
def test_a_record_that_is_lost_is_seen(tmp_path, name):
    made = fuzz_files.ALL[name]
    (tmp_path / "beside.txt").write_text("A file beside it.")
    (tmp_path / f"a{made.suffix}").write_bytes(made.make(5))
    fuzz_files.count(tmp_path, 5)
    fuzz_files.keeps_others(tmp_path, 5)
    with pytest.raises(AssertionError, match="no trace"):
        fuzz_files.keeps_others(tmp_path, 6)
    with pytest.raises(AssertionError, match="5 of 6"):
        fuzz_files.count(tmp_path, 6)


def test_a_mutation_is_known_by_its_seed():
    made = [fuzz_files.mutated(b"The talks stalled." * 9, random.Random(n)) for n in (1, 1, 2)]
    assert made[0] == made[1] != made[2]


def test_a_run_is_killed_where_it_is_told_to(tmp_path):
    (tmp_path / "a").write_text("x")
    with fuzz_stores.killed(1):
        (tmp_path / "a").rename(tmp_path / "b")
        (tmp_path / "b").rename(tmp_path / "c")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
