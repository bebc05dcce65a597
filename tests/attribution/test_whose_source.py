"""Names beside a cue or before a quotation: which are its source, and which are none."""

import pytest
from attribution_language import said

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "sources"),
    [
        # who speaks
        ("{C:The port would stay open}, as Torvald {Q:said} on Tuesday.", ["Torvald"]),
        ("{C:The port}, she {Q:has promised}, {C:would stay open}.", ["she"]),
        ("Torvald was blunt that day. {C:“We will not sign this.”}", ["Torvald"]),
        # who is spoken to or about
        ("{C:The Ferry Board} {Q:has been asked} {C:to look at nine cases}.", [""]),
        ("{C:The Ferry Board} {Q:is being urged} {C:to look at nine cases}.", [""]),
        ("{C:Revenue} {Q:had been forecast} {C:to be four million crowns}.", [""]),
        ("{C:Torvald} {Q:was also dubbed} {C:the winner of the night}.", [""]),
        ("{C:Crews} {Q:have since been promised} {C:a rise}.", [""]),
        # who speaks, though an auxiliary or an adverb stands there
        ("{C:The Ferry Board} {Q:has reportedly offered} {C:to look at it}.", ["The Ferry Board"]),
        ("{C:The Ferry Board} {Q:had promised} {C:a rise}.", ["The Ferry Board"]),
        # words that open a clause are nobody
        ("When {Q:asked} {C:to open the port}, he left.", [""]),
        ("While he was away. {C:“We will not sign this.”}", [""]),
        ("However {Q:said} {C:that the port was shut}.", [""]),
        # the sentence before has its own people
        ("It was a long day in Brantness. {Q:Asked} {C:to open the port}, all left.", [""]),
    ],
)
def test_whose_source(marked, sources):
    assert [each[0] for each in said(HEAD + marked)] == sources
