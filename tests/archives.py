"""Invented articles as archives export them, and what is read from such a file."""

from pathlib import Path

from onrecord.load import Draft, Rejected, iter_articles

SAID = [
    "The transport minister, Ida Brandt, said on Tuesday that the deal over the quay would fail.",
    "Her deputy, Tom Reyes, told reporters that none of the four offers had been answered.",
    "“We have waited long enough,” the leader of the union, Karin Moe, said in a statement.",
    "The port of Oslem handles a third of the grain, and a strike would close it in two days.",
]
BODY, OTHER = "\n\n".join(SAID[:3]), "\n\n".join(SAID[1:])
TITLE, STRIKE = "Harbour deal stalls as ministers trade blame", "Union warns of strike at terminal"
PAPER = "The Northport Courier"
FIRST = (TITLE, PAPER, "2024-03-05", "Ann Sorel")
SECOND = (STRIKE, "Morning Ledger", "2024-03-07", "Paul Okoro")


def read(path: Path, data: str | bytes) -> tuple[list[tuple], list[list[str]]]:
    """Title, outlet, day and author of each article of a file, and its lines below the title."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    items = list(iter_articles(path))
    assert not [item.reason for item in items if isinstance(item, Rejected)]
    kept = [item for item in items if isinstance(item, Draft)]
    rows = [
        (one.title, one.outlet, one.published and f"{one.published:%Y-%m-%d}", one.author)
        for one in kept
    ]
    lines = [[each for each in one.text.split("\n") if each] for one in kept]
    return rows, [each[bool(one.title) :] for one, each in zip(kept, lines, strict=True)]
