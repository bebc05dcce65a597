"""Claims with figures, as the page's script lists them under any filter."""

import random
from functools import cache
from importlib import import_module

import pytest
from recounting import needs_chromium, same_table
from samples import Quote, article, tables

from onrecord import display, summary
from onrecord.display import markup
from onrecord.display.ledger import near
from onrecord.summary.compact import compact
from onrecord.tables import Tables

pytestmark = [pytest.mark.browser, needs_chromium]
PEOPLE = ("Ada Quist", "Bo Lund", "Cleo Rand", None)
SAID = (
    "The harbour lost {n},000 jobs", "about {n} percent of the ferries sailed", "it was {n} days",
    "{n} dredgers are to leave", "it cost ${n} million more than the treaty",
    "the council has {n},000 jobs in the harbour", "{n} ferries and {m} percent of them will go",
    "nobody counts them", "{n} jobs went in {m} years",
)  # fmt: skip


@cache
def corpus() -> Tables:
    draw = random.Random(4)
    made = []
    for day in range(40):
        lines = [
            Quote(
                draw.choice(PEOPLE),
                draw.choice(SAID).format(n=draw.randint(2, 90), m=draw.randint(2, 90)),
                kind=draw.choice(("direct", "indirect")),
                factuality=draw.choice(("asserted", "asserted", "hedged", "negated")),
                beside="Bo Lund" if draw.random() < 0.1 else None,
            )
            for _ in range(draw.randint(0, 4))
        ]
        when = None if day % 11 == 5 else f"2031-03-{1 + day * 7 % 23:02}T0{day % 3}:30"
        made.append(article(draw.choice(("Post", "Tidings", None)), when, *lines))
    return tables(*made)


@pytest.mark.parametrize(
    "asked",
    [{}, {"outlet": "Post"}, {"since": "2031-03-06", "until": "2031-03-12"},
     {"until": "2029-01-01"}, {"speaker": "Ada Quist"}],
    ids=str,
)  # fmt: skip
def test_claims_of_a_filter_are_those_of_the_selection(script, monkeypatch, asked):
    """Of a quantity, too, which is none where one speaker alone is left of it."""
    monkeypatch.setattr(import_module("onrecord.display.table"), "DIGITS", 17)
    given = corpus()
    page = display.View("corpus", "", given, given)
    many = [len(make(page).data["rows"]) for make in (display.ledger, display.quantities)]
    sent = compact(given, {}, more=page.carries)
    part = display.View("corpus", "", summary.select(given, **asked), given)
    for make, whole in zip((display.ledger, display.quantities), many, strict=True):
        data = make(part).data
        keys = [column["key"] for column in data["columns"]]
        assert data["recount"] == data["name"]
        for words in (keys.index("near"), keys.index("claim")):  # they come with the sentences
            data["rows"] = [[*row[:words], None, *row[words + 1 :]] for row in data["rows"]]
        rows = same_table(script, sent, data, asked)
        assert (len(rows) < whole) == bool(asked) and whole > 20


LONG = "so " * 40 + "the harbour lost 1,000 jobs, " + "and " * 40 + "1,000 ferries"

SHIP = "\U0001f6a2 "


@pytest.mark.parametrize(
    ("claim", "figure", "shown"),
    [
        ("We lost 250 jobs.", "250", "We lost 250 jobs."),
        (LONG, "1,000", f"… {'so ' * 21}the harbour lost 1,000 jobs, {'and ' * 23}…"),
        (LONG, "1,000 ferries", f"… {'and ' * 24}1,000 ferries"),
        (LONG, "two", f"{'so ' * 25}…"),  # not there as written: the beginning
        (SHIP * 70 + "9", "9", f"… {SHIP * 24}9"),
    ],
)
def test_a_long_claim_is_shown_round_its_figure(script, claim, figure, shown):
    assert near(claim, figure) == shown
    assert script.evaluate("(given) => nearFigure(...given)", [claim, figure]) == shown


ELSEWHERE = """([given, asked, ids]) => {
  const item = (id) => `<li><button data-evidence="${id}"></button></li>`;
  document.body.innerHTML = `<div><ul class="or-elsewhere">${ids.map(item).join("")}</ul></div>`;
  const all = new Rows(given);
  const base = new Part(all, {});
  Object.assign(rows, { all, base, asked, part: asked ? new Part(all, asked) : base });
  globalThis.follows = (_, work) => work();
  startElsewhere();
  return [...document.querySelectorAll("li, .or-note")].map(({ hidden }) => hidden);
}"""


@pytest.mark.parametrize("asked", [None, {"speaker": "Ada Quist"}, {"until": "2029-01-01"}])
def test_of_an_article_those_quotations_elsewhere_stay_that_the_filter_leaves(script, asked):
    given = corpus()
    quotes = summary.quotes(given).drop_duplicates("speaker")
    left = [not asked or asked == {"speaker": name} for name in quotes.speaker]
    ids = ("q" + quotes.attribution_id.astype("str")).tolist()
    hidden = script.evaluate(ELSEWHERE, [compact(given, {}), asked, ids])
    assert hidden == [*(not each for each in left), any(left)]


@pytest.mark.parametrize("kind", ["score", "share", "range", "number", "rate"])
def test_a_table_rounds_as_the_package_does(script, kind):
    values = [0.125, 0.375, 0.625, 0.005, 0.015, 2.5, 0.045, 0.25, 1.005, 12.25]
    values = [[value / 4, value] for value in values] if kind == "range" else values
    made = script.evaluate("([kind, values]) => values.map((v) => shown(v, kind))", [kind, values])
    assert made == [markup.shown(value, kind) for value in values]
