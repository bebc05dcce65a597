"""The contract: every table with its columns."""

from __future__ import annotations

from dataclasses import dataclass

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
        (
            "resolved_by",
            STR,
            "named, partial, pronoun, description, reviewer; without a speaker anonymous "
            '(its words name nobody: "officials") or none (not found: "he")',
        ),
        ("factuality", STR, "asserted, negated ('did not say') or hedged ('reportedly said')"),
        ("cue_class", STR, "say, claim, admit, deny, warn ...", True),
        ("within", STR, "attribution_id of the attribution that this one stands inside", True),
        ("confidence", FLOAT, "probability that somebody is quoted here at all, 0..1"),
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
