"""Small invented analyses: a language for them, and the ones that many tests use.

tables(
    article(
        "The Lantern", "2031-03-01",
        Quote("Ada Quist", "Norland broke its word", {"Norland": -0.8}),
        Told("Norland answered late.", {"Norland": -0.1}),
    ),
)
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from functools import cache

import pandas as pd

from onrecord import schema
from onrecord.tables import Tables


@dataclass(frozen=True)
class Quote:
    """One attributed content; `stances` gives the score toward each target named in it."""

    speaker: str | None
    content: str
    stances: dict[str, float] = field(default_factory=dict)
    cue: str = "said"
    kind: str = "direct"
    cue_class: str | None = "say"
    factuality: str = "asserted"
    affiliation: str | None = None
    polarity: float = 0.0
    beside: str | None = None  # who says it too
    who: str | None = None  # the source as written; a pronoun is not resolved


@dataclass(frozen=True)
class Told:
    """One sentence of the narrator."""

    text: str
    stances: dict[str, float] = field(default_factory=dict)
    polarity: float = 0.0
    portrayal: str | None = None  # what makes its sides: evaluation or outcome


@dataclass(frozen=True)
class Article:
    outlet: str | None
    published: str | None
    lines: tuple[Quote | Told, ...]
    title: str


def article(outlet, published, *lines, title="Envoys meet on the island") -> Article:
    return Article(outlet, published, lines, title)


def tables(*articles: Article, types: dict[str, str] | None = None, rejected=()) -> Tables:
    """The tables of an analysis that read exactly this out of the articles."""
    made: dict[str, list[dict]] = {name: [] for name in Tables.names()}
    for number, given in enumerate(articles):
        _write(given, f"a{number}", made, types or {})
    made["rejected"] = [{"path": path, "reason": reason} for path, reason in rejected]
    frames = {name: schema.check(name, schema.frame(name, made[name])) for name in made}
    provenance = {
        "onrecord": "0.1.0", "model": "sample", "python": "3.11.0", "packages": {},
        "actors": [], "actors_hash": None, "corpus_hash": "0123456789ab",
        "made": "2031-06-01T12:00:00+00:00", "articles": len(articles), "rejected": len(rejected),
    }  # fmt: skip
    return Tables(**frames, provenance=provenance)


def joined(*parts: Tables) -> Tables:
    """One corpus of several, whose ids get a letter each."""
    frames = {
        name: pd.concat([_lettered(getattr(p, name), k) for k, p in enumerate(parts)]).reset_index(
            drop=True
        )
        for name in Tables.names()
    }
    told = [_lettered(p.stories, k) for k, p in enumerate(parts) if p.stories is not None]
    made = {name: schema.check(name, rows) for name, rows in frames.items()}
    stories = pd.concat(told, ignore_index=True) if told else None
    return replace(parts[0], **made, stories=stories)


def _lettered(rows: pd.DataFrame, part: int) -> pd.DataFrame:
    ids = [name for name in rows.columns if name.endswith("_id")]
    return rows.assign(**{name: "abcdef"[part] + rows[name] for name in ids})


def _write(given: Article, name: str, made: dict[str, list[dict]], types: dict[str, str]) -> None:
    text = given.title
    _sentence(made, name, text, 0, len(text), "headline", 0, "narrator", 0.0)
    said = 0
    for place, line in enumerate(given.lines, start=1):
        text += "\n"
        start = len(text)
        quoted = isinstance(line, Quote)
        if quoted:
            who = line.who or line.speaker or "An official"
            content = f"“{line.content},”" if line.kind == "direct" else line.content
            text += f"{content} {who} {line.cue}."
        else:
            content = line.text
            text += content
        tone = 0.0 if quoted else line.polarity
        voice = "speaker" if quoted else "narrator"
        sentence_id = _sentence(made, name, text, start, len(text), "body", place, voice, tone)
        attribution_id = None
        if quoted:
            attribution_id = f"{name}-{said}"
            said += 1
            at = start + len(content) + 1
            _attribution(made, name, attribution_id, line, content, who)
            if line.beside:
                also = replace(line, speaker=line.beside)
                _attribution(made, name, f"{attribution_id}.2", also, content, who)
            after = at + len(who) + 1
            for role, first, last in (
                ("source", at, at + len(who)),
                ("cue", after, after + len(line.cue)),
                ("content", start, start + len(content)),
            ):
                made["spans"].append(
                    dict(
                        attribution_id=attribution_id,
                        article_id=name,
                        role=role,
                        start=first,
                        end=last,
                    )
                )
            if line.speaker:
                _mention(made, name, line.speaker, types.get(line.speaker, "person"), at, text)
        for target, score in line.stances.items():
            found = text.index(target, start)
            _mention(made, name, target, types.get(target, "country"), found, text)
            favor, against = max(score, 0.0), max(-score, 0.0)
            none = 1 - favor - against
            label = max((favor, "favor"), (against, "against"), (none, "none"))[1]
            made["stances"].append({
                "article_id": name, "sentence_id": sentence_id, "attribution_id": attribution_id,
                "speaker": line.speaker if quoted else None, "target": target,
                "start": found, "end": found + len(target), "label": label,
                "favor": favor, "against": against, "none": none,
                "portrayal": None if quoted else line.portrayal,
            })  # fmt: skip
    made["articles"].append({
        "article_id": name, "title": given.title, "outlet": given.outlet, "author": None,
        "published": pd.NaT if given.published is None else pd.Timestamp(given.published),
        "url": None, "path": f"{name}.txt", "language": "en", "text": text,
    })  # fmt: skip


def _sentence(made, name, text, start, end, role, paragraph, voice, polarity) -> str:
    number = sum(row["article_id"] == name for row in made["sentences"][-200:])
    sentence_id = f"{name}-s{number}"
    made["sentences"].append({
        "article_id": name, "sentence_id": sentence_id, "paragraph": paragraph, "role": role,
        "voice": voice, "start": start, "end": end, "text": text[start:end],
        "polarity": polarity, "subjectivity": abs(polarity),
    })  # fmt: skip
    return sentence_id


def _attribution(made, name, attribution_id, line: Quote, content: str, who: str) -> None:
    made["attributions"].append({
        "attribution_id": attribution_id, "article_id": name, "kind": line.kind, "source": who,
        "cue": line.cue, "content": content, "speaker": line.speaker,
        "affiliation": line.affiliation,
        "resolved_by": "named" if line.speaker else "none" if line.who else "anonymous",
        "factuality": line.factuality, "cue_class": line.cue_class, "within": None,
        "confidence": 0.9, "polarity": line.polarity, "subjectivity": abs(line.polarity),
    })  # fmt: skip


def _mention(made, name, actor, kind, at, text) -> None:
    made["mentions"].append({
        "article_id": name, "actor": actor, "actor_type": kind, "start": at,
        "end": at + len(actor), "text": text[at : at + len(actor)],
    })  # fmt: skip


OUTLETS = ("The Lantern", "Harbour Post")
TYPES = {"Norland": "country", "Sudmark": "country", "Ferry League": "organisation"}


@cache
def empty() -> Tables:
    """No article at all."""
    return tables()


@cache
def one_quote() -> Tables:
    """One article without date or outlet, one quote."""
    return tables(
        article(None, None, Quote("Ada Quist", "Norland broke its word", {"Norland": -0.8}))
    )


@cache
def portrayed() -> Tables:
    """Six articles of two outlets that judge Norland and report what becomes of Sudmark."""
    return tables(
        *(
            article(
                outlet,
                f"2031-03-0{day}",
                Told("Norland botched its budget.", {"Norland": -0.8}, portrayal="evaluation"),
                Told("Sudmark lost the vote.", {"Sudmark": -0.9}, portrayal="outcome"),
                Told("Sudmark lies on the sea.", {"Sudmark": 0.1}),
            )
            for day in (1, 2, 3)
            for outlet in ("The Lantern", "Bay Post")
        )
    )


@cache
def small() -> Tables:
    """Twelve articles of two outlets over three months.

    Ada Quist is against Norland in every article; Bo Lund favors Norland early and turns
    against it; Cleo Rand is in two articles; one quote has no speaker, one is negated. The
    narrator of The Lantern is against Sudmark, that of Harbour Post is even.
    """
    made = []
    for number in range(12):
        day = pd.Timestamp("2031-03-01") + pd.Timedelta(days=7 * number)
        even = number % 2 == 0
        outlet = OUTLETS[number % 2]
        cue, cue_class = (("said", "say"), ("claimed", "claim"), ("admitted", "admit"))[number % 3]
        lines: list[Quote | Told] = [
            Quote("Ada Quist", f"Norland broke its word on point {number}",
                  {"Norland": -0.6 - 0.02 * number}, affiliation="Sudmark", polarity=-0.2),
            Told(f"Sudmark sent ship {number} to the strait.", {"Sudmark": -0.5 if even else 0.0},
                 polarity=-0.1 if even else 0.1),
            Quote("Bo Lund", f"that Norland and Sudmark would meet on day {number}",
                  {"Norland": 0.6 if number < 6 else -0.5, "Sudmark": 0.1 * (-1) ** number},
                  cue=cue, cue_class=cue_class, kind="indirect", polarity=0.3),
        ]  # fmt: skip
        if number in (3, 8):
            lines.append(Quote("Cleo Rand", "The Ferry League is the only fair broker",
                               {"Ferry League": 0.9}, polarity=0.7))  # fmt: skip
        if number == 5:
            lines.append(Quote(None, "Norland has no plan", {}, kind="mixed"))
            lines.append(Quote("Ada Quist", "that Sudmark had lost", {"Sudmark": -0.9},
                               cue="did not say", kind="indirect",
                               factuality="negated"))  # fmt: skip
        if number % 4 == 0:
            lines.append(Quote("Norland", "Sudmark must wait", {"Sudmark": -0.7}))
        made.append(article(outlet, str(day.date()), *lines, title=f"Talks, day {number + 1}"))
    return tables(*made, types=TYPES, rejected=[("notes.bin", "It is not text.")])


def with_outcomes(given: Tables) -> Tables:
    """The same, every side that a narrator takes an outcome that it reports."""
    told = given.stances.attribution_id.isna() & (given.stances.label != "none")
    sides = given.stances.assign(portrayal=told.map({True: "outcome", False: None}))
    return replace(given, stances=sides)


@cache
def long_names() -> Tables:
    """Names of forty characters and more, two of them alike in their first thirty."""
    base = "Federated Assembly of the Northern Isles"
    names = [f"{base} and Skerries", f"{base} and Reefs", "X" * 60, "Ada Quist"]
    lines: list[Quote | Told] = [Quote(name, f"{base} is right", {base: 0.5}) for name in names]
    outlet = "The Independent Observer of the Outer Northern Archipelago"
    days = [f"2031-0{month}-01" for month in range(1, 7)]
    return tables(
        *(article(outlet, day, *lines, Told(f"{base} sat.", {base: -0.4})) for day in days)
    )


@cache
def odd_names() -> Tables:
    """Names that are long, and names that are markup, in one corpus."""
    return joined(long_names(), hostile())


@cache
def thousand_quotes() -> Tables:
    """One speaker with a thousand quotes in 120 articles, and 30 speakers with a few."""
    return _quotes(120)


@cache
def hundred_quotes() -> Tables:
    """One speaker with a hundred quotes and more in 14 articles, beside others with one."""
    return _quotes(14)


def _quotes(articles: int) -> Tables:
    draw = random.Random(7)
    targets = ["Norland", "Sudmark", "Ferry League"]
    made = []
    for number in range(articles):
        day = pd.Timestamp("2030-01-01") + pd.Timedelta(days=3 * number)
        lines: list[Quote | Told] = []
        for turn in range(9):
            target = targets[turn % 3]
            score = max(-1.0, min(1.0, draw.gauss(-0.3 + 0.3 * (turn % 3), 0.4)))
            lines.append(Quote("Ada Quist", f"{target} should read clause {turn}",
                               {target: round(score, 3)}, polarity=round(draw.uniform(-1, 1), 2),
                               kind=draw.choice(["direct", "indirect", "mixed"])))  # fmt: skip
        other = f"Speaker {number % 30:02d}"
        lines.append(
            Quote(other, "Norland is late", {"Norland": -0.4}, cue="warned", cue_class="warn")
        )
        made.append(article(OUTLETS[number % 2], str(day.date()), *lines, title=f"Day {number}"))
    return tables(*made, types=TYPES)


@cache
def hostile() -> Tables:
    """Names, titles and words that are markup, templates, controls or formulas."""
    evil = "<img src=x onerror=alert(1)> %{x} $x^2$ \u202egnp"
    lines = [
        Quote(evil, f"{evil} met <script>alert(1)</script>", {evil: -0.5}, cue="<b>said</b>",
              cue_class="<i>", affiliation=evil),
        Told(f"<a href='javascript:alert(1)'>{evil}</a>", {evil: 0.5}),
    ]  # fmt: skip
    days = [f"2031-0{month}-01" for month in range(1, 7)]
    return tables(*(article(f"<u>{evil}</u>", day, *lines, title=evil) for day in days))


def with_sides(given: Tables, **sides: str) -> Tables:
    """The same, some of its actors in a camp each, as the user's actors.yaml would say."""
    blank = dict.fromkeys(schema.names("actors")) | {"actor_type": "person", "articles": 1}
    rows = [blank | {"actor": name, "side": side} for name, side in sides.items()]
    return replace(given, actors=schema.frame("actors", rows))


SIDES = {"Ada Quist": "the south <b>", "Sudmark": "the south <b>", "Norland": "north",
         "Bo Lund": "in between & above"}  # fmt: skip


@cache
def leaning(clear: int = 1) -> Tables:
    """One speaker: neutral toward Norland in 16 articles, against `clear` others in 12 of them."""
    lands = ["Sudmark", "Westfold", "Ostmark"][:clear]
    made = []
    for day in range(16):
        against = {land: -0.6 - day % 3 / 10 for land in lands if day < 12}
        named = " and ".join(["Norland", *against])
        lines = [Quote("Ada Quist", f"{named} met", {"Norland": 0.05 - day % 2 / 10, **against})]
        made.append(article("X", f"2031-03-{day + 1:02}", *lines))
    return tables(*made)


@cache
def camped() -> Tables:
    """`small` with three camps; Cleo Rand and the Ferry League stand in none."""
    return with_sides(small(), **SIDES)
