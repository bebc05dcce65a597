"""Networks as files: GraphML and GEXF for Gephi and others, DNA's CSV of statements."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import networkx
import pandas as pd
from networkx.readwrite.gexf import GEXFWriter

from onrecord.issues import Issue, marked
from onrecord.ownership import form_of, write_file
from onrecord.safe import for_xml
from onrecord.summary.observed import rows
from onrecord.tables import Tables

KIND = "a network"
FORMS = ("graphml", "gexf")


def write(made: networkx.Graph, path: Path, form: str | None = None) -> Path:
    """Write a network.

    Args:
        made: the network.
        path: the file.
        form: one of `FORMS`; by default what the file's ending says.

    Raises:
        AnalysisError: the format is not known.
        OwnershipError: there is a file that On Record did not write.
    """
    name = form_of(path, form, FORMS)
    clean = networkx.relabel_nodes(made, {n: for_xml(str(n)) for n in made.nodes})
    for _, facts in clean.nodes(data=True):
        facts.update({k: for_xml(v) for k, v in facts.items() if isinstance(v, str)})
    for *_, facts in clean.edges(data=True):
        facts.update({k: for_xml(v) for k, v in facts.items() if isinstance(v, str)})
    stream = io.BytesIO()
    (networkx.write_graphml if name == "graphml" else _write_gexf)(clean, stream)
    return write_file(path, stream.getvalue(), KIND)


def _write_gexf(made: networkx.Graph, stream: BinaryIO) -> None:
    """As networkx does, without the graph's name: the published schema of GEXF knows none."""
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(made)
    for graph in writer.xml.iter("graph"):
        graph.attrib.pop("name", None)
    writer.write(stream)


def dna_rows(tables: Tables, issues: Sequence[Issue] | None = None) -> pd.DataFrame:
    """Statements as DNA and rDNA know them.

    Args:
        tables: an analysis, whole or selected.
        issues: a codebook, whose issues are the concepts; by default the actors spoken about.

    Returns:
        id, time, title, source (outlet), person, organization, concept, agreement (1 in favor, 0
        against): statements of named speakers that take a side. With a codebook, agreement is
        with the actor that the statement is about, so that the concept is `issue: actor`.
    """
    told = rows(tables, "statements") if issues is None else marked(tables, issues, "statements")
    concept = "target" if issues is None else "issue || ': ' || target"
    made = told.where(voice="speaker").ask(f"""
        select s.place, s.article_id, s.published as time, s.outlet as source, s.speaker as person,
            a.affiliation as organization, {concept} as concept,
            (s.label = 'favor')::int as agreement
        from ({told.where(voice="speaker").source}) as s
            left join (select attribution_id, any_value(affiliation) as affiliation
                from attributions group by attribution_id) as a using (attribution_id)
        where s.label <> 'none' order by s.place, concept""")
    titles = dict(zip(tables.listed.article_id, tables.listed.title, strict=True))
    made["title"] = made.article_id.map(titles)
    made["id"] = range(1, len(made) + 1)
    columns = ["id", "time", "title", "source", "person", "organization", "concept", "agreement"]
    return made[columns]
