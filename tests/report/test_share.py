"""What a link to a report shows: its address, and a picture with the numbers of the page."""

import io
import re

import pytest
import samples
from nbformat.v4 import new_markdown_cell, new_notebook
from PIL import Image
from samples import Quote, Told, article, tables

from onrecord import display, summary
from onrecord.command import cli
from onrecord.errors import ReportError
from onrecord.report import Corpus, front, render, site
from onrecord.report.address import link_to, site_url
from onrecord.report.fonts import SANS, SERIF
from onrecord.report.lettering import Face, clipped, cut, known, lines, width
from onrecord.report.picture import PAPER, RIGHT, SIZE, picture
from onrecord.report.share import NOBODY, Share, share
from onrecord.summary.finding import Bar
from onrecord.tables import Tables

PROPERTY = re.compile(r'<(?:meta (?:property|name)|link rel)="(og:[\w:]+|twitter:\w+|canonical)" '
                      r'(?:content|href)="([^"]*)"')  # fmt: skip
FACE = Face(SANS, 26)
LONG = "Negotiations over the accord " * 40


def shown(html):
    return dict(PROPERTY.findall(html))


def silent():
    return tables(article(None, None, Told("Nobody spoke.")))


# --- numbers


@pytest.mark.parametrize(
    "sample", ["small", "empty", "one_quote", "odd_names", "long_names", "camped", "hundred_quotes"]
)
@pytest.mark.parametrize("copies", [False, True])
def test_numbers_are_those_of_the_page(sample, copies):
    given = getattr(samples, sample)()
    view = display.open_corpus(given, copies=copies)
    made = share(given, copies=copies)
    key_figures = display.figures(view)._repr_mimebundle_()["text/plain"]
    for number, noun in made.counts:
        told = re.search(rf"([\d,]+) {noun}s?\b", key_figures)
        assert told and int(told[1].replace(",", "")) == number, noun
    first = summary.news(view.tables)[:1]
    if first and first[0].key == "few":
        assert first[0].sentence.startswith(made.finding)
        assert made.bars == first[0].bars[:3]
        assert all(bar.name in set(given.attributions.speaker) for bar in made.bars)
    else:
        assert (made.finding, made.bars) == (NOBODY, ())
    assert set(made.facts) <= set(view.facts())


def test_the_title_is_the_users_or_what_the_page_is_called():
    assert share(samples.small(), title="The isles").title == "The isles"
    assert share(samples.small()).title == display.open_corpus(samples.small()).name


def test_copies_count_where_they_are_asked_for():
    words = [Quote("Ada Quist", "The treaty is dead and we leave the isles for good, all of us.")]
    given = tables(article("The Buoy", "2031-01-02", *words), article("The Tide", "2031-01-03"))
    assert share(given).facts == ("2 outlets", "2 January 2031 to 3 January 2031")
    assert share(silent()).facts == ()
    assert share(silent()).bars == ()


# --- letters


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("Łódź, Élan & <b>", "Łódź, Élan & <b>"),
        ("北约", ""),
        ("Иван Petrov", "Petrov"),
        ("a\u202eb\u200bc", "abc"),  # what turns the line round has no letter
        ("tab\tand\nline", "tab and line"),
        ("ﬁne Ⅳ", "fine IV"),
        ("e\u0301lan 🚢 sails", "élan sails"),
        ("", ""),
    ],
)
def test_what_a_face_has_no_letter_for_is_left_out(given, left):
    assert known(given, FACE) == known(given, Face(SERIF, 60)) == left


@pytest.mark.parametrize("text", ["Ada Quist", LONG, "x" * 900, "W" * 40, "Łódź " * 90])
@pytest.mark.parametrize("most", [60, 380, 1072])
def test_a_line_keeps_within_its_pixels(text, most):
    made = clipped(text, FACE, most)
    assert width(made, FACE) <= most
    assert made == text or made.endswith("…")
    assert (made == text) == (width(text, FACE) <= most)


@pytest.mark.parametrize("text", ["Harbour accord", LONG, "x" * 400, f"{'y' * 90} and more words"])
def test_a_title_keeps_within_its_lines(text):
    made = lines(text, FACE, 300, 3)
    whole = made is not None
    made = made if whole else cut(text, FACE, 300, 3)
    assert 1 <= len(made) <= 3
    assert all(width(each, FACE) <= 300 for each in made)
    assert whole == (" ".join(made) == text)


# --- the picture


PEOPLE = (Bar("Ada Quist", 0.4, "40"), Bar("Bo Lund", 0.1, "10"), Bar("C. Rand", 0.0001, "1"))


