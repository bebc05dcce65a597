"""What is asked of the model about a text, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reader import TOWARD

Span = tuple[int, int]
FAVOR, AGAINST, NONE = (TOWARD.index(label) for label in ("favor", "against", "none"))


@dataclass(frozen=True, slots=True)
class Stance:
    """How a speaker, or the narrator, stands toward an actor where the text names it."""

    sentence: int  # index of the sentence that holds the mention
    attribution: int | None  # index of the attribution; None where the narrator speaks
    speaker: str | None  # None where the narrator speaks
    target: str  # the actor
    start: int  # the mention's offsets in the article
    end: int
    label: str  # the likeliest: favor, against or none
    favor: float  # probabilities, 0..1
    against: float
    none: float
    portrayal: str | None = None  # of the narrator's sides: evaluation or outcome


@dataclass(frozen=True, slots=True)
class Request:
    """One pair to score: the words shown to the model, with the spans marked in them."""

    sentence: int
    attribution: int | None
    speaker: str | None
    target: str
    start: int
    end: int
    shown: str
    shown_target: Span
    shown_source: Span | None  # None: the model is asked what the text conveys
    statement: tuple[str, Span, Span] | None = None  # of a speaker: text, speaker, target
    sentence_alone: tuple[str, Span] | None = None  # the target's sentence, and the target in it
    own: bool = False  # the target is the body for which the speaker speaks
