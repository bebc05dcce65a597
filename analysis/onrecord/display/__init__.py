"""What notebooks show beside charts: header, lead, figures, tables, evidence, article, method.

Every function takes the `View` that a notebook's first call made and gives a `Fragment`:
HTML for JupyterLab, and for our pages the data that their script works with. In both, tables
sort, search and give a CSV file; `explore` does so for any frame. Each corpus
string in it went through `onrecord.safe`.
"""

from onrecord.display.added import added
from onrecord.display.article import article
from onrecord.display.camps import between_camps, camps
from onrecord.display.coalitions import camps_over_time, coalitions, divided
from onrecord.display.company import company
from onrecord.display.criticised import criticised
from onrecord.display.draft import draft
from onrecord.display.evidence import evidence
from onrecord.display.explore import explore
from onrecord.display.follow import follow
from onrecord.display.fragment import Fragment
from onrecord.display.issues import issue_stances, issues
from onrecord.display.lead import figures, lead
from onrecord.display.ledger import ledger, quantities
from onrecord.display.method import method
from onrecord.display.opening import open_actor, open_article, open_corpus, open_speaker
from onrecord.display.people import actors, outlets, speakers
from onrecord.display.quotes import articles, quotes
from onrecord.display.repeats import cuts, elsewhere, repeats
from onrecord.display.same_person import same_person
from onrecord.display.search import search
from onrecord.display.side_by_side import side_by_side
from onrecord.display.sources import roles_by, sources, sources_by
from onrecord.display.table import Column, table
from onrecord.display.view import View

__all__ = [
    "Column",
    "Fragment",
    "View",
    "actors",
    "added",
    "article",
    "articles",
    "between_camps",
    "camps",
    "camps_over_time",
    "coalitions",
    "company",
    "criticised",
    "cuts",
    "divided",
    "draft",
    "elsewhere",
    "evidence",
    "explore",
    "figures",
    "follow",
    "issue_stances",
    "issues",
    "lead",
    "ledger",
    "method",
    "open_actor",
    "open_article",
    "open_corpus",
    "open_speaker",
    "outlets",
    "quantities",
    "quotes",
    "repeats",
    "roles_by",
    "same_person",
    "search",
    "side_by_side",
    "sources",
    "sources_by",
    "speakers",
    "table",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
