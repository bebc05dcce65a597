"""Networks of who speaks about whom and who stands together, for Gephi, DNA and networkx."""

from onrecord.networks.coalitions import coalitions, communities
from onrecord.networks.disputed import disputed
from onrecord.networks.polarisation import polarisation
from onrecord.networks.speaking import about_actors, about_issues
from onrecord.networks.write import FORMS, dna_rows, write

__all__ = [
    "FORMS",
    "about_actors",
    "about_issues",
    "coalitions",
    "communities",
    "disputed",
    "dna_rows",
    "polarisation",
    "write",
]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
