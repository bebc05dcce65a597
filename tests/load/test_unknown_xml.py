"""XML whose elements are called as nobody knows: the headline is told by its shape and place."""

import pytest

from onrecord.load import iter_articles

SAID = "The minister, Ida Brandt, said on Tuesday that the deal would not survive. " * 4
HEAD = "Harbour deal stalls as ministers trade blame"


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        (f"<k1>{HEAD}</k1>", HEAD),
        (f"<d>5 March 2024</d><p1>Northport Courier</p1><hl1>{HEAD}</hl1>", HEAD),
        (f"<w>By Ann Sorel of the Northport Courier</w><x7>{HEAD}</x7>", HEAD),
        (f"<id>2024-03-05 a b c</id><zeile>{HEAD}</zeile><ort>Lysk</ort>", HEAD),
        (f"<title>Talks stall</title><k1>{HEAD}</k1>", "Talks stall"),
        ("<d>Tuesday, 5 March 2024</d><p1>Northport Courier</p1>", None),
        ("<u>https://courier.example/a b c d</u>", None),
        ("<s1>They left the quay early. Nobody spoke to them.</s1>", None),
    ],
)
def test_the_headline_of_an_unknown_element(tmp_path, fields, title):
    one = f"<stueck n='{{}}'>{fields}<worte>{SAID}</worte></stueck>"
    text = f"<sammlung>{one.format(1)}{one.format(2).replace('Tuesday', 'Monday')}</sammlung>"
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    found = list(iter_articles(tmp_path / "a.xml"))
    assert [one.title for one in found] == [title, title]
    assert [one.text.count("would not survive.") for one in found] == [4, 4]
    assert title is None or all(one.text.startswith(f"{title}\n\nThe minister") for one in found)
