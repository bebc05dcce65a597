"""The page's search reads the same language as `onrecord search`, and finds the same."""

import random
import shutil

import pytest

from onrecord.errors import WordingError
from onrecord.report import page as pages
from onrecord.search.query import read_query
from onrecord.wording import tokens

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium to run the script in"),
]
ASK = """([queries, texts]) => queries.map((asked) => {
  try {
    const query = readQuery(asked);
    return texts.map((text) => queryHolds(query, [spokenWords(text)]));
  } catch (error) {
    return error.message;
  }
})"""
TEXTS = (
    "", "The dredgers leave the harbour.", "harbour dredgers", "Élan of the café’s e-mail server",
    "tariffs on salt, a tariff; Salt!", "salt salt", "a b c d e f g h i j k l salt herring",
    "the mayor’s brass line", "x", "ﬁnal Straße 42nd", "herring salt tariff",
)  # fmt: skip
QUERIES = (
    "dredger* harbour", "dredgers harbour", "dredger harbour", "harbour NEAR/1 dredgers",
    "harbour NEAR/2 dredger*", "harbour NEAR dredgers", '"the harbour"', "“leave the”", "elan",
    "ÉLAN", "cafe", "e-mail", "e-mail* NEAR/3 server", "salt NEAR/0 salt", "salt NEAR salt",
    "a NEAR/10 salt", "a NEAR/11 salt", "a NEAR/12 salt", "(salt OR mayor) NOT tariff*",
    "salt AND NOT herring", "NOT salt", "salt OR", "OR salt", "(salt", "salt)", "()", "NEAR salt",
    "salt NEAR", "salt NEAR/2 a NEAR/3 b", "a NEAR b NEAR c NEAR d NEAR e", "a NEAR b NEAR c", "*",
    "s*", "*alt", "sa*t", '"brass* line"', '"brass lin*"', "NEAR/1234", '"NEAR"',
    "salt near herring", "and", "not", "salt AND", "salt AND AND herring", "salt NOT NOT herring",
    "!", '"', "((salt))",
    "salt herring OR mayor", "salt (herring OR mayor) NOT x", "strasse", "straße", "final", "42nd",
    "salt NEAR/2 tariff NEAR/2 herring", "the NEAR/1 the", '"a b" NEAR "c d"', "o'clock",
    "(" * 31 + "salt" + ")" * 31, '"mayor s" NEAR line', "under_score",
)  # fmt: skip


def told(query: str, texts) -> list[bool] | str:
    try:
        asked = read_query(query)
    except WordingError as error:
        return str(error)
    return [asked.holds(tokens(text)) for text in texts]


@pytest.fixture(scope="module")
def ask():
    playwright = pytest.importorskip("playwright.sync_api")
    code = (pages.ASSETS.parents[1] / "search" / "query.js").read_text("utf-8")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content=code)
        yield lambda queries, texts: page.evaluate(ASK, [queries, texts])
        browser.close()


def test_the_page_understands_what_the_command_does(ask):
    for query, made in zip(QUERIES, ask(QUERIES, TEXTS), strict=True):
        assert made == told(query, TEXTS), query


def test_words_near_each_other_in_random_texts(ask):
    draw = random.Random(4)
    texts = [" ".join(draw.choices("abcde", k=draw.randint(0, 14))) for _ in range(60)]
    queries = []
    for _ in range(80):
        size, within = draw.randint(2, 4), draw.randint(0, 4)
        phrases = [" ".join(draw.choices("abcde", k=draw.randint(1, 2))) for _ in range(size)]
        queries.append(f" NEAR/{within} ".join(f'"{phrase}"' for phrase in phrases))
    found = ask(queries, texts)
    assert found == [told(query, texts) for query in queries]
    assert {True, False} == {each for row in found for each in row}
