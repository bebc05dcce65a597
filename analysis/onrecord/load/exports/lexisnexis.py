"""LexisNexis Academic: documents numbered "1 of 3", capital labels before and after the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, byline, line, paper
from onrecord.load.exports.day import day, month
from onrecord.load.exports.lexisnexis_labels import (
    BEHIND,
    BODY,
    HEAD,
    KNOWN,
    LABEL,
    LABELLED,
    LANGUAGES,
    LENGTH,
    TAIL,
    URL,
)

NUMBERED = re.compile(
    r"^[ \t]*(?:FOCUS[ \t]*-?[ \t]*)?(?:\d+ (?:of|von|de|van|di) \d+ DO[CK]UMENT\w*"
    r"|DO[CK]UMENT\w* \d+ (?:of|von|de|van|di) \d+)[ \t]*$",
    re.I | re.M,
)
RIGHTS = re.compile(
    r"copyright\b|©|\(c\)\s*\d{4}|all rights reserved|alle rechte vorbehalten|tous droits r"
    r"|droits réservés|alle rechten voorbehouden|todos los derechos|tutti i diritti"
    r"|todos os direitos|版[权權]所有|все права защищены",
    re.I,
)
EDITION = re.compile(
    r"(?:\w+ ){0,4}(?:edition|ausgabe|édition|editie)\b.*"
    r"|(?:first|second|third|final|late|early|national|state|metro|city)(?: final)?"
    r"|correction appended.*|.* - final|SHOW: .*",
    re.I,
)
WORDS = re.compile(r"\s*[\d.,]+ +(?:words|woorden|wörter|mots|palabras|parole)\s*", re.I)
ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*")
DATED = 6  # words of a block that states a day and nothing else, at most


def told(text: str) -> bool:
    """Documents are numbered, and the labels of LexisNexis stand in capitals."""
    return bool(NUMBERED.search(text) and LABELLED.search(text)) or _alone(text)


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every numbered document, or the only one."""
    starts = list(NUMBERED.finditer(text))
    if not starts:
        yield _article(text)
        return
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        yield _article(text[start.end() : following.start() if following else len(text)])


def _alone(text: str) -> bool:
    """Whether a text is one document without a number: rights, one length, labels behind."""
    if len(LENGTH.findall(text)) != 1 or len(LABELLED.findall(text)) < 2:
        return False
    return any(RIGHTS.search(each) and len(each) < 120 for each in text.split("\n"))


def _article(text: str) -> Article | Unreadable:
    # the label of the text may stand on the line of its first paragraph, or above it
    text = BODY.sub("\n\nBODY:\n\n", text)
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    head, blocks = _head(blocks)
    body, tail = _body(blocks)
    opening = _opening(head)
    labels = _labels([*head, *tail])
    dated = _dated(opening)
    if dated is None and not labels:
        return Unreadable("has neither a date nor the labels of LexisNexis")
    above = opening[:dated] if dated is not None else opening[:1]
    under = opening[dated + 1 :] if dated is not None else opening[1:]
    over = [block for block in above[1:] if _flush(block) and not ADDRESS.fullmatch(block)]
    titles = [block for block in [*over, *under] if not _is_of_paper(block)]
    title = labels.get("title") or (titles.pop(0) if titles else None)
    url = next((block for block in opening if ADDRESS.fullmatch(block)), None)
    return Article(
        line(title),
        "\n\n".join([*titles, *(block for block in body if not WORDS.fullmatch(block))]),
        outlet=paper(above[0].strip().split("\n")[0]) if above else None,
        author=byline(labels.get("author")),
        published=day(opening[dated]) if dated is not None else None,
        url=line(labels.get("url") or url),
        language=line(labels.get("language")),
    )


def _opening(head: list[str]) -> list[str]:
    """Paper, day and headline: the blocks above the first label, and those without one below it."""
    first = next((at for at, block in enumerate(head) if _known(block)), len(head))
    bare = [*head[:first], *(block for block in head[first:] if not LABEL.match(block))]
    return [block for block in map(_without_rights, bare) if block.strip()]


def _known(block: str) -> bool:
    label = LABEL.match(block)
    return bool(label and label[1].strip() in KNOWN)


def _dated(opening: list[str]) -> int | None:
    """The block of the day, or of the month where there is no day."""
    plain = [at for at, block in enumerate(opening) if not ADDRESS.fullmatch(block)]
    return next((at for at in plain if day(opening[at]) or month(opening[at])), None)


def _is_of_paper(block: str) -> bool:
    """Whether a block tells of the edition, or the day or the address again."""
    plain = " ".join(block.split())
    again = day(plain) is not None and len(plain.split()) < DATED
    return again or bool(EDITION.fullmatch(plain) or ADDRESS.fullmatch(block))


def _flush(block: str) -> bool:
    """Whether no line of a block is moved to the middle, as all of the paper and the day are."""
    return not any(each[:1].isspace() for each in block.split("\n"))


def _without_rights(block: str) -> str:
    """A block without its lines of rights, above which older files print the paper's name."""
    return "\n".join(each for each in block.split("\n") if not RIGHTS.search(each))


def _head(blocks: list[str]) -> tuple[list[str], list[str]]:
    """The blocks up to the last label before the text, and the others."""
    last = None
    for at, block in enumerate(blocks):
        label = LABEL.match(block)
        if label and label[1].strip() in HEAD:
            if last is None and BEHIND.match(block) and _closes(blocks[at:]):
                break  # all labels stand behind the text
            last = at
        elif last is not None and not label:
            break
    if last is not None:
        return blocks[: last + 1], blocks[last + 1 :]
    # no labels: paper, day, headline
    dated = next((at for at in range(len(blocks[:5])) if _dated(blocks[at : at + 1]) == 0), 1)
    middle = not _flush(blocks[dated]) if dated < len(blocks) else False
    over = middle and any(_flush(block) and not ADDRESS.match(block) for block in blocks[1:dated])
    end = dated + (1 if over else 2)
    return blocks[:end], blocks[end:]


def _closes(blocks: list[str]) -> bool:
    """Whether nothing but labels and rights follows."""
    return all(_known(block) or RIGHTS.search(block) for block in blocks)


def _body(blocks: list[str]) -> tuple[list[str], list[str]]:
    for at, block in enumerate(blocks):
        label = LABEL.match(block)
        rights = RIGHTS.search(block) and len(block.split()) < 40 and at >= len(blocks) - 4
        ends = label and (label[1].strip() in TAIL | URL or BEHIND.match(block))
        if ends or rights:
            return [each for each in blocks[:at] if each.strip() != "BODY:"], blocks[at:]
    return [each for each in blocks if each.strip() != "BODY:"], []


def _labels(blocks: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in blocks:
        label = LABEL.match(block)
        if not label:
            continue
        name = label[1].strip()
        field = HEAD.get(name) or (
            "url" if name in URL else "language" if name in LANGUAGES else name
        )
        found.setdefault(field, block[label.end() :].strip())
    return found
