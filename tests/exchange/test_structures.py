"""What is handed out has the structure that each format's maker publishes."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from exchanged import DOCUMENTS
from lxml import etree

from onrecord import exchange
from onrecord.exchange.formats.brat import CONFIGURATION as BRAT
from onrecord.exchange.formats.label_studio import CONFIGURATION as STUDIO

LESS = [DOCUMENTS[2].having([])]  # an article in which nothing was found
GIVEN = pytest.mark.parametrize("given", [DOCUMENTS, LESS], ids=["all", "nothing found"])

# of a project's XML: the elements that are written, in the published order, with what they need
GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
REFI = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
 xmlns="urn:QDA-XML:project:1.0" targetNamespace="urn:QDA-XML:project:1.0">
<xs:simpleType name="guid"><xs:restriction base="xs:token"><xs:pattern value="{GUID}"/>
</xs:restriction></xs:simpleType>
<xs:simpleType name="colour"><xs:restriction base="xs:token">
<xs:pattern value="#([A-Fa-f0-9]{{6}}|[A-Fa-f0-9]{{3}})"/></xs:restriction></xs:simpleType>
<xs:complexType name="code"><xs:sequence><xs:element name="Description" minOccurs="0"/>
<xs:element name="Code" type="code" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
<xs:attribute name="guid" type="guid" use="required"/>
<xs:attribute name="name" use="required"/><xs:attribute name="color" type="colour"/>
<xs:attribute name="isCodable" type="xs:boolean" use="required"/></xs:complexType>
<xs:complexType name="selection"><xs:sequence>
<xs:element name="Description" type="xs:string" minOccurs="0"/>
<xs:element name="Coding" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
<xs:element name="CodeRef"><xs:complexType>
<xs:attribute name="targetGUID" type="guid" use="required"/></xs:complexType></xs:element>
</xs:sequence><xs:attribute name="guid" type="guid" use="required"/>
<xs:attribute name="creatingUser" type="guid"/></xs:complexType></xs:element></xs:sequence>
<xs:attribute name="guid" type="guid" use="required"/><xs:attribute name="name"/>
<xs:attribute name="startPosition" type="xs:nonNegativeInteger" use="required"/>
<xs:attribute name="endPosition" type="xs:nonNegativeInteger" use="required"/>
<xs:attribute name="creatingUser" type="guid"/></xs:complexType>
<xs:element name="Project"><xs:complexType><xs:sequence>
<xs:element name="Users" minOccurs="0"><xs:complexType><xs:sequence>
<xs:element name="User" maxOccurs="unbounded"><xs:complexType>
<xs:attribute name="guid" type="guid" use="required"/><xs:attribute name="name"/>
<xs:attribute name="id"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
<xs:element name="CodeBook" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="Codes">
<xs:complexType><xs:sequence><xs:element name="Code" type="code" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
<xs:element name="Sources" minOccurs="0"><xs:complexType><xs:sequence>
<xs:element name="TextSource" maxOccurs="unbounded"><xs:complexType><xs:sequence>
<xs:element name="Description" type="xs:string" minOccurs="0"/>
<xs:element name="PlainTextSelection" type="selection" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence><xs:attribute name="guid" type="guid" use="required"/><xs:attribute name="name"/>
<xs:attribute name="plainTextPath"/><xs:attribute name="creatingUser" type="guid"/>
</xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:sequence>
<xs:attribute name="name" use="required"/><xs:attribute name="origin"/>
<xs:attribute name="basePath"/></xs:complexType></xs:element></xs:schema>"""
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
IRI = re.compile(r"^[a-z][a-z0-9+.-]*:\S+$")


def written(name, given):
    return exchange.format_of(name).write(given)


