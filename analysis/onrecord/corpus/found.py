"""The names in a corpus, as an `actors.yaml` to edit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from onrecord import schema
from onrecord.actors import Lexicon, names_report, names_yaml
from onrecord.segment import segment


def found_names(articles: pd.DataFrame, *, actors: str | Path | Sequence[str | Path] = ()) -> str:
    """Names in a corpus, how often, and what they are taken for, without the model.

    Args:
        articles: the articles table.
        actors: the user's own `actors.yaml` files, as in `analyse`.

    Returns:
        YAML text, ready to be edited and given back as an `actors.yaml`.
    """
    schema.check("articles", articles)
    lexicon = Lexicon.load(*own_files(actors))
    return names_yaml(names_report(((text, segment(text)) for text in articles.text), lexicon))


def own_files(actors: str | Path | Sequence[str | Path]) -> list[Path]:
    """The user's files, given as one or as several."""
    return [Path(actors)] if isinstance(actors, str | Path) else [Path(path) for path in actors]
