"""What the stages say of one article, as rows of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from onrecord.actors import Mention
from onrecord.attribution import Attribution
from onrecord.segment import Sentence
from onrecord.sources import Profile
from onrecord.speakers import Speaker
from onrecord.stance import Stance

if TYPE_CHECKING:
    from onrecord.tone import Tone

Span = tuple[int, int]
Rows = dict[str, list[dict]]

# what a stance says is told as it is
STANCE = ("speaker", "target", "start", "end", "label", "favor", "against", "none", "portrayal")


@dataclass(frozen=True, slots=True)
class Analysed:
    """Everything the stages say of one article, by offsets into its text."""

    article_id: str
    text: str
    sentences: Sequence[Sentence]
    attributions: Sequence[Attribution]
    speakers: Sequence[tuple[Speaker, ...]]  # one tuple per attribution
    mentions: Sequence[Mention]
    stances: Sequence[Stance]
    of_quotes: Sequence[str | None] = ()  # what reviewers said of each attribution, if of any
    of_stances: Sequence[str | None] = ()  # and of each stance
    profiles: Sequence[Profile] = ()


def rows(article: Analysed) -> Rows:
    """Rows for the tables of an article: sentences, attributions, spans, mentions, stances ...

    Several speakers of one attribution make a row each; they share the content and get
    ids of their own.
    """
    ids = [
        [_attribution_id(article.article_id, number, turn) for turn in range(max(1, len(who)))]
        for number, who in enumerate(article.speakers)
    ]
    return {
        "sentences": list(_sentences(article)),
        "attributions": list(_attributions(article, ids)),
        "spans": list(_spans(article, ids)),
        "mentions": [
            {
                "article_id": article.article_id,
                "actor": mention.actor,
                "actor_type": mention.actor_type,
                "start": mention.start,
                "end": mention.end,
                "text": article.text[mention.start : mention.end],
            }
            for mention in article.mentions
        ],
        "profiles": [_profile(article.article_id, each) for each in article.profiles],
        "stances": list(_stances(article, ids)),
    }


def _profile(article_id: str, profile: Profile) -> dict:
    return {
        "article_id": article_id,
        "actor": profile.actor,
        "actor_type": profile.actor_type,
        "gender": profile.gender,
        "gender_by": profile.gender_by,
        "role": profile.role,
        "descriptions": "; ".join(profile.descriptions) or None,
        "affiliation": profile.affiliation,
        "countries": "; ".join(profile.countries) or None,
    }


def _attribution_id(article_id: str, number: int, turn: int) -> str:
    return f"{article_id}-{number}" + (f".{turn + 1}" if turn else "")


def _sentence_id(article_id: str, number: int) -> str:
    return f"{article_id}-s{number}"


def _sentences(article: Analysed) -> Iterator[dict]:
    texts = [article.text[s.start : s.end] for s in article.sentences]
    voices = _voices(article)
    for number, (sentence, text, tone) in enumerate(
        zip(article.sentences, texts, _tones(texts), strict=True)
    ):
        yield {
            "article_id": article.article_id,
            "sentence_id": _sentence_id(article.article_id, number),
            "paragraph": sentence.paragraph,
            "role": sentence.role,
            "voice": voices[number],
            "start": sentence.start,
            "end": sentence.end,
            "text": text,
            **_tone(tone),
        }


def _voices(article: Analysed) -> list[str]:
    contents = sorted(span for attribution in article.attributions for span in attribution.content)
    voices, first = [], 0
    for sentence in article.sentences:
        while first < len(contents) and contents[first][1] <= sentence.start:
            first += 1
        inside, reach = 0, sentence.start
        for start, end in (contents[at] for at in range(first, len(contents))):
            if start >= sentence.end:
                break
            start, end = max(start, reach), min(end, sentence.end)
            if start < end:
                inside += end - start
                reach = end
        voices.append("speaker" if 2 * inside > sentence.end - sentence.start else "narrator")
    return voices


def _attributions(article: Analysed, ids: list[list[str]]) -> Iterator[dict]:
    contents = [_words(article.text, a.content) or "" for a in article.attributions]
    for number, (attribution, tone) in enumerate(
        zip(article.attributions, _tones(contents), strict=True)
    ):
        who = article.speakers[number] or (Speaker(None, "none", None),)
        for attribution_id, speaker in zip(ids[number], who, strict=True):
            outer = attribution.within
            yield {
                "attribution_id": attribution_id,
                "article_id": article.article_id,
                "kind": attribution.kind,
                "source": _words(article.text, attribution.source),
                "cue": _words(article.text, attribution.cue),
                "content": contents[number],
                "speaker": speaker.name,
                "affiliation": speaker.affiliation,
                "resolved_by": speaker.resolved_by,
                "factuality": attribution.factuality,
                "cue_class": attribution.cue_class,
                "within": None if outer is None else ids[outer][0],
                "confidence": attribution.confidence,
                "corrected": article.of_quotes[number] if article.of_quotes else None,
                **_tone(tone),
            }


def _spans(article: Analysed, ids: list[list[str]]) -> Iterator[dict]:
    for number, attribution in enumerate(article.attributions):
        for attribution_id in ids[number]:
            for role in ("source", "cue", "content"):
                for start, end in getattr(attribution, role):
                    yield {
                        "attribution_id": attribution_id,
                        "article_id": article.article_id,
                        "role": role,
                        "start": start,
                        "end": end,
                    }


def _stances(article: Analysed, ids: list[list[str]]) -> Iterator[dict]:
    for stance, corrected in zip(article.stances, article.of_stances or repeat(None), strict=False):
        attribution_id = None
        if stance.attribution is not None:
            who = [speaker.name for speaker in article.speakers[stance.attribution]]
            turn = who.index(stance.speaker) if stance.speaker in who else 0
            attribution_id = ids[stance.attribution][turn]
        yield {
            "article_id": article.article_id,
            "sentence_id": _sentence_id(article.article_id, stance.sentence),
            "attribution_id": attribution_id,
            **{name: getattr(stance, name) for name in STANCE},
            "corrected": corrected,
        }


def _words(text: str, spans: Sequence[Span]) -> str | None:
    return " ".join(text[start:end] for start, end in spans) or None


def _tones(texts: Sequence[str]) -> list[Tone]:
    from onrecord.tone import tones  # with TextBlob: who only reads tables starts sooner

    return tones(texts)


def _tone(tone: Tone) -> dict[str, float]:
    return {"polarity": tone.polarity, "subjectivity": tone.subjectivity}
