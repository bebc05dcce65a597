"""Is the right person quoted? Speakers against gold, alone and end to end.

    python benchmarks/speakers.py --data FOLDER          # the research data and labelled articles
    python benchmarks/speakers.py --data FOLDER --show   # and every row that came out wrong
    python benchmarks/speakers.py --data FOLDER --only world

Articles labelled by reading (`world`: sixty newsrooms, all topics; `campaign`: US campaign
news) are measured as `world.py` says, with intervals over articles, and so are the `passages` of
`gold/passages`, written and marked for this project, with names and bodies that no list holds and
that names, speakers and the ranker did not learn from (thresholds were chosen with them in
view). The `hard passages` of `gold/hard` were written by the same hands for what is hardest:
sources that are descriptions, roles, documents and pronouns with several candidates about; the
`plain news` of `gold/plain` is longer, and written as papers write on an ordinary day; one
threshold (when a description is looked at again) was chosen with these two in view.
Three more golds have speakers for attributions that were marked by others: twelve real articles
(`gold/polnear-speakers.jsonl`, texts from --data), on which rules were tuned; six that were read
after the rules were made (`gold/polnear-speakers-fresh.jsonl`; the reader was trained on their
texts); and the invented corpus `seeds/harbour-accord`. Each of these is measured with gold spans
(the resolver alone) and through `onrecord.analyse`.

- right: share of gold rows that name a speaker for which every gold name was given.
- wrong: share of the names given on gold rows that are not the row's speaker.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from alike import Span, pair, same
from labelled import HARD, PLAIN, SETS, Labelled, analysed, found, labelled, passages
from measures import share
from world import KINDS, Counts
from world import count as judge

from onrecord import analyse
from onrecord.actors import Lexicon, find_mentions
from onrecord.load import load
from onrecord.reader import Reader
from onrecord.segment import segment
from onrecord.speakers import resolve
from onrecord.tables import Tables

SAMPLES = 1_000
Part = Callable[[Counts], int]
FIGURES: list[tuple[str, Part, Part]] = [
    ("attributions found", lambda c: c.met, lambda c: c.rows),
    ("of ours that are one", lambda c: c.true, lambda c: c.ours),
    ("of what is none, left out", lambda c: c.none - c.given, lambda c: c.none),
    ("right speaker, end to end", lambda c: c.right, lambda c: c.named),
    ("names given that are right", lambda c: c.good, lambda c: c.names),
]
HERE = Path(__file__).parent
GOLDS = {
    "twelve real articles": ("polnear-speakers.jsonl", "polnear-dev.jsonl.gz"),
    "six fresh articles": ("polnear-speakers-fresh.jsonl", "polnear-train.jsonl.gz"),
}
HARBOUR = HERE.parent / "seeds" / "harbour-accord"


@dataclass(slots=True)
class Row:
    """One gold attribution, or one that was found."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    kind: str = "indirect"
    names: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    confidence: float = 1.0


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
    """The resolver alone, on gold spans, with what the reader says of them."""
    score, reader = Score(), Reader.load()
    for article in articles:
        sentences = segment(article.text)
        reading = reader.read([article.text])[0]
        sources = [span for row in article.rows for span in row.source]
        found = find_mentions(article.text, sentences, lexicon, reading.names, sources)
        given = resolve(
            article.text, sentences, article.rows, found.mentions, found.actors, reading
        ).speakers
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
        contents = list(merged)
        taken = pair(article.text, [row.content for row in article.rows], contents)
        for number, row in enumerate(article.rows):
            given = merged[contents[taken[number]]] if number in taken else []
            found = notes[contents[taken[number]]] if number in taken else "not found"
            note = f"{article.name[:30]} {row.content[0][0]} {found}"
            count(score, row, given, lexicon, note)
    return score


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


def print_labelled(title: str, articles: list[Labelled], show: bool) -> None:
    """Print the figures of labelled articles, by kind of source as well."""
    tables, lexicon = analysed(articles), Lexicon.load()
    by_article = found(tables)
    counts = [judge(a, by_article.get(str(n), []), lexicon) for n, a in enumerate(articles)]
    print(f"\n{title}: {len(articles)} articles, {sum(c.rows for c in counts)} attributions")
    for what, part, whole in FIGURES:
        right, of = [part(c) for c in counts], [whole(c) for c in counts]
        print(f"  {what:<34} {share(right, of, SAMPLES)}   {sum(right)} of {sum(of)}")
    print(f"  found where nobody judged          {sum(c.unjudged for c in counts)}")
    by_kind = sum((c.by_kind for c in counts), start=Counter())
    for kind in KINDS:
        row = {what: by_kind[kind, what] for what in ("right", "none", "wrong", "not found")}
        total = max(1, sum(row.values()))
        shares = "   ".join(f"{what} {n / total:6.1%}" for what, n in row.items())
        print(f"  {kind:<16} {sum(row.values()):4d}   {shares}")
    if show:
        print("\n".join(f"    {miss}" for c in counts for miss in c.misses))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder with polnear-dev and -train.jsonl.gz")
    parser.add_argument("--only", choices=list(SETS), help="one labelled set and nothing else")
    parser.add_argument("--alone", action="store_true", help="the resolver alone, on gold spans")
    parser.add_argument("--show", action="store_true", help="list what came out wrong")
    options = parser.parse_args()
    if options.data and not options.alone:
        for title, name in SETS.items():
            if options.only in (None, title) and (options.data / name).exists():
                print_labelled(title, list(labelled(options.data / name)), options.show)
    if not options.alone and options.only is None:
        print_labelled("passages", passages(), options.show)
        print_labelled("hard passages", passages(HARD), options.show)
        print_labelled("plain news", passages(PLAIN), options.show)
    if options.only:
        return
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
