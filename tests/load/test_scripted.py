"""Pages that show a part of their article, and hand the whole to their program as data."""

import json
from urllib.parse import quote

import pytest

from onrecord.load import iter_articles

TITLE = "Quay deal stalls as ministers trade blame"
SAID = [
    f"Minister number {n} said on Monday that the quay would not be sold before the spring. The "
    f"{n} offers which had come in were too low, and nobody had called, he added in the harbour."
    for n in range(12)
]
OTHER = [
    f"The ferry line number {n} closes for the winter after a row about pay. The crews had asked "
    f"for {n} days more, and the owners would not hear of it, they said on the quay of Lysk."
    for n in range(12)
]
MARKED = "".join(f"<p>{each}</p>" for each in SAID)
BOXED = MARKED.replace(
    "</p><p>",
    "</p><aside><a href='/x'>More of the quay</a></aside><div class='page-ad'>Ad</div><p>",
    1,
)
STATES = {
    "marked up": {"story": {"id": 4, "body": MARKED, "teaserBody": f"<p>{SAID[0]}</p>"}},
    "with boxes": {"props": {"pageProps": {"story": [{"body": BOXED}]}}},
    "a list of objects": {
        "props": {"article": {"elements": [{"type": "text", "content": each} for each in SAID]}}
    },
    "a list of words": {"article": {"paragraphs": SAID}},
    "lines": {"article": {"content": "\n\n".join(SAID)}},
    "beside another": {
        "a": {"body": "<p>" + "</p><p>".join(OTHER) + "</p>"},
        "b": {"body": MARKED},
    },
}


def read(tmp_path, shown, state, kind="application/json"):
    page = (
        f"<!DOCTYPE html><html><head><title>{TITLE} | Northport Courier</title>"
        '<meta property="og:site_name" content="Northport Courier">'
        f'<meta property="og:title" content="{TITLE}"></head><body><main><h1>{TITLE}</h1>{shown}'
        f'</main><script id="__NEXT_DATA__" type="{kind}">{json.dumps(state)}</script></body>'
        "</html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    return next(iter_articles(tmp_path / "a.html"))


@pytest.mark.parametrize("name", STATES)
def test_the_whole_article_is_taken(tmp_path, name):
    found = read(tmp_path, f"<article><p>{SAID[0]}</p></article>", STATES[name])
    assert (found.title, found.outlet) == (TITLE, "Northport Courier")
    assert [part for part in found.text.split("\n") if part] == [TITLE, *SAID]


@pytest.mark.parametrize("name", ["marked up", "a list of objects"])
def test_an_article_of_which_nothing_is_shown(tmp_path, name):
    found = read(tmp_path, "<div id='root'></div>", STATES[name])
    assert found.title == TITLE and SAID[11] in found.text


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ({"other": {"body": "<p>" + "</p><p>".join(OTHER) + "</p>"}}, "application/json"),
        (STATES["marked up"], "application/javascript"),
        ({"links": [{"text": f"Ferry line {n} to close"} for n in range(200)]}, "application/json"),
        ("[" * 3000, "application/json"),
    ],
)
def test_what_is_not_the_article_stays_out(tmp_path, state, kind):
    found = read(tmp_path, f"<article><p>{SAID[0]}</p></article>", state, kind)
    assert [part for part in found.text.split("\n") if part] == [TITLE, SAID[0]]


@pytest.mark.parametrize("stray", ["\x00", "\x01", "\ud83d", "<!--", "<![CDATA[", "</div></body>"])
def test_stray_signs_in_the_data(tmp_path, stray):
    body = MARKED.replace("harbour", f"har{stray}bour", 1)
    found = read(tmp_path, f"<article><p>{SAID[1]}</p></article>", {"story": {"body": body}})
    assert SAID[1] in found.text


def test_of_two_articles_none_is_taken_where_nothing_is_shown(tmp_path):
    found = read(tmp_path, "<div id='root'></div>", STATES["beside another"])
    assert "no article that can be told" in found.reason


def escaped(value):
    return json.dumps(json.dumps(value))


