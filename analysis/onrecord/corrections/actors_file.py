"""Names into the user's own `actors.yaml`: entries are changed line by line, comments stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from onrecord.corrections.journal import could_append
from onrecord.errors import CorrectionsError
from onrecord.lexicon.user import read_user_actors
from onrecord.ownership import place
from onrecord.plainyaml import read_yaml

_TOP = re.compile(r"^actors:\s*(#.*)?$", re.MULTILINE)


def write_names(path: Path, same: Mapping[str, str], apart: Collection[str]) -> int:
    """Write merges and splits into an `actors.yaml`.

    Entries that say so already are left alone; a name that becomes another's alias loses its
    own entry only by the user's hand. What is there stays as it is, comments too: lines are
    added, and the file is put in its place whole.

    Args:
        path: the file; made if it is not there.
        same: name to the name that it is another one of.
        apart: names that get an entry of their own, so that they are never merged.

    Returns:
        How many entries were added or got another alias.

    Raises:
        LexiconError: the file cannot be understood.
        CorrectionsError: it cannot be written, or cannot be changed without losing something.
    """
    there = path.is_file()
    known = {a.name: {*a.aliases} for a in read_user_actors(path).actors} if there else {}
    raw = path.read_bytes() if there else b"actors:\n"
    windows = raw.count(b"\n") == raw.count(b"\r\n") > 0
    text = raw.decode("utf-8-sig")
    text = text.replace("\r\n", "\n") if windows else text
    wanted: dict[str, set[str]] = {name: set() for name in apart if name not in known}
    for name, other in same.items():
        if name not in known.get(other, set()):
            wanted.setdefault(other, set()).add(name)
    new, changed = text, 0
    for name, aliases in sorted(wanted.items()):
        new = _aliased(new, name, aliases) if name in known else _added(new, name, aliases)
        changed += 1
    if not changed:
        return 0
    _check(path, new, known, wanted)
    # lines end, and the file begins, as they did
    new = new.replace("\n", "\r\n") if windows else new
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    try:
        place(path.resolve(), mark + new.encode(), keep_mode=there)  # a link stays one
    except OSError as error:
        raise CorrectionsError(f"{path} cannot be written: {error.strerror or error}.") from error
    return changed


def could_write_names(path: Path) -> None:
    """Make sure that names can be written into an `actors.yaml`, which need not be there yet.

    Raises:
        LexiconError: the file cannot be understood.
        CorrectionsError: it cannot be written.
    """
    if path.is_file():
        read_user_actors(path)
    could_append(path)


def _added(text: str, name: str, aliases: Collection[str]) -> str:
    """The text with one more entry, at the end of the list of actors."""
    entry: dict[str, object] = {"name": name, "type": "person"}
    if aliases:
        entry["aliases"] = sorted(aliases)
    node = yaml.compose(text)
    if node is None:
        text, at, indent = f"{text.rstrip()}\nactors:\n".lstrip("\n"), None, ""
    else:
        actors = _actors(node)
        if actors is None or not actors.value:
            found = _TOP.search(text)
            at, indent = (found.end() if found else None), ""
        else:
            at, indent = actors.value[-1].end_mark.index, " " * actors.start_mark.column
            if actors.flow_style:
                raise CorrectionsError("The actors are written in one line; give each its own.")
    line = f"{indent}- {_flow(entry)}\n"
    if at is None:
        return f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{line}"
    end = text.rfind("\n", 0, at) + 1 if not text[text.rfind("\n", 0, at) + 1 : at].strip() else -1
    if end > 0:  # a block entry ends where the next line begins
        return text[:end] + line + text[end:]
    stop = text.find("\n", at)
    return f"{text}\n{line}" if stop < 0 else text[: stop + 1] + line + text[stop + 1 :]


def _aliased(text: str, name: str, aliases: Collection[str]) -> str:
    """The text with more aliases for an entry that is there."""
    for entry in (_actors(yaml.compose(text)) or yaml.SequenceNode("", [])).value:
        if not isinstance(entry, yaml.MappingNode):
            if entry.value == name:  # a name alone
                made = _flow({"name": name, "aliases": sorted(aliases)})
                return text[: entry.start_mark.index] + made + text[entry.end_mark.index :]
            continue
        fields = {key.value: value for key, value in entry.value}
        if "name" not in fields or fields["name"].value.strip() != name:
            continue
        more = ", ".join(_flow(alias) for alias in sorted(aliases))
        old = fields.get("aliases")
        if old is None:
            key, value = next((k, v) for k, v in entry.value if k.value == "name")
            at = value.end_mark.index
            between = ", " if entry.flow_style else "\n" + " " * key.start_mark.column
            return f"{text[:at]}{between}aliases: [{more}]{text[at:]}"
        if isinstance(old, yaml.ScalarNode):
            at, end = old.start_mark.index, old.end_mark.index
            return f"{text[:at]}[{text[at:end]}, {more}]{text[end:]}"
        if old.flow_style:
            at = old.end_mark.index - 1
            comma = ", " if old.value and not text[:at].rstrip().endswith(",") else ""
            return f"{text[:at]}{comma}{more}{text[at:]}"
        at = old.value[0].start_mark.index
        start = text.rfind("\n", 0, at) + 1
        lines = "".join(f"{text[start:at]}{_flow(alias)}\n" for alias in sorted(aliases))
        return text[:start] + lines + text[start:]
    return text


def _actors(node: yaml.Node) -> yaml.SequenceNode | None:
    if isinstance(node, yaml.SequenceNode):
        return node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "actors" and isinstance(value, yaml.SequenceNode):
                return value
    return None


def _flow(value: object) -> str:
    text = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=1 << 20, sort_keys=False
    )
    return text.removesuffix("...\n").strip()


def _check(
    path: Path, text: str, known: Mapping[str, set[str]], wanted: Mapping[str, set[str]]
) -> None:
    """That the new text says what it should, and all that it said before."""
    try:
        said = read_yaml(text)
        entries = said if isinstance(said, list) else said["actors"]
        now = {}
        for entry in entries:
            entry = {"name": entry} if isinstance(entry, str) else entry
            aliases = entry.get("aliases") or []
            now[entry["name"].strip()] = {aliases} if isinstance(aliases, str) else {*aliases}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise CorrectionsError(f"{path} is written in a way that cannot be added to.") from error
    for name in {*known, *wanted}:
        if not (known.get(name, set()) | wanted.get(name, set())) <= now.get(name, set()) or (
            name not in now
        ):
            raise CorrectionsError(f"{path} is written in a way that cannot be added to.")
