"""What a reader has in mind at a place in the text: who was named lately, who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.lexicon import Actor
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import WORD
from onrecord.speakers.model import Attributed, Mentions, Named, Piece, Span
from onrecord.speakers.office import office
from onrecord.speakers.said import Last, Said
from onrecord.speakers.told import Beside, Told, plain, tell
from onrecord.speakers.words import OBJECT_VERBS, PREPOSITIONS

OWN_WORDS = re.compile(
    r"['’]s (?:own )?(?:account|reckoning|telling|view|words|admission|estimate)\b"
)
MOST = 200  # mentions before a place that a reader has in mind, where a sentence never ends
OPENING = 60  # characters in which words name whom they are about
OPENERS = frozenset({"The", "His", "Her", "Their", "A", "An", "One", "Another"})


@dataclass(slots=True)
class Context:
    """An article with everything that resolving one source may look at.

    Attributes:
        quoted: per mention, whether it stands in quoted words.
        subject: per mention, whether it is what its sentence is about.
        clock: per sentence, how many sentences of the narrator's came before.
        topics: sentences that open with a description: (start, end) of the description.
        said: the attributions resolved so far, in text order.
        told: words that stand with each actor's names.
        named: words of each actor's names.
        beside: who has which of these words.
        offices: see `office_words`.
        shifted: what was found last of whether a sentence was about somebody else: a place, who
            spoke before it, the answer.
        learned: offices that descriptions gave to people, by name.
        heads: actors by the last word of their roles.
        first: where each actor is first named.
        authors: lines that tell of an author, see `signed`; None until one is asked for.
    """

    text: str
    sentences: Sequence[Piece]
    mentions: Mentions
    actors: Mapping[str, Actor]
    starts: list[int] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    subject: list[bool] = field(default_factory=list)
    clock: list[int] = field(default_factory=list)
    topics: dict[int, Span] = field(default_factory=dict)
    said: Said = field(default_factory=Said)
    learned: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heads: dict[str, list[str]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    by_actor: dict[str, list[int]] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    headline: frozenset[str] = frozenset()
    named: dict[str, frozenset[str]] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    shifted: tuple[int, Last, bool] | None = None
    authors: list[tuple[int, str, str]] | None = None

    def sentence(self, at: int) -> int:
        """Number of the sentence that holds an offset."""
        return max(0, bisect_right(self.sentence_starts, at) - 1)

    def office_words(self, name: str) -> frozenset[str]:
        """Words beside an actor and of its roles, offices under one word each."""
        if name not in self.offices:
            told, actor = self.told.get(name), self.actors.get(name)
            known = set() if told is None else told.before | told.apposed | told.equated
            for role in () if actor is None else actor.roles:
                known.update(role.lower().replace(".", "").split())
            self.offices[name] = frozenset(office(word) for word in known)
        return self.offices[name]

    def owned(self, number: int) -> bool:
        """Whether "'s" follows mention `number`."""
        return self.possessed(self.mentions[number])

    def possessed(self, mention: Named) -> bool:
        """Whether "'s" follows a mention."""
        return self.text[mention.end : mention.end + 2] in ("'s", "’s")

    def back(self, at: int, earlier: int) -> int:
        """How many of the narrator's sentences lie between two offsets."""
        if not self.clock:
            return 0
        return self.clock[self.sentence(at)] - self.clock[self.sentence(earlier)]

    def before(self, at: int, sentences: int) -> range:
        """Numbers of the mentions before an offset, at most so many narrator's sentences back.

        Of these the last `MOST`.
        """
        if not self.clock:
            return range(0)
        here = self.sentence(at)
        first = bisect_left(self.clock, self.clock[here] - sentences, 0, here + 1)
        low = bisect_left(self.starts, self.sentence_starts[first])
        high = bisect_left(self.starts, at)
        return range(max(low, high - MOST), high)


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
        subject = free and not _object(context.text, mention, context.sentences, at)
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


def spoken_by(text: str, mention: Named) -> bool:
    """Whether the words are a person's: "by Lund's own account", "in Lund's words"."""
    if mention.actor_type != "person" or not OWN_WORDS.match(text, mention.end):
        return False
    before = text[max(0, mention.start - 24) : mention.start].split()
    return not {"by", "in", "to"}.isdisjoint(before[-2:])


def _inside(places: list[int], spans: list[Span]) -> list[bool]:
    inside, k = [], 0
    for at in places:
        while k < len(spans) and spans[k][1] <= at:
            k += 1
        inside.append(k < len(spans) and spans[k][0] <= at)
    return inside


def _object(text: str, mention: Named, sentences: Sequence[Piece], at: int) -> bool:
    begin = sentences[at].start if sentences else 0
    if spoken_by(text, mention):
        return False  # "by Lund’s own account" is what Lund says
    if text[mention.end : mention.end + 2] in ("'s", "’s"):
        return mention.start - begin > len("Deputy Minister ")  # "Mr. Lund's plan ..." is about him
    before = WORD.findall(text[max(begin, mention.start - 80) : mention.start])
    if before and before[-1].lower() in ("a", "an", "the", "this", "that", "his", "her", "their"):
        return True  # "a Lund presidency"
    while before and (before[-1][0].isupper() or before[-1] in ("the", "former")):
        before.pop()
    return bool(before) and (before[-1].lower() in PREPOSITIONS or before[-1] in OBJECT_VERBS)
