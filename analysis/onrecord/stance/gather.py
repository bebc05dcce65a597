"""Which pairs of an article are to be scored, and on which words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.actors import Mention
from onrecord.attribution import Attribution
from onrecord.segment import Sentence
from onrecord.speakers import Speaker
from onrecord.stance.overlaps import Overlaps
from onrecord.stance.shapes import Request, Span
from onrecord.stance.statement import descriptions
from onrecord.stance.statement import shown as statement_shown

NEAR = 2  # sentences from a mention to its source that are still read as one stretch
GAP = "…"  # stands where words are left out


def plan(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    speakers: Sequence[Sequence[Speaker]],
    mentions: Sequence[Mention],
    bodies: Mapping[str, str | None] | None = None,
    of_no_country: Collection[str] = (),
) -> tuple[Request, ...]:
    """Gather the pairs of an article: speakers toward what they name, then the narrator.

    A mention inside a content belongs to the innermost one's speakers; all other mentions
    are the narrator's. An actor named twice in one sentence by one voice is asked about
    once, at its first mention. A name that runs over the end of a sentence stands in the
    sentence where it begins.

    Args:
        text: the article.
        sentences: its sentences, in order.
        attributions: its attributions.
        speakers: the speakers of each attribution; one without a name takes no stance.
        mentions: where actors are named.
        bodies: for whom each speaker speaks, where it is known.
        of_no_country: those of a state that the text does not tell; it may be any country.

    Returns:
        Requests in the order of the mentions.
    """
    starts = [sentence.start for sentence in sentences]
    sentences = _whole(sentences, starts, mentions)
    contents = Overlaps((span, at) for at, a in enumerate(attributions) for span in a.content)
    others = Overlaps((span, 0) for a in attributions for span in (*a.content, *a.cue))
    described = descriptions(
        [
            (speaker.name, text[start:end])
            for attribution, who in zip(attributions, speakers, strict=True)
            for speaker in who
            if speaker.name
            for start, end in attribution.source
        ]
    )
    places = [(sentence.start, sentence.end) for sentence in sentences]
    requests, asked = [], set()
    for mention in sorted(mentions, key=lambda mention: (mention.start, mention.end)):
        number = bisect_right(starts, mention.start) - 1
        if number < 0:
            continue
        voice = _innermost(contents, mention)
        if voice is None:
            names: list[str | None] = [None]
        else:
            own = attributions[voice].source
            if any(start < mention.end and mention.start < end for start, end in own):
                continue
            named = [speaker.name for speaker in speakers[voice] if speaker.name]
            names = [name for name in dict.fromkeys(named) if name != mention.actor]
        for name in names:
            key = (number, voice, name, mention.actor)
            if key in asked:
                continue
            asked.add(key)
            shown, target, source = (
                _narrated(text, sentences[number], others, mention)
                if voice is None or name is None
                else _spoken(text, sentences, starts, number, attributions[voice], name, mention)
            )
            statement, alone = None, None
            if voice is not None and name is not None:
                one = attributions[voice]
                cue = " ".join(text[start:end] for start, end in one.cue)
                span = (mention.start, mention.end)
                statement = statement_shown(
                    text, places, one.content, span, name, cue, described.get(name, "")
                )
                low, high = places[number]
                alone = text[low:high], (mention.start - low, mention.end - low)
            requests.append(
                Request(
                    number,
                    voice,
                    name,
                    mention.actor,
                    mention.start,
                    mention.end,
                    shown,
                    target,
                    source,
                    statement,
                    alone,
                    name is not None
                    and (
                        (bodies or {}).get(name) == mention.actor
                        or (mention.actor_type == "country" and name in of_no_country)
                    ),
                )
            )
    return tuple(requests)


def _whole(
    sentences: Sequence[Sentence], starts: Sequence[int], mentions: Sequence[Mention]
) -> list[Sentence]:
    """The sentences; one in which a name begins that ends further on, up to where that one ends."""
    whole = list(sentences)
    for mention in mentions:
        first, last = (bisect_right(starts, at) - 1 for at in (mention.start, mention.end - 1))
        if first >= 0 and sentences[first].end < mention.end:
            whole[first] = replace(sentences[first], end=max(sentences[last].end, mention.end))
    return whole


def _innermost(contents: Overlaps, mention: Mention) -> int | None:
    holding = [
        (end - start, number)
        for (start, end), number in contents.over(mention.start, mention.end)
        if start <= mention.start and mention.end <= end
    ]
    return min(holding)[1] if holding else None


def _spoken(
    text: str,
    sentences: Sequence[Sentence],
    starts: Sequence[int],
    number: int,
    attribution: Attribution,
    speaker: str,
    mention: Mention,
) -> tuple[str, Span, Span | None]:
    """The sentences from the mention to the nearest source, which is written as a name.

    The model was trained on named sources; "he" says less to it, and of two speakers who
    share a source each is to be asked about alone.
    """
    near = [
        (abs(bisect_right(starts, start) - 1 - number), start, end)
        for start, end in attribution.source
    ]
    away, start, end = min(near, default=(NEAR + 1, 0, 0))
    here = sentences[number]
    if away > NEAR:
        target = (mention.start - here.start, mention.end - here.start)
        return text[here.start : here.end], target, None
    other = sentences[bisect_right(starts, start) - 1]
    low, high = min(here.start, other.start), max(here.end, other.end, end)
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    moved = len(speaker) - (end - start) if start < mention.start else 0
    return (
        text[low:start] + speaker + text[end:high],
        (mention.start + moved - low, mention.end + moved - low),
        (start - low, start - low + len(speaker)),
    )


def _narrated(
    text: str, sentence: Sentence, others: Overlaps, mention: Mention
) -> tuple[str, Span, None]:
    """The sentence without the contents, which are not the narrator's, and their cues.

    "Lee criticized the plan" reports a stance of Lee's and takes none toward Lee.
    """
    hidden = [
        span
        for span, _ in others.over(sentence.start, sentence.end)
        if not (span[0] < mention.end and mention.start < span[1])
    ]
    shown, at, target = "", sentence.start, (0, 0)
    for start, end in [*hidden, (sentence.end, sentence.end)]:
        if end < at or (start >= sentence.end and end > start):
            continue
        start = max(start, at)
        if at <= mention.start < start:
            target = (mention.start - at + len(shown), mention.end - at + len(shown))
        between = text[at:start]
        shown += between if between.strip() or not shown.endswith(GAP) else ""
        shown += GAP if end > start and not shown.endswith(GAP) else ""
        at = max(at, end)
    return shown, target, None
