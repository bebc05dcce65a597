"""Does a speaker take a side, and which? The product held against readers' labels.

    python benchmarks/stance.py --data FOLDER          # holds world-dev and statements-dev
    python benchmarks/stance.py --data FOLDER --show   # and every side that came out wrong

1. Articles labelled by reading, end to end: a pair is a statement (content overlap 0.5) and a
   target that it names. Of our pairs with a side on judged statements: right where the reader gave
   the same side for the same speaker and target; wrong where she gave another label, another
   speaker, no attribution or no such pair. Of the reader's sides: found where we have the pair with
   the same speaker and side.
2. Sentences of our own by kind of case (`gold/stance-cases.tsv`; for measuring, never for
   training): source, content and target given.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from alike import any_same, pair
from labelled import SETS, Found, Labelled, Side, analysed, found, labelled
from measures import Estimate, share

from onrecord import Tables, stance_of_speakers
from onrecord.actors import Lexicon

SAMPLES = 1_000
CASES = Path(__file__).parent / "gold" / "stance-cases.tsv"
SIDES = ("favor", "against")
MARK = re.compile(r"\{(?P<who>[VT]):(?P<name>[^}]*)\}|[<>]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of our own: who speaks, in which words, of whom, and how a reader sees it."""

    kind: str
    label: str
    text: str
    speaker: Span
    content: Span
    target: Span


@dataclass(slots=True)
class Counts:
    """Counts of one article.

    Attributes:
        sides: our pairs with a side on judged statements.
        right: of these, right.
        gold: the reader's pairs with a side.
        met: of these, found with the same side.
        why: what was wrong with the others, as a word and a line.
    """

    sides: int = 0
    right: int = 0
    gold: int = 0
    met: int = 0
    why: list[tuple[str, str]] = field(default_factory=list)


def read_cases(lines: Sequence[str]) -> list[Case]:
    r"""Cases from lines of kind, label and marked text, parted by tabs; the first is their head.

    >>> read_cases(["kind\tlabel\ttext", "offer\tfavor\\t{V:Ann} said <we like {T:Bo}>."])[0].target
    (17, 19)
    """
    cases = []
    for line in lines[1:]:
        kind, label, marked = line.rstrip("\n").split("\t")
        text, at, places = "", 0, {}
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            at = mark.end()
            if who := mark["who"]:
                places[who] = (len(text), len(text) + len(mark["name"]))
                text += mark["name"]
            else:
                places[mark[0]] = (len(text), len(text))
        text += marked[at:]
        content = places["<"][0], places[">"][0]
        cases.append(Case(kind, label, text, places["V"], content, places["T"]))
    return cases


def cue_of(case: Case) -> str:
    """What is left of a sentence without its speaker and the words that are the speaker's.

    >>> cue_of(Case("offer", "favor", "Ann hailed Bo.", (0, 3), (11, 13), (11, 13)))
    'hailed'
    """
    cuts = sorted((case.speaker, case.content))
    rest = (case.text[: cuts[0][0]], case.text[cuts[0][1] : cuts[1][0]], case.text[cuts[1][1] :])
    return " ".join(" ".join(rest).replace(",", " ").replace(".", " ").split())


def asked(cases: Sequence[Case]) -> list[str]:
    """What the model says of each case."""
    said = stance_of_speakers(
        [case.text for case in cases],
        [case.text[slice(*case.speaker)] for case in cases],
        [case.target for case in cases],
        [case.content for case in cases],
        [cue_of(case) for case in cases],
    )
    return list(said.label)


def our_pairs(tables: Tables) -> dict[str, dict[str, dict[str, str]]]:
    """Attribution id to speaker, to target, to label; a side of any mention counts for the pair."""
    pairs: dict = defaultdict(lambda: defaultdict(dict))
    rows = tables.stances.dropna(subset=["attribution_id", "speaker"])
    for row in rows.itertuples():
        held = pairs[row.attribution_id][row.speaker]
        if held.get(row.target) not in SIDES:
            held[row.target] = row.label
    return pairs


def count(article: Labelled, ours: Sequence[Found], pairs: dict, lexicon: Lexicon) -> Counts:
    """Hold the pairs of one article against the reader's."""
    counts = Counts()
    taken = pair(article.text, [row.content for row in article.rows], [f.content for f in ours])
    gold: dict[int, list[Side]] = defaultdict(list)
    for side in article.sides:
        gold[side.attribution].append(side)
    counts.gold = sum(side.label in SIDES for side in article.sides)
    for number, at in taken.items():
        row, met = article.rows[number], set()
        said = [
            (speaker, target, label)
            for key in ours[at].ids
            for speaker, targets in pairs.get(key, {}).items()
            for target, label in targets.items()
            if label in SIDES
        ]
        for speaker, target, label in said:
            counts.sides += 1
            judged = [
                side
                for side in gold[number]
                if any_same(target, article.forms.get(side.target, (side.target,)), lexicon)
            ]
            forms = [form for name in row.speakers for form in article.forms.get(name, (name,))]
            what = _wrong(row.is_one, any_same(speaker, forms, lexicon), judged, label)
            if what is None:
                counts.right += 1
                met |= {side.target for side in judged if side.label == label}
            else:
                words = " ".join(article.text[s:e] for s, e in row.content)
                line = f"{article.doc} | {speaker} {label} {target} | {words[:110]!r}"
                counts.why.append((what, line))
        counts.met += len(met)
    return counts


def _wrong(is_one: bool, right_speaker: bool, judged: Sequence[Side], label: str) -> str | None:
    """What is wrong with a side that we give, None where it is right."""
    if not is_one:
        return "no attribution"
    if not right_speaker:
        return "another speaker"
    if not judged:
        return "no such pair"
    if any(side.label == label for side in judged):
        return None
    return "truly none" if all(side.label == "none" for side in judged) else "the other side"


def print_cases() -> None:
    """Print the figures of our own sentences."""
    cases = read_cases(CASES.read_text("utf-8").splitlines())
    said = asked(cases)
    kinds = list(dict.fromkeys(case.kind for case in cases))
    right = [label == case.label for case, label in zip(cases, said, strict=True)]
    print(
        f"\nsentences of our own: {share(right, [1] * len(cases), SAMPLES)} of {len(cases)} right"
    )
    for kind in kinds:
        own = [ok for ok, case in zip(right, cases, strict=True) if case.kind == kind]
        print(f"  {kind:<12} {sum(own)} of {len(own)}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled articles")
    parser.add_argument("--show", action="store_true", help="list the sides that are wrong")
    options = parser.parse_args()
    lexicon = Lexicon.load()
    for title, name in SETS.items():
        articles = list(labelled(options.data / name))
        tables = analysed(articles)
        ours, pairs = found(tables), our_pairs(tables)
        counts = [count(a, ours.get(str(n), []), pairs, lexicon) for n, a in enumerate(articles)]
        right: Estimate = share([c.right for c in counts], [c.sides for c in counts], SAMPLES)
        met = share([c.met for c in counts], [c.gold for c in counts], SAMPLES)
        print(f"{title}: {len(articles)} articles")
        print(f"  sides given that are right   {right}   of {sum(c.sides for c in counts)}")
        print(f"  sides of the reader found    {met}   of {sum(c.gold for c in counts)}")
        why = Counter(what for c in counts for what, _ in c.why)
        print("  wrong: " + ", ".join(f"{what} {n}" for what, n in why.most_common()))
        if options.show:
            print("\n".join(f"    {what} | {line}" for c in counts for what, line in c.why))
    print_cases()


if __name__ == "__main__":
    main()
