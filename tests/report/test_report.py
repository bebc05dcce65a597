import base64
import gzip
import json
import re
from importlib import resources

import nbformat
import pandas as pd
import pytest
import samples
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from running import in_this_process

from onrecord.display.evidence import packed
from onrecord.display.fragment import EVIDENCE
from onrecord.errors import AnalysisError, ReportError
from onrecord.report import ReportRun, notebooks, page, render, render_one
from onrecord.report import kernel as kernels
from onrecord.report.at_once import at_once
from onrecord.report.clean import clean
from onrecord.report.execute import completed, execute
from onrecord.report.exporter import ReportExporter
from onrecord.report.kernel import Kernel
from onrecord.report.library import LIBRARY, library
from onrecord.report.links import in_order
from onrecord.report.plan import Planned, cards, plan, slug
from onrecord.tables import Tables


@pytest.fixture(scope="module")
def kernel():
    with Kernel() as one:
        yield one


KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


def notebook(path, *cells, parameters="n: int = 1"):
    """A small notebook on disk."""
    made = [new_markdown_cell("# A question?")]
    if parameters is not None:
        made.append(new_code_cell(parameters, metadata={"tags": ["parameters"]}))
    made += [new_code_cell(cell) for cell in cells]
    node = new_notebook(cells=made, metadata=KERNEL)
    nbformat.write(node, path)
    return path


# --- what may stand in a page


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<script>x()</script>a", "a"),
        ("<p onclick=x()>a</p>", "<p>a</p>"),
        ("<img src=http://e.example/x onerror=x()>a", "a"),
        ("<iframe src=http://e.example></iframe>a", "a"),
        ("<svg onload=x()><a>b</a></svg>a", "a"),
        ("<style>@import url(http://e.example)</style>a", "a"),
        ("<p style='background:url(http://e.example)'>a</p>", "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "a"),
        ('<a href="data:text/html,x">a</a>', "a"),
        ('<a href="//e.example">a</a>', "a"),
        ('<a href="file:///etc/passwd">a</a>', "a"),
        ('<a href="https://e.example">a</a>', '<a href="https://e.example">a</a>'),
        ('<form action="http://e.example"><button>a</button></form>', "<button>a</button>"),
        ('<button formaction="http://e.example">a</button>', "<button>a</button>"),
        ('<p id="or-payload">a</p>', "<p>a</p>"),
        ("<base href=http://e.example><meta http-equiv=refresh content=0>a", "a"),
        ("<table><tr><td colspan=2>a</td></tr></table>",
         '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'),
    ],
)  # fmt: skip
def test_only_harmless_markup_passes(given, kept):
    assert clean(given) == kept


def test_links_lead_to_pages_that_exist():
    link = {"speaker/Ada": "speakers/ada.html"}.get
    assert clean('<a href="onrecord:speaker/Ada">A</a>', link) == (
        '<a href="speakers/ada.html">A</a>'
    )
    assert clean('<a href="onrecord:speaker/Bo">B</a>', link) == "B"


# --- notebooks and parameters


@pytest.mark.parametrize(
    ("given", "said"),
    [({"m": 1}, "takes no parameter 'm'"), ({"n": [1]}, "must be text")],
)
def test_parameters_that_a_notebook_does_not_take_are_refused(tmp_path, given, said):
    node = notebooks.read(notebook(tmp_path / "a.ipynb"))
    with pytest.raises(ReportError, match=said):
        notebooks.check(node, given)


def test_a_notebook_without_parameters_cell_is_refused(tmp_path):
    with pytest.raises(ReportError, match="no cell tagged"):
        execute(notebook(tmp_path / "a.ipynb", "1", parameters=None), {})


