"""The finding first: a sentence made from the numbers, then the key figures."""

from __future__ import annotations

from onrecord import summary
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.view import View
from onrecord.summary.observed import rows
from onrecord.summary.words import counted

# what a page of one speaker or one actor takes for granted is no figure there
FIGURES = {
    "corpus": ("article", "quote", "speaker", "actor", "spoken", "narrated"),
    "speaker": ("article", "quote", "direct", "actor", "stance"),
    "actor": ("article", "quote", "speaker", "spoken", "narrated"),
}


def lead(view: View) -> Fragment:
    """What the page found, with its count and interval."""
    asked = view.asked
    found = summary.lead(view.tables, speaker=asked.get("speaker"), actor=asked.get("actor"))
    more = element(
        "button",
        "See the evidence",
        type="button",
        class_="or-more",
        data_evidence=found.evidence,
        data_title="Behind the first sentence",
    )
    said = text(found.sentence) + (f" {more}" if found.evidence else "")
    return Fragment(element("p", said, class_="or-lead", data_recount="lead"), found.sentence)


def figures(view: View) -> Fragment:
    """The counts that matter, side by side."""
    found = summary.totals(view.tables)
    said = rows(view.tables, "quotes").where(kind="direct")
    direct = int(said.counts([], n=said.each).n.sum())
    about = " about this actor" if view.kind == "actor" else ""
    known = {
        "article": (found.articles, "article", ""),
        "quote": (found.quotes, "quote", about),
        "direct": (direct, "direct quote", ""),
        "speaker": (found.speakers, "named speaker", ""),
        "actor": (found.actors, "actor", "spoken about"),
        "spoken": (found.spoken, "statement", "by named speakers"),
        "stance": (found.spoken, "statement", "about them"),
        "narrated": (found.narrated, "statement", "in the outlets' own voice"),
    }
    items = [known[name] for name in FIGURES.get(view.kind, FIGURES["corpus"])]
    shown = [_figure(*item) for item in items]
    plain = ", ".join(counted(number, noun) for number, noun, _ in items)
    return Fragment(element("dl", *shown, class_="or-figures", data_recount="figures"), plain)


def _figure(number: int, noun: str, more: str) -> str:
    label = f"{noun}{'' if number == 1 else 's'} {more.strip()}".strip()
    return element("div", element("dt", text(label)), element("dd", f"{number:,}"))
