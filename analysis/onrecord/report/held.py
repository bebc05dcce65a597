"""Data that a page holds, for its own script and for other programs."""

from __future__ import annotations

import json
from typing import Any

from onrecord.safe import for_script


def held(name: str, packed: str) -> str:
    """Data in a page, under an id from which the page's script unpacks it."""
    return f'<script type="text/plain" id="{name}">{packed}</script>'


def linked_data(data: dict[str, Any] | None) -> str:
    """Data for other programs; its words can neither end the element nor open another."""
    if not data:
        return ""
    return f'<script type="application/ld+json">{for_script(json.dumps(data))}</script>'
