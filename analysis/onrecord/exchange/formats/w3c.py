"""W3C Web Annotation: JSON-LD, an annotation for each marked stretch.

https://www.w3.org/TR/annotation-model/ ; positions count characters (code points).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

from onrecord.corrections import Anchor, find_anchor
from onrecord.exchange.documents import Document
from onrecord.exchange.format import Format, Found
from onrecord.exchange.regions import Region, regions, statements

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "urn:onrecord:annotations"
ARTICLE, REGION = "urn:onrecord:article:", "urn:onrecord:region:"


def write(documents: Sequence[Document]) -> bytes:
    """A page of annotations; the articles themselves are not in it."""
    items = [_annotation(document, each) for document in documents
             for each in regions(document.statements)]  # fmt: skip
    page = {
        "@context": CONTEXT,
        "id": COLLECTION,
        "type": "AnnotationCollection",
        "label": "Statements found by On Record",
        "total": len(items),
        "first": {
            "id": f"{COLLECTION}:1",
            "type": "AnnotationPage",
            "partOf": COLLECTION,
            "startIndex": 0,
            "items": items,
        },
    }
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def read(raw: bytes, documents: Mapping[str, Document]) -> Found:
    """What a collection, a page or a list of annotations holds."""
    try:
        found = json.loads(raw.decode("utf-8-sig"))
        if isinstance(found, dict):
            found = found.get("first", found)["items"]
        made: dict[str, list[Region]] = {}
        for each in found:
            for name, region in _region(each, documents):
                made.setdefault(name, []).append(region)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError("it is no collection of Web Annotations") from error
    return {name: statements(each) for name, each in made.items()}


def _annotation(document: Document, each: Region) -> dict[str, Any]:
    anchor = Anchor.at(document.text, each.start, each.end)
    body = [{"type": "TextualBody", "purpose": "tagging", "value": each.role}]
    body += [{"type": "TextualBody", "purpose": "identifying", "value": n} for n in each.names]
    if each.label:
        body.append({"type": "TextualBody", "purpose": "assessing", "value": each.label})
    if each.of:
        of = REGION + quote(each.of)
        body.append({"type": "SpecificResource", "purpose": "linking", "source": of})
    return {
        "@context": CONTEXT,
        "id": REGION + quote(each.id),
        "type": "Annotation",
        "motivation": "tagging",
        "body": body,
        "target": {
            "source": document.url or ARTICLE + document.id,
            "scope": ARTICLE + document.id,
            "selector": [
                {"type": "TextPositionSelector", "start": each.start, "end": each.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.text,
                    "prefix": anchor.before,
                    "suffix": anchor.after,
                },
            ],
        },
    }


def _region(
    each: dict[str, Any], documents: Mapping[str, Document]
) -> Iterator[tuple[str, Region]]:
    target = each["target"]
    name = str(target.get("scope") or target["source"]).removeprefix(ARTICLE)
    document = documents.get(name)
    place = document and _place(target["selector"], document.text)
    if not place:
        return
    body = each["body"] if isinstance(each["body"], list) else [each["body"]]
    said: dict[str, list[str]] = {}
    for part in body:
        said.setdefault(part.get("purpose", "tagging"), []).append(
            part.get("value") or part.get("source", "")
        )
    yield (
        name,
        Region(
            _plain(each["id"]),
            said["tagging"][0],
            *place,
            _plain(next(iter(said.get("linking", [])), "")),
            tuple(said.get("identifying", ())),
            next(iter(said.get("assessing", [])), ""),
        ),
    )


def _place(selectors: Any, text: str) -> tuple[int, int] | None:
    """Where the selectors point: at the position, if the quoted words stand there."""
    given = selectors if isinstance(selectors, list) else [selectors]
    by = {each["type"]: each for each in given}
    place, words = by.get("TextPositionSelector"), by.get("TextQuoteSelector")
    if place and (not words or text[place["start"] : place["end"]] == words["exact"]):
        return place["start"], place["end"]
    if not words:
        return None
    start = place["start"] if place else 0
    sides = words.get("prefix", ""), words.get("suffix", "")
    return find_anchor(text, Anchor(words["exact"], start, start + 1, *sides))


def _plain(name: str) -> str:
    return unquote(name.removeprefix(REGION))


FORMAT = Format("w3c", ".jsonld", "W3C Web Annotation (Hypothesis, Recogito, ...)", write, read)
