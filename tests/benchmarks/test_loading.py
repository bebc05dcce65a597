"""The benchmark of loading, on pages of our own."""

import json

import loading
import pytest

PAGE = """<html lang="en"><head><title>Talks stall</title>
<meta property="article:published_time" content="2025-06-20"></head><body><article>
<h1>Talks stall</h1><p>The harbour talks between the two ministries stalled on Tuesday.</p>
<p>Officials said at night that nobody knew when they would go on.</p></article></body></html>"""
BODY = """The harbour talks between the two ministries stalled on Tuesday.
Officials said at night that nobody knew when they would go on."""


def test_a_folder_with_gold(tmp_path, capsys):
    (tmp_path / "a.html").write_text(PAGE)
    gold = {"title": "Talks stall", "published": "2025-06-20", "author": "Ann Sorel", "body": BODY}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"file": "a.html", **gold}))
    assert loading.main([str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "| title | 1 | 1 | 100.0% |" in said
    assert "| published | 1 | 1 | 100.0% |" in said
    assert "| author | 1 | 0 | 0.0% |" in said
    assert "| outlet | 0 | 0 | - |" in said
    assert "| body | 1 | 1 | recall 1.000, precision 1.000 |" in said


@pytest.mark.parametrize("content", [None, "no json", "{}", ""])
def test_gold_that_cannot_be_read(tmp_path, capsys, content):
    if content is not None:
        (tmp_path / "gold.jsonl").write_text(content)
    assert loading.main([str(tmp_path)]) == 1
    assert "gold.jsonl" in capsys.readouterr().err


def test_a_page_that_is_not_kept_counts_as_wrong(tmp_path, capsys):
    (tmp_path / "a.html").write_text("<p>Menu</p>")
    (tmp_path / "gold.jsonl").write_text('{"file": "a.html", "title": "T", "body": "They left."}')
    assert loading.main([str(tmp_path)]) == 0
    assert "| body | 1 | 0 | recall 0.000, precision 0.000 |" in capsys.readouterr().out
