"""Passages written for this project, with their names, speakers and stances marked in place.

A file of `training/written/` or of `benchmarks/gold/passages/` holds passages of this form:

    == business
    @ O Norvik Air | Norvik
    @ P Lindiwe Potso | Potso
    Norvik Air cancelled forty flights on Monday. [s1 The airline] [c1 said] [q1 it had
    "no quarrel" with Potso].
    1 = Norvik Air
    1 > Lindiwe Potso none

`@` names an actor (P, O, C, G, R, L: person, organisation, country, group, region, place), with
its other forms; `[s1 ...]`, `[c1 ...]` and `[q1 ...]` are source, cue and content of the first
attribution, nested where they nest; `1 = ...` says who speaks (several with `;`, `-` for nobody,
`x` for what is no attribution); `1 > ...` says which side the speaker takes toward an actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TYPES = {
    "P": "person",
    "O": "organisation",
    "C": "country",
    "G": "group",
    "R": "region",
    "L": "place",
}
ROLES = {"s": "source", "c": "cue", "q": "content"}
LABELS = ("favor", "against", "none")
_SIGN = re.compile(r"\[([scq])(\d+) |\]")
_ANSWER = re.compile(r"(\d+) ([=>]) (.+)")


def read_written(folder: Path) -> list[dict[str, Any]]:
    """Return all passages of a folder, as rows like those of the labelled articles.

    Raises:
        ValueError: naming file and passage, where one is not well formed.
    """
    rows = []
    for path in sorted(folder.glob("*.txt")):
        for at, block in enumerate(blocks(path.read_text(encoding="utf-8"))):
            try:
                rows.append({"doc": f"{path.stem}-{at}", **passage(block)})
            except ValueError as error:
                title = block.splitlines()[0]
                raise ValueError(f"{path.name}, passage {at} ({title}): {error}") from error
    return rows


def blocks(text: str) -> Iterator[str]:
    """Yield the passages of a file, each from its title on."""
    for block in re.split(r"^== ", text, flags=re.M)[1:]:
        if block.strip():
            yield block.strip()


def passage(block: str) -> dict[str, Any]:
    r"""Read one passage.

    >>> row = passage("art\n@ P Ann Lee | Lee\n[s1 Lee] [c1 said] [q1 no].\n1 = Ann Lee")
    >>> row["text"], row["attributions"][0]["content"], row["attributions"][0]["speaker"]
    ('Lee said no.', [[9, 11]], ['Ann Lee'])
    """
    names: list[dict[str, Any]] = []
    prose: list[str] = []
    answers: list[tuple[int, str, str]] = []
    for line in block.splitlines()[1:]:
        answer = _ANSWER.fullmatch(line.strip())
        if line.startswith("@ "):
            names.append(_actor(line))
        elif answer:
            answers.append((int(answer[1]), answer[2], answer[3].strip()))
        elif line.strip():
            prose.append(line.strip())
    text, spans = _unmark("\n".join(prose))
    mentions = _mentions(text, names)
    known = {each["name"] for each in names}
    attributions = _attributions(spans, answers, known)
    return {
        "text": text,
        "names": names,
        "mentions": mentions,
        "attributions": list(attributions.values()),
        "stances": _stances(answers, attributions, mentions, known),
    }


def _actor(line: str) -> dict[str, Any]:
    kind, _, rest = line[2:].partition(" ")
    if kind not in TYPES:
        raise ValueError(f"{line!r}: the type is one of {', '.join(TYPES)}")
    forms = [form.strip() for form in rest.split("|") if form.strip()]
    return {"name": forms[0], "type": TYPES[kind], "forms": forms}


def _unmark(marked: str) -> tuple[str, dict[tuple[int, str], list[list[int]]]]:
    text, at = "", 0
    opened: list[tuple[int, str, int]] = []
    spans: dict[tuple[int, str], list[list[int]]] = {}
    for sign in _SIGN.finditer(marked):
        text += marked[at : sign.start()]
        at = sign.end()
        if sign[1]:
            opened.append((int(sign[2]), ROLES[sign[1]], len(text)))
        elif not opened:
            raise ValueError("a ] closes nothing")
        else:
            number, role, start = opened.pop()
            spans.setdefault((number, role), []).append([start, len(text)])
    if opened:
        raise ValueError(f"[{opened[-1][1]} {opened[-1][0]} is not closed")
    return text + marked[at:], spans


def _mentions(text: str, names: list[dict[str, Any]]) -> list[dict[str, Any]]:
    forms = sorted(((f, n["name"]) for n in names for f in n["forms"]), key=lambda p: -len(p[0]))
    taken: list[tuple[int, int]] = []
    found = []
    for form, name in forms:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            start, end = match.span()
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                found.append({"start": start, "end": end, "name": name})
    missing = {n["name"] for n in names} - {each["name"] for each in found}
    if missing:
        raise ValueError(f"{sorted(missing)[0]!r} is not in the text")
    return sorted(found, key=lambda each: each["start"])


def _attributions(
    spans: dict[tuple[int, str], list[list[int]]],
    answers: list[tuple[int, str, str]],
    known: set[str],
) -> dict[int, dict[str, Any]]:
    said = {number: value for number, sign, value in answers if sign == "="}
    numbers = {number for number, _ in spans}
    if numbers != set(said):
        raise ValueError(f"marks {sorted(numbers)} and answers {sorted(said)} differ")
    made = {}
    for number in sorted(numbers):
        names = [each.strip() for each in said[number].split(";")]
        named = names[0] not in ("-", "x")
        if named and not set(names) <= known:
            raise ValueError(f"{number} = {said[number]}: no such actor")
        parts = {role: spans.get((number, role), []) for role in ROLES.values()}
        if not parts["content"]:
            raise ValueError(f"{number} has no content")
        made[number] = {
            **parts,
            "speaker": names if named else [],
            "attribution": names[0] != "x",
        }
    return made


def _stances(
    answers: list[tuple[int, str, str]],
    attributions: dict[int, dict[str, Any]],
    mentions: list[dict[str, Any]],
    known: set[str],
) -> list[dict[str, Any]]:
    order = {number: at for at, number in enumerate(attributions)}
    made = []
    for number, sign, value in answers:
        if sign == "=":
            continue
        target, _, label = value.rpartition(" ")
        one = attributions.get(number)
        if one is None or target not in known or label not in LABELS:
            raise ValueError(f"{number} > {value}: no such attribution, actor or label")
        if not one["speaker"] or target in one["speaker"]:
            raise ValueError(f"{number} > {value}: nobody speaks, or of oneself")
        inside = [
            each
            for each in mentions
            if each["name"] == target
            and any(a <= each["start"] and each["end"] <= b for a, b in one["content"])
        ]
        if not inside:
            raise ValueError(f"{number} > {value}: the content does not name {target}")
        first = inside[0]
        made.append(
            {
                "attribution": order[number],
                "target": target,
                "start": first["start"],
                "end": first["end"],
                "label": label,
            }
        )
    return made
