"""A review in a terminal: one key an answer, what it needs is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from onrecord.corrections import Anchor
from onrecord.review.find_words import find_words
from onrecord.review.session import Session
from onrecord.review.show import show
from onrecord.review.statements import Statement
from onrecord.safe import line

KEYS = {
    "r": "right",
    "s": "wrong speaker",
    "t": "wrong stance",
    "n": "no quote",
    "w": "wrong words",
    "p": "same person as",
    "a": "add a missed quote",
    "k": "skip",
    "b": "back",
    "q": "quit",
}
LABELS = {"f": "favor", "a": "against", "n": "none"}
Ask = Callable[[str], str]
Say = Callable[[str], None]


def review(
    session: Session, key: Ask, typed: Ask, say: Say, names: Sequence[str] = (), colour: bool = True
) -> None:
    """Review until the end or until the reviewer has enough.

    Args:
        session: what is reviewed.
        key: asks for one key.
        typed: asks for a line; an empty one changes nothing.
        say: shows text.
        names: known names, most frequent first.
        colour: mark evidence with colours; with brackets otherwise.
    """
    talk = _Talk(session, typed, say, names)
    shown = None
    while (statement := session.current) is not None:
        if statement is not shown:
            say(show(statement, session.place, colour=colour))
            shown = statement
        pressed = key(_prompt(statement)).strip().lower()[:1] or "?"
        if pressed == "q":
            return
        if pressed == "b":
            session.back()
            shown = None
        elif pressed not in KEYS:
            say("  ".join(f"{letter} {what}" for letter, what in KEYS.items()))
        elif talk.answer(pressed, statement):
            session.forward()


def _prompt(statement: Statement) -> str:
    told = statement.was.get("voice") == "narrator"
    return "r t k b q ? " if told else "r s t n w p a k b q ? "


class _Talk:
    """What each key asks for; every answer says whether to go on to the next statement."""

    def __init__(self, session: Session, typed: Ask, say: Say, names: Sequence[str]) -> None:
        self._session, self._typed, self._say, self._names = session, typed, say, names

    def answer(self, pressed: str, statement: Statement) -> bool:
        if pressed in "rnk":
            kind = {"r": "right", "n": "no quote", "k": "skip"}[pressed]
            self._session.answer(kind)
            return True
        asked = {"s": self._speaker, "t": self._stance, "w": self._words, "p": self._same}
        return asked.get(pressed, self._add)(statement)

    def _speaker(self, statement: Statement) -> bool:
        name = self._name("who speaks (- for nobody known)? ")
        if name is None:
            return False
        self._session.answer("speaker", {"speakers": [name] if name else []})
        return True

    def _stance(self, statement: Statement) -> bool:
        sides = statement.was.get("stances", [])
        if not sides:
            self._say("no stance is given here")
            return False
        number = 1
        if len(sides) > 1:
            listed = ", ".join(f"{at} {line(s['target'])}" for at, s in enumerate(sides, 1))
            given = self._typed(f"toward whom ({listed})? ").strip()
            if not given.isdecimal() or not 1 <= int(given) <= len(sides):
                self._say(f"nothing kept: a number from 1 to {len(sides)} is needed")
                return False
            number = int(given)
        label = LABELS.get(self._typed("f favor, a against, n none? ").strip().lower()[:1])
        if label is None:
            self._say("nothing kept: f, a or n is needed")
            return False
        side = sides[number - 1]
        right = {"target": side["target"], "label": label, "anchor": side["anchor"]}
        self._session.answer("stance", right)
        if len(sides) == 1:
            return True
        self._say(f"toward {line(side['target'])}: {label}; r where the rest is right")
        return False  # the others may be wrong, too

    def _words(self, statement: Statement) -> bool:
        typed = self._typed("the right words, or first ... last? ")
        span = find_words(statement.text, typed, statement.words[0].start) if typed else None
        if span is None:
            self._say("these words are not in the article")
            return False
        content = [Anchor.at(statement.text, *span).json()]
        self._session.answer("words", {"content": content})
        return True

    def _same(self, statement: Statement) -> bool:
        if not statement.speakers:
            self._say("no speaker is given here")
            return False
        known = statement.speakers[0]
        name = self._name(f"{line(known)} is the same person as? ")
        if name and name != known:
            self._session.same_person(known, name)
            self._say(f"kept: {line(known)} is {line(name)}")
        return False

    def _add(self, statement: Statement) -> bool:
        typed = self._typed("the missed quote, or first ... last? ")
        span = find_words(statement.text, typed, statement.words[0].start) if typed else None
        if span is None:
            self._say("these words are not in the article")
            return False
        name = self._name("who speaks (- for nobody known)? ")
        if name is not None:
            self._session.add(statement, span, [name] if name else [])
            self._say(f"added: {line(statement.text[slice(*span)])}")
        return False

    def _name(self, prompt: str) -> str | None:
        """A name, known or new; empty for nobody, None where none was typed."""
        typed = " ".join(self._typed(prompt).split())
        if typed in ("", "-"):
            return None if not typed else ""
        return meant(typed, self._names)


def meant(typed: str, names: Sequence[str]) -> str:
    """The known name that was meant, or what was typed.

    >>> meant("lund", ["Ada Lund", "Bo Ek"]), meant("Cy Roe", ["Ada Lund"])
    ('Ada Lund', 'Cy Roe')
    """
    folded = typed.casefold()
    if typed in names:
        return typed
    inside = [
        name for name in names if folded in name.casefold().split() or folded == name.casefold()
    ]
    if len(inside) == 1:
        return inside[0]
    near = get_close_matches(typed, names, n=1, cutoff=0.92)
    return near[0] if near else typed
