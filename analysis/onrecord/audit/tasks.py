"""The sheet as tasks of Label Studio, and its answers from there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord.audit.sheet import COLUMNS
from onrecord.errors import AuditError

CONFIGURATION = "label-studio.xml"
CHOICES = ("favor", "against", "none", "no statement", "unclear")
_CONFIGURATION = """<View>
  <Header value="$title ($outlet, $published)"/>
  <Text name="passage" value="$passage"/>
  <Header value="Said by: $said_by"/>
  <Text name="statement" value="$statement"/>
  <Header value="How does whoever says this stand toward: $about?"/>
  <Choices name="stance" toName="statement" choice="single" required="true">
{choices}
  </Choices>
  <Header value="Who says it? A name, or nobody, or the outlet"/>
  <TextArea name="speaker" toName="statement" maxSubmissions="1"/>
</View>
"""


def configuration() -> str:
    """The labelling interface, to be pasted into a project of Label Studio."""
    choices = "\n".join(f'    <Choice value="{choice}"/>' for choice in CHOICES)
    return _CONFIGURATION.format(choices=choices)


def write(rows: pd.DataFrame) -> bytes:
    """Tasks to be imported; each holds the row of the sheet."""
    made = [{"data": dict(zip(COLUMNS, row, strict=True))} for row in rows[COLUMNS].values]
    return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()


def read(path: Path) -> list[dict[str, str]]:
    """The answers of an export in Label Studio's JSON; of several annotations the last.

    Returns:
        A dict per task that was answered: item, stance, speaker, note.

    Raises:
        AuditError: it is no such export.
    """
    try:
        tasks = json.loads(path.read_text("utf-8-sig"))
        return list(_answers(tasks))
    except OSError as error:
        raise AuditError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise AuditError(f"{path} is no export of Label Studio's tasks as JSON.") from error


def _answers(tasks: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    for task in tasks:
        given = [one for one in task.get("annotations") or [] if not one.get("was_cancelled")]
        if not given:
            continue
        said = {"item": str(task["data"]["item"]), "stance": "", "speaker": "", "note": ""}
        for result in given[-1]["result"]:
            name, value = result["from_name"], result["value"]
            if name == "stance":
                said["stance"] = str(value["choices"][0]).strip()
            elif name == "speaker":
                said["speaker"] = " ".join(value["text"]).strip()
        yield said
