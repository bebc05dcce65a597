"""Spans to attributions: who is made responsible for which words, and how."""

from analysis.attribution.attribute import attribute
from analysis.attribution.types import Attribution, Span

__all__ = ["Attribution", "Span", "attribute"]
