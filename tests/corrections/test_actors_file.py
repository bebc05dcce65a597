import pytest

from onrecord.corrections.actors_file import write_names
from onrecord.errors import CorrectionsError, LexiconError
from onrecord.lexicon.user import read_user_actors

BLOCK = """# my actors, by hand
actors:
  # the council
  - name: Harbour Council   # since 2019
    aliases: [the Council, HC]  # as papers write it
    type: organisation
  - name: Ada Lund
    type: person
    # she was mayor once
  - name: Bo Ek
    aliases:
      - B. Ek   # initials
      - Ek
ignore: [Capitol Tower]   # a house
"""
FLOW = "actors:\n- {name: Ada Lund, type: person}  # 3 in 2 articles\n- Bo Ek\n"
LIST = "- name: Ada Lund\n  type: person\n# the end"


@pytest.mark.parametrize("text", [BLOCK, FLOW, LIST, "", "# nothing yet\n", "actors:\n", None])
@pytest.mark.parametrize(
    ("same", "apart"),
    [
        ({"A. Lund": "Ada Lund"}, ()),
        ({"A. Lund": "Ada Lund", "Mayor Lund": "Ada Lund", "Robert Ek": "Bo Ek"}, ()),
        ({"The Port: HC": "Harbour Council"}, ["Åse “Bim” Ø"]),
        ({}, ["Ira Vance", "Ada Lund"]),
    ],
)
def test_names_are_added_and_all_that_was_there_stays(tmp_path, text, same, apart):
    path = tmp_path / "actors.yaml"
    if text is not None:
        path.write_text(text)
    before = read_user_actors(path) if text is not None else None
    write_names(path, same, apart)
    now = {actor.name: actor for actor in read_user_actors(path).actors}
    for name, other in same.items():
        assert name in now[other].aliases
    assert set(apart) <= set(now)
    written = path.read_text()
    for comment in ("# my actors", "# since 2019", "# as papers", "# she was", "# initials",
                    "# a house", "# 3 in 2 articles", "# the end", "# nothing yet"):  # fmt: skip
        assert (comment in written) == (comment in (text or ""))
    for actor in before.actors if before else ():
        assert set(actor.aliases) <= set(now[actor.name].aliases)
        assert (now[actor.name].type, now[actor.name].side) == (actor.type, actor.side)
    assert before is None or read_user_actors(path).ignore == before.ignore
    assert write_names(path, same, apart) == 0  # once is enough
    assert path.read_text() == written


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("text", [BLOCK, FLOW, LIST])
def test_lines_end_as_they_did(tmp_path, text, mark):
    """As an editor of Windows writes them, with a mark at the beginning or without."""
    plain, path = tmp_path / "plain.yaml", tmp_path / "actors.yaml"
    plain.write_bytes(text.encode())
    path.write_bytes(mark + text.replace("\n", "\r\n").encode())
    for each in (plain, path):
        assert write_names(each, {"A. Lund": "Ada Lund"}, ["Ira Vance"]) == 2
    assert path.read_bytes() == mark + plain.read_bytes().replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("actors: [{name: Ada Lund}]\n", CorrectionsError),
        ("actors: {a: 1}\n", LexiconError),
        ("actors:\n- {name: [\n", LexiconError),
    ],
)
def test_what_cannot_be_added_to_is_left_as_it_is(tmp_path, text, error):
    path = tmp_path / "actors.yaml"
    path.write_text(text)
    with pytest.raises(error):
        write_names(path, {}, ["Ira Vance"])
    assert path.read_text() == text