def unpacked(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as made:
        return {name: made.read(name) for name in made.namelist()}


@GIVEN
def test_refi_qda(given):
    made = unpacked(written("refi-qda", given))
    project = etree.fromstring(made["project.qde"])
    schema = etree.XMLSchema(etree.fromstring(REFI))
    assert schema.validate(project), schema.error_log
    space = {"q": "urn:QDA-XML:project:1.0"}
    guids = [each.get("guid") for each in project.iter() if each.get("guid")]
    assert len(guids) == len({*guids})
    known = {each.get("guid") for each in project.iterfind(".//q:Code", space)}
    assert {each.get("targetGUID") for each in project.iterfind(".//q:CodeRef", space)} <= known
    users = {each.get("guid") for each in project.iterfind(".//q:User", space)}
    assert {
        each.get("creatingUser") for each in project.iter() if each.get("creatingUser")
    } <= users
    for source in project.iterfind(".//q:TextSource", space):
        text = made["sources/" + source.get("plainTextPath").removeprefix("internal://")].decode()
        for each in source.iterfind("q:PlainTextSelection", space):
            assert 0 <= int(each.get("startPosition")) < int(each.get("endPosition")) <= len(text)


@GIVEN
def test_web_annotation(given):
    made = json.loads(written("w3c", given))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection" and IRI.match(made["id"])
    page = made["first"]
    assert page["type"] == "AnnotationPage" and IRI.match(page["id"]) and page["id"] != made["id"]
    assert made["total"] == len(page["items"])
    ids = [each["id"] for each in page["items"]]
    assert len(ids) == len({*ids}) and all(map(IRI.match, ids))
    texts = {f"urn:onrecord:article:{each.id}": each.text for each in given}
    for each in page["items"]:
        assert each["type"] == "Annotation" and each["motivation"] in MOTIVATIONS
        for body in each["body"]:
            assert body["purpose"] in MOTIVATIONS
            assert ("value" if body["type"] == "TextualBody" else "source") in body
        target = each["target"]
        assert IRI.match(target["source"])
        position, quoted = target["selector"]
        assert position["type"] == "TextPositionSelector" and quoted["type"] == "TextQuoteSelector"
        words = texts[target["scope"]][position["start"] : position["end"]]
        assert words == quoted["exact"] != ""


@GIVEN
def test_label_studio(given):
    interface = ElementTree.fromstring(STUDIO)
    controls = {each.get("name"): each for each in interface if each.get("toName")}
    texts = {each.get("name") for each in interface.iter("Text")}
    labels = {each.get("value") for each in interface.iter("Label")}
    choices = {each.get("value") for each in interface.iter("Choice")}
    for task in json.loads(written("label-studio", given)):
        text = task["data"]["text"].encode("utf-16-le")
        for prediction in task["predictions"]:
            assert isinstance(prediction["model_version"], str)
            regions = {r["id"]: r for r in prediction["result"] if r["type"] == "labels"}
            for each in prediction["result"]:
                if each["type"] == "relation":
                    assert {each["from_id"], each["to_id"]} <= {*regions}
                    assert each["direction"] in ("left", "right", "bi")
                    continue
                control = controls[each["from_name"]]
                assert control.tag.lower() == each["type"] and each["to_name"] in texts
                value = each["value"]
                region = regions[each["id"]]["value"]
                assert (value["start"], value["end"]) == (region["start"], region["end"])
                assert {*value.get("labels", ())} <= labels
                assert {*value.get("choices", ())} <= choices
            for each in regions.values():
                value = each["value"]
                words = text[2 * value["start"] : 2 * value["end"]].decode("utf-16-le")
                assert words == value["text"] and len(value["labels"]) == 1


@GIVEN
def test_brat(given):
    made = unpacked(written("brat", given))
    assert made["annotation.conf"].decode() == BRAT
    sections = re.findall(r"(?m)^\[(\w+)\]$", BRAT)
    assert sections == ["entities", "relations", "events", "attributes"]
    types = {*BRAT.partition("[relations]")[0].split()[1:]}
    for name in [name for name in made if name.endswith(".ann")]:
        text = made[name.replace(".ann", ".txt")].decode()
        marks, seen = {}, set()
        lines = made[name].decode().split("\n")
        assert lines.pop() == ""
        for line in lines:
            key, *rest = line.split("\t")
            assert key not in seen
            seen.add(key)
            if key[0] == "T":
                kind, _, spans = rest[0].partition(" ")
                assert kind in types
                pairs = [tuple(map(int, each.split())) for each in spans.split(";")]
                assert " ".join(text[a:b] for a, b in pairs) == rest[1]
                assert all(a < b for a, b in pairs) and pairs == sorted(pairs)
                marks[key] = kind
        for line in lines:
            key, *rest = line.split("\t")
            if key[0] == "R":
                one, other = re.fullmatch(r"Of Arg1:(T\d+) Arg2:(T\d+)", rest[0]).groups()
                assert one in marks and marks[other] in ("content", "narrated")
            elif key[0] == "A":
                at, value = re.fullmatch(r"Stance (T\d+) (\w+)", rest[0]).groups()
                assert marks[at] == "target" and value in ("favor", "against", "none")
            elif key[0] == "#":
                assert rest[0].split() == ["AnnotatorNotes", rest[0].split()[1]]
                assert rest[0].split()[1] in marks and len(rest) == 2
            else:
                assert key[0] == "T"


@GIVEN
def test_uima_cas(given):
    cassis = pytest.importorskip("cassis")
    made = unpacked(written("inception", given))
    types = cassis.load_typesystem(io.BytesIO(made.pop("TypeSystem.xml")))
    assert len(made) == len(given)
    for raw in made.values():
        root = etree.fromstring(raw)
        assert root.tag == "{http://www.omg.org/XMI}XMI"
        ids = root.xpath("//@xmi:id", namespaces={"xmi": "http://www.omg.org/XMI"})
        assert len(ids) == len({*ids})
        view = root.find("{http:///uima/cas.ecore}View")
        assert {*view.get("members", "").split()} <= {*ids} and view.get("sofa") in ids
        cas = cassis.load_cas_from_xmi(io.BytesIO(raw), typesystem=types, lenient=False)
        for each in cas.select_all_annotations():
            if hasattr(each, "begin"):
                assert 0 <= each.begin < each.end <= len(cas.sofa_string)


@GIVEN
def test_dna(given):
    text = written("dna", given).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    head = text.partition("\r\n")[0].split(";")
    assert [name.strip('"') for name in head[:5]] == [
        "statement_id", "time", "document_id", "document_title", "document_author"
    ]  # fmt: skip
    assert [row["statement_id"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    for row in rows:
        assert row["agreement"] in ("0", "1") and row["concept"]
        assert row["document_id"].isdecimal() and int(row["start"]) < int(row["stop"])
        assert not row["time"] or date.fromisoformat(row["time"][:10])
