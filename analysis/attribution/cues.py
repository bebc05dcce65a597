"""What kind of speech act a cue names."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.attribution.types import Span


def cue_class(text: str, cue: Sequence[Span]) -> str | None:
    """The class of a cue, or None where the lexicon does not know it."""
    return None
