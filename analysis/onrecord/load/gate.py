"""Which of the drafts are kept: text, of a size, in English, not there before."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from sys import intern
from typing import Any

from onrecord.letters import composed
from onrecord.load import language
from onrecord.load.boilerplate import boilerplate
from onrecord.load.draft import Draft, Item, Rejected
from onrecord.load.encoding import printed
from onrecord.load.source import MAX_BYTES, in_words

READ = "en"


class Gate:
    """Lets each article through once; what it turns away carries a reason.

    Two texts are the same article when they differ only in white space and the second has
    no outlet, or the same. In another outlet it is an article of its own, of the same story.

    >>> gate = Gate()
    >>> gate.admit(Draft("a.txt", "Talks stall")).path
    'a.txt'
    >>> gate.admit(Draft("b.txt", "Talks stall")).reason
    'is the same article as a.txt'
    >>> gate.admit(Draft("c.txt", "Talks stall", outlet="Lysk Courier")).again
    True
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._seen: dict[bytes, tuple[str, str]] = {}  # path and outlet of the first
        self._more: dict[tuple[bytes, str], str] = {}  # path of the first in a further outlet

    def admit(self, draft: Draft) -> Item:
        """The draft with its language, or the reason why it is not kept."""
        draft = _printed(draft)
        reason = self._fault(draft.text) or _said_of_site(draft)
        if reason:
            return Rejected(draft.path, reason)
        found = language.detect(draft.text) or language.code(draft.language)
        if found not in (None, READ):
            said = f"is in {language.name(found)} ({found}); only English is read"
            return Rejected(draft.path, said)
        key = hashlib.sha256(" ".join(draft.text.split()).encode()).digest()[:16]
        outlet = intern(" ".join((draft.outlet or "").casefold().split()))
        if key not in self._seen:
            self._seen[key] = draft.path, outlet
            return replace(draft, language=found)
        first, where = self._seen[key]
        if outlet and outlet != where:
            if (key, outlet) not in self._more:
                self._more[key, outlet] = draft.path
                return replace(draft, language=found, again=True)
            first = self._more[key, outlet]
        return Rejected(draft.path, f"is the same article as {first}")

    def _fault(self, text: str) -> str | None:
        if not text:
            return "is empty"
        if not text.strip():
            return "holds only white space"
        if "\x00" in text:
            return "is not text"
        if len(text) > self._max_bytes or len(text.encode()) > self._max_bytes:
            return f"is larger than {in_words(self._max_bytes)}"
        return None


def _said_of_site(draft: Draft) -> str | None:
    """That a text is a site's own: the same on many sites, it would count as wire copy."""
    body = draft.text.removeprefix(draft.title or "")
    said = boilerplate(body if body.strip() else draft.text)
    return "holds only what its site says of itself, not an article" if said else None


def _printed(draft: Draft) -> Draft:
    """Without control characters, and each letter with its accent as one character."""
    changed: dict[str, Any] = {}
    for name in ("path", "text", "title", "outlet", "author", "url"):
        if (value := getattr(draft, name)) is None:
            continue
        clean = printed(value)
        if name not in ("path", "url"):  # they lead to something that is called so
            clean = composed(clean)
        if clean != value:
            changed[name] = clean
    return replace(draft, **changed) if changed else draft
