""".eml: one mail, its text and what is attached to it."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath

from onrecord.load import dates, markup
from onrecord.load.bounds import PACKED
from onrecord.load.draft import Draft, Item, Rejected, Unreadable, compose
from onrecord.load.encoding import decode, newlines
from onrecord.load.exports import listed
from onrecord.load.formats import READERS
from onrecord.load.source import Source, printable

FEW = 10  # words below which a part only says where to read the mail
MOST = 200  # parts that are looked at
CONTAINERS = {".zip", ".eml", ".mbox", ".gz", ".bz2", ".xz", ".warc", ".mhtml", ".mht"}
REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.I)
LINK = re.compile(
    r"[ \t]*(?:<https?://[^\s<>]+>|\[https?://[^\s\]]+\]|\(\s*https?://[^\s()]+\s*\))"
)
FOOT = re.compile(
    r"(?:.{0,40}\bunsubscribe\b.{0,120}|(?:view|open|read|trouble|having trouble) .{0,40}"
    r"\b(?:browser|online|email)\b.{0,80}|you (?:are receiv|receiv|got|have receiv)\w* this .*"
    r"|(?:manage|update) (?:your )?(?:email )?preferences.*|(?:privacy|cookie) policy.{0,60}"
    r"|forward(?:ed)? (?:this|to) .{0,60}|was this (?:email|newsletter) forwarded.*"
    r"|\[(?:image|cid|logo)\b.*\]|https?://\S+|[-_=*~ ]{3,}|©.*|copyright \S* ?\d{4}.*)",
    re.I,
)
SIGNED = re.compile(r"^-- ?$", re.M)


def read(source: Source) -> Iterator[Item]:
    """The mail as an article, and each attached file that is read as those of its kind."""
    from onrecord.load.reading import read as read_file

    message = parsed(source.read(limit=PACKED))
    attached = list(_attached(message))
    if (sent := _sent(source.path, message)) is not None:
        yield from sent
        return
    title, body = _line(REPLY.sub("", str(message.get("Subject") or ""))), _body(message)
    if body and (len(body.split()) >= FEW or not attached):
        name, _ = parseaddr(str(message.get("From") or ""))
        day = _day(str(message.get("Date") or ""))
        text = compose(title, body)
        yield Draft(source.path, text, title, author=_line(name), published=day)
    elif not attached:
        raise Unreadable("has a title but no text" if title else "is empty")
    for name, data in attached:
        path = f"{source.path}/{name}"
        if PurePosixPath(name).suffix.lower() in CONTAINERS:
            yield Rejected(path, "is an archive inside a mail")
        else:
            made = replace(source, path=path, kind="", open=partial(BytesIO, data))
            yield from read_file(made)


def parsed(data: bytes) -> EmailMessage:
    """A mail by its bytes.

    Raises:
        Unreadable: it has no fields at its head.
    """
    message = email.message_from_bytes(data.lstrip(), policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise Unreadable("has no fields at its head, as mails have")
    return message


def content(part: Message) -> str:
    """The text of one part, in whatever encoding it says or shows."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    try:
        return newlines(data.decode(part.get_content_charset() or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _sent(path: str, message: EmailMessage) -> Iterator[Item] | None:
    """The articles of an archive's export that was sent as a mail; None for other mails."""
    texts = _texts(message)
    page = texts["text/html"].replace("\x00", "\ufffd")
    if page and (found := listed.on_page(path, page)) is not None:
        return found
    plain = texts["text/plain"]
    if plain and listed.told(plain) is not None:
        return listed.articles(Draft(path, plain))
    return None


def _texts(message: EmailMessage) -> dict[str, str]:
    texts = {"text/plain": "", "text/html": ""}
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in texts and part.get_content_disposition() != "attachment":
            texts[kind] = texts[kind] or content(part)
    return texts


def _body(message: EmailMessage) -> str:
    texts = _texts(message)
    words = SIGNED.split(texts["text/plain"])[0]
    if len(words.split()) < FEW and texts["text/html"].strip():
        words = markup.plain(texts["text/html"])
    lines = (LINK.sub("", line) for line in words.split("\n"))
    return "\n".join(line for line in lines if not FOOT.fullmatch(line.strip())).strip()


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Files that a reader is known for; pictures and the like are no articles."""
    for part in _parts(message):
        name = printable(PurePosixPath((part.get_filename() or "").replace("\\", "/")).name)
        data = part.get_payload(decode=True) if name else None
        inline = part.get_content_disposition() == "inline"
        if isinstance(data, bytes) and not inline and PurePosixPath(name).suffix.lower() in READERS:
            yield name, data


def _parts(message: EmailMessage) -> list[Message]:
    parts: list[Message] = []
    for part in message.walk():
        parts.append(part)
        if len(parts) > MOST:
            raise Unreadable(f"has more than {MOST} parts")
    return parts


def _day(text: str) -> datetime | None:
    try:
        return dates.parse(parsedate_to_datetime(text))
    except (ValueError, TypeError):
        return dates.parse(text)


def _line(text: str) -> str | None:
    return " ".join(text.split()) or None
