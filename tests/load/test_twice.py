"""A body that stands twice in its file is read once; what only comes again stays."""

import pytest

from onrecord.load import load
from onrecord.load.twice import once

BODY = [
    "The transport minister, Ida Brandt, said on Tuesday that the harbour agreement would not "
    "survive another week of delay and accused the opposition of playing for time.",
    "Her deputy, Tom Reyes, told reporters that the government had offered three compromises since "
    "January and that none had been answered.",
]
VERSE = ["Row, row, row your boat", "Gently down the stream"]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["Harbour", *BODY, *BODY], ["Harbour", *BODY]),
        (["Harbour", "", *BODY, "", *BODY, ""], ["Harbour", "", *BODY]),
        (["Harbour", *BODY, BODY[0] + " ", BODY[1]], ["Harbour", *BODY]),
        ([*BODY, *BODY], BODY),
        (["Harbour", *VERSE, *VERSE], None),
        (["Harbour", *BODY], None),
        (["Harbour", *BODY, BODY[0]], None),
        (["Harbour", *BODY, BODY[0], BODY[1] + " More."], None),
        (["Harbour", BODY[0], BODY[0]], None),  # a paragraph that comes again
        (["Harbour", *BODY, *reversed(BODY)], None),
        ([], None),
    ],
)
def test_a_body_that_stands_twice(lines, kept):
    text = "\n".join(lines)
    assert once(text, "Harbour") == (text if kept is None else "\n".join(kept))


def test_a_file_with_its_article_twice(tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(["Harbour deal stalls", *BODY, *BODY]))
    (found,) = load(tmp_path).text
    assert found == "\n\n".join(["Harbour deal stalls", *BODY])