def single(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("’", "\\u2019") + "'"


TEXTS = f"5:[1]\n6:Tf2,{MARKED}"
WHOLE = json.dumps({"body": MARKED})
FLIGHT = '1:"$Sreact.fragment"\n5:["$","div",null,{"children":[' + ",".join(
    f'["$","p","{n}",{{"className":"body","children":["",["$","strong",null,{{"children":'
    f'{json.dumps(each[:20])}}}],{json.dumps(each[20:])}]}}]' for n, each in enumerate(SAID)
) + "]}]\n"  # fmt: skip
RICH = [{"_type": "block", "children": [{"_type": "span", "text": each[:30]},
         {"_type": "span", "text": each[30:], "marks": ["strong"]}]} for each in SAID]  # fmt: skip
RICH[5:5] = [
    {"_type": "image", "caption": "The quay in the morning, seen from the old ferry"},
    {"type": "interstitial_link", "content": "READ: More about the quay and its price"},
    {"type": "header", "children": [{"text": "A second vote"}]},
]
PROGRAMS = {
    "names without quotes": "window.PAGE_DATA = {story: {by: undefined, at: new Date('2024-03-05'),"
    "free: !1, blocks: [" + ",".join(f"{{kind:'text',text:{single(each)}}}" for each in SAID)
    + ",], on() {return {a: 1}}}};",
    "a string of JSON": f"var a = 1; window.__STATE__ = JSON.parse({escaped({'body': MARKED})});",
    "a string that is given": f"window.__DATA__={escaped({'body': MARKED})}",
    "an address": f"window.__DATA__ = decodeURIComponent({json.dumps(quote(WHOLE))});",
    "an object of many": f"Site.a={{}};Site.b=[1];Site.c={{x:1}};Site.d={{}};Site.e={WHOLE};",
    "what a function is called with": "window.__NUXT__=(function(a,b){return {data:[{body:b}],t:a}}"
    f"(null,{json.dumps(MARKED)}));",
    "a stream of components": [f"self.__next_f.push([1,{json.dumps(FLIGHT[at : at + 700])}])"
                               for at in range(0, len(FLIGHT), 700)],
    "a stream of texts": [f"self.__next_f.push([1,{json.dumps(TEXTS)}])"],
    "comments": f"/* the \"state */ // of it's\n state = {{ /* b */ body: `{MARKED}` // it's\n }}",
}  # fmt: skip


def read_program(tmp_path, shown, program):
    scripts = "".join(
        f"<script>{each}</script>" for each in ([program] if isinstance(program, str) else program)
    )
    page = (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title><script>window.x = {{}}</script></head>"
        f"<body><main><h1>{TITLE}</h1>{shown}</main>{scripts}</body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    return next(iter_articles(tmp_path / "a.html"))


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("shown", [f"<article><p>{SAID[0]}</p></article>", "<div id='root'></div>"])
def test_an_article_that_stands_in_a_program(tmp_path, name, shown):
    found = read_program(tmp_path, shown, PROGRAMS[name])
    assert [part for part in found.text.split("\n") if part] == [TITLE, *SAID]


def test_blocks_that_are_none_of_the_text_stay_out(tmp_path):
    found = read_program(tmp_path, f"<p>{SAID[0]}</p>", f"a.b = {json.dumps({'x': RICH})}")
    text = [part for part in found.text.split("\n") if part]
    assert text == [TITLE, *SAID[:5], "A second vote", *SAID[5:]]


@pytest.mark.parametrize(
    "program",
    [
        f"var other = {{body: '{'<p>' + '</p><p>'.join(OTHER) + '</p>'}'}};",
        "var a = {b: '" + "the quay would not be sold before the spring. " * 80,
        "var a = {b: /* " + SAID[0] * 20,
        "x = [" * 2000 + SAID[0],
        "var a = " + "{b: " * 500 + json.dumps(MARKED) + "}" * 500,
    ],
)
def test_a_program_without_the_article(tmp_path, program):
    found = read_program(tmp_path, f"<article><p>{SAID[0]}</p></article>", program)
    assert [part for part in found.text.split("\n") if part] == [TITLE, SAID[0]]
