"""Quotation marks: which belong together, and which are only apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

DOUBLE = re.compile(r"``|''|[“”„‟«»\"]")
SINGLE = re.compile(r"[‘’‹›']")
OPENERS, CLOSERS = "“„‟«``", "”»"  # the others open or close by what stands beside them
# words that begin with an apostrophe, and decades
CLIPPED = re.compile(r"['‘’](?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|cause\b|bout\b|n['’])", re.I)
SENTENCE_END = re.compile(r"[.!?…](?=\s)|$")
LONGEST = 5000  # characters; beyond it two marks were paired that do not belong together
# a mark that opens a quotation at the start of a sentence, or behind what announces it
ANNOUNCED = re.compile(r"(?:[.!?…:,]|[.!?…][”\"’'])\s*$")
FINISHED = re.compile(r"[.!?…]\s+$")
BACK = 4  # characters before a mark that tell whether it opens a quotation
# the narrator's words, behind a mark that was forgotten: "..., he said", ". Lind then told ..."
TOLD = re.compile(
    r"(?:, (?:(?:[Hh]e|[Ss]he|[Tt]hey|the [a-z]+|(?:[A-Z][\w’'.-]* ){0,2}[A-Z][\w’'.-]*) )?"
    r"|[.!?…] [A-Z][^.!?…]{0,160}\b)(?:said|says|added|told|asked|replied|wrote)\b|[.!?…] Asked\b"
)
REACH = 40  # single marks looked at for the one that closes, unclosed marks kept in a line


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks.

    `closed` is False where the closing mark is missing: the quotation then goes on in the
    next paragraph, or its end was forgotten.
    """

    start: int
    end: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """Find the outermost quotations of a text.

    Double marks may be straight, curly, angled or two single ones; single marks count where
    they are no apostrophes. A quotation never leaves its paragraph (a line): one without a
    closing mark reaches to the paragraph's end where the next paragraph opens with a mark
    again, and to the end of its sentence otherwise, so that a stray mark swallows nothing.

    Args:
        text: the article.

    Returns:
        Quotations in text order, none inside another.

    >>> text = 'He said “it’s ‘fine’” to the Joneses’ son.'
    >>> [text[q.start:q.end] for q in quotations(text)]
    ['“it’s ‘fine’”']
    """
    found: list[Quotation] = []
    lines = [line for line in re.finditer(r"[^\n]+", text) if line[0].strip()]
    for line, after in zip_longest(lines, lines[1:]):
        begin = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
        goes_on = after is not None and bool(re.match(r"\s*(?:``|''|[“„«\"])", after[0]))
        doubles = list(_doubles(text, begin, end, goes_on))
        found.extend(_with_singles(text, begin, end, doubles))
    return found


def _doubles(text: str, begin: int, end: int, goes_on: bool) -> Iterator[Quotation]:
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for mark in DOUBLE.finditer(text, begin, end):
        german = mark[0] == "“" and bool(stack) and text[stack[-1]] in "„‟"
        if not german and _opens(text, mark, begin, bool(stack)):
            if len(stack) == 1 and _taken_up(text, begin, stack[0], mark.start()):
                pairs.append((stack.pop(), -_trimmed(text, mark.start())))
            stack.append(mark.start())
        elif stack:
            pairs.append((stack.pop(), mark.end()))
    if stack:
        first = stack[0]
        stray = pairs and first == begin and not goes_on
        if goes_on and not any(pair[0] < first for pair in pairs if pair[1] > first):
            pairs = [pair for pair in pairs if pair[1] <= first]
            yield from _outermost(pairs)
            yield Quotation(first, end, False)
            return
        if not stray:
            for lost in stack[:REACH]:
                until = SENTENCE_END.search(text, lost + 1, end)
                stop = until.end() if until else end
                if all(stop <= one or lost >= two for one, two in pairs):
                    pairs.append((lost, -stop))
    yield from _outermost(pairs)


def _taken_up(text: str, begin: int, start: int, mark: int) -> bool:
    """Whether a mark takes up a quotation whose paragraphs were run together in one line."""
    return (
        FINISHED.search(text, max(mark - BACK, start), mark) is not None
        and (start == begin or ANNOUNCED.search(text, max(start - BACK, begin), start) is not None)
        and TOLD.search(text, start, mark) is None
    )


def _trimmed(text: str, end: int) -> int:
    """Where the words before a place end."""
    while text[end - 1].isspace():
        end -= 1
    return end


def _outermost(pairs: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    reached = -1
    for start, stop in sorted(pairs):
        if start >= reached and abs(stop) - start <= LONGEST:
            reached = abs(stop)
            yield Quotation(start, reached, stop > 0)


def _with_singles(text: str, begin: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    # both in order, none inside another: what was passed once is not looked at again
    starts, ends = [q.start for q in doubles], [q.end for q in doubles]
    singles: list[Quotation] = []
    inner: set[int] = set()
    marks = [m for m in SINGLE.finditer(text, begin, end) if not _apostrophe(text, m, begin)]
    reached = begin
    for at, mark in enumerate(marks):
        if mark.start() < reached or not _opens_single(text, mark, begin):
            continue
        first = bisect_right(ends, mark.start())
        if first < len(doubles) and starts[first] < mark.start():
            continue
        closer = _closer(text, marks[at + 1 : at + 1 + REACH])
        if closer is None:
            continue
        last = bisect_left(starts, closer)
        if first < last and ends[last - 1] > closer:
            continue
        inner.update(range(first, last))
        singles.append(Quotation(mark.start(), closer, True))
        reached = closer
    kept = [each for number, each in enumerate(doubles) if number not in inner]
    return sorted([*kept, *singles], key=lambda quotation: quotation.start)


def _closer(text: str, marks: Sequence[re.Match[str]]) -> int | None:
    """The end of a single quotation; a plural's apostrophe only if nothing better comes."""
    plural: int | None = None
    for mark in marks:
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if mark[0] == "‘" or after.isalnum() or before.isspace():
            continue
        if mark[0] == "›" or before in ".,!?…;:-—)" or after in '.,!?;:)”"\n' or before != "s":
            return mark.end()
        plural = plural or mark.end()
    return plural


def _opens(text: str, mark: re.Match[str], begin: int, inside: bool) -> bool:
    if mark[0] in OPENERS:
        return True
    if mark[0] in CLOSERS:
        # some outlets print ” on both sides
        return not inside and mark[0] == "”" and _free(text, mark, begin)
    return _free(text, mark, begin)


def _free(text: str, mark: re.Match[str], begin: int) -> bool:
    """Whether nothing stands before a mark, and something after it."""
    before = text[mark.start() - 1] if mark.start() > begin else " "
    after = text[mark.end() : mark.end() + 1]
    return (before.isspace() or before in "([—–-/‘'“") and bool(after) and not after.isspace()


def _opens_single(text: str, mark: re.Match[str], begin: int) -> bool:
    return mark[0] in "‘‹'" and _free(text, mark, begin)


def _apostrophe(text: str, mark: re.Match[str], begin: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > begin else " "
    after = text[mark.end() : mark.end() + 1]
    if before == "'" or after == "'":
        return True  # half of a double mark
    if before.isalnum() and after.isalnum():
        return True
    return not before.isalnum() and bool(CLIPPED.match(text, mark.start()))