@pytest.mark.parametrize(("name", "said"), [("nope", "no notebook nope"), ("x.ipynb", "not a")])
def test_a_missing_or_broken_notebook_is_refused(tmp_path, name, said, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.ipynb").write_text("[]")
    with pytest.raises(ReportError, match=said):
        notebooks.read(name)


# --- running


def test_a_notebook_runs_with_its_parameters(tmp_path, kernel):
    made = execute(notebook(tmp_path / "{a}.ipynb", "n + 1"), {"n": 41}, kernel=kernel)
    assert completed(made)
    assert made.cells[-1].outputs[0].data["text/plain"] == "42"


def test_nothing_is_left_from_the_notebook_before(tmp_path, kernel):
    execute(notebook(tmp_path / "a.ipynb", "left = 1"), {}, kernel=kernel)
    with pytest.raises(ReportError, match="NameError"):
        execute(notebook(tmp_path / "b.ipynb", "left"), {}, kernel=kernel)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit(0)", "before its last cell"),
        ("raise SystemExit(3)", "SystemExit"),
        ("from onrecord.errors import ReportError\nraise ReportError('No such actor.')",
         "^No such actor.$"),
        ("import os\nos._exit(1)", "stopped"),
        ("import time\ntime.sleep(60)", "stopped"),
    ],
)  # fmt: skip
def test_a_notebook_that_does_not_complete_is_not_published(tmp_path, kernel, cell, said):
    path = notebook(tmp_path / "a.ipynb", cell, "1")
    with pytest.raises(ReportError, match=said):
        execute(path, {}, kernel=kernel, seconds=5 if "sleep" in cell else 300)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("1 / 0", "^A cell failed: ZeroDivisionError: division by zero$"),
        ("left", "NameError"),
        ("raise SystemExit(0)", "SystemExit"),
        ("1 +", "SyntaxError"),
        ("from onrecord.errors import ReportError\nraise ReportError('No such actor.')",
         "^No such actor.$"),
        ("import os\nos._exit(1)", "stopped"),
        ("import time\ntime.sleep(60)", "stopped"),
    ],
)  # fmt: skip
def test_a_notebook_in_one_request_is_refused_where_a_cell_fails(tmp_path, kernel, cell, said):
    at_once(notebook(tmp_path / "a.ipynb", "left = 1"), {}, kernel=kernel)
    path = notebook(tmp_path / "b.ipynb", cell, "1")
    with pytest.raises(ReportError, match=said):
        at_once(path, {}, kernel=kernel, seconds=8 if "sleep" in cell else 300)


def test_one_request_shows_what_cells_show_one_by_one(tmp_path, kernel):
    show = "from IPython.display import display\n"
    cells = ("print('before')\nn + 1", f"{show}display('one')\n'two'", "None")
    path = notebook(tmp_path / "a.ipynb", *cells)
    ways = [way(path, {"n": 41}, kernel=kernel).cells for way in (at_once, execute)]
    said = [
        [
            of.get("text") or of["data"]["text/plain"]
            for cell in way
            for of in cell.get("outputs", [])
        ]
        for way in ways
    ]
    assert said[0] == said[1] == ["before\n", "42", "'one'", "'two'"]


def test_render_one_publishes_all_or_nothing(tmp_path):
    good = render_one(notebook(tmp_path / "a.ipynb", "'<b>'"), {}, tmp_path / "out" / "a.html")
    assert "&lt;b&gt;" in good.read_text("utf-8")
    with pytest.raises(ReportError):
        render_one(notebook(tmp_path / "b.ipynb", "1 / 0"), {}, tmp_path / "out" / "b.html")
    assert [path.name for path in (tmp_path / "out").glob("[!.]*")] == ["a.html"]


def test_a_failed_notebook_can_be_kept_for_a_look(tmp_path):
    kept = tmp_path / "kept.ipynb"
    with pytest.raises(ReportError):
        render_one(notebook(tmp_path / "b.ipynb", "1 / 0"), {}, tmp_path / "b.html", keep=kept)
    assert "ZeroDivisionError" in kept.read_text("utf-8")


# --- pages


FIGURE = {
    "data": [{"type": "scatter", "x": [1], "y": [1], "customdata": ["s0"]}],
    "layout": {"meta": {"alt": "One <point>.", "chart": "one", "caption": "c"}},
}


def exported(*outputs, **options):
    cells = [
        new_markdown_cell("# A <b>question</b>?\n\nWords."),
        new_code_cell("secret = 1", outputs=[new_output("display_data", data=o) for o in outputs]),
    ]
    return ReportExporter(**options).from_notebook_node(new_notebook(cells=cells))[0]


