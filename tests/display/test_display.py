import json
import re
from functools import cache
from html.parser import HTMLParser
from importlib import import_module

import pandas as pd
import pytest
import samples

from onrecord import display, summary
from onrecord.display.fragment import EVIDENCE, HEADER, TABLE, element
from onrecord.display.live import MARKS, SCRIPTS, live
from onrecord.display.live import script as live_script
from onrecord.display.markup import shown
from onrecord.display.method import facts, omissions
from onrecord.display.notes import notes
from onrecord.display.table import SHOWN, Column, table
from onrecord.errors import AnalysisError, ReportError


class Tags(HTMLParser):
    """Every tag and attribute of some markup, and its text."""

    def __init__(self, markup):
        super().__init__()
        self.found, self.names, self.words = [], set(), ""
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        self.names |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.words += data


def without_our_scripts(markup):
    """Markup without the data and the script of a table, which must be exactly ours."""
    held = r'<script type="{}">([^<>&]*)</script><script>(.*?)</script>'
    for kind, names, key, place in (
        ("application/json", SCRIPTS, "live", "KEY_OF_THE_TABLE"),
        ("text/plain", MARKS, "marks", "KEY_OF_THE_ROWS"),
    ):
        for data, script in re.findall(held.format(kind), markup, re.S):
            assert names is MARKS or json.loads(data)["columns"]
            own = re.sub(rf'data-{key}="[0-9a-f]{{16}}"', f'data-{key}="{place}"', script)
            assert own == live_script(names)
        markup = re.sub(held.format(kind), "", markup, flags=re.S)
    return markup


OPENED = {
    "corpus": display.open_corpus,
    "speaker": display.open_speaker,
    "actor": display.open_actor,
    "article": display.open_article,
}
FRAGMENTS = [
    display.lead, display.figures, display.speakers, display.actors, display.outlets,
    display.quotes, display.articles, display.sources, display.repeats, display.cuts,
    display.coalitions, display.divided, display.camps_over_time, display.added,
    display.camps, display.between_camps,
    display.elsewhere, display.issues, display.issue_stances,
    display.evidence, display.method, display.article,
]  # fmt: skip


@cache
def article_of(sample):
    """A view of an article, for all that is made of it."""
    return display.open_article(getattr(samples, sample)())


@pytest.mark.parametrize("make", FRAGMENTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("sample", ["small", "one_quote", "long_names", "hostile"])
def test_every_fragment_is_markup_of_ours_alone(make, sample):
    bundle = make(article_of(sample))._repr_mimebundle_()
    tags = Tags(without_our_scripts(bundle["text/html"]))
    assert not {tag for tag, _ in tags.found} & {"script", "img", "iframe", "svg", "u", "i"}
    assert not [name for name in tags.names if name.startswith("on")]
    assert json.dumps(bundle)  # what a kernel sends is JSON


@pytest.mark.parametrize("make", FRAGMENTS[:-1], ids=lambda f: f.__name__)
def test_an_empty_corpus_has_every_fragment(make):
    made = make(display.open_corpus(samples.empty()))
    assert isinstance(made, display.Fragment)
    assert "None" not in made.html and "nan" not in Tags(made.html).words.lower().split()


def test_hostile_words_are_shown_as_words():
    view = display.open_article(samples.hostile())
    words = Tags(display.article(view).html).words
    assert "<script>alert(1)</script>" in words
    assert "\u202e" not in words


@pytest.mark.parametrize("kind", OPENED)
def test_a_view_shows_itself_as_the_header(kind):
    bundle = OPENED[kind](samples.small())._repr_mimebundle_()
    assert bundle[HEADER]["kind"] == kind
    assert bundle[HEADER]["title"] in bundle["text/plain"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("speaker", "Ada Quist"), ("actor", "Sudmark"), ("article", "Talks, day 6")],
)
def test_the_default_is_what_there_is_most_of(kind, name):
    assert OPENED[kind](samples.small()).name == name


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("speaker", {"speaker": "Ada Quis"}, "Ada Quist"),
        ("actor", {"actor": "Nowhere"}, "Nowhere"),
        ("corpus", {"outlet": "The Lanter"}, "The Lantern"),
        ("corpus", {"since": "01/02/2031"}, "2025-06-02"),
        ("corpus", {"since": True}, "since"),
        ("corpus", {"outlet": ["x"]}, "outlet"),
        ("article", {"article": "nope"}, "nope"),
    ],
)
def test_a_wrong_parameter_is_refused_in_one_sentence(kind, given, said):
    with pytest.raises(AnalysisError, match=said) as caught:
        OPENED[kind](samples.small(), **given)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "articles"),
    [
        ({}, 12),
        ({"outlet": ""}, 12),
        ({"outlet": "The Lantern"}, 6),
        ({"since": "2031-05-01"}, 3),
        ({"until": "2031-03-01"}, 1),
        ({"since": "2031-03-08", "until": "2031-03-15"}, 2),
    ],
)
def test_parameters_narrow_the_view(given, articles):
    assert len(display.open_corpus(samples.small(), **given).tables.articles) == articles


