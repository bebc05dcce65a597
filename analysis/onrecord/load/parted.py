"""XML that is broken inside an article: each is parsed by itself, and takes no other along."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree

from onrecord.load.xmltext import local

COMMENT = re.compile(rb"<!--.*?-->", re.S)
NUMBERED = re.compile(rb"&#(?:x0*([0-9a-f]{1,8})|0*([0-9]{1,10}));", re.I)
HEAD = 4_000  # bytes before the first article that are given to each


def parse(data: bytes) -> tuple[Any, bool]:
    r"""The root of some XML, None where there is none, and whether it is well formed.

    Nothing is fetched, and no entity is unfolded. A number that is no character's stands for one
    that is not known: the parser would make bytes of it that are no text.

    >>> parse(b"<a>&#xD800;&#65;</a>")[0].text
    '\ufffdA'
    """
    data = NUMBERED.sub(_character, data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None, False
    return root, not len(parser.error_log)


def _character(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16) if found[1] else int(found[2])
    none = code in range(0xD800, 0xE000) or code > 0x10FFFF
    return b"&#xFFFD;" if none else found[0]


def parted(data: bytes, root: Any, names: Collection[str]) -> list[Any]:
    """Roots that hold all the articles of a file that is not well formed.

    What is left open in one article, such as a comment or an element, swallows those behind it;
    then fewer stand side by side in the tree than begin in the file.

    Args:
        data: the file.
        root: as it was parsed.
        names: of the elements that hold an article each, in small letters.

    Returns:
        The root itself where none was swallowed, else one for each article.

    >>> data = b"<rss><item><title>One <!-- </title></item><item><title>Two</title></item></rss>"
    >>> roots = parted(data, parse(data)[0], {"item"})
    >>> ["".join(each.itertext()) for each in roots]
    ['One ', 'Two']
    """
    if not names:
        return [root]
    found = b"|".join(re.escape(name.encode()) for name in names)
    begun = re.compile(rb"<(?:[\w.-]+:)?(?:" + found + rb")(?=[\s>/])", re.I)
    data = _uncommented(data, begun)
    starts = [each.start() for each in begun.finditer(data)]
    if len(starts) <= _outermost(root, names):
        return [root]
    return list(_alone(data, starts))


def _outermost(root: Any, names: Collection[str]) -> int:
    """How many elements of these names stand in no other of them."""
    count, stack = 0, [root]
    while stack:
        node = stack.pop()
        if local(node) in names:
            count += 1
        else:
            stack.extend(node)
    return count


def _uncommented(data: bytes, begun: re.Pattern[bytes]) -> bytes:
    """The file without whole articles that stand in comments."""
    ended = re.compile(begun.pattern.replace(b"<", b"</", 1), re.I)

    def left(comment: re.Match[bytes]) -> bytes:
        first = begun.search(comment[0])
        last = ended.search(comment[0])
        # where an article ends first, its comment was left open and swallows the next
        whole = first and last and first.start() < last.start()
        return b"" if whole else comment[0]

    end = data.rfind(b"-->") + 3
    return COMMENT.sub(left, data[:end]) + data[end:]


def _alone(data: bytes, starts: list[int]) -> Iterator[Any]:
    head = data[: starts[0]]
    if len(head) > HEAD:
        head = head[: head.rfind(b">", 0, HEAD) + 1]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        root, _ = parse(head + data[start:end])
        if root is not None:
            yield root
