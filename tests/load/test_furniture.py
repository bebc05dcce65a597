"""Lines that are none of an article's, in plain text, cells and documents."""

import pandas as pd
import pytest

from onrecord.load import load
from onrecord.load.furniture import without

HEAD = "Quay deal stalls"
ONE = "The talks over the quay stalled on Monday after both ministers had blamed each other."
TWO = "“Nobody called us,” said Ida Brandt, who had led the talks since the spring of last year."

APART = [
    *("Advertisement", "ADVERTISEMENT", "Advertisement - scroll to continue", "Sponsored Content"),
    *("Story continues below advertisement", "Continue reading the main story"),
    *("READ MORE: Union warns of strike", "Read more: Union warns of strike", "Related: Ferries"),
    *("Also read: Ferry line to close", "SEE ALSO: Ferry line to close", "More: Ferry line closes"),
    *(
        "Photographer: Lena Fisk/Bloomberg",
        "Photo: L. Fisk",
        "Photo by Lena Fisk",
        "(Getty Images)",
    ),
    *("Picture: Lena Fisk", "Image copyright Getty Images", "Lena Fisk / Reuters", "Credit: AFP"),
    *("Sign up for our daily newsletter", "Subscribe to our newsletter here", "Sign up here."),
    "Get the day's top stories delivered to your inbox every morning.",
    "The Port Briefing newsletter has all you need. Sign up here.",
    "This story was originally published on March 5, 2024.",
    "The post Quay deal stalls appeared first on Northport Post.",
    "This article originally appeared in the Northport Post.",
    "A version of this article appears in print on March 6, 2024, on Page 4.",
    *("Share this article", "Facebook Twitter LinkedIn Email Print", "Share Tweet Save WhatsApp"),
    *("Follow Ann Sorel on Twitter @sorel.", "Follow us on Facebook", "Click here to subscribe"),
    *("Contact Ann Sorel at asorel@post.example.", "Reach her at 555-0100 or a@post.example."),
    *("© 2024 Northport Media", "Copyright 2024 Northport Media. All rights reserved."),
    *("Leave a comment", "Join the conversation", "Comments are closed.", "toggle caption"),
    "Media playback is unsupported on your device",
]
KEPT = [
    "Advertisement rates rose, the paper said.",
    "The post of harbour master was first offered to her, he said.",
    "Read more books, she told the children.",
    "Related firms were searched as well.",
    "Photo agencies sued the paper over its use of pictures from the quay.",
    "Watch them, he warned.",
    "Sign up or leave, the union told its members.",
    "Follow the money, the prosecutor said on television.",
    "Share prices fell by a tenth.",
    "This story was told by the fishermen for years.",
    "This article of the treaty was never applied.",
    "Contact with the ship was lost at noon.",
    "Copyright law was changed that year, the judge said.",
    "Twitter said on Monday that it would share more.",
    "More ferries are on their way.",
    "Subscribe, they were told, or lose the vote.",
    "“Join us,” she said.",
    "Credit is dear, the bank said in its report.",
]


@pytest.mark.parametrize("line", APART)
def test_a_line_that_stands_apart_goes(line):
    assert without(f"{HEAD}\n\n{ONE}\n\n{line}\n\n{TWO}", page=False) == f"{HEAD}\n\n{ONE}\n\n{TWO}"


@pytest.mark.parametrize("line", KEPT)
@pytest.mark.parametrize("page", [True, False])
def test_a_line_of_an_article_stays(line, page):
    text = f"{HEAD}\n\n{ONE}\n\n{line}\n\n{TWO}"
    assert without(text, page=page) == text


def test_a_headline_and_a_text_of_one_line_stay():
    assert without(f"Advertisement\n\n{ONE}", page=False) == f"Advertisement\n\n{ONE}"
    assert without("Advertisement", page=False) == "Advertisement"


def test_what_stands_between_sentences_goes():
    text = f"{HEAD}\n{ONE} Advertisement {TWO} Advertisement rates rose, he said."
    assert without(text, page=False) == f"{HEAD}\n{ONE} {TWO} Advertisement rates rose, he said."


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Ann Sorel is a reporter who covers ports.", False),
        ("By Ann Sorel", False),
        ("Ann Sorel was there when the roof fell in.", True),
        ("Tom Reyes is a reporter who covers ports.", True),
    ],
)
def test_what_tells_of_the_author_at_the_end_goes(last, kept):
    text = f"{ONE}\n{TWO}\n{last}"
    assert without(text, page=False, authors="Ann Sorel") == (text if kept else f"{ONE}\n{TWO}")


def test_files_of_text_and_of_rows_are_cleaned(tmp_path):
    text = f"{HEAD}\n\n{ONE}\n\nAdvertisement\n\n{TWO}\n\nREAD MORE: Ferry line to close\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    row = {"title": "Another", "text": f"{TWO}\n\nPhoto: L. Fisk\n\n{ONE}\n\nShare this article"}
    pd.DataFrame([row]).to_csv(tmp_path / "b.csv", index=False)
    first, second = load(tmp_path).text
    assert first.split() == f"{HEAD} {ONE} {TWO}".split()
    assert second.split() == f"Another {TWO} {ONE}".split()