@pytest.mark.parametrize(
    "output",
    [
        {"application/javascript": "leak()"},
        {"text/vnd.mermaid": "graph TD; leak"},
        {"image/svg+xml": "<svg onload='leak()'/>"},
        {"text/latex": "\\href{javascript:leak}{a}"},
        {"application/vnd.jupyter.widget-view+json": {"model_id": "leak"}},
        {"text/html": "<script>leak()</script>"},
        {"text/html": "<p onclick='leak()'>ok</p>"},
        {"text/markdown": "<img src=x onerror=leak()> [a](javascript:leak)"},
    ],
)
def test_no_output_brings_its_own_script(output):
    made = exported({"text/plain": "shown instead", **output})
    body = made[made.index("<main") : made.index("</main>")]
    assert not re.search(r"<(script|img|svg)|<[^>]*\son\w+=|href=.javascript", body)
    assert "leak()" not in body or "text/markdown" in output  # there it is escaped text


def test_plain_text_is_shown_as_text():
    assert "&lt;script&gt;" in exported({"text/plain": "<script>alert(1)</script>"})


def test_the_code_stays_in_the_notebook():
    assert "secret" not in exported({"text/plain": "1"})


def test_a_figure_is_described_and_travels_as_data():
    made = exported({"application/vnd.plotly.v1+json": FIGURE})
    assert 'aria-label="One &lt;point&gt;."' in made
    assert "<figcaption>c</figcaption>" in made
    assert 'id="or-library"' in made


def test_the_library_is_the_wheels_but_that_some_of_it_waits_and_for_two_brackets():
    wheel = (resources.files("plotly") / "package_data" / LIBRARY).read_bytes().rstrip()
    opened = library().replace(b"this, (() => {", b"this, () => {")
    assert opened.endswith(b"})));")
    opened = opened.removesuffix(b"})));") + b"}));"
    at_once = re.sub(rb"\(\)\]\);\w+\.others=\(\)=>\w+\.register\(\[", b"(),", opened)
    assert at_once != opened and at_once == wheel


def test_only_pages_with_figures_carry_the_library():
    assert "or-library" not in exported({"text/plain": "1"}).split("<script>")[0]


def test_the_library_can_lie_beside_the_pages():
    made = exported({"application/vnd.plotly.v1+json": FIGURE}, shared=True, root="../")
    assert 'src="../assets/plotly.min.js"' in made
    assert len(made) < 150_000


@pytest.mark.parametrize("many", [False, True])
def test_a_page_of_a_site_shares_script_and_style_and_leaves_sentences_to_the_site(many):
    held = packed({"names": ["“Ships wait,” she said."]}) * (9_000 if many else 1)
    shown = {EVIDENCE: {"rows": held, "templates": {}}}
    cell = new_code_cell("", outputs=[new_output("display_data", data=shown)])
    exporter = ReportExporter(shared=True, root="../", name="ada")
    made, resources = exporter.from_notebook_node(new_notebook(cells=[cell]))
    for address in ("../assets/onrecord.js", "../assets/onrecord.css"):
        assert f'"{address}"' in made
    scripted = re.sub("<noscript>.*?</noscript>", "", made, flags=re.S)
    assert "<style" not in scripted and len(made) < 5_000
    raw = re.search('id="or-payload">([^<]*)<', made)[1]
    payload = json.loads(gzip.decompress(base64.b64decode(raw)))
    assert payload["sentences"] == "../sentences/"
    # many rows lie in a file beside the page
    assert payload["beside"] == ("ada.rows.js" if many else None)
    assert ('id="or-rows"' in made) != many
    beside = [raw.decode().split('"')[1] for raw in resources.get("outputs", {}).values()]
    assert beside == ([held] if many else [])


def test_a_page_is_under_its_size():
    assert len(exported({"application/vnd.plotly.v1+json": FIGURE})) < 2_400_000


def test_the_policy_allows_nothing_but_our_own_scripts():
    policy = page.policy(shared=False)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy and "http" not in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]


