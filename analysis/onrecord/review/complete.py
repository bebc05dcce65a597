"""Answers that were given outside of a store, with what only the store knows of their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from onrecord.corrections import Anchor, Correction, find_anchor
from onrecord.review.statements import Statement, article_of, statements
from onrecord.tables import Tables


def complete(given: Iterable[Correction], tables: Tables) -> list[Correction]:
    """Answers with their words as they stand in the articles, and the statements these are.

    A page shows a part of an article: of a long quote it has the beginning, and of several
    speakers one. An answer whose words are not known here, or are there as given, is left
    as it is.

    Args:
        given: answers, from a page or another program.
        tables: the analysis that they are about.
    """
    found = list(given)
    ids = {each.article.id for each in found if each.article is not None}
    chosen = tables.listed.article_id[tables.listed.article_id.isin(ids)]
    if chosen.empty:
        return found
    part = tables.narrowed(chosen)
    texts = part.articles.set_index("article_id").text
    known: dict[str, list[Statement]] = {}
    for each in statements(part, part.attributions.attribution_id):
        known.setdefault(each.article.id, []).append(each)
    articles = {row.article_id: article_of(row) for row in part.articles.itertuples()}
    return [
        each
        if each.article is None or each.article.id not in texts.index
        else _complete(
            replace(each, article=articles[each.article.id]),
            texts[each.article.id],
            known.get(each.article.id, []),
        )
        for each in found
    ]


def _complete(given: Correction, text: str, known: list[Statement]) -> Correction:
    if all(Anchor.at(text, each.start, each.end) == each for each in given.words):
        return given
    words = tuple(_placed(text, each) for each in given.words)
    now_ = {name: _told(text, value) for name, value in given.now.items()}
    if "anchor" in now_:
        now_["anchor"] = _placed(text, Anchor.of(now_["anchor"])).json()
    was = dict(given.was)
    if "stances" in was:
        was["stances"] = [
            each | {"anchor": _placed(text, Anchor.of(each["anchor"])).json()}
            for each in was["stances"]
        ]
    meant = (
        None if given.kind == "added" or was.get("voice") == "narrator" else _meant(words, known)
    )
    if meant is not None:  # stances stay those that were shown
        return replace(
            given, words=meant.words, was={**meant.was, "stances": was.get("stances", [])}, now=now_
        )
    was |= {role: _told(text, was[role]) for role in ("source", "cue") if role in was}
    return replace(given, words=words, was=was, now=now_)


def _told(text: str, value: Any) -> Any:
    """Anchors in a list, with what is around them."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return value
    return [_placed(text, Anchor.of(each)).json() for each in value]


def _placed(text: str, given: Anchor) -> Anchor:
    """The anchor in the article; spaces, and breaks between paragraphs, may differ."""
    if text[given.start : given.end].split() == given.text.split():
        return Anchor.at(text, given.start, given.end)
    found = find_anchor(text, given)
    return given if found is None else Anchor.at(text, *found)


def _meant(words: tuple[Anchor, ...], known: list[Statement]) -> Statement | None:
    """The statement that has these words, or of which they are a part."""
    spans = [(each.start, each.end) for each in words]
    around = [
        (sum(anchor.end - anchor.start for anchor in each.words), each)
        for each in known
        if all(_within(span, each) for span in spans)
    ]
    return min(around, key=lambda pair: pair[0])[1] if around else None


def _within(span: tuple[int, int], statement: Statement) -> bool:
    return any(each.start <= span[0] and span[1] <= each.end for each in statement.words)
