"""Is the right person quoted? Speakers against gold, alone and end to end.

    python benchmarks/speakers.py --data FOLDER          # holds polnear-dev and -train.jsonl.gz
    python benchmarks/speakers.py --data FOLDER --show   # and every row that came out wrong

Three golds: twelve real articles (`gold/polnear-speakers.jsonl`, texts from --data), on which the
rules were tuned; six that were read after the rules were made and not tuned on
(`gold/polnear-speakers-fresh.jsonl`; the reader was trained on their texts, so only their figure on
gold spans is a held-out one); and the invented corpus `seeds/harbour-accord`. Each is measured with
gold spans (the resolver alone) and through `onrecord.analyse` (a predicted attribution is a gold
row's where the words of their contents have a Jaccard overlap of 0.5 or more; each is used once,
best overlap first).

- right: share of gold rows that name a speaker for which every gold name was given.
- wrong: share of the names given on gold rows that are not the row's speaker.
- Two names are the same where they are equal without article, periods and case, where one is the
  fuller form of the other (same last word, the shorter's two or more words all in the longer),
  where the lexicon knows both as one actor, or where the gold accepts the name.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from onrecord.actors import Lexicon, find_mentions
from onrecord.load import load
from onrecord.pipeline import analyse
from onrecord.segment import segment
from onrecord.speakers import resolve
from onrecord.tables import Tables

HERE = Path(__file__).parent
GOLDS = {
    "twelve real articles": ("polnear-speakers.jsonl", "polnear-dev.jsonl.gz"),
    "six fresh articles": ("polnear-speakers-fresh.jsonl", "polnear-train.jsonl.gz"),
}
HARBOUR = HERE.parent / "seeds" / "harbour-accord"
WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
Span = tuple[int, int]


@dataclass(slots=True)
class Row:
    """One gold attribution, or one that was found."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    kind: str = "indirect"
    names: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()


@dataclass(slots=True)
class Article:
    """One article with its gold."""

    name: str
    text: str
    rows: list[Row]


@dataclass(slots=True)
class Score:
    """Counts behind the two shares."""

    rows: int = 0
    named: int = 0
    right: int = 0
    given: int = 0
    wrong: int = 0
    misses: list[str] = field(default_factory=list)

    def line(self, title: str) -> str:
        """One line of the table."""
        right, wrong = self.right / max(1, self.named), self.wrong / max(1, self.given)
        return (
            f"{title:<36} right {right:6.1%} ({self.right}/{self.named})   "
            f"wrong {wrong:6.1%} ({self.wrong}/{self.given})   rows {self.rows}"
        )


