"""How well spans belong together: cues with contents, and sources with cues."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np

from onrecord.reader.reading import Tagged

FAINT = 0.01  # links less likely than this are left out
NEAR = 1  # lines between a cue and its parts, at most
MOST = 64  # parts of a kind before a span, and behind it, that it is compared with


def links(
    spans: Sequence[Tagged],
    lines: Sequence[int],
    heads: np.ndarray,
    parts: np.ndarray,
) -> dict[tuple[int, int], float]:
    """Probabilities that a content has this cue, and that a cue has this source.

    Args:
        spans: of one text, in its order.
        lines: number of the line of each span.
        heads: float32 (spans, n), mean head vector of each span.
        parts: float32 (spans, n), mean part vector of each span.

    Returns:
        `(cue, content)` and `(cue, source)`, indices into `spans`, to 0..1. A content's
        cues add up to 1; a cue's sources to 1 less the chance that it has none. A content
        with no cue near it is linked to sources in the same way.
    """
    found: dict[tuple[int, int], float] = {}
    by_role = {
        role: [at for at, span in enumerate(spans) if span.role == role]
        for role in ("source", "cue", "content")
    }
    on = {role: [lines[other] for other in of] for role, of in by_role.items()}
    scale = np.sqrt(heads.shape[1])

    def near(role: str, at: int) -> list[int]:
        first = bisect_left(on[role], lines[at] - NEAR)
        last = bisect_right(on[role], lines[at] + NEAR)
        here = bisect_left(by_role[role], at, first, last)
        return by_role[role][max(first, here - MOST) : min(last, here + MOST)]

    def note(pairs: list[tuple[int, int]], scores: list[float]) -> None:
        powers = np.exp(np.array(scores) - max(scores))
        for pair, chance in zip(pairs, powers / powers.sum(), strict=False):
            if chance >= FAINT:
                found[pair] = float(chance)

    for content in by_role["content"]:
        options = near("cue", content) or near("source", content)
        if options:
            scores = [float(heads[head] @ parts[content] / scale) for head in options]
            note([(head, content) for head in options], scores)
    for cue in by_role["cue"]:
        options = near("source", cue)
        scores = [float(heads[cue] @ parts[source] / scale) for source in options]
        note([(cue, source) for source in options], [*scores, 0.0])  # last: no source
    return found
