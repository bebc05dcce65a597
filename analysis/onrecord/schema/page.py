"""The tables in Markdown, as `docs/tables.md` holds them."""

from __future__ import annotations

from onrecord.schema.columns import TABLES

OPENING = """# The tables

`onrecord.analyse(articles)` returns `Tables` with these DataFrames. Offsets are Python `str`
indices into `articles.text`, half open: the evidence behind any row is `text[start:end]`.
`Tables.save(folder)` writes them as Parquet with the run's provenance, `Tables.open(folder)` reads
them again, and `Tables.sql("select ...")` queries them with DuckDB. This page is made by
`python -m onrecord.schema`.
"""
# what one row of each table is
ROWS = {
    "articles": "one row per article that was read",
    "rejected": "what was not read, and why; articles found = articles kept + rejected, always",
    "sentences": "every sentence with its place, role, voice and tone",
    "attributions": "who is quoted: source, cue, content, and the speaker whom the source means",
    "spans": "where source, cue and content stand; one row per contiguous span",
    "mentions": "where the text names an actor",
    "profiles": "what one article tells of one actor: gender and how it is known, role",
    "stances": "who stands how toward whom, with probabilities",
    "actors": "what all articles tell of an actor, one row each; your actors.yaml wins",
}


def markdown(table: str) -> str:
    """A table's columns in Markdown.

    >>> markdown("rejected").splitlines()[2]
    '| `path` | str | file, or record of a file, that was not read |'
    """
    lines = ["| Column | dtype | Meaning |", "|---|---|---|"]
    for column in TABLES[table]:
        empty = " (may be empty)" if column.optional else ""
        lines.append(f"| `{column.name}` | {column.dtype} | {column.meaning}{empty} |")
    return "\n".join(lines)


def page() -> str:
    """All tables in Markdown: what `docs/tables.md` holds.

    >>> page().splitlines()[0]
    '# The tables'
    """
    parts = [OPENING]
    for table in TABLES:
        parts.append(f"## `{table}`: {ROWS[table]}\n\n{markdown(table)}\n")
    return "\n".join(parts)
