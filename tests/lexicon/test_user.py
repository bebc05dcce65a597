"""The user's own actors.yaml."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon import Lexicon
from onrecord.lexicon.user import read_user_actors


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "actors.yaml"
    path.write_text(text, encoding=encoding)
    return path


def test_every_field(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "actors:\n  - name: Ada Lund\n    aliases: [the Harbour Queen, A. Lund]\n    type: person\n"
        "    side: north\n    affiliation: Veldmark\n    gender: f\n    plural: false\n"
        "    roles: [harbour master]\nignore: Capitol Tower\n",
    )
    said = read_user_actors(path)
    (lund,) = said.actors
    assert lund.aliases == ("the Harbour Queen", "A. Lund")
    assert (lund.type, lund.side, lund.affiliation, lund.gender) == (
        "person", "north", "Veldmark", "f",
    )  # fmt: skip
    assert (lund.plural, lund.roles) == (False, ("harbour master",))
    assert said.ignore == ("Capitol Tower",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("actors:\n", []),
        ("actors: [Quay Board, Tide Office]", ["Quay Board", "Tide Office"]),
        ("- name: Quay Board\n- name: Tide Office\n", ["Quay Board", "Tide Office"]),
        ("actors:\n - {name: Quay, type: organization}", ["Quay"]),
    ],
)
def test_short_forms(text: str, names: list[str], tmp_path: Path) -> None:
    assert [a.name for a in read_user_actors(written(tmp_path, text)).actors] == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("actors: {name: x}", "must hold a list"),
        ("people: []", "must hold a list"),
        ("just words", "must hold a list"),
        ("actors: [", "not valid YAML"),
        ("actors: [{type: person}]", "has no 'name'"),
        ("actors: [{name: A, typ: person}]", "unknown field 'typ'"),
        ("actors: [{name: A, type: robot}]", "type 'robot'"),
        ("actors: [{name: A, gender: male}]", "gender 'male'"),
        ("actors: [{name: A, aliases: [no]}]", "quote a name"),
        ("actors: [{name: A, aliases: {b: c}}]", "list of texts"),
        ("actors: [7]", "has no 'name'"),
        ("actors: [{name: ''}]", "Entry 1 .* has no 'name'"),
        ("actors: [Ada Lund, '  ']", "Entry 2 .* has no 'name'"),
    ],
)
def test_mistakes_are_told_in_one_sentence(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=said) as error:
        read_user_actors(written(tmp_path, text))
    assert "\n" not in str(error.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        read_user_actors(tmp_path / "none.yaml")
    with pytest.raises(LexiconError, match="cannot be read"):
        read_user_actors(written(tmp_path, "actors: [Zürich]", "latin-1"))


def test_later_files_override_and_merge(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text("actors: [{name: Quay Board, aliases: [the Board], roles: [port authority]}]")
    second.write_text("actors: [{name: Quay Board, aliases: [QB], side: south}]\nignore: [NATO]")
    lexicon = Lexicon.load(first, second)
    assert lexicon.name_of("QB") == lexicon.name_of("the Board") == "Quay Board"
    assert lexicon.actors["Quay Board"].side == "south"
    assert lexicon.actors["Quay Board"].roles == ("port authority",)
    assert lexicon.name_of("NATO") is None


@pytest.mark.parametrize(
    ("text", "asked", "name"),
    [
        ("actors: [Jose\u0301 Marti\u0301n]", "José Martín", "José Martín"),
        ("actors: [{name: Quay Board, aliases: [Rada Mo\u0300r]}]", "Rada Mòr", "Quay Board"),
        ("actors: [Jose Martin]", "José Martín", None),
        ("ignore: [the NATO]", "NATO", None),
        ("ignore: [The NATO]", "the NATO", None),
        ("ignore: [theNATO]", "NATO", "NATO"),
    ],
)
def test_names_are_read_as_texts_are(tmp_path, text, asked, name) -> None:
    assert Lexicon.load(written(tmp_path, text)).name_of(asked) == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- &a [*a, *a]", "unfolds to more than 500000 values."),
        ("- " + "[" * 60 + "]" * 60, "nests too deeply."),
        ("- " + "[" * 20_000, "is not valid YAML (line "),
        (
            "- &a0 [x,x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"- &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)),
            "unfolds to more than 500000 values.",
        ),
        ("- " + "x" * 5_000_001, "is larger than 5000000 characters."),
        ("- 2024-13-45", "is not valid YAML."),
        ("? [a, b]\n: {[c]: d}", "is not valid YAML (line 1)."),
        ("a: !!bool maybe", "is not valid YAML."),
        ("a: !!timestamp soon", "is not valid YAML."),
    ],
)
def test_yaml_that_would_unfold_is_one_sentence(tmp_path, text, said):
    path = tmp_path / "actors.yaml"
    path.write_text(text)
    before = time.process_time()
    with pytest.raises(LexiconError) as caught:
        read_user_actors(path)
    assert f"{path} {said}" in str(caught.value)
    assert time.process_time() - before < 3


@pytest.mark.parametrize(
    ("escaped", "name"),
    [
        (r"Zed \ud83d\ude00", "Zed \U0001f600"),
        (r"Zed \uD83D\uDE00", "Zed \U0001f600"),
        (r"Zed \ud83d", "Zed \ufffd"),
        (r"Zed \ude00\ud83d", "Zed \ufffd\ufffd"),
        (r"Zed \u00e9", "Zed \u00e9"),
    ],
)
def test_a_character_written_as_json_escapes(tmp_path, escaped, name):
    path = tmp_path / "actors.yaml"
    path.write_text(f'actors:\n  - {{"name": "{escaped}"}}')
    assert [actor.name for actor in read_user_actors(path).actors] == [name]
    assert name.encode()
