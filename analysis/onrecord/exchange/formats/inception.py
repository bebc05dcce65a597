"""INCEpTION: UIMA CAS as XMI, an article a file, with the type system, in one zip.

Needs the package `dkpro-cassis` (`pip install "onrecord[exchange]"`). The layer is called
`onrecord.Region`; to be used in a project its type system is imported as a custom layer.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.errors import ExchangeError
from onrecord.exchange.archive import files, packed
from onrecord.exchange.documents import Document
from onrecord.exchange.format import Format, Found
from onrecord.exchange.regions import Region, regions, statements

TYPE = "webanno.custom.OnRecordRegion"
FEATURES = ("identifier", "role", "of", "names", "stance")
BETWEEN = " | "


def write(documents: Sequence[Document]) -> bytes:
    """An XMI file an article, and `TypeSystem.xml`."""
    cassis = _library()
    types = _types(cassis)
    made = {"TypeSystem.xml": types.to_xml().encode()}
    layer = types.get_type(TYPE)
    for document in documents:
        cas = cassis.Cas(typesystem=types)
        cas.sofa_string, cas.sofa_mime = document.text, "text/plain"
        for each in regions(document.statements):
            features = (each.id, each.role, each.of, BETWEEN.join(each.names), each.label)
            given = dict(zip(FEATURES, features, strict=True))
            cas.add(layer(begin=each.start, end=each.end, **given))
        made[f"{document.id}.xmi"] = cas.to_xmi().encode()
    return packed(made)


def read(raw: bytes, documents: Mapping[str, Document]) -> Found:
    """The XMI files of a zip whose names are those of articles."""
    cassis = _library()
    systems = [content() for _, content in files(raw, ".xml")]
    if not systems:
        raise ValueError("it holds no type system")
    made = {}
    try:
        types = cassis.load_typesystem(io.BytesIO(systems[0]))
        for name, content in files(raw, ".xmi"):
            if name in documents:
                cas = cassis.load_cas_from_xmi(io.BytesIO(content()), typesystem=types)
                if cas.sofa_string != documents[name].text:
                    raise ValueError(f"the text of {name} is another one")
                made[name] = statements(_regions(cas))
    except (AttributeError, KeyError, TypeError, SyntaxError) as error:
        raise ValueError("its files are no CAS with our layer") from error
    return made


def _regions(cas: Any) -> Iterator[Region]:
    for each in cas.select(TYPE):
        names = (each.names or "").split(BETWEEN.strip())
        yield Region(
            each.identifier or f"new{each.begin}-{each.end}",
            each.role or "",
            each.begin,
            each.end,
            each.of or "",
            tuple(filter(None, (name.strip() for name in names))),
            each.stance or "",
        )


def _types(cassis: Any) -> Any:
    types = cassis.TypeSystem()
    layer = types.create_type(TYPE, supertypeName="uima.tcas.Annotation")
    for name in FEATURES:
        types.create_feature(domainType=layer, name=name, rangeType="uima.cas.String")
    return types


def _library() -> Any:
    try:
        import cassis
    except ImportError as error:
        raise ExchangeError(
            'INCEpTION\'s files need a package more: pip install "onrecord[exchange]".'
        ) from error
    return cassis


FORMAT = Format("inception", ".zip", "INCEpTION (UIMA CAS XMI)", write, read)
