""".csv and .tsv."""

from datetime import datetime

import pytest

from onrecord.load import load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."


def read(tmp_path, content, name="a.csv", **options):
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / name).write_bytes(data)
    articles = load(tmp_path / name, **options)
    rejected = articles.attrs["rejected"]
    faults = {
        path.rsplit("/", 1)[1]: why
        for path, why in zip(rejected.path, rejected.reason, strict=True)
    }
    return articles, faults


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "|")]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(tmp_path, name, delimiter, encoding):
    rows = [["Headline", "Date", "text"], ["Überfall", "2025-06-20", f'"{BODY}"']]
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    articles, faults = read(tmp_path, content, name)
    assert faults == {}
    row = articles.iloc[0]
    assert (row.title, row.published) == ("Überfall", datetime(2025, 6, 20))
    assert row.text == f"Überfall\n\n{BODY}"
    assert row.path.endswith(f"/{name}#1")


def test_newlines_and_quotes_inside_a_value(tmp_path):
    articles, _ = read(tmp_path, f'text\r\n"{BODY}\r\n\r\n""No,"" she said."\r\n')
    assert articles.text[0] == f'{BODY}\n\n"No," she said.'


def test_a_broken_row_does_not_take_its_neighbours_along(tmp_path):
    rows = [f"One,{BODY.replace(',', '')}", "Two", "Three,x,y", '"Fo"ur,x', f'Five,"{BODY}"', ""]
    articles, faults = read(tmp_path, "\n".join(["title,text", *rows]))
    assert articles.title.to_list() == ["One", "Five"]
    assert faults == {
        "a.csv#2": "has a title but no text",
        "a.csv#3": "has 3 values for 2 columns",
        "a.csv#4": "has quotation marks that are not doubled or not closed (line 5)",
    }
    assert articles.path[1].endswith("#5")


def test_a_table_without_text_names_its_columns_once(tmp_path):
    _, faults = read(tmp_path, "id,words\n1,a\n2,b\n")
    assert faults == {
        "a.csv": "has no column for the text among id, words; name it with columns={'text': ...}"
    }


def test_columns_name_the_text(tmp_path):
    content = f'id,words,paper\n1,"{BODY}",Post\n'
    articles, _ = read(tmp_path, content, columns={"text": "words", "outlet": "paper"})
    assert (articles.text[0], articles.outlet[0]) == (BODY, "Post")


def test_a_row_with_a_nul_is_rejected_alone(tmp_path):
    articles, faults = read(tmp_path, f'text\n"{BODY}"\n"A nul \0 byte, {BODY}"\n')
    assert len(articles) == 1
    assert faults == {"a.csv#2": "is not text"}


def test_a_value_longer_than_the_csv_module_takes_by_itself(tmp_path):
    articles, _ = read(tmp_path, f'text\n"{(BODY + " ") * 4000}"\n')
    assert len(articles.text[0]) == 4000 * (len(BODY) + 1)


def test_a_row_over_the_limit_is_rejected_alone(tmp_path):
    content = f'text\n"{BODY}"\n"{BODY * 20}"\n'
    articles, faults = read(tmp_path, content, max_bytes=1000)
    assert len(articles) == 1
    assert faults == {"a.csv#2": "is larger than 1 kB"}


def test_dates_of_one_file_show_the_order_of_day_and_month(tmp_path):
    days = ["25/03/2025", "03/04/2025", "26/03/2025", "31/03/2025"]
    rows = [f'{day},"{number}. {BODY}"' for number, day in enumerate(days)]
    articles, _ = read(tmp_path, "\n".join(["date,text", *rows]))
    assert articles.published[1] == datetime(2025, 4, 3)
    articles, _ = read(tmp_path, "\n".join(["date,text", rows[1]]), "b.csv")
    assert articles.published.isna().all()
