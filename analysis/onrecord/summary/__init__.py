"""Tables to numbers: every mean with its count and its interval.

Three kinds of evidence are counted, each under an id that never changes for one analysis:

- a **statement** `s<n>`, row n of `tables.stances`: one voice toward one actor, once. Its
  **score** is `favor - against`, -1 (against) to 1 (in favor);
- a **quote** `q<attribution_id>`, row of `tables.attributions`;
- a **sentence** `t<n>`, row n of `tables.sentences`.

What is left out, unless asked for: attributions that the article negates ("did not say"), and
as quotes those whose words hold no clause ("said that", see `clauses`).
A mean or a share is an `Estimate`: the value, a 95 % interval, and how many rows and
articles stand behind it. Articles are the units of the interval (see `intervals`), as sentences
of one article are no independent witnesses; below `MIN_ARTICLES` articles there is no interval
(`None`), not a wrong one. A share of fewer than `MIN_SHARE` rows is `None`, and its count is
shown alone.

All is counted by DuckDB, in one way: the rows of a store where they lie, and frames in memory
(`counted.Counted`).

Wire copy counts once: of the articles that are nearly the same text the earliest stands for
all, in every function; `select(tables, copies=True)` gives tables of which all count, and
`copies` the outlets that ran a story.
"""

from onrecord.day import day
from onrecord.summary.best_quotes import best_quotes
from onrecord.summary.camps import camps
from onrecord.summary.changed import changed
from onrecord.summary.compare import compare
from onrecord.summary.copies import also, copies
from onrecord.summary.cues import ENDORSEMENT, cue_classes, cue_profile, kinds
from onrecord.summary.distinctive import distinctive
from onrecord.summary.drift import drift
from onrecord.summary.evidence import evidence
from onrecord.summary.finding import Bar, Finding
from onrecord.summary.intervals import MIN_ARTICLES, MIN_SHARE, Estimate, estimate
from onrecord.summary.lead import Lead, lead
from onrecord.summary.network import edges
from onrecord.summary.newest import all_held, held, hold, newest
from onrecord.summary.news import news
from onrecord.summary.observed import quotes, sentences, statements
from onrecord.summary.opposites import opposites, side_name, sides_compared
from onrecord.summary.pairs import counted_pairs, pairs
from onrecord.summary.people import actors, outlets, speakers
from onrecord.summary.regression import regression
from onrecord.summary.reply import answered, right_of_reply
from onrecord.summary.same_person import same_person
from onrecord.summary.selection import select
from onrecord.summary.shares import shares
from onrecord.summary.sides import between, sides
from onrecord.summary.sources import source_audit, sources
from onrecord.summary.title import corpus_title
from onrecord.summary.totals import quoted_in, totals
from onrecord.summary.trend import period, smooth, volume

__all__ = [
    "ENDORSEMENT",
    "MIN_ARTICLES",
    "MIN_SHARE",
    "Bar",
    "Estimate",
    "Finding",
    "Lead",
    "actors",
    "all_held",
    "also",
    "answered",
    "best_quotes",
    "between",
    "camps",
    "changed",
    "compare",
    "copies",
    "corpus_title",
    "counted_pairs",
    "cue_classes",
    "cue_profile",
    "day",
    "distinctive",
    "drift",
    "edges",
    "estimate",
    "evidence",
    "held",
    "hold",
    "kinds",
    "lead",
    "newest",
    "news",
    "opposites",
    "outlets",
    "pairs",
    "period",
    "quoted_in",
    "quotes",
    "regression",
    "right_of_reply",
    "same_person",
    "select",
    "sentences",
    "shares",
    "side_name",
    "sides",
    "sides_compared",
    "smooth",
    "source_audit",
    "sources",
    "speakers",
    "statements",
    "totals",
    "volume",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
