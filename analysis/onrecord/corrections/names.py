"""What reviewers say of names: which are one person's, and which are kept apart."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.corrections import record as r
from onrecord.corrections.record import Correction


def names_said(found: Iterable[Correction]) -> tuple[dict[str, str], frozenset[str]]:
    """Names that are another one's, and names that stay; the last word on each counts.

    Args:
        found: all answers, oldest first.

    Returns:
        Name to the name that it is another one of; names that are kept apart.

    >>> said = '{"kind": "same person", "was": {"name": "Ek"}, "is": {"name": "Bo Ek"}}'
    >>> names_said([Correction.parse(said)])
    ({'Ek': 'Bo Ek'}, frozenset())
    """
    said: dict[str, str | None] = {}
    for each in found:
        name = each.now["name"].strip() if each.kind in r.OF_NAMES else ""
        if each.kind == r.SAME:
            other = each.was["name"].strip()
            said[other] = name
            if said.get(name) == other:  # turned round
                del said[name]
        elif each.kind == r.APART:
            said[name] = None
    same = {name: other for name, other in said.items() if other and other != name}
    for name in list(same):  # a name's other name may have another itself
        seen = {name}
        while same[name] in same and same[name] not in seen:
            seen.add(same[name])
            same[name] = same[same[name]]
    same = {name: other for name, other in same.items() if name != other}
    return same, frozenset(name for name, other in said.items() if other is None)