def drawn(**parts):
    said = {
        "title": "Harbour accord",
        "facts": ("5 outlets", "2 June 2031"),
        "counts": ((28, "article"), (1, "quote"), (44, "named speaker")),
        "finding": "3 of 44 named speakers have 39% of all named quotes",
        "bars": PEOPLE,
    }
    return picture(Share(**(said | parts)))


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"title": LONG},
        {"title": "x" * 5000},
        {"title": "北约 🚢"},
        {"title": ""},
        {"facts": ()},
        {"facts": ("outlets " * 99,)},
        {"finding": "One speaker alone is quoted by name", "bars": (Bar("习近平", 1, "1"),)},
        {"finding": NOBODY, "bars": ()},
        {"bars": (Bar("The Deputy Foreign Minister of all the Harbours" * 9, 0.9, "9,999,999"),)},
        {"counts": ((1234567, "article"), (12345678, "quote"), (1234567, "named speaker"))},
    ],
)
def test_a_picture_is_whole_whatever_it_says(parts):
    image = Image.open(io.BytesIO(made := drawn(**parts)))
    assert (image.format, image.size) == ("PNG", SIZE) and len(made) < 100_000
    beside = image.convert("RGB").crop((RIGHT + 2, 0, SIZE[0], SIZE[1] - 14))
    paper = bytes.fromhex(PAPER[1:])
    # nothing but paper, or what shimmers through of an edge beside it
    assert all(abs(one - other) < 5 for _, seen in beside.getcolors()
               for one, other in zip(seen, paper, strict=True))  # fmt: skip


def test_a_picture_of_the_same_words_is_the_same():
    assert drawn() == drawn()


@pytest.mark.parametrize(
    "parts",
    [{"title": "Another"}, {"facts": ()}, {"counts": ((29, "article"),)}, {"bars": PEOPLE[:2]},
     {"finding": NOBODY}],
)  # fmt: skip
def test_a_picture_shows_each_of_its_parts(parts):
    assert drawn(**parts) != drawn()


# --- addresses


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://desk.example", "https://desk.example/"),
        (" http://desk.example:8000/a/b/ ", "http://desk.example:8000/a/b/"),
        ("https://bücher.example/a b", "https://xn--bcher-kva.example/a%20b/"),
        ("https://desk.example/%C3%A9", "https://desk.example/%C3%A9/"),
        ('https://desk.example/"><b', "https://desk.example/%22%3E%3Cb/"),
        (None, ""),
        ("", ""),
    ],
)
def test_an_address_is_taken(given, address):
    assert site_url(given) == address
    assert site_url(address) == address


@pytest.mark.parametrize(
    "given",
    ["desk.example/a", "ftp://desk.example", "https://", "javascript:run()", "https://a.example?b",
     "https://a.example/#b", "file:///a", "https://[::1", "https://a.example:port", "/reports"],
)  # fmt: skip
def test_what_is_no_address_of_a_folder_is_refused(given, tmp_path):
    with pytest.raises(ReportError, match=r"is no address of a folder on the web"):
        site_url(given)
    with pytest.raises(ReportError, match=r"is no address"):
        front([Corpus("North", "north", ())], tmp_path, site_url=given)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["index.html", "speakers/ada.html"])
def test_a_link_is_whole_where_the_address_is_known(path):
    here = link_to(path, "", picture=True)
    assert (here.address, here.picture) == ("", "../" * path.count("/") + "share.png")
    there = link_to(path, "https://desk.example/a/", picture=True)
    assert there.address == f"https://desk.example/a/{path}"
    assert there.picture == "https://desk.example/a/share.png"
    assert link_to(path, "https://desk.example/a/", picture=False).picture == ""


# --- folders of reports


@pytest.fixture
def runs(monkeypatch):
    """The pages of each run; notebooks are not run, as they draw no picture."""
    made = []

    def run(planned, *_args):
        made.append([item.path for item in planned])
        node = new_notebook(cells=[new_markdown_cell("# A question?")])
        return {item.path: node for item in planned}, []

    monkeypatch.setattr(site, "run_all", run)
    return made


def rendered(folder, given=None, **asked):
    (few() if given is None else given).save(folder / "tables")
    into = folder / "reports"
    render(folder / "tables", into, min_statements=1, progress=False, **asked)
    return into


def few():
    """Three articles: a speaker and an actor have a page each."""
    said = {
        "Norland lied": "Ada Quist",
        "Norland left us": "Bo Lund",
        "We left Norland": "Ada Quist",
    }
    days = enumerate(said.items(), 1)
    return tables(*(
        article("The Buoy", f"2031-01-0{n}", Quote(who, words, {"Norland": -1}), title=f"Day {n}")
        for n, (words, who) in days
    ))  # fmt: skip