def test_a_number_is_taken_for_a_name():
    with pytest.raises(AnalysisError, match="'24'"):
        display.open_corpus(samples.small(), outlet=24)


def test_tables_that_are_no_folder_are_refused():
    with pytest.raises(ReportError, match="tables"):
        display.open_corpus(7)


def test_the_article_marks_roles_at_their_offsets():
    tags = Tags(display.article(display.open_article(samples.small(), "a0")).html)
    marks = [attrs for tag, attrs in tags.found if tag == "mark" and "data-note" in attrs]
    roles = " ".join(mark["class"] for mark in marks)
    assert {"or-source", "or-cue", "or-content", "or-target"} <= set(roles.split())
    notes = {attrs["data-note"] for tag, attrs in tags.found if tag == "button"}
    assert {mark["data-note"] for mark in marks} <= notes


@pytest.mark.parametrize(
    ("cue", "shown"),
    [("said", "Ada Quist said (direct)"), ("Q:", "Ada Quist Q: (direct)"),
     (":", "Ada Quist (direct)"), (" – ", "Ada Quist (direct)")],
)  # fmt: skip
def test_a_note_names_the_cue_where_it_has_words(cue, shown):
    quote = samples.Quote("Ada Quist", "Norland broke its word", cue=cue)
    given = samples.tables(samples.article("The Lantern", "2031-03-01", quote))
    view = display.open_article(given)
    assert shown in re.sub(r"<[^>]+>", "", display.article(view).html)


def test_outlets_that_are_not_known_are_not_counted_as_none():
    quote = samples.Quote("Ada Quist", "Norland broke its word")
    for outlet, count in ((None, None), ("The Lantern", 1)):
        view = display.open_corpus(samples.tables(samples.article(outlet, None, quote)))
        data = display.speakers(view).data
        place = [column["label"] for column in data["columns"]].index("Outlets")
        assert data["rows"][0][place] == count


def test_the_article_holds_every_word_of_the_text():
    view = display.open_article(samples.small(), "a0")
    words = Tags(display.article(view).html).words
    for sentence in view.tables.sentences.text:
        assert sentence in words


def test_sentences_have_anchors_that_evidence_leads_to():
    view = display.open_article(samples.small(), "a0")
    tags = Tags(display.article(view).html)
    anchors = {attrs.get("id") for _, attrs in tags.found}
    columns = display.evidence(view)._repr_mimebundle_()[EVIDENCE]["columns"]
    assert {f"at-{start}" for start in columns["start"]} <= anchors


def test_evidence_ids_are_those_of_the_whole_analysis():
    whole = display.evidence(display.open_corpus(samples.small()))
    part = display.evidence(display.open_speaker(samples.small(), "Bo Lund"))
    texts = []
    for columns in (whole.data["columns"], part.data["columns"]):
        words = [columns["texts"][number] for number in columns["text"]]
        texts.append(dict(zip(columns["evidence_id"], words, strict=True)))
    assert texts[1] and texts[1].items() <= texts[0].items()


