"""Answers of reviewers beside what the stages say without them: what is learnt from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from onrecord.actors import Lexicon
from onrecord.corrections.book import Book
from onrecord.corrections.verdict import Fitted, Span, fitted
from onrecord.learn.quotes import IsQuote
from onrecord.learn.sides import Side
from onrecord.learn.speakers import WhoSpeaks
from onrecord.pipeline import read
from onrecord.reader import Reader
from onrecord.rows import Analysed
from onrecord.speakers.doubt import claim_of
from onrecord.speakers.questions import Question
from onrecord.speakers.ranker import shipped
from onrecord.stance import Stance


@dataclass(slots=True)
class Examples:
    """All answers that can be learnt from.

    Attributes:
        articles: ids of the articles that were read again.
        quotes: whether words are a quote.
        speakers: whose words they are.
        sides: which side a speaker takes.
        narrator: which side an outlet's own sentence takes.
    """

    articles: list[str] = field(default_factory=list)
    quotes: list[IsQuote] = field(default_factory=list)
    speakers: list[WhoSpeaks] = field(default_factory=list)
    sides: list[Side] = field(default_factory=list)
    narrator: list[Side] = field(default_factory=list)


def examples(
    articles: pd.DataFrame,
    book: Book,
    lexicon: Lexicon,
    reader: Reader,
    shown: Callable[[list], Iterable] = iter,
) -> Examples:
    """Read the articles that something was said of once more, as if nothing had been said.

    Args:
        articles: with their texts.
        book: what reviewers say; what they disagree on is left out.
        lexicon: known actors.
        reader: the model.
        shown: goes through the articles, with a bar or without.
    """
    found = Examples()
    for row in shown(list(articles.itertuples())):
        said = fitted(row.text, book.about(row))
        if not said:
            continue
        questions: list[Question] = []
        made = read([(row.article_id, row.text)], lexicon, reader, asked=questions.append)[0]
        asked = {question.asked.attribution.content: question for question in questions}
        found.articles.append(row.article_id)
        for each in said:
            if each.verdict.narrated:
                found.narrator += _sides(made, each, None, 0.0)
            else:
                _spoken(found, made, each, asked.get(each.words), reader.side)
    return found


def _spoken(
    found: Examples, made: Analysed, said: Fitted, question: Question | None, least: float
) -> None:
    """What is said of one quote."""
    if question is not None and said.verdict.quote is not None:
        chance = claim_of(question, shipped())
        found.quotes.append(IsQuote(made.article_id, question.claim, chance, said.verdict.quote))
    if not said.verdict.quote:
        return
    if question is not None and said.verdict.speakers is not None:
        names = frozenset(_called(name, question) for name in said.verdict.speakers)
        found.speakers.append(WhoSpeaks(made.article_id, question, names))
    for number, attribution in enumerate(made.attributions):
        if attribution.content == said.words:
            found.sides += _sides(made, said, number, least)


def _sides(made: Analysed, said: Fitted, voice: int | None, least: float) -> Iterator[Side]:
    """The sides of a statement that reviewers spoke of; a side of two speakers counts once."""
    for side, span in said.stances:
        stance = next((s for s in made.stances if s.attribution == voice and _at(s, span)), None)
        if stance is not None:
            chances = (stance.favor, stance.against, stance.none)
            yield Side(made.article_id, chances, stance.label, side.label, least)


def _at(stance: Stance, span: Span) -> bool:
    return stance.start < span[1] and span[0] < stance.end


def _called(name: str, question: Question) -> str:
    """What the article calls somebody, whom the corpus may call by a longer name."""
    names = {each for candidate in question.candidates for each in candidate.names}
    if name in names:
        return name
    alike = [each for each in names if each.split()[-1:] == name.split()[-1:]]
    return alike[0] if len(alike) == 1 else name
