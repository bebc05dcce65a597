"""Spans to attributions: who is made responsible for which words, and how."""

from onrecord.attribution.attribute import attribute
from onrecord.attribution.types import Attribution, Span

__all__ = ["Attribution", "Span", "attribute"]
