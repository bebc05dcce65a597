"""One bad record never takes others along: found is kept plus rejected, for every format."""

import json
import re

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.load import load

COUNT = 7
BAD = 3


def sentence(number: int) -> str:
    return f"The harbour talks stalled on day {number} of the year, and both sides left the hall."


ROWS = [{"title": f"Talks {number}", "text": sentence(number)} for number in range(1, COUNT + 1)]


def numbers(folder) -> tuple[list[int], list[int]]:
    """Numbers of the records kept and rejected in the only file of a folder."""
    articles = load(folder)
    faults = [re.search(r"#(\d+)$", path) for path in articles.attrs["rejected"].path]
    assert all(faults), articles.attrs["rejected"].to_string()
    kept = [int(re.search(r"day (\d+) of", text)[1]) for text in articles.text]
    return kept, [int(found[1]) for found in faults]


def csv_lines(bad: str, at: int) -> str:
    lines = [f'{row["title"]},"{row["text"]}"' for row in ROWS]
    lines[at - 1] = bad
    return "\n".join(["title,text", *lines, ""])


# what may stand in a table's line, and whether it is still an article
BAD_LINES = {
    "a quote not closed": f'Talks 3,"{sentence(3)}',
    "a quote not opened twice": f'Talks 3,"The "harbour" talks: {sentence(3)}"',
    "a broken value of many lines": f'Talks 3,"The "harbour"\n\na, b, c\n{sentence(3)}"',
    "too many values": f'Talks 3,x,"{sentence(3)}"',
    "too few values": "Talks 3",
    "a NUL": f'Talks 3,"a \0 byte: {sentence(3)}"',
}


@pytest.mark.parametrize("at", [1, BAD, COUNT])
@pytest.mark.parametrize("bad", BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_row_of_a_table(tmp_path, bad, at):
    (tmp_path / "a.csv").write_text(csv_lines(bad, at))
    assert numbers(tmp_path) == ([n for n in range(1, COUNT + 1) if n != at], [at])


BAD_OBJECTS = {
    "a value missing": '{"title": "Talks 3", "text": }',
    "a quote not closed": '{"title": "Talks 3, "text": "x"}',
    "a last quote not closed": '{"title": "Talks 3", "text": "x}',
    "a brace not closed": '{"title": "Talks 3", "text": "x"',
    "a bracket too many": '{"title": "Talks 3", "text": ["x"]]}',
    "lists inside": '{"title": "Talks 3", "tags": [{"name": "a"}, {"name": "b"} {"name": "c"}]}',
    "no object": "3",
    "a list": '["Talks 3"]',
    "nested too deeply": '{"text": ' + "[" * 5000 + "]" * 5000 + "}",
    "too many digits": '{"title": ' + "3" * 5000 + "}",
    "a NUL": '{"title": "Talks 3", "text": "a \\u0000 byte"}',
    "a raw control character": '{"title": "Talks 3", "text": "a \x01 byte"}',
    "no text": '{"title": "Talks 3"}',
    "nothing": "{}",
    "a number for a text": '{"title": "Talks 3", "text": 3}',
}
JSON_SHAPES = {
    "a list": ("[", ",", "]"),
    "a list of lines": ("[\n", ",\n", "\n]\n"),
    "in a frame": ('{"status": "ok", "articles": [', ", ", '], "page": 1}'),
    "in frames": ('{"response": {"status": "ok", "results": [\n', ",\n", "]}}"),
}


@pytest.mark.parametrize("at", [1, BAD, COUNT])
@pytest.mark.parametrize("shape", JSON_SHAPES.values(), ids=JSON_SHAPES)
@pytest.mark.parametrize("bad", BAD_OBJECTS.values(), ids=BAD_OBJECTS)
def test_a_bad_object_of_a_list(tmp_path, bad, shape, at):
    opening, comma, closing = shape
    objects = [json.dumps(row) for row in ROWS]
    objects[at - 1] = bad
    (tmp_path / "a.json").write_text(opening + comma.join(objects) + closing)
    assert numbers(tmp_path) == ([n for n in range(1, COUNT + 1) if n != at], [at])


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
@pytest.mark.parametrize("bad", BAD_OBJECTS.values(), ids=BAD_OBJECTS)
def test_a_bad_line(tmp_path, bad, name):
    objects = [json.dumps(row) for row in ROWS]
    objects[BAD - 1] = bad
    (tmp_path / name).write_text("\n".join(objects))
    assert numbers(tmp_path) == ([n for n in range(1, COUNT + 1) if n != BAD], [BAD])


@pytest.mark.parametrize("cut", range(20, 600, 40))
def test_a_json_file_that_breaks_off_keeps_what_is_whole(tmp_path, cut):
    text = json.dumps(ROWS)[:cut]
    (tmp_path / "a.json").write_text(text)
    articles = load(tmp_path)
    whole = text.count('"}')
    assert len(articles) == whole
    assert len(articles.attrs["rejected"]) == 1


@pytest.mark.parametrize("bad", [b"\xff\xfe no UTF-8", None, b"", b"<p>a \x01 b</p>" * 3])
def test_a_bad_row_of_a_parquet_file(tmp_path, bad):
    texts = [row["text"].encode() for row in ROWS]
    texts[BAD - 1] = bad
    whole = pa.array(texts, pa.binary())
    text = pa.StringArray.from_buffers(len(whole), *whole.buffers()[1:], whole.buffers()[0])
    pq.write_table(pa.table({"text": text}), tmp_path / "a.parquet")
    articles = load(tmp_path)
    assert len(articles) + len(articles.attrs["rejected"]) == COUNT
    assert {1, 2, 4, 5, 6, 7} <= {int(path.rsplit("#")[1]) for path in articles.path}


def test_a_damaged_row_group_of_a_parquet_file(tmp_path):
    path = tmp_path / "a.parquet"
    texts = [f"{row['text']} " + " ".join(map(str, range(300))) for row in ROWS]
    pq.write_table(
        pa.table({"text": texts}), path, row_group_size=2, compression="none", use_dictionary=False
    )
    data = path.read_bytes()
    place = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    path.write_bytes(data[:place] + b"\xff" * 40 + data[place + 40 :])
    assert numbers(tmp_path) == ([1, 2, 5, 6, 7], [3, 4])


@pytest.mark.parametrize(
    "bad", ["#REF!", "_x0001_ talks", True, 3, -1.5, "<p>_x0001_</p>", None], ids=str
)
def test_a_bad_row_of_a_workbook(tmp_path, bad):
    book = openpyxl.Workbook()
    for row in [["title", "text"], *([row["title"], row["text"]] for row in ROWS)]:
        book.active.append(row)
    book.active.cell(BAD + 1, 2).value = bad
    book.save(tmp_path / "a.xlsx")
    articles = load(tmp_path)
    assert len(articles) + len(articles.attrs["rejected"]) == COUNT
    assert {1, 2, 4, 5, 6, 7} <= {int(path.rsplit("#")[1]) for path in articles.path}
