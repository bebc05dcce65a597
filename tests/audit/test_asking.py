"""A sample asked one by one: blind, each answer kept at once, on where it stopped."""

import json
from importlib import resources

import pytest
from audited import agreed, corpus, filled
from browsing import CHROMIUM
from playwright.sync_api import sync_playwright

from onrecord import audit
from onrecord.audit import given
from onrecord.audit.answers import read_answers
from onrecord.audit.asking import Asking
from onrecord.audit.beside import mark
from onrecord.audit.widget import PANEL
from onrecord.errors import AuditError, OwnershipError

TABLES = corpus()
ROWS = audit.frame(TABLES)
TRUE = agreed(ROWS)


@pytest.fixture
def folder(tmp_path):
    audit.draw(TABLES, tmp_path / "audit", n=30)
    return tmp_path / "audit"


def answered(asking, answers=TRUE):
    while not (view := asking.shown())["done"]:
        stance, speaker = answers[view["id"]]
        assert asking.take({"answer": stance, "speaker": speaker, "id": view["id"]}) == ""


def test_answers_make_the_estimates_of_a_sheet(folder, tmp_path):
    answered(Asking(TABLES, folder, "ada"))
    asked = audit.read(TABLES, folder / "sheet.csv")  # the sheet itself is empty
    audit.draw(TABLES, tmp_path / "typed", n=30)
    typed = audit.read(TABLES, filled(tmp_path / "typed" / "sheet.csv", TRUE))
    assert asked.checked == typed.checked == 30 and asked.answers.problems == []
    for by in ("outlet", "speaker"):
        assert asked.estimate("against", by).equals(typed.estimate("against", by))
    assert audit.read(TABLES, folder / "answers.jsonl").caption == asked.caption


def test_nothing_that_the_analysis_says_is_shown(folder):
    asking = Asking(TABLES, folder)
    labels = {row.item: row for row in ROWS.itertuples()}
    while not (view := asking.shown())["done"]:
        row = labels[view["id"]]
        assert set(view) == {
            "done", "id", "head", "text", "cut", "spans", "said_by", "about", "narrated", "said",
            "given", "of",
        }  # fmt: skip
        assert {role for *_, role in view["spans"]} <= {"content", "source", "target"}
        marked = {role: view["text"][start:end] for start, end, role in view["spans"]}
        assert marked["target"] == view["about"] == "Norland"
        assert view["narrated"] == (row.voice == "narrator")
        assert ("source" in marked) != view["narrated"]
        asking.take({"answer": "unclear"})


def test_it_goes_on_where_it_stopped_and_takes_answers_back(folder):
    first = Asking(TABLES, folder)
    one = first.shown()["id"]
    for pressed in ("favor", "against"):  # the second key answers nothing unseen
        assert first.take({"answer": pressed, "id": one}) == ""
    assert first.shown()["head"].startswith("2 of 30 · ")
    assert first.take({"answer": "back"}) == ""
    assert first.shown()["id"] == one and first.shown()["said"] == "favor"
    first.take({"answer": "against", "speaker": "ek"}, ["Ada Quist", "Bo Ek"])
    with (folder / "answers.jsonl").open("a") as cut:
        cut.write('{"item": "half')  # killed while it wrote
    again = Asking(TABLES, folder)
    assert again.shown()["head"].startswith("2 of 30 · ") and again.shown()["id"] != one
    again.take({"answer": "none"})
    read = read_answers(folder / "answers.jsonl")
    assert read.given.loc[one].to_dict() == {"stance": "against", "speaker": "Bo Ek"}
    assert len(read.given) == 2 and len(read.problems) == 1


def test_what_a_sheet_answers_is_not_asked_again(folder):
    some = dict(list(TRUE.items())[::2])
    filled(folder / "sheet.csv", some)
    drawn = set(read_answers(folder / "sheet.csv").design.items)
    left = Asking(TABLES, folder).shown()
    assert left["given"] == len(drawn & set(some)) > 0
    assert left["id"] not in some


@pytest.mark.parametrize("said", [{}, {"answer": "praise"}, {"answer": None}, {"speaker": "x"}])
def test_what_is_no_answer_is_told(folder, said):
    asking = Asking(TABLES, folder)
    before = asking.shown()
    assert asking.take(said) and asking.shown() == before
    assert not (folder / "answers.jsonl").exists()


