"""The user's own `actors.yaml`: canonical names, aliases, sides, on top of the built-in list.

actors:
  - name: Harbour Council          # canonical; required
    aliases: [the Council, HC]     # other names, exactly as texts write them
    type: organisation             # person, country, organisation, group, region, place
    side: north                    # any label of yours
    affiliation: Veldmark          # whom it speaks for
    gender: f                      # f or m, for pronouns; x for neither
    role: official                 # as what it speaks: official, politician, expert, company,
                                   # interest group, police and courts, citizen, celebrity,
                                   # athlete, media
    plural: false                  # does "they" mean it?
    roles: [the port authority]    # descriptions that mean it
  - {name: Ira Vance, type: person}    # an entry of its own is never merged into another
ignore: [Capitol Tower]            # names that are nobody
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import LexiconError, why
from onrecord.letters import composed
from onrecord.lexicon.model import GENDERS, ROLES, TYPES, Actor
from onrecord.plainyaml import PlainYamlError, read_yaml

FIELDS = {"name", "aliases", "type", "side", "affiliation", "gender", "plural", "roles", "role"}


@dataclass(frozen=True, slots=True)
class UserActors:
    """What one `actors.yaml` says."""

    actors: tuple[Actor, ...]
    ignore: tuple[str, ...]


def read_user_actors(path: str | Path) -> UserActors:
    """Read one `actors.yaml`.

    Args:
        path: the file, UTF-8.

    Returns:
        Its actors and the names to ignore.

    Raises:
        LexiconError: the file cannot be read, is no YAML, or an entry has a wrong field.
    """
    path = Path(path)
    try:
        said = read_yaml(path.read_text(encoding="utf-8-sig"))
    except PlainYamlError as error:
        line = f" (line {error.line})" if error.line else ""
        raise LexiconError(f"The actors file {path} {error}{line}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"The actors file {path} cannot be read: {why(error)}.") from error
    if said is None:
        return UserActors((), ())
    if isinstance(said, list):
        said = {"actors": said}
    if not isinstance(said, dict) or set(said) - {"actors", "ignore"}:
        raise LexiconError(f"The actors file {path} must hold a list under 'actors:'.")
    ignore = tuple(_texts(said.get("ignore"), path, "ignore"))
    return UserActors(tuple(_actors(said.get("actors") or [], path)), ignore)


def _actors(entries: Any, path: Path) -> Iterator[Actor]:
    if not isinstance(entries, list):
        raise LexiconError(f"The actors file {path} must hold a list under 'actors:'.")
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, str):
            entry = {"name": entry}
        where = f"Entry {number} of {path}"
        if not isinstance(entry, dict) or not _named(entry.get("name")):
            raise LexiconError(f"{where} has no 'name'.")
        if unknown := set(entry) - FIELDS:
            raise LexiconError(f"{where} has an unknown field '{sorted(map(str, unknown))[0]}'.")
        kind = entry.get("type", "organisation")
        if kind == "organization":
            kind = "organisation"
        if kind not in TYPES:
            raise LexiconError(
                f"{where} has the type '{kind}'; it must be one of {', '.join(TYPES)}."
            )
        gender = entry.get("gender")
        if gender not in (None, *GENDERS):
            raise LexiconError(f"{where} has the gender '{gender}'; it must be f, m or x.")
        role = entry.get("role")
        if role not in (None, *ROLES):
            raise LexiconError(
                f"{where} has the role '{role}'; it must be one of {', '.join(ROLES)}."
            )
        yield Actor(
            name=composed(entry["name"].strip()),
            type=kind,
            aliases=tuple(_texts(entry.get("aliases"), path, "aliases")),
            side=_text(entry.get("side")),
            affiliation=_text(entry.get("affiliation")),
            gender=gender,
            plural=bool(entry.get("plural", kind == "group")),
            roles=tuple(_texts(entry.get("roles"), path, "roles")),
            role=role,
        )


def _named(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _text(value: Any) -> str | None:
    return None if value is None else composed(str(value).strip()) or None


def _texts(value: Any, path: Path, field: str) -> list[str]:
    if value is None:
        return []
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise LexiconError(
            f"In {path}, '{field}' must be a list of texts; quote a name such as No."
        )
    return [composed(v.strip()) for v in values if v.strip()]
