"""An article before its first source is resolved: who stands where, what each sentence is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.lexicon import Actor
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import WORD
from onrecord.speakers.context import Context, spoken_by
from onrecord.speakers.model import Attributed, Mentions, Named, Piece, Span
from onrecord.speakers.told import Beside, plain, tell
from onrecord.speakers.words import OBJECT_VERBS, PREPOSITIONS

OPENERS = frozenset({"The", "His", "Her", "Their", "A", "An", "One", "Another"})


def build_context(
    text: str,
    sentences: Sequence[Piece],
    attributions: Sequence[Attributed],
    mentions: Mentions,
    actors: Mapping[str, Actor],
) -> Context:
    """Mark which mentions stand in quoted words and which are their sentence's subject."""
    context = Context(text, sentences, mentions, actors)
    for mention in mentions:
        context.first.setdefault(mention.actor, mention.start)
    for number, mention in enumerate(mentions):
        context.by_actor.setdefault(mention.actor, []).append(number)
    context.told = tell(text, mentions)
    top = sentences[0].end if sentences and sentences[0].role == "headline" else 0
    context.headline = frozenset(m.actor for m in mentions if m.start < top)
    context.named = {name: _name_words(name, actors.get(name)) for name in context.by_actor}
    context.beside = Beside(context.named, context.told)
    often = sorted(context.by_actor, key=lambda name: -len(context.by_actor[name]))
    context.rank = {name: number for number, name in enumerate(often)}
    context.starts = [mention.start for mention in mentions]
    context.sentence_starts = [sentence.start for sentence in sentences]
    quotes = sorted(span for a in attributions if a.kind == "direct" for span in a.content)
    context.quoted = _inside(context.starts, quotes)
    speech = _inside([sentence.end - 2 for sentence in sentences], quotes)
    opens = _inside([sentence.start + 1 for sentence in sentences], quotes)
    count = 0
    for number, sentence in enumerate(sentences):
        wholly = speech[number] and opens[number]
        count += not wholly
        context.clock.append(count)
        if not wholly and (topic := _topic(text, sentence)):
            context.topics[number] = topic
    _mark_subjects(context)
    return context


def _name_words(name: str, actor: Actor | None) -> frozenset[str]:
    """Words of an actor's names in lower case, and the initials of those of several words."""
    names = (name, *(actor.aliases if actor else ()))
    words = {plain(word) for each in names for word in WORD.findall(each)}
    for each in names:
        capital = [word[0] for word in WORD.findall(each) if word[0].isupper()]
        if len(capital) > 1 and (actor is None or actor.type != "person"):
            words.add("".join(capital).lower())
    return frozenset(words)


def _mark_subjects(context: Context) -> None:
    """The first person of a sentence that is nobody's object, and those joined to it by "and"."""
    seen: dict[str, int] = {"any": -1, "person": -1}
    joined = False  # whether the mention before was a subject
    for number, mention in enumerate(context.mentions):
        at = context.sentence(mention.start)
        person = mention.actor_type == "person"
        first = at not in (seen["person"], seen["any"] if not person else -1)
        free = first and not context.quoted[number] and at not in context.topics
        subject = free and not _object(context, mention, at)
        if joined and number:
            between = context.text[context.mentions[number - 1].end : mention.start]
            subject = subject or between in (" and ", ", ")
        context.subject.append(subject)
        joined = subject
        if not context.quoted[number]:
            seen["any"] = at
            seen["person"] = at if person else seen["person"]


def _topic(text: str, sentence: Piece) -> Span | None:
    """The description of a person that a sentence opens with: "The minister had ..."."""
    found: list[str] = []
    end = sentence.start
    for word in WORD.finditer(text, sentence.start, min(sentence.end, sentence.start + 60)):
        if not found and word[0] not in OPENERS:
            return None
        if found and (text[end : word.start()] != " " or len(found) > 4):
            return None
        found.append(word[0])
        end = word.end()
        if word[0].lower() in v.ROLE_NOUNS and len(found) > 1:
            if text[end : end + 2] == ", " and text[end + 2 : end + 3].isupper():
                return None  # "One woman, Ada Lund, ..."
            following = WORD.match(text, end + 1)
            if following is None or (
                following[0].islower()
                and following[0] not in v.ROLE_NOUNS
                and following[0] not in PREPOSITIONS
            ):
                return sentence.start, end
            return None
    return None


def _inside(places: list[int], spans: list[Span]) -> list[bool]:
    inside, k = [], 0
    for at in places:
        while k < len(spans) and spans[k][1] <= at:
            k += 1
        inside.append(k < len(spans) and spans[k][0] <= at)
    return inside


def _object(context: Context, mention: Named, at: int) -> bool:
    text, begin = context.text, context.sentences[at].start if context.sentences else 0
    if spoken_by(text, mention):
        return False  # "by Lund’s own account" is what Lund says
    if context.possessed(mention):
        return mention.start - begin > len("Deputy Minister ")  # "Mr. Lund's plan ..." is about him
    before = WORD.findall(text[max(begin, mention.start - 80) : mention.start])
    if before and before[-1].lower() in ("a", "an", "the", "this", "that", "his", "her", "their"):
        return True  # "a Lund presidency"
    while before and (before[-1][0].isupper() or before[-1] in ("the", "former")):
        before.pop()
    return bool(before) and (before[-1].lower() in PREPOSITIONS or before[-1] in OBJECT_VERBS)
