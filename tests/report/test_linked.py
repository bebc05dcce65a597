"""Quotations in article pages for other programs: what they say, and that words stay words."""

import json
import re

import pytest
import samples
from nbformat.v4 import new_code_cell, new_notebook, new_output
from samples import Quote, Told, article, tables

from onrecord import display
from onrecord.report.exporter import ReportExporter

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def written(view):
    output = new_output("display_data", data=view._repr_mimebundle_())
    html = ReportExporter().from_notebook_node(
        new_notebook(cells=[new_code_cell("", outputs=[output])])
    )[0]
    return html, [json.loads(found) for found in SCRIPT.findall(html)]


def test_who_says_what_where():
    given = tables(
        article("The Buoy", "2031-01-02", Quote("Norland", "The treaty is dead, we leave"),
                Quote("Ada Quist", "that she called it “a long and salty farce”", kind="mixed"),
                Quote("Ada Quist", "that the pilots would strike", kind="indirect"),
                Quote("Ada Quist", "He is right about salt", factuality="negated"),
                Quote(None, "The fog will never lift again"), Told("It is late.")),
        types={"Norland": "country"},
    )  # fmt: skip
    _, (found,) = written(display.open_article(given))
    assert found["@context"] == "https://schema.org"
    graph = [each for each in found["@graph"] if "@type" in each]
    said = [(q["@type"], q["text"], q.get("spokenByCharacter")) for q in graph]
    assert said == [
        ("Quotation", "The treaty is dead, we leave,", {"@type": "Country", "name": "Norland"}),
        ("Quotation", "a long and salty farce", {"@type": "Person", "name": "Ada Quist"}),
        ("Quotation", "The fog will never lift again,", None),
    ]
    assert {json.dumps(q["isPartOf"]) for q in graph} == {json.dumps({
        "@type": "NewsArticle", "headline": "Envoys meet on the island",
        "datePublished": "2031-01-02", "publisher": {"@type": "Organization", "name": "The Buoy"},
    })}  # fmt: skip


def test_each_is_a_web_annotation_as_well():
    given = tables(
        article("The Buoy", "2031-01-02", Quote("Ada Quist", "The treaty is dead, we leave"),
                Quote(None, "The fog will never lift again")),
    )  # fmt: skip
    _, (found,) = written(display.open_article(given))
    made = [each for each in found["@graph"] if each.get("type") == "Annotation"]
    assert {each["@context"] for each in made} == {"http://www.w3.org/ns/anno.jsonld"}
    assert len({each["id"] for each in made}) == len(made) == 2
    targets = [each["target"] for each in made]
    assert [each["selector"]["exact"] for each in targets] == [
        "The treaty is dead, we leave,", "The fog will never lift again,"
    ]  # fmt: skip
    assert all(each["selector"]["type"] == "TextQuoteSelector" for each in targets)
    assert [each.get("body", {}).get("value") for each in made] == ["Ada Quist", None]


@pytest.mark.parametrize(
    "words",
    ["</script><script>leak()</script> is what we said", "<!--<script> is what we all said",
     "A & B <!--onrecord:payload--> they said", "]]> {{ 7*7 }} {% raw %} we said it",
     "\u2028 a line \u202e and \u2029 more were said", 'a " quote \\ and </SCRIPT > they said'],
)  # fmt: skip
def test_words_stay_words(words):
    given = tables(article(words, "2031-01-02", Quote(words, words), title=words))
    html, (found,) = written(display.open_article(given))
    one = found["@graph"][0]
    assert one["text"] == f"{words},".strip() or '"' in words
    assert one["isPartOf"]["publisher"]["name"] == words == one["spokenByCharacter"]["name"]
    plain, _ = written(display.open_article(samples.one_quote()))
    assert len(re.findall(r"<script", html, re.I)) == len(re.findall(r"<script", plain, re.I))


@pytest.mark.parametrize(
    "view",
    [
        lambda: display.open_article(tables(article(None, None, Told("Nobody spoke.")))),
        lambda: display.open_corpus(samples.small()),
        lambda: display.open_speaker(samples.small(), "Ada Quist"),
    ],
)
def test_no_quotation_or_no_article(view):
    html, found = written(view())
    assert found == [] and "ld+json" not in html
