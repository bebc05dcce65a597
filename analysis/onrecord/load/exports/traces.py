"""What an export leaves in a text though it cannot be split: then it is not one article."""

from __future__ import annotations

import re

# what stands in exports alone, and how often before it is no chance
TRACES: tuple[tuple[str, re.Pattern[str], int], ...] = (
    (
        "LexisNexis",
        re.compile(r"^[ \t]*(?:LOAD-DATE|PUBLICATION-TYPE|LENGTH|JOURNAL-CODE):[ \t]+\S.*$", re.M),
        4,
    ),
    (
        "Nexis Uni",
        re.compile(
            r"^.*about lexisnexis *\| *privacy policy.*$|^[ \t]*documents? \(\d+\)[ \t]*$"
            r"|^[ \t]*(?:end of document|load-date: .*\d{4})[ \t]*$",
            re.I | re.M,
        ),
        2,
    ),
    (
        "Factiva",
        re.compile(
            r"^[ \t]*Do[ck]ument[oe]? [A-Za-z]{3,}\d{6,}[a-z0-9]{6,}[ \t]*$"
            r"|©.{0,20}\bFactiva,? Inc\b.*"
            r"|^[ \t]*(?:HD|WC|PD|SN|SC|LP|TD|AN)(?: {2,}|\t| \| ).*$",
            re.M,
        ),
        3,
    ),
    (
        "ProQuest",
        re.compile(r"^[ \t]*ProQuest document ID:.*$|^[ \t]*Publication title:.*$", re.I | re.M),
        3,
    ),
    ("NewsBank", re.compile(r"^.*infoweb\.newsbank\.com.*$|^OpenURL Link[ \t]*$", re.I | re.M), 2),
    ("EBSCO", re.compile(r"^.*\bsearch\.ebscohost\.com/.*$", re.I | re.M), 2),
    ("Gale", re.compile(r"^.*\bGale Document Number:? ?\S+.*$", re.I | re.M), 2),
)


def traced(text: str) -> str | None:
    r"""The archive whose traces a text bears; None for most.

    >>> traced("End of Document\n\nTalks stall\n\nEnd of Document")
    'Nexis Uni'
    >>> traced("End of document, the clerk said. He found it on Factiva, Inc. paper.")
    """
    for name, pattern, often in TRACES:
        if sum(1 for _ in pattern.finditer(text)) >= often:
            return name
    return None
