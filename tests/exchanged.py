"""Articles to hand out to annotation programs, with what analyses seldom hold."""

from __future__ import annotations

from samples import Quote, Told, article, tables

from onrecord import exchange
from onrecord.exchange import Document, Side, Statement

TABLES = tables(
    article(
        "The Lantern", "2031-03-01",
        Quote("Ada Quist", "Norland broke its word, and Sudland kept it",
              {"Norland": -0.8, "Sudland": 0.7}),
        Told("Norland answered late.", {"Norland": -0.9}),
        Quote(None, "nobody asked Norland", {"Norland": 0.0}, kind="indirect"),
        title="Envoys meet 🏝 on the island 🏝",
    ),
    article("The Gull", None, Quote("Bo Ek", "we wait"), title="“Wait” & <see>; a|b; c"),
    article(None, "2031-04-02", Told("It rained.")),
)  # fmt: skip

TEXT = (
    "Head\n\n“First words 😀 here,” she | he said.\n“Second\nwords,” Ada Quist said of Norland.\n"
)


def spans(words, text=TEXT):
    start = text.index(words)
    return ((start, start + len(words)),)


# what analyses seldom hold: two speakers, two contents, one over a line break
ODD = Document(
    "odd1", TEXT, title="", outlet="", statements=(
        Statement("odd1-0", False, spans("“First words 😀 here,”") + spans("“Second\nwords,”"),
                  spans("she | he"), spans("said"), ("Ada Quist", "Bo Ek"),
                  (Side("Norland", "against", *spans("Norland")[0]),)),
        Statement("odd1-s3", True, spans("Ada Quist said of Norland."), sides=(
                  Side("Norland", "favor", *spans("Norland")[0]),
                  Side("Ada Quist", "none", *spans("Ada Quist")[0]))),
        # one actor named twice, and a side each time
        Statement("odd1-s4", True, spans("First words 😀 here"), sides=(
                  Side("It", "favor", *spans("First")[0]),
                  Side("It", "against", *spans("words 😀")[0]),
                  Side("It", "none", *spans("here")[0]))),
    ),
)  # fmt: skip
DOCUMENTS = [*exchange.documents(TABLES), ODD.having(list(ODD.statements))]