def test_data_cannot_end_its_own_element():
    hostile = {"text": ["</script><script>x()</script>", "\ud800"]}
    for held in (page.Payload([hostile]).packed(), packed(hostile)):
        assert re.fullmatch(r"[A-Za-z0-9+/=]+", held)


# --- which reports


def test_the_plan_holds_corpus_speakers_actors_and_articles():
    made = plan(samples.small(), min_statements=3, max_articles=4)
    kinds = [item.kind for item in made]
    assert kinds[0] == "corpus" and kinds.count("article") == 4
    speakers = {item.key: item.count for item in made if item.kind == "speaker"}
    assert "Ada Quist" in speakers and "Cleo Rand" not in speakers


@pytest.mark.parametrize("sample", ["small", "long_names", "hostile", "empty", "one_quote"])
def test_addresses_are_plain_and_never_shared(sample):
    paths = [
        item.path for item in plan(getattr(samples, sample)(), min_statements=1, max_articles=99)
    ]
    assert len(set(paths)) == len(paths)
    assert all(re.fullmatch(r"([a-z]+/)?[a-z0-9-]+\.html", path) for path in paths)


def test_an_empty_corpus_has_a_corpus_page():
    assert [i.kind for i in plan(samples.empty(), min_statements=1, max_articles=9)] == ["corpus"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b\\c", "CON", "..", "<x>", "x" * 300])
def test_a_name_cannot_choose_its_folder(name):
    assert re.fullmatch(r"[a-z0-9-]{0,60}", slug(name))


# --- many reports


PRINTED = "print(tables, speaker, actor, article)"


def small_notebooks(folder, monkeypatch, cells):
    """Notebooks of one cell in place of those that the package brings; `cells` by kind."""
    folder.mkdir()
    parameters = "tables: str = ''\nspeaker = None\nactor = None\narticle = None"
    for kind, cell in cells.items():
        notebook(folder / f"{kind}.ipynb", cell, parameters=parameters)
    monkeypatch.setattr(notebooks, "_PLACES", (folder,))


def test_a_failed_report_is_refused_and_the_others_published(tmp_path, monkeypatch):
    samples.small().save(tmp_path / "tables")
    cells = dict.fromkeys(notebooks.KINDS, "1") | {"actor": "1 / 0"}
    small_notebooks(tmp_path / "own", monkeypatch, cells)
    reports = tmp_path / "reports"
    (reports / "speakers").mkdir(parents=True)
    (reports / "speakers" / "old.html").write_text("old")
    (reports / "README.md").write_text("kept")
    made = render(
        tmp_path / "tables", reports, max_articles=1, min_statements=12, jobs=2, progress=False
    )
    assert isinstance(made, ReportRun)
    assert {item.kind for item in made.published} == {"corpus", "speaker", "article"}
    assert all(path.startswith("actors/") for path, _ in made.refused) and made.refused
    assert not (reports / "actors").exists()
    assert (reports / "speakers" / "old.html").read_text() == "old"  # not ours
    assert (reports / "README.md").read_text() == "kept"
    index = (reports / "index.html").read_text("utf-8")
    for item in made.published:
        assert f'href="{item.path}"' in index
        assert (reports / item.path).stat().st_size == item.size
    assert "actors/" not in index


def test_a_kernel_is_started_anew_after_some_notebooks(tmp_path, monkeypatch):
    monkeypatch.setattr(kernels, "RENEWED", 2)
    path = notebook(tmp_path / "n.ipynb", "import os; print(os.getpid())")
    with Kernel() as one:
        made = [execute(path, {}, kernel=one).cells[-1].outputs[0].text for _ in range(3)]
    assert made[0] == made[1] != made[2]


def test_a_kernel_looks_once_through_what_it_has_loaded(tmp_path):
    told = "import gc; print(gc.get_freeze_count(), get_ipython().history_manager.enabled)"
    path = notebook(tmp_path / "n.ipynb", told)
    with Kernel() as one:
        made = [execute(path, {}, kernel=one).cells[-1].outputs[0].text.split() for _ in range(3)]
    first, second, third = (int(count) for count, _ in made)
    assert first < third <= second
    assert {history for _, history in made} == {"False"}


def test_reports_side_by_side_are_those_made_one_by_one(tmp_path, monkeypatch):
    samples.small().save(tmp_path / "tables")
    small_notebooks(tmp_path / "own", monkeypatch, dict.fromkeys(notebooks.KINDS, PRINTED))

    def made(jobs: int) -> dict[str, str]:
        into = tmp_path / str(jobs)
        render(tmp_path / "tables", into, min_statements=99, max_articles=3, jobs=jobs,
               progress=False)  # fmt: skip
        return {
            # but for the moment at which it was made
            path.relative_to(into).as_posix(): re.sub(r"\d\d:\d\d UTC", "", path.read_text("utf-8"))
            for path in into.rglob("*.html")
        }

    together = made(2)
    assert len([name for name in together if name.startswith("articles/")]) >= 2
    assert together == made(1)


def test_speakers_and_actors_of_few_articles_are_cards_and_no_pages():
    given = samples.small()
    pages = {item.key for item in plan(given, min_statements=1, max_articles=1)}
    few = {item.key: item.articles for item in cards(given, min_statements=1)}
    assert few["Cleo Rand"] == 2 and "Cleo Rand" not in pages
    assert "Ada Quist" in pages and "Ada Quist" not in few
    assert not {item.path for item in cards(given, min_statements=1)} - {""}


def test_only_pages_of_changed_rows_are_made_again(tmp_path, monkeypatch):
    """Cleo Rand's words change: the pages of others stay as they are, to the byte."""
    body = f"import uuid\nprint(uuid.uuid4())\n{PRINTED}"
    small_notebooks(tmp_path / "own", monkeypatch, dict.fromkeys(notebooks.KINDS, body))

    def made() -> dict[str, bytes]:
        asked = {"min_statements": 3, "max_articles": 2, "jobs": 1, "progress": False}
        with in_this_process():
            assert not render(tmp_path / "tables", tmp_path / "reports", **asked).refused
        files = (tmp_path / "reports").rglob("*.html")
        return {path.relative_to(tmp_path / "reports").as_posix(): path.read_bytes()
                for path in files}  # fmt: skip

    given = samples.small()
    given.save(tmp_path / "tables")
    first = made()
    assert made() == first
    page_ = tmp_path / "reports" / "speakers" / "ada-quist.html"
    page_.unlink()  # what is gone is made again
    second = made()
    assert {name for name in first if first[name] != second[name]} <= {
        "speakers/ada-quist.html", "index.html"}  # fmt: skip
    spoken = given.attributions.speaker == "Bo Lund"
    tones = given.attributions.polarity.where(~spoken | (given.attributions.index > 4), 0.9)
    changed = given.attributions.assign(polarity=tones)
    Tables(**{name: getattr(given, name) for name in Tables.names()} | {"attributions": changed},
           provenance=given.provenance).save(tmp_path / "tables")  # fmt: skip
    third = made()
    assert third["corpus.html"] != second["corpus.html"]
    assert third["speakers/bo-lund.html"] != second["speakers/bo-lund.html"]
    assert third["articles/talks-day-9.html"] == second["articles/talks-day-9.html"]


def test_tables_that_are_not_there_are_refused(tmp_path):
    with pytest.raises(AnalysisError, match="holds no table"):
        render(tmp_path, tmp_path / "reports", progress=False)


def test_parameters_survive_as_json():
    assert json.dumps([i.parameters for i in plan(samples.small(), min_statements=1,
                                                  max_articles=1)])  # fmt: skip


def test_articles_follow_each_other_by_day_and_those_without_one_come_last():
    days = {"b": pd.Timestamp("2031-03-02"), "none": pd.NaT, "a": pd.Timestamp("2031-03-01")}
    ready = [Planned("article", key, key.upper(), "", 1, {}, day) for key, day in days.items()]
    ready.append(Planned("speaker", "Ada Quist", "Ada Quist", "", 1, {}, days["a"]))
    assert in_order(ready) == [("a", "A"), ("b", "B"), ("none", "NONE")]
