""".srt and .vtt: cues joined to turns, a paragraph a turn."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.load.draft import Draft, Item, Unreadable
from onrecord.load.encoding import decode
from onrecord.load.source import Source

TIMES = re.compile(
    r"^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
NAMED = re.compile(r"^WEBVTT[ \t]*(?:-[ \t]*)?(.*)$", re.M)
VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^<>]+)>", re.I)
TAG = re.compile(r"</?[a-z0-9:.][^<>]*>|\{\\[^{}]*\}", re.I)
TURN = re.compile(r"^(?:>>+|»)\s*")
DASH = re.compile(r"^[-–—]\s*(?=\S)")
LABEL = re.compile(
    r"^(?:[A-Z][A-Z.'’\- ]+(?:[,(][^:]{0,60})?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s"
)
SOUND = re.compile(r"[♪♫#].*|.*[♪♫]|[\[(][^\[\]()]*[\])]")
ENDS = re.compile(r"[.!?…][\"”’')]*$")
PAUSE = 2.0  # seconds without a cue after which a sentence's end is a paragraph's


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at one time, in seconds from the beginning."""

    start: float
    end: float
    lines: list[str]


def read(source: Source) -> Iterator[Item]:
    """The one article of the subtitles; its title where the file states one.

    Raises:
        Unreadable: no line holds times.
    """
    text = decode(source.read())
    found = cues(text)
    if not found:
        raise Unreadable("has no line with the times of a cue")
    named = NAMED.match(text.lstrip("\ufeff"))
    title = " ".join(named[1].split()) if named else ""
    turns = joined(found)
    if not turns:
        raise Unreadable("holds no text")
    head = [title] if title else []
    yield Draft(source.path, "\n\n".join([*head, *turns]), title or None)


def cues(text: str) -> list[Cue]:
    """The cues in their order; numbers, notes and styles are none."""
    found: list[Cue] = []
    lines: list[str] | None = None
    for each in text.split("\n"):
        if times := TIMES.match(each):
            start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
            lines = []
            found.append(Cue(start, end, lines))
        elif not each.strip():
            lines = None
        elif lines is not None:
            voice = VOICE.sub(r"\1: ", each)
            words = " ".join(html.unescape(TAG.sub("", voice)).split())
            if words:
                lines.append(words)
    return found


def joined(found: list[Cue]) -> list[str]:
    """Turns and paragraphs of the cues, each shown once.

    Cues that roll show a line again with the next below it. Who is named anew in the next cue
    goes on speaking, unless a mark says that a turn begins.

    >>> rolling = [Cue(0, 2, ["Both sides"]), Cue(2, 4, ["Both sides", "left."])]
    >>> joined([*rolling, Cue(4, 5, [">> ADA HOLM: No date"]), Cue(5, 6, ["was set."])])
    ['Both sides left.', 'ADA HOLM: No date was set.']
    """
    turns: list[list[str]] = []
    shown: list[str] = []
    before, speaker = 0.0, ""
    for cue in found:
        fresh = _fresh(cue.lines, shown)
        shown = cue.lines or shown
        for line in fresh:
            bare = TURN.sub("", line)
            label = LABEL.match(bare)
            opens = bare != line or label or DASH.match(line)
            bare = DASH.sub("", bare)
            if not bare or SOUND.fullmatch(bare):
                continue
            rests = cue.start - before > PAUSE and turns and ENDS.search(turns[-1][-1])
            # programs that meet name who speaks in every cue
            if label and label[0] == speaker and label[0] == line[: label.end()] and not rests:
                opens, bare = None, bare[label.end() :]
            elif opens:
                speaker = label[0] if label else ""
            if opens or rests or not turns:
                turns.append([])
            turns[-1].append(bare)
            before = cue.end
    return [" ".join(turn) for turn in turns]


def _fresh(lines: list[str], shown: list[str]) -> list[str]:
    for length in range(min(len(lines), len(shown)), 0, -1):
        last = [*shown[-length:]]
        if lines[:length] in (last, [LABEL.sub("", last[0]), *last[1:]]):
            return lines[length:]
    return lines


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, parts_of = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + parts_of / 1000
