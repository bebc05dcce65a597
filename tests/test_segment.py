"""Sentences, paragraphs and their roles."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from onrecord.segment import LOOK, segment


def pieces(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. No met Mr. J. R. Brekke at 5 p.m. on Monday.", "He paid $1.5 million."],
        ["The U.S. Senate voted.", "Gen. Lind of No. 10 Quay St. left."],
        ["See www.vell.example for v2.0 of it.", "It was late... or was it?"],
        ["He said: “I am Sen. Orrin (D-Vell) and I vote.”", "Rep. Lind agreed."],
        # a quotation is cut like other text, the cue stays with its last sentence
        ["“We go.", "We stay!", "Now what?” she asked.", "Nobody knew."],
        ['"We go.', 'We stay," said Mr. Lind.', "Nobody knew."],
        ["“We came, Mr. Lind said, to No. 10.", "Then we left."],
        # questions in quotation marks go on with their cue
        ["“Is it true?” Mr. Lind asked.", "“It is!” Torvald replied."],
        ["“Is it?” he asked.", "“It is.”", "The end."],
        # a mark that opens a quotation which nothing closes stays with it
        ["“We go,” she said at noon.", "“We shall be back in May."],
        ['"We go," she said at noon.', '"We shall be back in May.'],
        # "no" ends a sentence where no number follows
        ["Asked about it, she answered with a plain no.", "“We shall go,” she said."],
        ["The vote was a no.", "Lind left."],
        ["It was cell no. 4 of the old jail.", "He saw No. 5 there."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = "Title\n\n" + " ".join(sentences)
    assert pieces(text)[1:] == sentences


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        (["Talks stall", "Both sides left the hall."], ["headline", "body"]),
        (
            ["Talks stall", "Both sides left, and no new date was set", "They met. They left."],
            ["headline", "standfirst", "body", "body"],
        ),
        (
            ["Talks stall", "Both sides left the hall.", "-", "A quay in Vell (AP)", "They met."],
            ["headline", "standfirst", "body", "caption", "body"],
        ),
        (
            ["Talks stall", "By Jane Doe", "They met.", "(Reporting by Hugo Lind; editing by Orr)"],
            ["headline", "caption", "body", "caption"],
        ),
        (["Talks stall", "They met.", "They left.", "Photo: the quay", "The end."],
         ["headline", "body", "body", "caption", "body"]),
        (["Talks stall", "They met.", "Union urges calm", "They left."],
         ["headline", "body", "heading", "body"]),
        # lists, quotations and last lines are no headings
        (["Talks stall", "They met.", "• One point", "They left."],
         ["headline", "body", "body", "body"]),
        (["Talks stall", "They met.", "Vell 3", "Brant 2", "They left."],
         ["headline", "body", "body", "heading", "body"]),
        (["Talks stall", "They met.", "“We stay”", "They left."],
         ["headline", "body", "body", "body"]),
        (["Talks stall", "They met.", "Hugo Lind"], ["headline", "body", "body"]),
        # a text that begins with its body
        (["They met on Monday. They talked. Then they left. Nobody stayed behind."], ["body"] * 4),
    ],
)  # fmt: skip
def test_roles(lines: list[str], roles: list[str]) -> None:
    assert [s.role for s in segment("\n\n".join(lines))] == roles


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n ",
        "One",
        "Title\r\n\r\nBody, with a return. And more.",
        "Title\n\n“ “ ” ’ ‘ \" '' . ! ? …",
        "Title\n\n" + "a" * 5000,
        "Title\n\nMr. \nDr. No. 5. U.S. etc.",
        "Title\n\n🙂 Fine. e\u0301tat. \u00a0Odd\u2028line. \x00 Nul.",
    ],
)
def test_every_character_that_is_not_white_space_lies_in_one_sentence(text: str) -> None:
    found = segment(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


@pytest.mark.parametrize("words", ["Ada Quist left. ", "“It rained. We stayed,” Bo Lund said. "])
def test_a_very_long_line_is_split_as_a_short_one(words):
    """Also where a part of it ends in the middle of a sentence or of a quotation."""
    one = [words[s.start : s.end] for s in segment(words)]
    line = words * (3 * LOOK // len(words))
    found = [line[s.start : s.end] for s in segment(line)]
    assert found == one * (3 * LOOK // len(words))


@pytest.mark.parametrize("row", [".", "!?", "…", "? ", "“.", "'"])
def test_a_row_of_marks_takes_time_that_grows_with_it(row):
    line = "“" + row * (100_000 // len(row))
    began = time.process_time()
    assert segment(f"Talks stall\n\n{line}")
    assert time.process_time() - began < 3


@pytest.mark.parametrize("words", ["and ", "“ and ", "`and` ", "x"])
def test_a_sentence_without_end_is_cut_and_nothing_of_it_lost(words):
    line = words * (3 * LOOK // len(words))
    found = segment(line)
    assert "".join(line[s.start : s.end] for s in found).replace(" ", "") == line.replace(" ", "")
    assert max(s.end - s.start for s in found) <= LOOK
