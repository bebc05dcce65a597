"""What was fetched before, as it lies in the folder: pages, their facts, and what feeds said."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from onrecord.errors import OwnershipError
from onrecord.ownership import append_line, is_store, place

FACTS = "metadata.csv"  # path, url, published: `onrecord.load` reads it beside the pages
STATE = ".fetched.json"  # hidden, so that it is no article
COLUMNS = ("path", "url", "published")
STEM = 60  # letters of an address that are told in a file's name


@dataclass(slots=True)
class Kept:
    """A folder of fetched pages.

    Attributes:
        folder: where they lie.
        feeds: by address, what the server said of a feed's version (etag, modified).
        gone: addresses that are never asked for again, and why.
        known: addresses whose page is there.
    """

    folder: Path
    feeds: dict[str, dict[str, str]] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, folder: Path) -> Kept:
        """What lies in a folder, which is made where there is none.

        Raises:
            OwnershipError: the folder holds something else, or lies in a store.
        """
        new = not (folder / STATE).is_file()
        if new and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise OwnershipError(
                f"{folder} holds something else than fetched pages; name a new folder for them."
            )
        for above in (folder.resolve(), *folder.resolve().parents):
            if is_store(above):
                raise OwnershipError(
                    f"{folder} lies in {above.name}, a folder of tables, where no articles are "
                    "read; name another folder for fetched pages."
                )
        folder.mkdir(parents=True, exist_ok=True)
        kept = cls(folder)
        if new:
            kept.save()
        else:
            kept._read()
        return kept

    def _read(self) -> None:
        try:
            said = json.loads((self.folder / STATE).read_text("utf-8"))
            self.feeds, self.gone = dict(said["feeds"]), dict(said["gone"])
        except (OSError, ValueError, KeyError, TypeError):
            pass  # feeds are then asked for as if for the first time
        if (self.folder / FACTS).is_file():
            with (self.folder / FACTS).open(encoding="utf-8", newline="") as stream:
                for row in csv.reader(stream):
                    if len(row) == len(COLUMNS) and (self.folder / row[0]).is_file():
                        self.known.add(row[1])

    def add(self, address: str, page: bytes, suffix: str, published: datetime | None) -> Path:
        """Keep a page, its facts first, so that a killed run leaves no page without them.

        Args:
            address: of the page.
            page: its bytes.
            suffix: of its format.
            published: as the feed says.
        """
        name = file_name(address, suffix)
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        if not (self.folder / FACTS).exists():
            append_line(self.folder / FACTS, ",".join(COLUMNS).encode())
        day = "" if published is None else published.isoformat()
        append_line(self.folder / FACTS, _line(name, address, day))
        place(path, page)
        self.known.add(address)
        return path

    def save(self) -> None:
        """Keep what feeds said, and what is gone."""
        said = {"feeds": self.feeds, "gone": self.gone}
        place(self.folder / STATE, json.dumps(said, indent=1, ensure_ascii=False).encode())


def file_name(address: str, suffix: str) -> str:
    """Where a page lies: its host, what can be read in its address, and a mark of all of it.

    >>> file_name("https://www.post.example/2031/ferry-waits.html?id=7", ".html")
    'www.post.example/ferry-waits-97f0f3f5.html'
    >>> file_name("https://post.example/../..%2f", ".html").count("/")
    1
    """
    parts = urlsplit(address)
    last = [part for part in unquote(parts.path).split("/") if part][-1:]
    stem = re.sub(r"[^A-Za-z0-9]+", "-", re.sub(r"\.\w{1,5}$", "", "".join(last)))
    mark = hashlib.sha256(address.encode()).hexdigest()[:8]
    host = re.sub(r"[^a-z0-9.-]+", "-", (parts.hostname or "").lower()).strip(".-") or "host"
    return f"{host}/{'-'.join(filter(None, (stem[:STEM].strip('-').lower(), mark)))}{suffix}"


def _line(*cells: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue().encode()
