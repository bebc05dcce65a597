"""What was changed elsewhere, as corrections."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from onrecord.corrections import Anchor, Article, Correction, now
from onrecord.exchange.documents import Document, Side, Statement

EVERYTHING = frozenset({"content", "source", "cue", "speakers", "sides", "statements"})


def changes(
    before: Document, after: Iterable[Statement], who: str, carried: Collection[str] = EVERYTHING
) -> Iterator[Correction]:
    """The corrections that turn an article's statements into those that came back.

    Args:
        before: the article as it was handed out.
        after: its statements as they came back.
        who: the reviewer.
        carried: what the format can tell: content, source, cue, speakers, sides, and
            statements (added and taken away); all else is as before.

    Yields:
        Nothing where nothing was changed.
    """
    given = {each.id: each for each in before.statements}
    words = {(each.content, each.narrated): each.id for each in before.statements}
    made = _Maker(before, who)
    seen = set()
    for each in after:
        # a program may have given it a name of its own
        name = each.id if each.id in given else words.get((each.content, each.narrated), "")
        if name and name not in seen:
            seen.add(name)
            yield from made.changed(given[name], each, carried)
        elif "statements" in carried and not each.narrated:
            yield made.added(each)
    if "statements" in carried:
        for name, each in given.items():
            if name not in seen and not each.narrated:
                yield made.made("no quote", each, {})


class _Maker:
    def __init__(self, document: Document, who: str) -> None:
        self._text, self._who = document.text, who
        facts = (document.title, document.outlet, document.url)
        self._article = Article(document.id, *(fact or None for fact in facts))

    def changed(
        self, was: Statement, is_: Statement, carried: Collection[str]
    ) -> Iterator[Correction]:
        words = [role for role in ("content", "source", "cue") if role in carried]
        if not was.narrated and any(getattr(was, r) != getattr(is_, r) for r in words):
            said = {
                role: self._anchors(getattr(is_ if role in words else was, role))
                for role in ("content", "source", "cue")
            }
            yield self.made("words", was, said)
        if "speakers" in carried and not was.narrated and was.speakers != is_.speakers:
            yield self.made("speaker", was, {"speakers": list(is_.speakers)})
        if "sides" not in carried:
            return
        before, after = _labels(was), _labels(is_)
        for key in before | after:
            one, other = before.get(key), after.get(key)
            # what is no longer marked takes no side
            label = other.label if other else "none"
            if one is None or one.label != label:
                yield self.made("stance", was, self._side(other or one, label))

    def added(self, each: Statement) -> Correction:
        said: dict[str, Any] = {
            "speakers": list(each.speakers),
            "source": self._anchors(each.source),
            "cue": self._anchors(each.cue),
        }
        return self.made("added", each, said, was={})

    def made(
        self, kind: str, each: Statement, said: dict[str, Any], was: dict[str, Any] | None = None
    ) -> Correction:
        words = tuple(Anchor.at(self._text, *span) for span in each.content)
        old = self._was(each) if was is None else was
        made = Correction(kind, self._who, now(), self._article, words, old, said)
        made.check()
        return made

    def _was(self, each: Statement) -> dict[str, Any]:
        sides = [self._side(side, side.label) for side in each.sides]
        if each.narrated:
            return {"voice": "narrator", "stances": sides}
        return {
            "speakers": list(each.speakers),
            "source": self._anchors(each.source),
            "cue": self._anchors(each.cue),
            "stances": sides,
        }

    def _side(self, side: Side | None, label: str) -> dict[str, Any]:
        assert side is not None  # one of both is there
        anchor = Anchor.at(self._text, side.start, side.end)
        return {"target": side.target, "label": label, "anchor": anchor.json()}

    def _anchors(self, spans: Iterable[tuple[int, int]]) -> list[dict[str, Any]]:
        return [Anchor.at(self._text, *span).json() for span in spans]


def _labels(each: Statement) -> dict[tuple[str, int, int], Side]:
    return {(side.target, side.start, side.end): side for side in each.sides}
