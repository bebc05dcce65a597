"""Tables that hold an abstract of each article and no text: kept as incomplete."""

import json

import pytest

from onrecord.load import load

SAID = "The minister, Ida Brandt, said on Tuesday that the deal would not survive the spring."
BODY = "Talks on the quay ended on Monday. Both ministers left, and nobody spoke."


@pytest.mark.parametrize("name", ["Abstract", "summary"])
def test_an_abstract_alone(tmp_path, name):
    (tmp_path / "a.csv").write_text(
        f'Title,{name},Authors,pubdate,pubtitle\nDeal stalls,"{SAID}",Ann Sorel,"Mar 5, 2024",'
        "Northport Courier\n"
    )
    [row] = load(tmp_path).itertuples()
    assert (row.title, row.outlet, f"{row.published:%Y-%m-%d}") == (
        *("Deal stalls", "Northport Courier", "2024-03-05"),
    )
    assert row.text == f"Deal stalls\n\n{SAID}"
    assert "lead" in load(tmp_path).attrs["incomplete"].reason[0]


def test_an_abstract_beside_a_text_is_none_of_it(tmp_path):
    (tmp_path / "a.csv").write_text(f'Title,Abstract,Text\nDeal stalls,"{SAID}","{BODY}"\n')
    frame = load(tmp_path)
    assert frame.text[0] == f"Deal stalls\n\n{BODY}"
    assert frame.attrs["incomplete"].empty


def test_the_longer_of_a_lead_and_a_summary_stands_for_the_text(tmp_path):
    (tmp_path / "a.json").write_text(
        json.dumps({"articles": [{"title": "Deal stalls", "excerpt": BODY[:40], "summary": BODY}]})
    )
    frame = load(tmp_path)
    assert frame.text[0] == f"Deal stalls\n\n{BODY}"
    assert "lead" in frame.attrs["incomplete"].reason[0]
