"""What every format offers: two functions between articles and bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.exchange.changes import EVERYTHING
from onrecord.exchange.documents import Document, Statement

# of each article (by id) the statements that came back
Found = Mapping[str, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of annotation programs.

    Attributes:
        name: as the command takes it.
        ending: of its files.
        about: the programs that read it.
        write: articles to a file's bytes.
        read: a file's bytes, and the articles that were handed out by id, to what came back;
            raises ValueError, with the reason, where it is no such file.
        carries: what it can tell, see `onrecord.exchange.changes`.
    """

    name: str
    ending: str
    about: str
    write: Callable[[Sequence[Document]], bytes]
    read: Callable[[bytes, Mapping[str, Document]], Found]
    carries: frozenset[str] = EVERYTHING
