"""ProQuest: documents between lines of underscores, fields under their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, line, paper, turned
from onrecord.load.exports.day import day
from onrecord.load.exports.proquest_labels import NAMES, OTHERS

LATER = frozenset(["outlet", "date", "url"])  # never the label of a line of a text
RULE = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.M)
NUMBERED = re.compile(
    r"do[ck]ument\w* \d+ (?:of|von|de|van|di) \d+|第 ?\d+ ?(?:篇|个|個)?(?:文档|文献|文件)?"
    r"[,，、 ]*共 ?\d+ ?(?:篇|个|個)?",
    re.I,
)
FIELD = re.compile(
    r"^[ \t]*([A-ZÀ-Þ][\w/()\-À-ÿ ]{2,40}?)[ \t]*:(?:[ \t]+(.*))?$"
    r"|^[ \t]*((?:ProQuest ?)?[\u4e00-\u9fff][\u4e00-\u9fff/ A-Z]{0,16}?)[ \t]*[:：][ \t]*(.*)$"
)
STARTS = re.compile(rf"^[ \t]*{NUMBERED.pattern}[ \t]*$", re.I | re.M)
# what stands between a text and the fields, with or without a colon
TAIL = re.compile(
    r"(?:credit|captions?|word count|illustrations?|photographs?|photos?|details|subjects?|links)"
    r"(?::.*)?|copyright\b.*",
    re.I,
)
# fields of which one is a document's last, where no rule follows
FINAL = frozenset(
    ["database", "last updated", "copyright", "proquest document id", "document url", "url",
     "base de datos", "base de dados", "última actualización", "última atualização",
     "ultimo aggiornamento", "数据库", "datenbank", "base de données"]
)  # fmt: skip
# what stands above the first headline, in mails and prints
COVER = re.compile(
    r"all documents are reproduced\b.*|(?:further )?reproduction .*prohibited.*"
    r"|please do not reply\b.*|.{0,60}sent you the following:?.*|e-?mail \d+ of \d+"
    r"|report information from proquest.*|\d{1,2} \w+ \d{4} \d\d:\d\d|table of contents"
    r"|search (?:strategy|results)|bibliography|proquest(?: export)?|your proquest research",
    re.I,
)
HEADING = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ() ]{4,30}")
# "Sorel, Ann. Northport Courier; Northport [Northport]. 05 Mar 2024: A.4." under a headline
CITED = re.compile(r"(.*?)\s*\.\s+([^.]+\[[^\]]*\]\.? ?(?:\d{1,2} )?\w{3,9} \d{4}\b.*)")
PRINTED = re.compile(r"\s[;.]\s|\[|;")


def told(text: str) -> bool:
    """Rules of underscores or ProQuest's own name, and the names of its fields."""
    fields = {name for each in text.split("\n") if (name := _name(each))}
    return (len(RULE.findall(text)) > 1 or "ProQuest" in text) and (
        ("text" in fields and bool(fields & {"outlet", "info"})) or
        ("ProQuest" in text and "outlet" in fields)
    )  # fmt: skip


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every piece between rules that has the fields of a document."""
    ruled = (part for piece in RULE.split(text) for part in STARTS.split(piece))
    for piece in (document for part in ruled for document in _documents(part.split("\n"))):
        fields = _fields(piece)
        if not fields.keys() & {"text", "outlet", "info"}:
            continue  # the list of contents, and the words about rights
        yield _article(fields)


def _documents(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each document, where pages and mails have no rules between them."""
    if sum(1 for each in lines if _name(each) == "text") < 2:
        yield lines
        return
    start = 0
    full = [at for at, each in enumerate(lines) if each.strip()]
    for at, below in pairwise(full):
        found = FIELD.match(lines[at])
        if found and (found[1] or found[3]).lower() in FINAL and _name(lines[below]) is None:
            yield lines[start:below]
            start = below
    yield lines[start:]


def _name(text: str) -> str | None:
    """The field that a line begins, "" for one that is of no use here."""
    bare = text.strip()
    if HEADING.fullmatch(bare):
        name = bare.lower()
    elif found := FIELD.match(text):
        name = (found[1] or found[3]).lower()
    else:
        return "" if bare.lower() == "proquest document link" else None
    return NAMES.get(name) or ("" if name in OTHERS else None)


def _fields(lines: list[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {"above": []}
    place = "above"
    for at, each in enumerate(lines):
        name = _name(each)
        if place == "text" and name is not None and name not in LATER:
            # inside a text, a field is followed by another
            after = next((below for below in lines[at + 1 :] if below.strip()), "")
            name = name if not after or _name(after) is not None else None
        if name is None:
            found[place].append(each)
            continue
        place = name if name not in found else ""
        value = FIELD.match(each)
        found.setdefault(place, []).append((value[2] or value[4] or "") if value else "")
    return {name: "\n".join(part).strip() for name, part in found.items()}


def _without_tail(body: str) -> str:
    lines = body.split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or TAIL.fullmatch(lines[-1].strip())):
        lines.pop()
    return "\n".join(lines)


def _article(fields: dict[str, str]) -> Article | Unreadable:
    body = fields.get("text", "")
    if not body or body.lower().startswith(("not available", "full text is not available")):
        return Unreadable("holds only an abstract, or no text at all")
    above = [
        each
        for each in fields["above"].split("\n")
        if each.strip()
        and not NUMBERED.fullmatch(each.strip())
        and not COVER.fullmatch(each.strip())
    ]
    info = line(fields.get("info")) or ""
    author = fields.get("author")
    if not author and (cited := CITED.match(line(" ".join(above[1:])) or "")):
        author, info = cited[1], info or cited[2]
    return Article(
        line(fields.get("title")) or (line(above[0]) if above else None),
        _without_tail(body),
        outlet=paper(fields.get("outlet") or PRINTED.split(info)[0]),
        author=turned(line(author)),
        published=day(fields.get("date")) or day(info),
        url=line(fields.get("url")),
        language=line(fields.get("language")),
    )
