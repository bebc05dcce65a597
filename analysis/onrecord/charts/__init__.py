"""Charts: a `Tables` in, a `plotly` figure out, never shown.

Every function takes an analysis, whole or narrowed by `summary.select`, and options by
keyword. Data come first (`_data`), drawing second. Each figure explains itself to the page
that shows it:

`trace.customdata`
    One string per mark: the evidence ids behind it (`onrecord.summary`), spaces between.
    A mark without evidence has the empty string; a trace without evidence has none. Of a
    corpus too large for a page, the ids that it holds, and `+n` for n others.

`layout.meta`
    chart      name of the function
    alt        one sentence for who does not see it, with the main numbers (plain text)
    caption    how to read it, and what it leaves out (plain text)
    finding    what it shows, the title of its frame (plain text); empty where there is nothing
    min_width  pixels below which the page should let the chart scroll sideways; on a phone
               the page draws it smaller instead
    ends       what the ends of its scale are called (stance: against, for; coverage:
               unfavourable, favourable)
    hidden     pairs of a matrix that have too few statements to be drawn; a page has a switch
    beside     true where names stand in the margins at its left and right
    recount    the options it was asked for, as `recount.recounted` keeps them

Under a filter a page's script makes the whole figure again, from the rows that are left
(`summary.compact`): rows are ranked, axes scaled and captions written anew. Beside each
chart lies its twin: `volume.py` and `volume.js`; `pairs.js` is that of the matrices and of the
means, `stack.js` that of the cues and of the kinds. `tests/charts/test_recount.py` holds them to
the same numbers, to 1e-9, and to the same words.

`theme.TEMPLATES["light" | "dark"]` are plotly templates: switch a drawn chart with
`Plotly.relayout(div, {template: ...})`. `theme.CONFIG` is plotly's config.
"""

import onrecord.iri  # noqa: F401 - before plotly and nbformat: it makes them quick
from onrecord.charts.comparison import comparison
from onrecord.charts.cues import cue_profile
from onrecord.charts.drift import drift
from onrecord.charts.kinds import kinds
from onrecord.charts.matrix import coverage_matrix, stance_matrix
from onrecord.charts.means import coverage_means, stance_means
from onrecord.charts.network import network
from onrecord.charts.repeats import repeats
from onrecord.charts.reply import right_of_reply
from onrecord.charts.speakers import speaker_bars
from onrecord.charts.theme import CONFIG, TEMPLATES
from onrecord.charts.timeline import timeline
from onrecord.charts.volume import volume

__all__ = [
    "CONFIG",
    "TEMPLATES",
    "comparison",
    "coverage_matrix",
    "coverage_means",
    "cue_profile",
    "drift",
    "kinds",
    "network",
    "repeats",
    "right_of_reply",
    "speaker_bars",
    "stance_matrix",
    "stance_means",
    "timeline",
    "volume",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
