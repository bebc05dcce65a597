"""REFI-QDA projects (.qdpx), for MAXQDA, NVivo, ATLAS.ti, QualCoder and others.

https://www.qdasoftware.org ; a zip of the project's XML and the articles as text. Every marked
stretch is a selection with codes: one for its part in the statement, one for each speaker, and
one for the actor and the side taken, so that the codes are of use there as they are. Positions
count characters (code points).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from onrecord.exchange.archive import files, packed
from onrecord.exchange.documents import Document
from onrecord.exchange.format import Format, Found
from onrecord.exchange.regions import ROLES, Region, regions, statements

SPACE = "urn:QDA-XML:project:1.0"
TAG = f"{{{SPACE}}}"
SPEAKER, STANCE = "speaker: ", "stance: "
COLOURS = {"favor": "#2a7f62", "against": "#b5483a", "none": "#8a8a8a"}
OF = "of "  # begins the description of a selection that belongs to another


def write(documents: Sequence[Document]) -> bytes:
    """A project with the articles as sources."""
    project = etree.Element(f"{TAG}Project", nsmap={None: SPACE}, name="On Record",
                            origin="On Record", basePath="")  # fmt: skip
    user = _guid("user")
    users = etree.SubElement(project, f"{TAG}Users")
    etree.SubElement(users, f"{TAG}User", guid=user, name="On Record")
    book = etree.SubElement(project, f"{TAG}CodeBook")
    sources = etree.SubElement(project, f"{TAG}Sources")
    made: dict[str, bytes] = {}
    codes: dict[str, str] = {}
    for document in documents:
        name = _guid("source", document.id)
        made[f"sources/{name}.txt"] = document.text.encode()
        source = etree.SubElement(
            sources,
            f"{TAG}TextSource",
            guid=name,
            name=_xml(document.title or document.id)[:200],
            plainTextPath=f"internal://{name}.txt",
            creatingUser=user,
        )
        etree.SubElement(source, f"{TAG}Description").text = document.id
        for each in regions(document.statements):
            _select(source, document, each, user, codes)
    listed = etree.SubElement(book, f"{TAG}Codes")
    for code, guid in sorted(codes.items()):
        colour = COLOURS.get(code.rpartition(" ")[2], "#45639b")
        etree.SubElement(
            listed, f"{TAG}Code", guid=guid, name=_xml(code), isCodable="true", color=colour
        )
    if not codes:  # a book without a code is no valid one
        project.remove(book)
    xml = etree.tostring(project, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return packed({"project.qde": xml, **made})


def read(raw: bytes, documents: Mapping[str, Document]) -> Found:
    """The selections of a project's text sources."""
    made = {}
    known = {_guid("source", each.id): each for each in documents.values()}
    for _, content in files(raw, ".qde"):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            project = etree.fromstring(content(), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError("its project is no XML") from error
        codes = {
            each.get("guid", "").casefold(): each.get("name", "")
            for each in project.iter(f"{TAG}Code")
        }
        for source in project.iter(f"{TAG}TextSource"):
            document = _article(source, documents, known)
            if document is not None:
                made[document.id] = statements(_regions(source, codes, document.text))
    if not made:
        raise ValueError("it is no project with these articles")
    return made


def _select(
    source: etree._Element, document: Document, each: Region, user: str, codes: dict[str, str]
) -> None:
    selection = etree.SubElement(
        source,
        f"{TAG}PlainTextSelection",
        guid=_guid("selection", document.id, each.id),
        name=each.id,
        startPosition=str(each.start),
        endPosition=str(each.end),
        creatingUser=user,
    )
    if each.of:
        etree.SubElement(selection, f"{TAG}Description").text = OF + each.of
    named = [each.role]
    if each.role == "target":
        named += [f"{STANCE}{name}: {each.label}" for name in each.names]
    else:
        named += [f"{SPEAKER}{name}" for name in each.names]
    for code in named:
        guid = codes.setdefault(code, _guid("code", code))
        coding = etree.SubElement(
            selection,
            f"{TAG}Coding",
            guid=_guid("coding", document.id, each.id, code),
            creatingUser=user,
        )
        etree.SubElement(coding, f"{TAG}CodeRef", targetGUID=guid)


def _article(
    source: etree._Element, documents: Mapping[str, Document], known: Mapping[str, Document]
) -> Document | None:
    told = (source.findtext(f"{TAG}Description") or "").strip()
    return documents.get(told) or known.get(source.get("guid", "").casefold())


def _regions(source: etree._Element, codes: Mapping[str, str], text: str) -> Iterator[Region]:
    for each in source.iter(f"{TAG}PlainTextSelection"):
        refs = [ref.get("targetGUID", "").casefold() for ref in each.iter(f"{TAG}CodeRef")]
        named = [codes[ref] for ref in refs if ref in codes]
        role = next((code for code in named if code in ROLES), "")
        start, end = int(each.get("startPosition", -1)), int(each.get("endPosition", -1))
        if not role:
            continue
        if not 0 <= start < end <= len(text):
            raise ValueError("a selection lies outside of its article")
        told = each.findtext(f"{TAG}Description") or ""
        names = [c.removeprefix(SPEAKER) for c in named if c.startswith(SPEAKER)]
        label = ""
        for code in named if role == "target" else ():
            if code.startswith(STANCE):
                name, _, label = code.removeprefix(STANCE).rpartition(": ")
                names = [name]
        of = told.removeprefix(OF).strip() if told.startswith(OF) else ""
        yield Region(each.get("name", ""), role, start, end, of, tuple(names), label)


def _guid(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "onrecord:" + "\0".join(parts)))


def _xml(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return "".join(
        c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else " " for c in text
    )


FORMAT = Format("refi-qda", ".qdpx", "MAXQDA, NVivo, ATLAS.ti, QualCoder", write, read)