def test_a_text_is_held_once_however_many_rows_show_it():
    columns = display.evidence(display.open_corpus(samples.small())).data["columns"]
    assert len(set(columns["texts"])) == len(columns["texts"]) < len(columns["text"])


def test_every_cell_of_the_corpus_tables_has_evidence_that_the_page_holds():
    view = display.open_corpus(samples.small())
    known = set(display.evidence(view).data["columns"]["evidence_id"])
    for make in (display.speakers, display.actors, display.outlets, display.quotes):
        behind = " ".join(make(view).data["ids"]).split()
        assert behind and set(behind) <= known


def test_the_tone_of_an_outlet_rests_on_the_sentences_of_its_narrator():
    view = display.open_corpus(samples.small())
    columns = display.evidence(view).data["columns"]
    told = {
        key: speaker
        for key, speaker in zip(columns["evidence_id"], columns["speaker"], strict=True)
        if key.startswith("t")
    }
    assert set(told.values()) == {"Narrator of The Lantern", "Narrator of Harbour Post"}
    shown = display.outlets(view).data
    for row, ids in zip(shown["rows"], shown["ids"], strict=True):
        behind = {told[key] for key in ids.split() if key.startswith("t")}
        assert behind == {f"Narrator of {row[0]}"}


def test_of_a_large_corpus_a_page_holds_the_newest_of_each_speaker_and_target(monkeypatch):
    view = display.open_corpus(samples.small())
    whole = display.evidence(view).data
    assert "of" not in whole  # a small one is held whole
    every = whole["columns"]
    count = len(every["evidence_id"])
    monkeypatch.setattr(import_module("onrecord.display.opening"), "MOST", count - 5)
    made = display.evidence(display.open_corpus(samples.small()))
    columns = made.data["columns"]
    assert (len(columns["evidence_id"]), made.data["of"]) == (count - 5, count)
    assert f"The newest {count - 5:,} of {count:,} rows" in made._repr_mimebundle_()["text/html"]

    def held(of: dict) -> dict:
        names = [name for name in of if name not in ("told", "texts", "text")]
        words = [of["texts"][number] for number in of["text"]]
        rows = zip(*(of[name] for name in names), words, strict=True)
        return dict(zip(of["evidence_id"], rows, strict=True))

    whole, part = held(every), held(columns)
    assert {name: whole[name] for name in part} == part
    pairs = {(row[6], row[7]) for row in whole.values()}  # speaker and target
    assert {(row[6], row[7]) for row in part.values()} == pairs


def test_tables_that_grow_with_the_corpus_hold_the_newest_and_say_so(monkeypatch):
    view = display.open_corpus(samples.small())
    whole = display.articles(view).data
    monkeypatch.setattr(import_module("onrecord.display.quotes"), "MOST", 2)
    for made, noun in ((display.quotes(view), "Quotes"), (display.articles(view), "Articles")):
        assert len(made.data["rows"]) == 2
        assert made.data["caption"].startswith(noun)
        assert "These are the newest 2 of" in made.data["caption"]
    assert "newest" not in whole["caption"]
    assert display.articles(view).data["rows"] == whole["rows"][-2:]


def test_a_table_for_the_page_holds_all_rows():
    rows = pd.DataFrame({"n": range(150), "name": ["<b>"] * 150})
    made = table(
        rows, [Column("n", "N", "number"), Column("name", "Name")], caption="All", name="all"
    )
    bundle = made._repr_mimebundle_()
    assert len(bundle[TABLE]["rows"]) == 150
    assert "<b>" not in bundle["text/html"]
    assert f"{150 - SHOWN} more rows" in bundle["text/html"]


