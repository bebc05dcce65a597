"""`read()`: the one room that composes the stages, for some articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from onrecord.actors import Lexicon, find_mentions
from onrecord.attribution import attribute
from onrecord.corrections.quotes import quote_rules
from onrecord.corrections.speakers import choosing, confirm
from onrecord.corrections.stances import correct_stances
from onrecord.corrections.verdict import Verdict, fitted
from onrecord.learnt import NOTHING, Learnt
from onrecord.reader import Reader
from onrecord.rows import Analysed
from onrecord.segment import segment
from onrecord.sources import profiles
from onrecord.speakers import Speaker, keep, resolve
from onrecord.speakers.choose import by_ranker
from onrecord.speakers.questions import Question
from onrecord.stance import plan, score

Said = Mapping[str, Collection[Verdict]]


def read(
    chunk: Sequence[tuple[str, str]],
    lexicon: Lexicon,
    reader: Reader,
    said: Said | None = None,
    learnt: Learnt = NOTHING,
    *,
    asked: Callable[[Question], None] | None = None,
) -> list[Analysed]:
    """Read some articles together; the reviewers' word enters where a stage decides.

    Args:
        chunk: (article_id, text) of each.
        lexicon: known actors.
        reader: the model.
        said: what reviewers say, by article_id.
        learnt: what was learnt from reviewers.
        asked: told every question of whose words these are, before it is answered.
    """
    ranker = learnt.ranker()

    def choose_speaker(question: Question) -> tuple[Speaker, ...]:
        if asked is not None:
            asked(question)
        return by_ranker(question, ranker)

    readings = reader.read([text for _, text in chunk])
    planned, found, checked, people = [], [], [], []
    for (article_id, text), reading in zip(chunk, readings, strict=True):
        fits = fitted(text, said.get(article_id, ()) if said else ())
        sentences = segment(text)
        attributions = attribute(text, sentences, reading, quote_rules(fits))
        sources = [span for attribution in attributions for span in attribution.source]
        seen = find_mentions(text, sentences, lexicon, reading.names, sources)
        choose = choosing(fits, attributions, seen.actors, choose_speaker)
        resolved = resolve(
            text, sentences, attributions, seen.mentions, seen.actors, reading,
            choose=choose, ranker=ranker,
        )  # fmt: skip
        resolved = confirm(resolved, fits, attributions, seen.actors)
        attributions, speakers = keep(attributions, resolved, ranker.least)
        of = seen.bodies(), seen.of_no_country()
        planned.append(plan(text, sentences, attributions, speakers, seen.mentions, *of))
        told = profiles(text, attributions, speakers, seen.mentions, seen.actors, lexicon)
        found.append((article_id, text, sentences, attributions, speakers, seen.mentions))
        people.append(told)
        checked.append(fits)
    # one call of the model for the whole chunk
    scored = score(planned, reader, learnt.sides, learnt.narrator)
    made = []
    for parts, stances, fits, told in zip(found, scored, checked, people, strict=True):
        _, _, sentences, attributions, speakers, _ = parts
        marks = {each.content: each.mark for each in fits}
        stances, of_stances = correct_stances(sentences, attributions, speakers, stances, fits)
        of_quotes = [marks.get(attribution.content) for attribution in attributions]
        made.append(Analysed(*parts, stances, of_quotes, of_stances, told))
    return made
