"""`Tables`: the result of an analysis, in memory or in a store; save it, open it, query it."""

from onrecord.store import PROVENANCE
from onrecord.tables.stored import Stored
from onrecord.tables.tables import Tables

__all__ = ["PROVENANCE", "Stored", "Tables"]
