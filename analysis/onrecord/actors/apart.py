"""Two people with one full name: told apart where the articles put them on different sides.

The same full name is one person's unless something speaks against it. What does: one article
makes her Russia's, another Ukraine's; or a Republican here and a Democrat there. A differing
employer or office says nothing, for people change those.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations


def apart(
    uses: Iterable[tuple[str, str, str | None]],
    changes: Mapping[tuple[str, str], str],
    *,
    countries: Collection[str] = (),
    fixed: Collection[str] = (),
) -> dict[tuple[str, str], str]:
    """Keep people of one name apart whom articles put on different sides.

    Args:
        uses: article, person's name there, whom the person speaks for if that is known.
        changes: what names become so far, by article and name.
        countries: names that are countries'.
        fixed: names that stay as they are.

    Returns:
        `changes` with "Ada Lund (Norway)" for whoever is on another side than the Ada Lund of
        most articles; for all who are on a side if no side has most. Articles that tell no
        side, or two, keep the plain name.

    >>> uses = [("a", "Ada Lund", "Norway"), ("b", "Ada Lund", "Norway"), ("c", "Ada Lund", "Chad")]
    >>> apart(uses, {}, countries={"Norway", "Chad"})
    {('c', 'Ada Lund'): 'Ada Lund (Chad)'}
    """
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, name, affiliation in uses:
        becomes = changes.get((article, name), name)
        names[article, becomes].add(name)
        party = affiliation is not None and affiliation.endswith(" Party")
        if affiliation and (party or affiliation in countries):
            sides[becomes][article].add(affiliation)
    changed = dict(changes)
    for name, told in sides.items():
        if " " not in name or name in fixed:
            continue
        sure = {article: next(iter(of)) for article, of in told.items() if len(of) == 1}
        counts = Counter(sure.values()).most_common()
        if not any(_differ(a, b, countries) for (a, _), (b, _) in combinations(counts, 2)):
            continue
        most = counts[0][0] if counts[0][1] > counts[1][1] else None
        for article, side in sure.items():
            if side != most and (most is None or _differ(side, most, countries)):
                for written in names[article, name]:
                    changed[article, written] = f"{name} ({side})"
    return dict(sorted(changed.items()))


def _differ(a: str, b: str, countries: Collection[str]) -> bool:
    """Whether nobody is on both sides; a state's party is part of the nation's."""
    if (a in countries) != (b in countries):
        return False
    return a != b and not a.endswith(b) and not b.endswith(a)