def same(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two names are one actor's, by the rule above."""
    x, y = (re.sub(r"^the |[.,]", "", n.lower()).split() for n in (a, b))
    if x == y:
        return True
    short, long = sorted((x, y), key=len)
    if len(short) > 1 and short[-1] == long[-1] and set(short) <= set(long):
        return True
    known = lexicon.name_of(a)
    return known is not None and known == lexicon.name_of(b)


def count(score: Score, gold: Row, given: Iterable[str], lexicon: Lexicon, note: str) -> None:
    """Add one gold row and the names given for it."""
    given = [name for name in dict.fromkeys(given) if name]
    allowed = (*gold.names, *gold.accept)
    score.rows += 1
    bad = [name for name in given if not any(same(name, other, lexicon) for other in allowed)]
    score.given += len(given)
    score.wrong += len(bad)
    found = bool(gold.names) and all(
        any(same(name, other, lexicon) for name in given)
        or any(same(name, other, lexicon) for name in given for other in gold.accept)
        for other in gold.names
    )
    score.named += bool(gold.names)
    score.right += found
    if bad or (gold.names and not found):
        score.misses.append(f"{note} | gold {gold.names or None} | given {given or None}")


def spans(value: list[list[int]]) -> tuple[Span, ...]:
    """Spans of a gold file as tuples."""
    return tuple((start, end) for start, end in value)


def names(row: dict) -> tuple[str, ...]:
    """Gold speakers of a row."""
    return tuple(row.get("speakers") or ([row["speaker"]] if row["speaker"] else []))


def real(gold_file: Path, texts: Path) -> Iterator[Article]:
    """Real articles with gold speakers, their texts from a PolNeAR file."""
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        docs = {doc["doc"]: doc for doc in map(json.loads, lines)}
    for line in gold_file.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        doc = docs[gold["doc"]]
        cues = {json.dumps([a["source"], a["content"]]): a["cue"] for a in doc["attributions"]}
        yield Article(
            gold["doc"],
            doc["text"],
            [
                Row(
                    spans(row["content"]),
                    spans(row["source"]),
                    spans(cues.get(json.dumps([row["source"], row["content"]]), [])),
                    kind(doc["text"], row["content"]),
                    names(row),
                    tuple(row.get("accept", ())),
                )
                for row in gold["rows"]
            ],
        )


def harbour(articles: pd.DataFrame) -> Iterator[Article]:
    """The invented corpus, joined to its gold by path."""
    by_path = {
        Path(path.split("#")[0]).name + "#".join(["", *path.split("#")[1:]]): text
        for path, text in zip(articles.path, articles.text, strict=True)
    }
    for line in (HARBOUR / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = by_path[Path(gold["article"]).name]
        yield Article(
            gold["article"],
            text,
            [
                Row(
                    spans(row["content"]),
                    spans(row.get("source", [])),
                    spans(row.get("cue", [])),
                    row["kind"],
                    names(row),
                    tuple(row.get("accept", ())),
                )
                for row in gold["attributions"]
            ],
        )


def kind(text: str, content: list[list[int]]) -> str:
    """Kind of a gold content, by its quotation marks."""
    parts = [text[start:end].strip(" ,.") for start, end in content]
    return (
        "direct" if parts and all(p[:1] in "\"“'" and p[-1:] in "\"”'" for p in parts) else "mixed"
    )


def resolver(articles: list[Article], lexicon: Lexicon) -> Score:
    """The resolver alone, on gold spans."""
    score = Score()
    for article in articles:
        sentences = segment(article.text)
        found = find_mentions(article.text, sentences, lexicon)
        given = resolve(article.text, sentences, article.rows, found.mentions, found.actors)
        for row, speakers in zip(article.rows, given, strict=True):
            source = " | ".join(article.text[s:e] for s, e in row.source)
            by = ",".join(s.resolved_by for s in speakers)
            note = f"{article.name[:30]} {row.content[0][0]} [{source[:50]}] {by}"
            count(score, row, (s.name for s in speakers), lexicon, note)
    return score


def end_to_end(articles: list[Article], tables: Tables, lexicon: Lexicon) -> Score:
    """Through `onrecord.analyse`: attributions found, then their speakers."""
    score = Score()
    ids = dict(zip(tables.articles.text, tables.articles.article_id, strict=True))
    contents = tables.spans[tables.spans.role == "content"]
    of = {
        key: tuple(zip(part.start, part.end, strict=True))
        for key, part in contents.groupby("attribution_id")
    }
    for article in articles:
        here = tables.attributions[tables.attributions.article_id == ids.get(article.text)]
        merged: dict[tuple[Span, ...], list[str]] = {}
        notes: dict[tuple[Span, ...], str] = {}
        for row in here.itertuples():
            content = of[row.attribution_id]
            speaker = row.speaker if isinstance(row.speaker, str) else ""
            merged.setdefault(content, []).append(speaker)
            notes[content] = f"[{row.source}] {row.resolved_by}"
        taken = pair(article, list(merged))
        for number, row in enumerate(article.rows):
            given = merged[taken[number]] if number in taken else []
            found = notes[taken[number]] if number in taken else "not found"
            note = f"{article.name[:30]} {row.content[0][0]} {found}"
            count(score, row, given, lexicon, note)
    return score


def pair(article: Article, found: list[tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    """Gold rows to found contents, best overlap first, each once."""
    gold = [words(article.text, row.content) for row in article.rows]
    other = [words(article.text, content) for content in found]
    overlaps = []
    for i, a in enumerate(gold):
        for j, b in enumerate(other):
            if (both := len(a & b)) and (jaccard := both / len(a | b)) >= 0.5:
                overlaps.append((-jaccard, i, j))
    taken: dict[int, tuple[Span, ...]] = {}
    used: set[int] = set()
    for _, i, j in sorted(overlaps):
        if i not in taken and j not in used:
            taken[i] = found[j]
            used.add(j)
    return taken


def words(text: str, content: tuple[Span, ...]) -> frozenset[int]:
    """Offsets of the words of a content."""
    return frozenset(m.start() for s, e in content for m in WORD.finditer(text, s, e))


def frame(articles: list[Article]) -> pd.DataFrame:
    """An articles table of texts, through the loader so that it is what users have."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text(
            "".join(json.dumps({"title": a.name, "text": a.text}) + "\n" for a in articles)
        )
        loaded = load(path)
    loaded = loaded.copy()
    texts = {f"{i}": a.text for i, a in enumerate(articles, 1)}
    loaded["text"] = [texts[p.rsplit("#", 1)[1]] for p in loaded.path]
    return loaded


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder with polnear-dev and -train.jsonl.gz")
    parser.add_argument("--alone", action="store_true", help="the resolver alone, no model")
    parser.add_argument("--show", action="store_true", help="list what came out wrong")
    options = parser.parse_args()
    scores: list[tuple[str, Score]] = []
    if options.data:
        lexicon = Lexicon.load()
        for title, (gold_file, texts) in GOLDS.items():
            articles = list(real(HERE / "gold" / gold_file, options.data / texts))
            scores.append((f"{title}, gold spans", resolver(articles, lexicon)))
            if not options.alone:
                tables = analyse(frame(articles), progress=False)
                scores.append((f"{title}, end to end", end_to_end(articles, tables, lexicon)))
    if (HARBOUR / "gold.jsonl").exists():
        user = HARBOUR / "actors.yaml"
        lexicon, loaded = Lexicon.load(user), load(HARBOUR)
        articles = list(harbour(loaded))
        scores.append(("harbour-accord, gold spans", resolver(articles, lexicon)))
        if not options.alone:
            tables = analyse(loaded, actors=user, progress=False)
            scores.append(("harbour-accord, end to end", end_to_end(articles, tables, lexicon)))
    for title, score in scores:
        print(score.line(title))
        if options.show:
            print("\n".join(f"    {miss}" for miss in score.misses))


if __name__ == "__main__":
    main()
