"""One answer of a reviewer, and the line of JSON that it is in a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from onrecord.corrections.anchor import Anchor

RIGHT, SPEAKER, STANCE, NO_QUOTE, WORDS = "right", "speaker", "stance", "no quote", "words"
ADDED, SAME, APART, SKIP = "added", "same person", "apart", "skip"
KINDS = (RIGHT, SPEAKER, STANCE, NO_QUOTE, WORDS, ADDED, SAME, APART, SKIP)
OF_NAMES = (SAME, APART)  # they belong to the corpus, not to one article
LABELS = ("favor", "against", "none")


@dataclass(frozen=True, slots=True)
class Article:
    """The article that an answer is about.

    Attributes:
        id: hash of its text, as in `articles.article_id`.
        title: as in the table, like the following; they find it when its text has changed.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One answer; see `onrecord.corrections` for what each field holds."""

    kind: str
    who: str
    when: str
    article: Article | None = None
    words: tuple[Anchor, ...] = ()
    was: dict[str, Any] = field(default_factory=dict)
    now: dict[str, Any] = field(default_factory=dict)  # `is` in the file
    settles: bool = False

    def line(self) -> bytes:
        """The answer as it stands in a file, without a line break."""
        said: dict[str, Any] = {"kind": self.kind, "who": self.who, "when": self.when}
        if self.article:
            said["article"] = {k: v for k, v in asdict(self.article).items() if v is not None}
            said["words"] = [anchor.json() for anchor in self.words]
        said |= {"was": self.was, "is": self.now}
        if self.settles:
            said["settles"] = True
        return json.dumps(said, ensure_ascii=False).encode()

    @classmethod
    def parse(cls, line: str) -> Correction:
        """An answer from a line of a file.

        Raises:
            ValueError: it is none, with the reason.

        >>> Correction.parse('{"kind": "apart", "who": "ada", "is": {"name": "Bo Ek"}}').now
        {'name': 'Bo Ek'}
        >>> Correction.parse('{"kind": "wrong"}')
        Traceback (most recent call last):
            ...
        ValueError: 'wrong' is no kind of correction
        """
        try:
            said = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError("it is no JSON") from error
        if not isinstance(said, dict):
            raise ValueError("it is no object")
        kind = said.get("kind")
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is no kind of correction")
        was, now_ = said.get("was") or {}, said.get("is") or {}
        if not isinstance(was, dict) or not isinstance(now_, dict):
            raise ValueError("'was' and 'is' are no objects")
        made = cls(
            kind,
            str(said.get("who") or ""),
            str(said.get("when") or ""),
            None if kind in OF_NAMES else _article(said.get("article")),
            () if kind in OF_NAMES else _anchors(said.get("words")),
            was,
            now_,
            said.get("settles") is True,
        )
        made.check()
        return made

    def check(self) -> None:
        """That it says what its kind needs.

        Raises:
            ValueError: it does not, with the reason.
        """
        if self.kind not in OF_NAMES and not self.words:
            raise ValueError("it names no words")
        if self.kind in (SPEAKER, ADDED):
            names(self.now)
        if self.kind in OF_NAMES and not _name(self.now):
            raise ValueError("it gives no name")
        if self.kind == SAME and not _name(self.was):
            raise ValueError("it does not say which name is the same person's")
        if self.kind == WORDS and not anchors(self.now, "content"):
            raise ValueError("it gives no words")
        if self.kind == STANCE:
            _stance(self.now)
        for stance in self.was.get("stances") or []:
            _stance(stance)
        for said in (self.was, self.now):
            anchors(said, "source")
            anchors(said, "cue")


def now() -> str:
    """This moment as it stands in a file."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def names(said: dict[str, Any]) -> tuple[str, ...]:
    """The speakers that `was` or `is` gives.

    Raises:
        ValueError: they are no list of names.
    """
    given = said.get("speakers")
    if not isinstance(given, list) or not all(isinstance(n, str) and n.strip() for n in given):
        raise ValueError("its speakers are no list of names")
    return tuple(dict.fromkeys(name.strip() for name in given))


def anchors(said: dict[str, Any], role: str) -> tuple[Anchor, ...]:
    """The anchors of a role that `was` or `is` gives; none where it says nothing of it.

    Raises:
        ValueError: they are no list of anchors.
    """
    return _anchors(said.get(role) or [])


def _anchors(said: Any) -> tuple[Anchor, ...]:
    if not isinstance(said, Sequence) or isinstance(said, str):
        raise ValueError("its words are no list of anchors")
    return tuple(sorted(map(Anchor.of, said), key=lambda anchor: anchor.start))


def _article(said: Any) -> Article:
    if not isinstance(said, dict) or not isinstance(said.get("id"), str) or not said["id"]:
        raise ValueError("it names no article")
    beside = {key: said.get(key) for key in ("title", "outlet", "url", "path")}
    return Article(said["id"], **{k: v for k, v in beside.items() if isinstance(v, str)})


def _name(said: dict[str, Any]) -> str:
    name = said.get("name")
    return name.strip() if isinstance(name, str) else ""


def _stance(said: Any) -> None:
    if not isinstance(said, dict) or not isinstance(said.get("target"), str):
        raise ValueError("a stance has no target")
    if said.get("label") not in LABELS:
        raise ValueError(f"a stance's label is one of {', '.join(LABELS)}")
    Anchor.of(said.get("anchor"))