def test_statements_that_are_gone_are_counted(folder):
    fewer = TABLES.narrowed(TABLES.articles.article_id[:20])
    asking = Asking(fewer, folder)
    assert asking.gone > 0 and asking.gone + asking.shown()["of"] == 30


def test_the_end_is_told_and_what_cannot_be(folder, tmp_path):
    asking = Asking(TABLES, folder)
    answered(asking)
    assert asking.shown() == {
        "done": True, "id": None, "file": "answers.jsonl", "before": 30, "given": 30, "of": 30,
    }  # fmt: skip
    assert asking.take({"answer": "none"}) == "there is nothing left to answer"
    with pytest.raises(AuditError, match="audit draw"):
        Asking(TABLES, tmp_path)
    with pytest.raises(OwnershipError):  # a sample drawn anew would lose them
        audit.draw(TABLES, folder, n=10, seed=2)


def test_a_report_hears_of_answers(tmp_path):
    audit.draw(TABLES, tmp_path / "audit", n=5)
    before = mark(tmp_path)
    given.keep(tmp_path / "audit" / given.NAME, "x", "none")
    assert before and mark(tmp_path) not in ("", before)


def test_the_widget_of_a_store(tmp_path):
    pytest.importorskip("anywidget")
    folder = TABLES.save(tmp_path / "tables")
    audit.draw(TABLES, folder / "audit", n=5)
    made = audit.check(folder, who="ada")
    first = made.view["id"]
    made._answered(made, {"answer": "against", "speaker": "nobody", "id": first}, [])
    assert (made.heard, made.problem) == (1, "") and made.view["id"] != first
    line = json.loads((folder / "audit" / "answers.jsonl").read_text())
    assert {key: line[key] for key in ("item", "stance", "speaker", "who")} == {
        "item": first, "stance": "against", "speaker": "nobody", "who": "ada",
    }  # fmt: skip


# what anywidget gives to a panel, with the kernel called as a function
MODEL = """import panel from "data:text/javascript;base64,%s";
let [state, hear] = [await window.kernel(null), null];
const model = {
  get: (name) => state[name],
  on: (_, told) => { hear = told; },
  send: async (said) => { state = await window.kernel(said); hear(); },
};
panel.render({ model, el: document.body });"""


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
def test_keys(folder):
    from base64 import b64encode

    asking = Asking(TABLES, folder)
    panel = resources.files("onrecord.review").joinpath("panel")
    script = "\n".join(panel.joinpath(name).read_text("utf-8") for name in PANEL)
    names = ["Ada Quist", "Bo Ek", "Cy Dahl"]

    def kernel(said):
        problem = asking.take(said, names) if said else ""
        return {"view": asking.shown(), "names": names, "problem": problem}

    def stands(at):
        page.locator(".head", has_text=f"{at} of 30").wait_for()
        return asking.current.item

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(20_000)
        page.expose_function("kernel", kernel)
        page.set_content("<body></body>")
        page.add_script_tag(type="module", content=MODEL % b64encode(script.encode()).decode())
        asked = [stands(1)]
        assert page.locator("mark.content").count() >= 1
        assert not page.locator(".edge:visible").count()  # the words are not in question
        page.keyboard.press("a")
        page.keyboard.press("-")
        asked.append(stands(2))
        page.keyboard.press("x")  # asks for no speaker
        asked.append(stands(3))
        page.keyboard.press("f")
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        page.keyboard.type("Someone Else")
        page.keyboard.press("Enter")
        asked.append(stands(4))
        page.keyboard.press("u")
        stands(5)
        page.keyboard.press("b")
        page.get_by_text("You said: unclear").wait_for()
        page.keyboard.press("f")
        page.keyboard.press("1")  # the nearest name
        stands(5)
        browser.close()
    said = read_answers(folder / "answers.jsonl").given
    assert said.loc[asked].values.tolist()[:3] == [
        ["against", "nobody"], ["no statement", ""], ["none", "Someone Else"],
    ]  # fmt: skip
    assert said.loc[asked[3], "stance"] == "favor" and said.loc[asked[3], "speaker"] in names
