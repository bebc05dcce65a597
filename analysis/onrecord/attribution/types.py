"""The shapes that attribution speaks: what comes out, and what is worked on until then."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]
GUESSED = 0.3  # confidence of what only a rule found


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is made responsible for which words; offsets count in the article's text.

    Attributes:
        kind: direct, indirect or mixed.
        source: who it is attributed to, as written; empty where the text names nobody.
        cue: the words that attribute; empty where a quotation goes on without any.
        content: what is attributed, quotation marks included, in text order.
        confidence: mean probability of the spans, 0..1.
        within: index of the attribution that this one stands inside, if any.
        factuality: asserted, negated ("did not say") or hedged ("reportedly said").
        cue_class: what kind of speech act the cue names (say, claim, deny ...), if known.
    """

    kind: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    within: int | None
    factuality: str
    cue_class: str | None


@dataclass(slots=True)
class Draft:
    """An attribution in the making."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)  # confidence of each span taken in
    spoken: bool = False  # a turn of a conversation: direct without quotation marks

    @classmethod
    def of(cls, role: str, span: Span, score: float) -> Draft:
        """A draft of one span."""
        draft = cls()
        draft.give(role, span, score)
        return draft

    @property
    def spans(self) -> list[Span]:
        """All its spans, by role."""
        return self.source + self.cue + self.content

    @property
    def start(self) -> int:
        """Where its first span begins."""
        return min(self.spans)[0]

    @property
    def end(self) -> int:
        """Where its last span ends."""
        return max(end for _, end in self.spans)

    @property
    def loose(self) -> bool:
        """Whether it is no more than a content that nobody claims."""
        return not (self.source or self.cue)

    @property
    def confidence(self) -> float:
        """Mean confidence of its spans, 0..1."""
        return sum(self.scores) / len(self.scores) if self.scores else 0.0

    def give(self, role: str, span: Span, score: float = GUESSED) -> None:
        """Take in a span."""
        getattr(self, role).append(span)
        self.scores.append(score)
