"""Networks: who is joined to whom, and files that other programs read."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pandas as pd
import pytest
from samples import Quote, article, tables
from stored import stored

from onrecord import issues, networks, schema
from onrecord.command.cli import main
from onrecord.errors import AnalysisError, OwnershipError

ROOT = Path(__file__).parent.parent.parent


@cache
def _camps():
    """Ada and Bo are against Norland and for Sudmark, Cleo and Dan the other way; Eve for both."""
    stands = {"Ada": (-1, 1), "Bo": (-1, 1), "Cleo": (1, -1), "Dan": (1, -1), "Eve": (1, 1)}
    made = []
    for month in (1, 2):
        lines = [
            Quote(name, "Norland and Sudmark are here with oil",
                  {"Norland": 0.8 * north, "Sudmark": 0.8 * south}, affiliation="League")
            for name, (north, south) in stands.items() if month == 1 or name != "Eve"
        ]  # fmt: skip
        made.append(
            article("B", f"2031-0{month}-01", *lines, Quote("Fay", "Norland is", {"Norland": 0.01}))
        )
    people = [{"actor": "Ada", "actor_type": "person", "side": "east\x0b", "articles": 2}]
    return replace(tables(*made), actors=schema.frame("actors", people))


@pytest.mark.parametrize(
    ("kind", "edges"),
    [
        ("congruence", {("Ada", "Bo"): 2, ("Cleo", "Dan"): 2, ("Ada", "Eve"): 1, ("Bo", "Eve"): 1,
                        ("Cleo", "Eve"): 1, ("Dan", "Eve"): 1}),
        ("conflict", {("Ada", "Cleo"): 2, ("Ada", "Dan"): 2, ("Bo", "Cleo"): 2, ("Bo", "Dan"): 2,
                      ("Ada", "Eve"): 1, ("Bo", "Eve"): 1, ("Cleo", "Eve"): 1, ("Dan", "Eve"): 1}),
        ("subtracted", {("Ada", "Bo"): 2, ("Cleo", "Dan"): 2}),
    ],
)  # fmt: skip
def test_who_stands_together(tmp_path, kind, edges):
    for given in (_camps(), stored(_camps(), tmp_path / "store")):
        made = networks.coalitions(given, kind)
        found = {tuple(sorted(pair)): made.edges[pair]["weight"] for pair in made.edges}
        assert found == edges
        assert "Fay" not in made  # too near to zero to be a side
    assert networks.coalitions(given, kind, least=3).number_of_edges() == 0


def test_camps_and_windows():
    groups = networks.communities(networks.coalitions(_camps(), "subtracted"))
    assert groups.groupby("community").speaker.agg(set).tolist() == [{"Ada", "Bo"}, {"Cleo", "Dan"}]
    made = networks.polarisation(_camps(), "month")
    assert made[["speakers", "alike", "against"]].values.tolist() == [[5, 8, 12], [4, 4, 8]]
    assert made.modularity[1] == pytest.approx(0.5) and made.modularity[0] < 0.5
    assert networks.polarisation(tables(), "week").empty
    for wrong in (lambda: networks.polarisation(_camps(), "year"),
                  lambda: networks.coalitions(_camps(), "love")):  # fmt: skip
        with pytest.raises(AnalysisError, match="is not known"):
            wrong()


@pytest.mark.parametrize("alone", [0, 3, 100])
def test_communities_hang_on_who_is_joined_alone(alone):
    around = [f"n{at:02}" for at in range(14)]
    ring = nx.Graph(zip(around, around[1:] + around[:1], strict=True))
    expected = networks.communities(ring)
    assert expected.community.nunique() > 1
    made = nx.Graph(reversed([(b, a) for a, b in ring.edges]))
    made.add_nodes_from(f"x{number}" for number in range(alone))
    assert networks.communities(made).equals(expected)


def test_what_is_not_known_of_a_node_is_empty(tmp_path):
    told = [
        {"actor": "Ada", "actor_type": "person", "side": "east", "articles": 2},
        {"actor": "Bo", "actor_type": "person", "articles": 2},
    ]
    for people in (told, told[1:]):
        given = replace(_camps(), actors=schema.frame("actors", people))
        for each in (given, stored(given, tmp_path / f"store{len(people)}")):
            nodes = networks.about_actors(each).nodes
            assert nodes["Bo"] == {"kind": "person", "side": ""}
            assert nodes["Norland"] == {"kind": "", "side": ""}
            assert nodes["Ada"]["side"] == ("east" if people == told else "")


def test_about_whom_speakers_are_divided(tmp_path):
    for given in (_camps(), stored(_camps(), tmp_path / "store")):
        made = networks.disputed(given).set_index("target")
        assert made.favor.to_dict() == {"Norland": 3, "Sudmark": 3}
        assert made.against.to_dict() == {"Norland": 2, "Sudmark": 2}
        assert made.conflict.tolist() == [0.6, 0.6]  # 6 of 10 pairs
        assert networks.disputed(given, least=2).speakers.tolist() == [4, 4]
    alone = tables(article("B", "2031-01-01", Quote("Ada", "Norland is here", {"Norland": 0.9})))
    assert networks.disputed(alone).empty and networks.disputed(tables()).empty


def test_of_many_speakers_those_with_the_most_statements_are_compared():
    lines = [Quote(f"P{n}", "Norland is here", {"Norland": 0.9}) for n in range(5)]
    given = tables(article("B", "2031-01-01", *lines, *lines[:3]))
    made = networks.coalitions(given, most=3)
    assert {*made.nodes} == {"P0", "P1", "P2"} and made.graph["left_out"] == 2
    assert networks.coalitions(given).graph["left_out"] == 0


def test_files_read_back_as_they_were(tmp_path):
    made = networks.about_actors(_camps())
    assert made.edges["Ada", "Norland"] == {
        "weight": 2, "stance": pytest.approx(-0.8), "articles": 2, "clear": False}  # fmt: skip
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        path = networks.write(made, tmp_path / f"n.{form}")
        back = read(path)
        assert set(back.edges) == set(made.edges)
        assert back.edges["Ada", "Norland"]["stance"] == pytest.approx(-0.8)
        assert back.nodes["Ada"]["side"] == "east"
    with pytest.raises(AnalysisError, match="none of the formats"):
        networks.write(made, tmp_path / "n.doc")
    (tmp_path / "mine.gexf").write_text("mine", "utf-8")
    with pytest.raises(OwnershipError):
        networks.write(made, tmp_path / "mine.gexf")


# what the published schema of GEXF 1.2 lets stand on each element, and what it wants there; and of
# what types Gephi's importer makes columns
GEXF = {
    "gexf": ({"version"}, {"version", "variant"}),
    "meta": (set(), {"lastmodifieddate"}),
    "graph": (set(), {"defaultedgetype", "idtype", "mode", "timeformat", "start", "end"}),
    "attributes": ({"class"}, {"class", "mode", "start", "end"}),
    "attribute": ({"id", "title", "type"}, {"id", "title", "type"}),
    "node": ({"id"}, {"id", "label", "pid", "start", "end"}),
    "edge": (
        {"id", "source", "target"}, {"id", "source", "target", "type", "label", "weight"},
    ),
    "attvalue": ({"for", "value"}, {"for", "value", "start", "end"}),
}  # fmt: skip
INSIDE = {
    "gexf": {"meta", "graph"}, "meta": {"creator", "keywords", "description"},
    "graph": {"attributes", "nodes", "edges"}, "attributes": {"attribute"}, "nodes": {"node"},
    "edges": {"edge"}, "node": {"attvalues"}, "edge": {"attvalues"}, "attvalues": {"attvalue"},
    "attribute": {"default", "options"},
}  # fmt: skip
TYPES = {
    "integer": int, "long": int, "double": float, "float": float, "string": str,
    "boolean": {"true": True, "false": False}.__getitem__,
}  # fmt: skip


def odd_names():
    made = nx.DiGraph()
    names = ("Łukasz & Söhne <AG>", 'the "Board"', "line\nbreak", "bell\x07", "李雷", "a" * 300)
    for number, name in enumerate(names):
        made.add_node(name, side="ö\x0b", quotes=number, mean=number / 3)
        made.add_edge(names[0], name, weight=number + 1, clear=number % 2 == 0)
    return made


@pytest.mark.parametrize(
    "network",
    [
        pytest.param(lambda: networks.about_actors(_camps()), id="speakers and actors"),
        pytest.param(lambda: networks.coalitions(_camps()), id="coalitions"),
        pytest.param(lambda: networks.coalitions(_camps(), "conflict"), id="conflicts"),
        pytest.param(odd_names, id="odd names"),
        pytest.param(nx.Graph, id="nobody"),
    ],
)
def test_gephi_can_take_a_gexf_in(network, tmp_path):
    path = networks.write(network(), tmp_path / "n.gexf")
    root = ElementTree.parse(path).getroot()
    space = root.tag.partition("}")[0] + "}"
    assert space == "{http://www.gexf.net/1.2draft}" and root.get("version") == "1.2"
    for element in root.iter():
        name = element.tag.removeprefix(space)
        needed, known = GEXF.get(name, (set(), {"count"}))
        own = {each for each in element.attrib if not each.startswith("{")}
        assert needed <= own <= known, (name, own)
        assert {child.tag.removeprefix(space) for child in element} <= INSIDE.get(name, set())
    each = {name: list(root.iter(space + name)) for name in ("node", "edge", "attribute")}
    ids = {name: [element.get("id") for element in some] for name, some in each.items()}
    assert all(len(set(some)) == len(some) for some in ids.values())
    types = {element.get("id"): TYPES[element.get("type")] for element in each["attribute"]}
    for element in each["edge"]:
        assert {element.get("source"), element.get("target")} <= set(ids["node"])
        assert float(element.get("weight")) > 0
    for element in root.iter(space + "attvalue"):
        types[element.get("for")](element.get("value"))  # a value is of its column's type
    assert set(nx.read_gexf(path).nodes) == set(ids["node"])


def test_statements_for_dna(tmp_path):
    made = networks.dna_rows(_camps())
    ada = made[made.person == "Ada"]
    assert ada[["organization", "concept", "agreement"]].drop_duplicates().values.tolist() == [
        ["League", "Norland", 0], ["League", "Sudmark", 1]]  # fmt: skip
    assert "Fay" not in set(made.person) and made.id.is_unique
    path = tmp_path / "issues.yaml"
    path.write_text("- {name: oil, words: oil}", "utf-8")
    book = issues.read_issues(path)
    assert set(networks.dna_rows(_camps(), book).concept) == {"oil: Norland", "oil: Sudmark"}
    about = networks.about_issues(_camps(), book)
    assert about.edges["Ada", "issue: oil"]["weight"] == 2
    assert about.nodes["issue: oil"]["kind"] == "issue"


def test_the_command_writes_and_tells(tmp_path, capsys, monkeypatch):
    _camps().save(tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    for more in (["--into", "actors.gexf"], ["--into", "statements.csv"], ["--over", "month"]):
        assert main(["network", "tables", *more]) == 0
    assert "modularity" in capsys.readouterr().out
    assert nx.read_gexf(tmp_path / "actors.gexf").number_of_edges() > 0
    assert {"person", "agreement"} < set(pd.read_csv(tmp_path / "statements.csv"))
    assert main(["network", "tables", "--kind", "issues"]) == 2
