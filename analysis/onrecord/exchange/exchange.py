"""Out to other programs, and what was changed there back as corrections."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from onrecord.corrections import Correction
from onrecord.errors import ExchangeError, why
from onrecord.exchange.changes import changes
from onrecord.exchange.documents import documents
from onrecord.exchange.format import Format
from onrecord.ownership import claim, write_file
from onrecord.tables import Tables

KIND = "an exchange file"
# in the order in which they are shown
FORMATS = {
    "label-studio": "label_studio",
    "dna": "dna",
    "w3c": "w3c",
    "refi-qda": "refi_qda",
    "inception": "inception",
    "brat": "brat",
}


def format_of(name: str) -> Format:
    """A format by its name.

    Raises:
        ExchangeError: there is none.
    """
    if name not in FORMATS:
        raise ExchangeError(f"There is no format {name!r}; there are {', '.join(FORMATS)}.")
    module = import_module(f"onrecord.exchange.formats.{FORMATS[name]}")
    found: Format = module.FORMAT
    return found


def out(tables: Tables, path: str | Path, format: str) -> Path:
    """Write articles and their statements for another program.

    Args:
        tables: an analysis, whole or selected.
        path: the file; one that is there is replaced only if this wrote it.
        format: a key of `FORMATS`.

    Raises:
        ExchangeError: there is no such format, or its library is missing.
        OwnershipError: there is a file that On Record did not write.
    """
    wanted, path = format_of(format), Path(path)
    claim(path.parent, [path.name], KIND)
    made = wanted.write(list(documents(tables)))
    return write_file(path, made, KIND)


def back(tables: Tables, path: str | Path, format: str, who: str) -> Iterator[Correction]:
    """What was changed in another program, as corrections.

    Args:
        tables: the analysis that was handed out.
        path: the file that came back.
        format: a key of `FORMATS`.
        who: the name of the reviewer.

    Yields:
        Nothing where nothing was changed. Articles that are not in the file stay as they are.

    Raises:
        ExchangeError: the file cannot be read, or is of another format.
    """
    chosen = format_of(format)
    given = {each.id: each for each in documents(tables)}
    try:
        found = chosen.read(Path(path).read_bytes(), given)
        for name, statements in found.items():
            yield from changes(given[name], statements, who, chosen.carries)
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise ExchangeError(f"{path} is not read as {format}: {why(error)}.") from error
