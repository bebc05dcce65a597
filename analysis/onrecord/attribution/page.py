"""What every rule reads: the article, its sentences, its quotations, the reader's spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.attribution.quotes import Quotation, quotations
from onrecord.attribution.types import Span
from onrecord.reader import Reading
from onrecord.segment import Sentence


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the rules see it.

    Attributes:
        text: the article; all offsets count in it.
        sentences: from `onrecord.segment`, in text order.
        quoted: its quotations, in text order, none inside another.
        reading: what the reader found.
    """

    text: str
    sentences: Sequence[Sentence]
    quoted: Sequence[Quotation]
    reading: Reading
    _starts: Sequence[int] = field(init=False, repr=False)
    _marks: Sequence[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [sentence.start for sentence in self.sentences])
        object.__setattr__(self, "_marks", [quotation.start for quotation in self.quoted])

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence], reading: Reading) -> Page:
        """The page of an article, its quotations found."""
        return cls(text, sentences, quotations(text), reading)

    def at(self, offset: int) -> int:
        """Number of the sentence that holds an offset, or of the one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, or the one before it."""
        return self.sentences[self.at(offset)]

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that holds an offset; 0 on an empty page."""
        return self.sentence_at(offset).paragraph if self.sentences else 0

    def quotation_before(self, offset: int) -> Quotation | None:
        """The last quotation that opens before an offset."""
        at = bisect_left(self._marks, offset) - 1
        return self.quoted[at] if at >= 0 else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds an offset, its marks included."""
        found = self.quotation_before(offset + 1)
        return found if found and found.end > offset else None

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span[0] : span[1]]
