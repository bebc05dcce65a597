"""Every table: its columns, their dtypes, units and meaning.

The tables are a contract: scripts outside this package read them by these names.
Offsets are Python `str` indices into `articles.text`, half open, so that the evidence
behind any row is `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from onrecord.errors import SchemaError

STR = "str"
INT = "int64"
FLOAT = "float64"
TIME = "datetime64[us]"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one table."""

    name: str
    dtype: str
    meaning: str
    optional: bool = False  # may hold missing values


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


def _columns(*rows: tuple[str, str, str] | tuple[str, str, str, bool]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


TABLES: dict[str, tuple[Column, ...]] = {
    "articles": _columns(
        (
            "article_id",
            STR,
            "stable id, made from the text; in a second outlet from outlet and text",
        ),
        ("title", STR, "headline", True),
        ("outlet", STR, "who published it", True),
        ("author", STR, "byline", True),
        ("published", TIME, "day or moment of publication, without time zone (UTC)", True),
        ("url", STR, "where it stood", True),
        ("path", STR, "file it came from, `#n` added for the n-th record of a file"),
        ("language", STR, "ISO 639-1 code", True),
        ("text", STR, "headline and body; all offsets count in this string"),
    ),
    "rejected": _columns(
        ("path", STR, "file, or record of a file, that was not read"),
        ("reason", STR, "why, in one sentence"),
    ),
    "sentences": _columns(
        ("article_id", STR, "article"),
        ("sentence_id", STR, "article_id and the sentence's number"),
        ("paragraph", INT, "number of the paragraph, from 0"),
        ("role", STR, "headline, standfirst, caption, heading or body"),
        ("voice", STR, "narrator, or speaker where most of it lies inside a content"),
        ("start", INT, "offset"),
        ("end", INT, "offset"),
        ("text", STR, "the sentence"),
        ("polarity", FLOAT, "TextBlob polarity, -1..1"),
        ("subjectivity", FLOAT, "TextBlob subjectivity, 0..1"),
    ),
    "attributions": _columns(
        ("attribution_id", STR, "article_id and the attribution's number"),
        ("article_id", STR, "article"),
        ("kind", STR, "direct, indirect or mixed"),
        ("source", STR, "who it is attributed to, as written", True),
        ("cue", STR, "the words that attribute, as written", True),
        ("content", STR, "what is attributed, quotation marks included"),
        ("speaker", STR, "the actor that the source means", True),
        ("affiliation", STR, "organisation or country that the speaker speaks for", True),
        ("resolved_by", STR, "named, partial, pronoun, description, anonymous, none or reviewer"),
        ("factuality", STR, "asserted, negated ('did not say') or hedged ('reportedly said')"),
        ("cue_class", STR, "say, claim, admit, deny, warn ...", True),
        ("within", STR, "attribution_id of the attribution that this one stands inside", True),
        ("confidence", FLOAT, "mean probability of the spans, 0..1"),
        ("polarity", FLOAT, "TextBlob polarity of the content, -1..1"),
        ("subjectivity", FLOAT, "TextBlob subjectivity of the content, 0..1"),
        ("corrected", STR, "by a reviewer: right, speaker, words, added, or several", True),
    ),
    "spans": _columns(
        ("attribution_id", STR, "attribution"),
        ("article_id", STR, "article"),
        ("role", STR, "source, cue or content"),
        ("start", INT, "offset"),
        ("end", INT, "offset"),
    ),
    "mentions": _columns(
        ("article_id", STR, "article"),
        ("actor", STR, "canonical name"),
        ("actor_type", STR, "person, country, organisation, group, region or place"),
        ("start", INT, "offset"),
        ("end", INT, "offset"),
        ("text", STR, "the words of the mention"),
    ),
    "profiles": _columns(
        ("article_id", STR, "article"),
        ("actor", STR, "canonical name"),
        ("actor_type", STR, "person, country, organisation, group, region or place"),
        ("gender", STR, "f, m or x (neither) of a person; empty where it is not told", True),
        ("gender_by", STR, "user, pronoun, title, noun, known or given name", True),
        ("role", STR, "as what it speaks in this article; empty where it is not told", True),
        ("descriptions", STR, "what the article calls it, between `; `", True),
        ("affiliation", STR, "whom it speaks for in this article", True),
        ("countries", STR, "countries that its name or titles hold, between `; `", True),
    ),
    "stances": _columns(
        ("article_id", STR, "article"),
        ("sentence_id", STR, "sentence that holds the target's mention"),
        ("attribution_id", STR, "attribution; empty where the narrator speaks", True),
        ("speaker", STR, "who takes the stance; empty where the narrator speaks", True),
        ("target", STR, "actor that the stance is toward"),
        ("start", INT, "offset of the target's mention"),
        ("end", INT, "offset of the target's mention"),
        ("label", STR, "favor, against or none: the likeliest"),
        ("favor", FLOAT, "probability, 0..1"),
        ("against", FLOAT, "probability, 0..1"),
        ("none", FLOAT, "probability, 0..1"),
        (
            "portrayal",
            STR,
            "of a side of the narrator: evaluation (its own judging words) or outcome (a win, a "
            "loss, a charge that it reports)",
            True,
        ),
        ("corrected", STR, "by a reviewer: right or stance; the probability is 1 then", True),
    ),
    "actors": _columns(
        ("actor", STR, "canonical name, one row each"),
        ("actor_type", STR, "person, country, organisation, group, region or place"),
        ("gender", STR, "f, m or x (neither) of a person; empty where it is not told", True),
        ("gender_by", STR, "user, pronoun, title, noun, known or given name", True),
        ("role", STR, "as what it speaks in most articles; empty where it is not told", True),
        ("side", STR, "whom it stands with, as your actors.yaml says", True),
        ("descriptions", STR, "what articles call it, `name (articles)` between `; `", True),
        ("affiliations", STR, "whom it speaks for, `name (articles)` between `; `", True),
        ("countries", STR, "countries it is tied to, `name (articles)` between `; `", True),
        ("articles", INT, "articles that name or quote it"),
        ("first_seen", TIME, "earliest publication of these", True),
    ),
}
# of the whole corpus, not of an article: they have no article_id
WHOLE = ("rejected", "actors")


def names(table: str) -> list[str]:
    """Column names of a table, in order.

    >>> names("rejected")
    ['path', 'reason']
    """
    return [column.name for column in TABLES[table]]


def frame(table: str, rows: list[dict] | list[tuple] | None = None) -> pd.DataFrame:
    """A table from rows, with the contract's columns and dtypes.

    Args:
        table: name of the table.
        rows: one dict or tuple per row; a dict may leave optional columns out.

    Returns:
        DataFrame with exactly the table's columns; missing values are NaN or NaT.

    >>> frame("rejected", [("a.txt", "is empty")]).reason[0]
    'is empty'
    """
    made = pd.DataFrame(rows if rows else None, columns=names(table))
    return made.astype({column.name: column.dtype for column in TABLES[table]})


def check(table: str, given: pd.DataFrame) -> pd.DataFrame:
    """The table itself, if it keeps the contract.

    Raises:
        SchemaError: a column is missing or extra, has another dtype, or holds a missing
            value where the contract allows none.
    """
    wanted = names(table)
    missing = [name for name in wanted if name not in given.columns]
    extra = [name for name in given.columns if name not in wanted]
    if missing or extra:
        said = [f"lacks {', '.join(missing)}"] * bool(missing)
        said += [f"has an unknown {', '.join(map(str, extra))}"] * bool(extra)
        raise SchemaError(f"The table {table} {' and '.join(said)}.")
    for column in TABLES[table]:
        found = given[column.name]
        if str(found.dtype) != column.dtype:
            raise SchemaError(
                f"The column {table}.{column.name} is {found.dtype}, not {column.dtype}."
            )
        if not column.optional and found.isna().any():
            raise SchemaError(f"The column {table}.{column.name} holds a missing value.")
    return given


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


if __name__ == "__main__":
    print(page(), end="")
