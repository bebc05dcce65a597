"""Label Studio's JSON: a task an article, what was found as its prediction.

https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.exchange.documents import Document
from onrecord.exchange.format import Format, Found
from onrecord.exchange.offsets import Units
from onrecord.exchange.regions import Region, regions, statements

# the labelling interface that these tasks fit
CONFIGURATION = """<View>
  <Labels name="role" toName="text">
    <Label value="content"/><Label value="narrated"/><Label value="source"/>
    <Label value="cue"/><Label value="target"/>
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="name" toName="text" perRegion="true" displayMode="region-list"/>
  <Choices name="stance" toName="text" perRegion="true" whenTagName="role"
           whenLabelValue="target">
    <Choice value="favor"/><Choice value="against"/><Choice value="none"/>
  </Choices>
</View>
"""
SEEN = ("title", "outlet", "published", "url")


def write(documents: Sequence[Document]) -> bytes:
    """Tasks with predictions, to be imported; a relation leads from each part to its content."""
    tasks = [
        {
            "data": {
                "article_id": each.id,
                "text": each.text,
                **{name: getattr(each, name) for name in SEEN},
            },
            "predictions": [{"model_version": "onrecord", "result": list(_results(each))}],
        }
        for each in documents
    ]
    return (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode()


def read(raw: bytes, documents: Mapping[str, Document]) -> Found:
    """What an export holds: of each task the last annotation, else the prediction."""
    try:
        tasks = json.loads(raw.decode("utf-8-sig"))
        return dict(_tasks(tasks, documents))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError("it is no export of Label Studio's tasks") from error


def _results(document: Document) -> Iterator[dict[str, Any]]:
    units = Units(document.text)
    for each in regions(document.statements):
        place = {"start": units.out(each.start), "end": units.out(each.end)}
        words = {"text": document.text[each.start : each.end]}
        common = {"id": each.id, "to_name": "text"}
        value = {**place, **words, "labels": [each.role]}
        yield {**common, "from_name": "role", "type": "labels", "value": value}
        if each.names:
            value = {**place, "text": list(each.names)}
            yield {**common, "from_name": "name", "type": "textarea", "value": value}
        if each.label:
            value = {**place, "choices": [each.label]}
            yield {**common, "from_name": "stance", "type": "choices", "value": value}
        if each.of:
            yield {"type": "relation", "from_id": each.id, "to_id": each.of, "direction": "right"}


def _tasks(
    tasks: Sequence[dict[str, Any]], documents: Mapping[str, Document]
) -> Iterator[tuple[str, Any]]:
    for task in tasks:
        document = documents.get(str(task["data"]["article_id"]))
        if document is None:
            continue
        done = [each for each in task.get("annotations") or [] if not each.get("was_cancelled")]
        given = (done or task.get("predictions") or [{"result": []}])[-1]
        yield document.id, statements(_regions(given["result"], Units(document.text)))


def _regions(results: Sequence[dict[str, Any]], units: Units) -> Iterator[Region]:
    of = {r["from_id"]: r["to_id"] for r in results if r["type"] == "relation"}
    said: dict[tuple[str, str], list[str]] = {}
    for result in results:
        if result["type"] in ("textarea", "choices"):
            value = result["value"]
            key = result["id"], result["from_name"]
            said[key] = value.get("choices") or value.get("text") or []
    for result in results:
        if result["type"] != "labels":
            continue
        name, value = result["id"], result["value"]
        yield Region(
            name,
            value["labels"][0],
            units.back(value["start"]),
            units.back(value["end"]),
            of.get(name, ""),
            tuple(said.get((name, "name"), ())),
            next(iter(said.get((name, "stance"), ())), ""),
        )


FORMAT = Format("label-studio", ".json", "Label Studio", write, read)
