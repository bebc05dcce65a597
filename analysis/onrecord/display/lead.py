"""The findings first, then the key figures."""

from __future__ import annotations

from contextlib import nullcontext

from onrecord import summary
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.glossary import term
from onrecord.display.sentences import beside
from onrecord.display.view import View, day_text
from onrecord.summary.observed import rows
from onrecord.summary.words import counted

# what a page of one speaker or one actor takes for granted is no figure there
FIGURES = {
    "corpus": ("article", "quote", "speaker", "actor", "spoken", "narrated"),
    "speaker": ("article", "quote", "direct", "actor", "stance"),
    "actor": ("article", "quote", "teller", "spoken", "narrated"),
}


def lead(view: View) -> Fragment:
    """What the page found: of a corpus three to five findings, each with a small chart and a quote.

    Of one speaker or one actor a sentence with its count and interval.
    """
    # a site's script knows what is behind a finding; its best quote is chosen here
    with summary.all_held(view.tables) if beside() else nullcontext():
        findings = summary.news(view.tables) if view.kind == "corpus" else []
        best = summary.best_quotes(view.tables, [finding.evidence for finding in findings])
    if findings:
        steps = [
            element("li", *_step(finding, shown))
            for finding, shown in zip(findings, best, strict=True)
        ]
        return Fragment(
            element("ol", *steps, class_="or-news", data_recount="lead"),
            "\n".join(finding.sentence for finding in findings),
        )
    asked = view.asked
    found = summary.lead(view.tables, speaker=asked.get("speaker"), actor=asked.get("actor"))
    said = text(found.sentence) + (f" {_button('pair', found.evidence)}" if found.evidence else "")
    return Fragment(element("p", said, class_="or-lead", data_recount="lead"), found.sentence)


def _step(finding: summary.Finding, best: dict | None) -> list[str]:
    bars = [
        element(
            "div",
            element("dt", text(bar.name)),
            element(
                "dd",
                element("meter", value=f"{bar.part:.4f}", min=0, max=1, aria_hidden="true"),
                element("span", text(bar.label)),
            ),
        )
        for bar in finding.bars
    ]
    chart = element("dl", *bars, class_="or-bars") if bars else ""
    said = element("p", text(finding.sentence), class_="or-lead")
    return [said, chart, quote(best), element("p", _button(finding.key, finding.evidence))]


def quote(best: dict | None) -> str:
    """A quote with who says it, where and when; the empty text where there is none."""
    if best is None:
        return ""
    start = best["start"]
    title = best["title"] if isinstance(best["title"], str) else "Untitled article"
    place = element("a", text(title), href=f"onrecord:article/{best['article_id']}#at-{int(start)}")
    who = best["speaker"] if isinstance(best["speaker"], str) else "Speaker not known"
    facts = [best["outlet"], day_text(best["published"])]
    told = "".join(f" · {text(fact)}" for fact in facts if isinstance(fact, str) and fact)
    cited = element("footer", element("strong", text(who)), " in ", place, told)
    return element("blockquote", element("p", text(best["text"])), cited)


def _button(finding: str, ids: str) -> str:
    """Opens what is behind a finding, which the page's script finds by its name."""
    return element(
        "button",
        "See the evidence",
        type="button",
        class_="or-more",
        data_finding=finding,
        data_evidence="" if beside() else ids,
        data_title="Behind this finding",
    )


def figures(view: View) -> Fragment:
    """The counts that matter, side by side."""
    found = summary.totals(view.tables)
    articles = summary.quoted_in(view.tables)[0] if view.kind == "speaker" else found.articles
    said = rows(view.tables, "quotes").where(kind="direct")
    direct = int(said.counts([], n=said.each).n.sum())
    about = " about this actor" if view.kind == "actor" else ""
    # of an actor's page: those whom its charts show, and not those quoted at length alone
    spoken = rows(view.tables, "statements").where(voice="speaker")
    tellers = int(spoken.counts([], n="distinct speaker").n.sum())
    known = {
        "article": (articles, "article", ""),
        "quote": (found.quotes, "quote", about),
        "direct": (direct, "direct quote", ""),
        "speaker": (found.speakers, "named speaker", ""),
        "teller": (tellers, "named speaker", f"who take{'s' * (tellers == 1)} it up"),
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
    label = term(noun, f"{noun}{'' if number == 1 else 's'}")
    more = f" {text(more.strip())}" if more.strip() else ""
    return element("div", element("dt", label + more), element("dd", f"{number:,}"))
