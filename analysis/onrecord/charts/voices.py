"""The two questions and their words: where speakers stand, and how outlets cover.

What a speaker thinks is stance; what an outlet's own sentences convey is coverage. They have
words and colours of their own, and never share a chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.charts import theme
from onrecord.summary.directions import MIN_MEAN, MIN_STATEMENTS, RATE
from onrecord.summary.intervals import MIN_ARTICLES
from onrecord.summary.units import APART


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the questions.

    Attributes:
        key: `voice` of its statements.
        measure: what the mean is called.
        low, high: the ends of the scale.
        colors: the scale's colours, as plotly takes them.
        caveat: what a reader must know of it.
    """

    key: str
    measure: str
    low: str
    high: str
    colors: list[list[Any]]
    caveat: str

    @property
    def ends(self) -> list[str]:
        """Both ends of the scale, for `layout.meta`."""
        return [self.low, self.high]

    def row(self, teller: str) -> str:
        """What a teller is called where only tellers of this voice stand.

        >>> COVERAGE.row("Narrator of The Daily"), COVERAGE.row("Narrator")
        ('The Daily', 'Outlet unknown')
        """
        if self.key == "speaker":
            return teller
        return teller.removeprefix("Narrator").removeprefix(" of ") or "Outlet unknown"

    def coloraxis(self, **more: Any) -> dict[str, Any]:
        """The axis of its colours, with plotly's settings of a colour bar."""
        bar = {"ticktext": [self.low, "neutral", self.high]} | more.pop("colorbar", {})
        return {"colorscale": self.colors, "colorbar": bar} | more


STANCE = Voice("speaker", "mean stance", "against", "for", theme.STANCE, "")
COVERAGE = Voice(
    "narrator", "mean coverage", "unfavourable", "favourable", theme.COVERAGE,
    "A sentence that takes a side counts where the model takes it for the outlet's own judging "
    "words, not for an outcome that it reports. It often mistakes one for the other: read the "
    "sentences."
    if APART else
    "A reported outcome (a win, a loss, a charge) counts here like the outlet's own judging "
    "words: favourable coverage is not praise.",
)  # fmt: skip
VOICES = {voice.key: voice for voice in (STANCE, COVERAGE)}

RULE = (
    f"A triangle is a clear direction: at least {MIN_ARTICLES} articles, {MIN_STATEMENTS} "
    f"statements and a mean {MIN_MEAN} or more from zero, too far to be one of the finds that so "
    f"many comparisons bring by chance ({RATE:.0%} false discoveries). The model's own misreading "
    "is not counted in."
)
