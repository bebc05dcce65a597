"""What a page carries of its quotations: its script finds the repeats of any part of them.

Which words are the same hangs on what else is there: a filter may take away the version by which
two others were joined. So the script (`repeats.js`) groups anew, and as `grouped` does. It is
given the words of quotations that another story has as well, and the runs of words that two of
them share, with everybody who has these runs: that decides what is compared with what.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pandas as pd

from onrecord.repeats.candidates import Runs, enough, may, shared_runs
from onrecord.repeats.repeats import named, quotations
from onrecord.repeats.same import bare, compare
from onrecord.summary.about import SAID
from onrecord.summary.observed import rows
from onrecord.tables import Tables
from onrecord.wording import Token

STARTS = """
    select attribution_id, min(start) as start from spans
    where role = 'content' group by attribution_id"""


def carried(
    part: Tables, *, articles: Collection[str] | None = None, stories: pd.Series | None = None
) -> dict[str, object]:
    """What the script needs of the page's quotations.

    Args:
        part: the rows of the page, copies of a story included.
        articles: those whose quotations are compared; by default all.
        stories: article_id -> story_id of those that may be copies; by default none is.

    Returns:
        row: places of quotes in the page's rows, first those with words, and then those that
        only share runs; text, start and words of the first, the words as numbers of which the
        first `bare` tell something; runs, of each kind of run: of (lists of places in `row`),
        times (how many runs have this list) and counts (runs of each).
    """
    asked = rows(part, "quotes", copies=True)
    if articles is not None:
        asked = asked.among(pd.DataFrame({"article_id": [*articles]}))
    made, known = quotations(asked, each=False)
    told = made.article_id if stories is None else made.article_id.map(stories)
    story = told.fillna(made.article_id)
    words, speakers = [[t.word for t in ts] for ts in known], named(made.speaker)
    runs = shared_runs(words, speakers)
    found = _elsewhere(known, speakers, made.article_id.tolist(), story.tolist(), runs)
    told, beside = np.flatnonzero(found), np.zeros(len(made), bool)
    for of in runs:
        beside[of.owner[_several(of, found)]] = True
    order = np.concatenate([told, np.flatnonzero(beside & ~found)])
    place = np.full(len(made), -1)
    place[order] = np.arange(len(order))
    spread = [word for n in told for word in words[n]]
    listed = sorted(dict.fromkeys(spread), key=lambda word: not bare(word))
    number = {word: n for n, word in enumerate(listed)}
    starts = part.part.ask(STARTS).set_index("attribution_id").start
    numbers = part.part.ask(SAID).drop_duplicates("id").set_index("id").row
    ids = made.attribution_id
    return {
        "row": numbers[ids.iloc[order]].tolist(),
        "text": made.words.iloc[told].tolist(),
        "start": [None if pd.isna(at) else int(at) for at in starts.reindex(ids.iloc[told])],
        "words": [[number[word] for word in words[n]] for n in told],
        "bare": sum(map(bare, listed)),
        "runs": [_lists(of, found, place, told) for of in runs],
    }


def _elsewhere(
    known: Sequence[Sequence[Token]],
    speakers: Sequence[str | None],
    articles: Sequence[str],
    stories: Sequence[str],
    runs: Sequence[Runs],
) -> np.ndarray:
    """Which quotations have the same words in another story, some way or other; bool."""
    found = np.zeros(len(known), bool)
    within: list[tuple[int, int]] = []  # the same words in one article
    near = [_Near(of) for of in runs]
    for n in range(len(known)):
        if found[n]:
            continue
        for m in sorted({int(m) for of in near for m in of.to(n)}):
            copy = articles[n] != articles[m] and stories[n] == stories[m]
            if copy or not may(speakers[n], speakers[m]) or not compare(known[n], known[m]):
                continue
            if articles[n] == articles[m]:
                within.append((n, m))
                continue
            found[[n, m]] = True
            break
    while any(found[n] != found[m] for n, m in within):
        for pair in within:
            found[list(pair)] = found[list(pair)].any()
    return found


class _Near:
    """With which others a quotation may be compared in some part of a corpus."""

    def __init__(self, of: Runs) -> None:
        self.of = of
        opens = np.flatnonzero(np.concatenate([[True], of.run[1:] != of.run[:-1]])[: len(of.run)])
        sizes = np.diff(np.concatenate([opens, [len(of.run)]]))
        several = np.repeat(sizes > 1, sizes)
        first, last = np.repeat(opens, sizes)[several], np.repeat(opens + sizes, sizes)[several]
        self.ends: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for owner, *ends in zip(of.owner[several].tolist(), first, last, strict=True):
            self.ends[owner].append((int(ends[0]), int(ends[1])))

    def to(self, n: int) -> Iterator[int]:
        if n not in self.ends:
            return
        every = np.concatenate([self.of.owner[a:b] for a, b in self.ends[n]])
        others, shared = np.unique(every, return_counts=True)
        counts = self.of.counts
        kept = enough(shared, counts[n], counts[others]) & (others != n)
        yield from others[kept]


def _several(of: Runs, found: np.ndarray) -> np.ndarray:
    """Whether two of those that were found have the run; bool, on the runs."""
    _, which = np.unique(of.run, return_inverse=True)
    return (np.bincount(which, found[of.owner]) > 1)[which] if len(which) else found[:0]


def _lists(of: Runs, found: np.ndarray, place: np.ndarray, told: np.ndarray) -> dict[str, list]:
    kept = _several(of, found)
    run, owner = of.run[kept], place[of.owner[kept]]
    parts = np.split(owner, np.flatnonzero(run[1:] != run[:-1]) + 1) if len(run) else []
    lists = Counter(tuple(part.tolist()) for part in parts)
    return {
        "of": [*map(list, lists)],
        "times": [*lists.values()],
        "counts": of.counts[told].tolist(),
    }