def test_a_column_can_stand_below_another():
    rows = pd.DataFrame({"who": ["Ada", "Bo"], "for": ["Norland", None], "n": [1, 2]})
    columns = [Column("who", "Who"), Column("for", "Speaks for", under="who"), Column("n", "N")]
    made = table(rows, columns, caption="All")
    assert [column["under"] for column in made.data["columns"]] == [None, 0, None]
    assert made.data["rows"][0] == ["Ada", "Norland", 1]  # all of it goes into the CSV file
    cells = re.findall(r"<td>(.*?)</td>", made.html)
    assert cells == ['Ada<span class="or-under">Norland</span>', "1", "Bo", "2"]
    with pytest.raises(ReportError, match="'nobody'"):
        table(rows, [Column("n", "N", under="nobody")], caption="")


def test_any_frame_can_be_explored():
    rows = pd.DataFrame(
        {
            "day": pd.to_datetime(["2031-03-01", None]),
            "count": [3, 4],
            "words": ["x" * 80, "y" * 80],
            "many": [["a", "b"], None],
            "sure": [True, False],
        },
        index=[7, 7],
    )
    made = display.explore(rows)
    kinds = {column["label"]: column["kind"] for column in made.data["columns"]}
    assert kinds == {
        "day": "date", "count": "number", "words": "quote", "many": "text", "sure": "text",
    }  # fmt: skip
    assert made.data["rows"][1] == [None, 4, "y" * 80, None, "False"]
    assert made.data["caption"] == "2 rows, 5 columns."
    assert made.html.startswith("<style>")


def test_columns_of_ids_are_shown_where_asked_for_and_are_in_the_file():
    rows = pd.DataFrame(
        {"speaker": ["Ada"], "attribution_id": ["a1:2"], "evidence": ["q1 q2 " * 99]}
    )
    made = display.explore(rows)
    assert "a1:2" not in made.html.split("<script")[0] and "Ada" in made.html
    assert made.data["rows"] == [["Ada", "a1:2", "q1 q2 " * 99]]
    assert "a1:2" in display.explore(rows, ids=True).html.split("<script")[0]
    assert "q1" in display.explore(rows[["evidence"]]).html.split("<script")[0]  # nothing else


@pytest.mark.parametrize("name", ["articles", "attributions", "stances", "mentions", "rejected"])
def test_every_table_of_an_analysis_can_be_explored(name):
    for sample in (samples.hostile(), samples.empty()):
        rows = getattr(sample, name)
        made = display.explore(rows)
        assert len(made.data["rows"]) == len(rows)
        assert "<script>alert" not in made.html and "<img" not in made.html


def test_the_data_of_a_live_table_cannot_end_its_element():
    evil = "</script><script>window.owned=1</script><!-- &lt;"
    data = {"caption": evil, "columns": [], "rows": [[evil]]}
    held = re.search(r"json\">(.*?)</script>", live("", data), re.S)[1]
    assert "<" not in held and "&" not in held
    assert json.loads(held) == data


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        ("corpus", ["articles", "quotes", "named speakers", "actors spoken about",
                    "statements by named speakers", "statements in the outlets&#39; own voice"]),
        ("speaker", ["articles", "quotes", "direct quotes", "actor spoken about",
                     "statements about them"]),
        ("actor", ["articles", "quotes about this actor", "named speakers who take it up",
                   "statements by named speakers", "statements in the outlets&#39; own voice"]),
    ],
)  # fmt: skip
def test_key_figures_leave_out_what_a_page_takes_for_granted(kind, labels):
    made = display.figures(OPENED[kind](samples.small())).html
    shown = [re.sub(r"</?dfn[^>]*>", "", label) for label in re.findall(r"<dt>(.*?)</dt>", made)]
    assert shown == labels


