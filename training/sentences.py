"""Sentences of our own that teach sides: templates of kinds that news has and labels lack."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.actors import Lexicon
from onrecord.reader.encode import Encoding
from onrecord.stance.statement import shown

from .labelled import Statement, statement

FILE = Path(__file__).parent / "sentences.tsv"
MARK = re.compile(r"\{(V|[TX]\.[cop])\}|[<>]")
APPOSED = re.compile(r", [^,]+, ")  # behind the speaker: "the envoy of Norland"
TYPES = {"c": "country", "o": "organisation", "p": "person"}
INVENTED = {
    "c": ("Norland", "Estmark", "Velia", "Costa Brena"),
    "o": ("Harbour Holdings", "the Alder Party", "Blue Line", "the council", "Selkirk Rovers",
          "the Justice Ministry", "the airline", "Vexcom", "the city police", "Green Valley Bank"),
    "p": ("Tom Varga", "Mina Sato", "Adler", "Leo Marsh", "Ms. Renn", "Holt", "Omar Haddad"),
}  # fmt: skip
SPEAKERS = (
    "Ann Lee", "Karel Voss", "Dana Orlov", "Jon Beck", "Mayor Ruth Ames", "Nils Berg",
    "Senator Paul Okoro", "President Ivo Krantz", "Foreign Minister Per Lund",
    "Judge Amal Reza", "analyst Eva Roos", "coach Marta Silva", "Prosecutor Lena Fisk",
)  # fmt: skip
FAMILIAR = 0.6  # share of names that the lexicon knows: a side must not hang on who is named


def names(lexicon: Lexicon, draw: random.Random) -> dict[str, str]:
    """Draw a name for each slot, all different."""
    found: dict[str, str] = {"V": draw.choice(SPEAKERS)}
    for kind, named in TYPES.items():
        known = [actor.name for actor in lexicon.actors.values() if actor.type == named]
        for slot in "TX":
            pool = known if draw.random() < FAMILIAR else list(INVENTED[kind])
            name = draw.choice([each for each in pool if each not in found.values()])
            short = kind == "p" and " " in name and draw.random() < 0.5
            found[f"{slot}.{kind}"] = name.split()[-1] if short else name
    return found


def sentences(encoding: Encoding, draw: random.Random) -> Iterator[Statement]:
    """Yield every sentence once, with names drawn anew."""
    lexicon = Lexicon.load()
    for line in FILE.read_text(encoding="utf-8").splitlines():
        label, marked = line.split("\t")
        yield made(encoding, label, marked, names(lexicon, draw))


def made(encoding: Encoding, label: str, marked: str, given: dict[str, str]) -> Statement:
    """Return a template with names as the reader is shown it."""
    text, at = "", 0
    places: dict[str, tuple[int, int]] = {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        slot = mark[1] or mark[0]
        name = given.get(slot, "")
        # of a target named twice the one inside the content counts
        inside = "T" if slot[0] == "T" and "<" in places and ">" not in places else slot
        places.setdefault(inside, (len(text), len(text) + len(name)))
        text += name
    text += marked[at:]
    content = places["<"][0], places[">"][0]
    speaker, target = places["V"], places["T"]
    apposed = APPOSED.match(text, speaker[1])
    end = apposed.end() - 2 if apposed and apposed.end() <= content[0] else speaker[1]
    rest = [text[: min(speaker[0], content[0])]]
    rest += [text[end : content[0]]] if end <= content[0] else [text[content[1] : speaker[0]]]
    rest += [text[max(end, content[1]) :]]
    cue = " ".join(" ".join(rest).replace(",", " ").strip(" .").split())
    name = text[slice(*speaker)]
    described = text[speaker[0] : end]
    return statement(
        encoding, *shown(text, [(0, len(text))], [content], target, name, cue, described), label
    )