def files(into):
    return {p.relative_to(into).as_posix(): p.read_bytes() for p in into.rglob("*") if p.is_file()}


@pytest.mark.usefixtures("runs")
@pytest.mark.parametrize("sample", [few, samples.empty, silent])
def test_a_folder_has_one_picture_and_pages_name_it(tmp_path, sample):
    into = rendered(tmp_path, sample())
    image = Image.open(into / "share.png")
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert "share.png" in (into / ".onrecord.jsonl").read_text("utf-8")
    pages = list(into.rglob("*.html"))
    assert {into / "index.html", into / "corpus.html"} <= set(pages)
    for page in pages:
        told = shown(page.read_text("utf-8"))
        assert (page.parent / told["og:image"]).resolve() == image_of(into)
        assert told["twitter:card"] == "summary_large_image" and told["og:image:alt"]
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert not {"og:url", "canonical"} & told.keys()


def image_of(into):
    return (into / "share.png").resolve()


@pytest.mark.usefixtures("runs")
def test_addresses_are_whole_where_the_site_is_known(tmp_path):
    into = rendered(tmp_path, site_url="https://desk.example/isles")
    for page in into.rglob("*.html"):
        told = shown(page.read_text("utf-8"))
        where = f"https://desk.example/isles/{page.relative_to(into).as_posix()}"
        assert told["og:url"] == told["canonical"] == where
        assert told["og:image"] == "https://desk.example/isles/share.png"


@pytest.mark.usefixtures("runs")
def test_a_single_file_has_no_picture_beside_it(tmp_path):
    into = rendered(tmp_path, site_url="https://desk.example")
    assert (into / "share.png").exists()
    into = rendered(tmp_path, site_url="https://desk.example", single_file=True)
    assert not (into / "share.png").exists()
    for page in into.rglob("*.html"):
        told = shown(page.read_text("utf-8"))
        assert told["twitter:card"] == "summary" and "og:image" not in told
        assert told["og:url"].endswith(page.relative_to(into).as_posix())


def test_an_unchanged_picture_stays_and_no_page_is_made_for_it(tmp_path, runs):
    into = rendered(tmp_path)
    before = files(into)
    rendered(tmp_path)
    assert files(into) == before and runs[1] == []
    (into / "share.png").unlink()
    rendered(tmp_path)
    assert files(into) == before and runs[2] == []
    rendered(tmp_path, title="The isles")
    assert files(into)["share.png"] != before["share.png"]


def test_a_changed_corpus_has_a_new_picture_and_its_other_articles_stay(tmp_path, runs):
    given = few()
    into = rendered(tmp_path, given)
    before = files(into)
    said = given.attributions.speaker.replace("Bo Lund", "Bo Lunde")
    parts = {name: getattr(given, name) for name in Tables.names()}
    changed = parts | {"attributions": given.attributions.assign(speaker=said)}
    rendered(tmp_path, Tables(**changed, provenance=given.provenance))
    assert files(into)["share.png"] != before["share.png"]
    assert "corpus.html" in runs[1] and set(runs[0]) - set(runs[1])


@pytest.mark.usefixtures("runs")
def test_a_picture_of_the_users_is_not_overwritten(tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "share.png").write_bytes(b"mine")
    with pytest.raises(Exception, match=r"share\.png"):
        rendered(tmp_path)
    assert files(tmp_path / "reports") == {"share.png": b"mine"}


# --- the command


@pytest.mark.usefixtures("runs")
def test_each_corpus_has_its_own_address(tmp_path):
    for name in ("north", "south isles"):
        few().save(tmp_path / name)
    given = [str(tmp_path / name) for name in ("north", "south isles")]
    asked = ["--into", str(tmp_path / "out"), "--site-url", "https://desk.example/on", "--quiet"]
    assert cli.main(["report", *given, "--each", *asked]) == 0
    told = shown((tmp_path / "out" / "south isles" / "corpus.html").read_text("utf-8"))
    assert told["og:image"] == "https://desk.example/on/south%20isles/share.png"
    assert told["canonical"] == "https://desk.example/on/south%20isles/corpus.html"
    top = shown((tmp_path / "out" / "index.html").read_text("utf-8"))
    assert top["canonical"] == "https://desk.example/on/index.html"
    assert top["twitter:card"] == "summary"


def test_an_address_that_is_none_is_one_sentence(tmp_path, capsys):
    few().save(tmp_path / "tables")
    asked = ["--into", str(tmp_path / "out"), "--site-url", "desk.example"]
    with pytest.raises(SystemExit):
        cli.main(["report", str(tmp_path / "tables"), *asked])
    assert "no address of a folder on the web" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
