"""Elements that an article left open, so that they would hide all articles behind it."""

from __future__ import annotations

import re

HIDING = "script|style|textarea|title|xmp|plaintext|noscript|template|svg|select|iframe"
OPENS = re.compile(rf"<(?P<name>{HIDING})\b", re.I)
# where a page ends, so that a parser drops what follows, and tags that only nest
ENDS = re.compile(r"</(?:body|html)\s*>|</?(?:b|i|u|em|strong|small|big|font)>", re.I)


def unswallowed(page: str, held: re.Pattern[str] | None = None) -> str:
    """A page of many articles without what would hide those behind: its tags become words.

    Args:
        page: its source.
        held: what begins an article; an element that covers one was left open.

    >>> unswallowed("<p>A <script> b</p></html><p>C<script>1</script><title>d</title></p>")
    '<p>A &lt;script> b</p><p>C<script>1</script><title>d</title></p>'
    >>> unswallowed("<p>A <svg> b</p><article>C</article><svg></svg>", re.compile("<article"))
    '<p>A &lt;svg> b</p><article>C</article><svg></svg>'
    """
    page = ENDS.sub("", page)
    parts, at, article = [], 0, -1
    closes: dict[str, int] = {}  # the next one of each name
    while found := OPENS.search(page, at):
        name, begin = found["name"].lower(), found.end()
        if closes.get(name, -1) < begin:
            closed = re.compile(rf"</{name}\b", re.I).search(page, begin)
            closes[name] = closed.start() if closed else len(page)
        end = closes[name]
        if held is not None and article < begin:  # each article is looked for once
            first = held.search(page, begin)
            article = first.start() if first else len(page)
        again = re.compile(rf"<{name}\b", re.I).search(page, begin, end)
        covers = held is not None and article < end
        if end == len(page) or again or covers:
            parts += [page[at : found.start()], "&lt;"]
            at = found.start() + 1
        else:
            parts.append(page[at:end])
            at = end
    return "".join([*parts, page[at:]])
