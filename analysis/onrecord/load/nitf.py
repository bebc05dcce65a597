"""NITF: one article, as agencies and the New York Times Annotated Corpus keep it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from onrecord.load import dates
from onrecord.load.draft import Draft, Unreadable, compose
from onrecord.load.exports.article import byline, paper, turned
from onrecord.load.xmltext import below, first, line, local, plain

APART = frozenset(["media", "note", "table", "nitf-table", "tagline", "fn", "bibliography"])


def articles(root: Any) -> Iterator[Draft | Unreadable]:
    """The article of one file, with the publication that it states."""
    title = first(root, "hl1", "hedline") or first(root, "title")
    stated = next(below(root, "pubdata"), None)
    facts = {} if stated is None else dict(stated.attrib)
    yield Draft(
        "",
        compose(title, text) if (text := _body(root)) else "",
        title,
        outlet=paper(facts.get("name") or first(root, "copyrite.holder", "distributor")),
        author=_author(root),
        published=_day(facts.get("date.publication"), root),
        url=facts.get("ex-ref") or None,
    )


def _body(root: Any) -> str:
    """The text without a lead that is printed twice."""
    content = next(below(root, "body.content"), None)
    if content is None:
        content = next(below(root, "body"), None)
        return "" if content is None else plain(content, APART | {"body.head", "hedline"})
    blocks = [each for each in content if local(each) == "block"]
    whole = [each for each in blocks if each.get("class") == "full_text"]
    if not whole:
        return plain(content, APART)
    full = "\n\n".join(plain(each, APART) for each in whole)
    leads = [plain(each, APART) for each in blocks if each.get("class") == "lead_paragraph"]
    missing = [lead for lead in leads if " ".join(lead.split())[:60] not in " ".join(full.split())]
    return "\n\n".join([*missing, full])


def _author(root: Any) -> str | None:
    lines = list(below(root, "byline"))
    for wanted in ("print_byline", None, "normalized_byline"):
        for node in lines:
            if node.get("class") == wanted or (wanted is None and node.get("class") is None):
                names = [name for each in below(node, "person") if (name := line(each))]
                found = "; ".join(names) or byline(line(node))
                return _cased(found)
    filed = next((line(node) for node in lines), None)
    return turned(f"{filed};") if filed else None


def _cased(name: str | None) -> str | None:
    """A name that is printed in capitals, as it is written."""
    if name is None or not name.isupper() or " " not in name:
        return name
    return name.title().replace(" And ", " and ")


def _day(stated: str | None, root: Any) -> datetime | None:
    dated = next((each.get("norm") for each in below(root, "date.issue", "story.date")), None)
    for text in (stated, dated):
        compact = (text or "").replace("T", " ").split(" ")[0]
        if compact.isdigit() and len(compact) == 8:
            return dates.parse(f"{compact[:4]}-{compact[4:6]}-{compact[6:]}")
        if day := dates.parse(text):
            return day
    return None