@pytest.mark.parametrize(
    ("column", "said"), [(Column("x", "X"), "'x'"), (Column("n", "N", "pie"), "'pie'")]
)
def test_a_table_refuses_what_it_cannot_show(column, said):
    with pytest.raises(ReportError, match=said):
        table(pd.DataFrame({"n": [1]}), [column], caption="")


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, "text", "–"),
        ("", "text", "–"),
        (0.004, "score", "0.00"),
        (-0.004, "score", "0.00"),
        (-1.0, "score", "−1.00"),
        ([-0.5, 0.0], "interval", "−0.50 to 0.00"),
        ([0.004, 0.256], "range", "0–26%"),
        (1234567, "number", "1,234,567"),
        ("2031-03-01", "date", "1 Mar 2031"),
    ],
)
def test_values_are_written_as_a_reader_reads_them(value, kind, text):
    assert shown(value, kind) == text


def test_the_method_counts_what_was_left_out():
    lines = " ".join(omissions(display.open_corpus(samples.small())))
    view = display.open_corpus(samples.small())
    unknown = view.tables.attributions.speaker.isna().sum()
    negated = view.tables.attributions.factuality.eq("negated").sum()
    total = len(view.tables.attributions)
    quotes = summary.totals(view.tables).quotes
    assert f"{unknown} of {quotes} quotes without a known speaker: counted" in lines
    assert f"{negated} of {total} attributions negated" in lines


def test_a_page_of_a_part_says_which_counts_are_the_corpus_s():
    tables = samples.small()
    assert not any("whole corpus" in line for line in omissions(display.open_corpus(tables)))
    lines = omissions(display.open_article(tables, tables.articles.article_id.iloc[0]))
    of_all = [line for line in lines if line.startswith("In the whole corpus: ")]
    assert f"of {len(tables.articles)} articles without a date" in of_all[0]
    assert not any("attribution" in line for line in of_all)


def test_the_provenance_names_model_and_corpus():
    known = dict(facts(display.open_corpus(samples.small(), outlet="The Lantern")))
    assert known["Parameters"] == "outlet = The Lantern"
    assert known["Model"] == "sample"


@pytest.mark.parametrize(
    ("measured", "expected"),
    [({}, False), ({"cues found (sample data)": 71.234}, True)],
)
def test_the_models_measured_accuracy_is_told_where_it_is_known(measured, expected):
    tables = samples.small()
    tables.provenance["accuracy"] = measured
    page = Tags(display.method(display.open_corpus(tables)).html)
    assert ("cues found (sample data)71.2" in page.words) == expected
    assert ("Measured accuracy" in page.words) == expected


@pytest.mark.parametrize(
    ("given", "markup"),
    [
        ({"title": '"><script>'}, '<p title="&#34;&gt;&lt;script&gt;">x</p>'),
        ({"hidden": True}, "<p hidden>x</p>"),
        ({"hidden": False, "title": None}, "<p>x</p>"),
    ],
)
def test_an_element_escapes_its_attributes(given, markup):
    assert element("p", "x", **given) == markup


@pytest.mark.parametrize(
    ("outcomes", "counted", "said"), [(False, 2, "0 of 2"), (True, 1, "1 of 2")]
)
def test_a_reported_outcome_is_no_coverage_and_no_note(outcomes, counted, said):
    lost = samples.Told("Sudmark lost the cup.", {"Sudmark": -0.8})
    even = samples.Told("Norland met on Monday.", {"Norland": 0.1})
    given = samples.tables(samples.article("The Lantern", "2031-03-01", lost, even))
    given = samples.with_outcomes(given) if outcomes else given
    assert summary.totals(given).narrated == counted
    lines = " ".join(omissions(display.open_corpus(given)))
    assert f"{said} statements in the outlets' own voice taken for outcomes" in lines
    made = notes(given)
    told = [note.html for note in made if "own voice" in note.html]
    assert ["reads as unfavourable" in html for html in told] == ([] if outcomes else [True])
    # what the note opens is among the evidence
    opened = {html.split('data-evidence="')[1].split('"')[0] for html in told}
    assert opened <= set(summary.evidence(given).evidence_id)
