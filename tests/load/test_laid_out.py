"""Tables that lay a page out are no tables; tables of data are."""

import lxml.html
import pytest

from onrecord.load import load
from onrecord.load.laid_out import unlaid

BODY = [
    "The harbour board met for six hours on Monday and could not agree on who would pay for the "
    "new lock, which is to be finished in the autumn of next year.",
    "“We will not pay for a lock that only one company uses,” said Ilse Brandt, who chairs the "
    "board and has been against the plan from its beginning.",
    "The company, Norsa Lines, said in a letter that it had offered a third of the cost in June "
    "and that nobody had answered it since.",
    "Fishermen waited outside and were told nothing until the evening, two of them said; their "
    "boats will stay in port until somebody has spoken to them.",
    "The mayor, Petra Lindqvist, asked all sides to come back on Thursday and to bring their "
    "numbers with them, as the council has to decide this month.",
]
MENU = "<td><a href='/'>Home</a><br><a href='/s'>Sport</a></td>"
NAMES = "".join(
    f"<tr><td>Boat {n}</td><td>{n} tons of grain and of timber</td></tr>" for n in range(40)
)


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr>{MENU}<td><h1>Board fails</h1><p>{'<p>'.join(BODY)}</td></tr></table>",
        f"<table><tbody><tr>{MENU}<td><table><tr><td><h1>Board fails</h1><p>{'<p>'.join(BODY)}"
        "</td></tr></table></td></tr></tbody></table>",
    ],
)
def test_an_article_in_a_cell(tmp_path, table):
    (tmp_path / "a.html").write_text(
        f"<html><head><title>Board fails</title></head><body>{table}</body></html>"
    )
    (found,) = load(tmp_path).text
    assert [line for line in found.split("\n") if line] == ["Board fails", *BODY]


@pytest.mark.parametrize(
    "table",
    [
        f"<table>{NAMES}</table>",
        f"<table><tr><th>Boat</th></tr><tr><td>{' '.join(BODY)}</td></tr></table>",
        "<table><tr><td>One</td></tr></table>",
    ],
)
def test_a_table_of_data_stays(table):
    tree = lxml.html.fromstring(f"<html><body>{table}</body></html>")
    before = lxml.html.tostring(tree)
    unlaid(tree)
    assert lxml.html.tostring(tree) == before
