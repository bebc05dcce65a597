"""Who stands in too few articles for a page: a line each in the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import urlencode

from onrecord.display.fragment import element, text
from onrecord.report.plan import Planned
from onrecord.summary.words import counted

MOST = 100  # names


def few(cards: Sequence[Planned], whole: str | None) -> str:
    """Names with what they rest on, the busiest first, each once though it speaks and is spoken of.

    Args:
        cards: speakers and actors without a page of their own.
        whole: address of the corpus page, which a name leads to, filtered by it; None: there is
            none.

    Returns:
        HTML.
    """
    of: dict[str, list[Planned]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: -card.count):
        of[card.name].append(card)
    items = [_item(name, own, whole) for name, own in list(of.items())[:MOST]]
    left = len(of) - len(items)
    more = element("p", f"And {left:,} more, with fewer statements.", class_="or-left")
    return element("ul", *items, class_="or-index or-cards-few") + (more if left else "")


def _item(name: str, own: Sequence[Planned], whole: str | None) -> str:
    shown = text(name)
    if whole is not None:
        asked = urlencode({own[0].kind: own[0].key})
        shown = element("a", shown, href=f"onrecord:{whole}#{asked}")
    return element("li", shown, " ", element("small", text(" · ".join(map(_behind, own)))))


def _behind(card: Planned) -> str:
    noun, about = ("quote", "of") if card.kind == "speaker" else ("statement", "about")
    return f"{counted(card.count, noun)} {about} them in {counted(card.articles, 'article')}"
