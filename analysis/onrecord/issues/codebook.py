"""The user's codebook of issues, `issues.yaml`.

issues:
  - name: customs                      # required
    words: [tariff*, customs duty, dues NEAR/5 harbour]   # any of them makes it this issue
    not: [customs of the land, wedding]                   # but not these

A phrase under `not` that holds one of the words ("customs of the land", of "customs") takes away
the words in it; any other ("wedding") takes away the whole statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import WordingError, why
from onrecord.plainyaml import PlainYamlError, read_yaml
from onrecord.wording import Token, Wording, read_wording, stems, tokens

FIELDS = {"name", "words", "not"}


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: what makes a statement be about it.

    Attributes:
        name: any label.
        words: any of them makes it.
        inside: what takes away the words that lie in it.
        never: what takes away the whole statement.
    """

    name: str
    words: tuple[Wording, ...]
    inside: tuple[Wording, ...] = ()
    never: tuple[Wording, ...] = ()

    def places(self, known: list[Token]) -> list[tuple[int, int]]:
        """Where its words stand among those of a statement: first token, and one past the last."""
        joined = " ".join(token.word for token in known)
        if any(_some(wording, known, joined) for wording in self.never):
            return []
        found = {place for wording in self.words for place in _some(wording, known, joined)}
        if found and self.inside:
            away = [place for wording in self.inside for place in _some(wording, known, joined)]
            found = {p for p in found if not any(a <= p[0] and p[1] <= b for a, b in away)}
        return sorted(found)


def read_issues(path: str | Path) -> tuple[Issue, ...]:
    """Read a codebook.

    Args:
        path: the file, UTF-8.

    Raises:
        WordingError: it cannot be read, is no YAML, or an entry is wrong.
    """
    path = Path(path)
    try:
        said = read_yaml(path.read_text(encoding="utf-8-sig"))
    except PlainYamlError as error:
        line = f" (line {error.line})" if error.line else ""
        raise WordingError(f"The issues file {path} {error}{line}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise WordingError(f"The issues file {path} cannot be read: {why(error)}.") from error
    if isinstance(said, dict) and set(said) == {"issues"}:
        said = said["issues"]
    if not isinstance(said, list) or not said:
        raise WordingError(f"The issues file {path} must hold a list under 'issues:'.")
    made = tuple(_issues(said, path))
    names = [issue.name for issue in made]
    for name in names:
        if names.count(name) > 1:
            raise WordingError(f"The issues file {path} holds {name!r} twice; put them together.")
    return made


def _issues(entries: list, path: Path) -> Iterator[Issue]:
    for number, entry in enumerate(entries, 1):
        where = f"Entry {number} of {path}"
        name = entry.get("name") if isinstance(entry, dict) else None
        if not isinstance(name, str) or not name.strip():
            raise WordingError(f"{where} has no 'name'.")
        if unknown := set(entry) - FIELDS:
            raise WordingError(f"{where} has an unknown field '{sorted(map(str, unknown))[0]}'.")
        words = _texts(entry.get("words"), where, "words")
        if not words:
            raise WordingError(f"{where} has no 'words'.")
        read = [_read(text, where) for text in words]
        inside: list[Wording] = []
        never: list[Wording] = []
        for text in _texts(entry.get("not"), where, "not"):
            held = tokens(text.replace("*", ""))
            within = any(next(wording.places(held), None) for wording in read)
            (inside if within else never).append(_read(text, where))
        yield Issue(name.strip(), tuple(read), tuple(inside), tuple(never))


def _read(text: str, where: str) -> Wording:
    try:
        return read_wording(text)
    except WordingError as error:
        raise WordingError(f"{where}: {error}") from error


def _texts(value: Any, where: str, field: str) -> list[str]:
    if value is None:
        return []
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise WordingError(f"{where}: '{field}' must be a list of texts; quote one such as No.")
    return [v for v in values if v.strip()]


def _some(wording: Wording, known: list[Token], joined: str) -> list[tuple[int, int]]:
    if not all(stem in joined for stem in stems(wording)):  # most words stand in few statements
        return []
    return list(wording.places(known))
