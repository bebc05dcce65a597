"""`read()`: texts that are at hand, without files, as a service or a notebook has them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord import schema
from onrecord.corpus.analyse import analyse
from onrecord.load import Rejected
from onrecord.load.given import Text, given
from onrecord.reader import Reader
from onrecord.tables import Tables


def read(
    texts: Text | Sequence[Text],
    *,
    actors: str | Path | Sequence[str | Path] = (),
    corrections: str | Path | Sequence[str | Path] = (),
    reader: Reader | None = None,
) -> Tables:
    """Read one text or some: who is quoted, in whose words, who stands how toward whom.

    Args:
        texts: a text, or an article as a record: its `text`, and what is known of `title`,
            `outlet`, `published`, `author`, `url` and `language`, under the names that
            `onrecord.load` knows; or a list of these. The title stands before the text, as in
            files.
        actors: as for `onrecord.analyse`.
        corrections: as for `onrecord.analyse`.
        reader: the model; by default the one that ships with the package, loaded once.

    Returns:
        The tables of `onrecord.schema`. `articles.path` is the place in the list, as `#0`, and
        a text that cannot be read is a row of `rejected`.

    Raises:
        SchemaError: something in the list is neither text nor record.

    >>> tables = read("Talks go on, the envoy Ada Lund said on Monday.")
    >>> tables.attributions.speaker.to_list()
    ['Ada Lund']
    >>> read(["", {"title": "No text"}]).rejected.path.to_list()
    ['#0', '#1']
    """
    kept, rejected, incomplete = [], [], []
    for item in given(texts):
        if isinstance(item, Rejected):
            rejected.append((item.path, item.reason))
            continue
        if item.incomplete:
            incomplete.append((item.path, item.incomplete))
        kept.append({name: getattr(item, name) for name in schema.names("articles")})
    articles = schema.check("articles", schema.frame("articles", kept))
    articles.attrs["rejected"] = schema.frame("rejected", rejected)
    articles.attrs["incomplete"] = schema.frame("rejected", incomplete)
    return analyse(articles, actors=actors, corrections=corrections, reader=reader, progress=False)
