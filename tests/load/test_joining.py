"""Wrapped lines become paragraphs; whatever is not wrapped stays as it is."""

import textwrap

import documents
import docx
import pytest

from onrecord.load import load
from onrecord.load.joining import join

PARAGRAPHS = [
    "The transport minister, Ida Brandt, said on Tuesday that the harbour agreement would not "
    "survive another week of delay - and accused the opposition of playing for time.",
    "“We were ready to sign in February, and we are ready to sign today,” Mr. Reyes said. “What we "
    "lack is a partner who picks up the telephone.”",
    "Her well-known deputy, Tom Reyes, told reporters that the government had offered three "
    "compromises since January and that none had been answered. Two were drafted by others.",
    "The leader of the opposition, Karl Weiss, rejected the charge and warned that the ports of "
    "the north would close if she did not change course before the summer.",
]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n"])
@pytest.mark.parametrize("indent", ["", "    ", "\t"])
def test_a_wrapped_text_is_joined(width, between, indent):
    wrapped = [textwrap.fill(part, width, initial_indent=indent) for part in PARAGRAPHS]
    assert join(between.join(wrapped)) == between.join(PARAGRAPHS)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_indents_alone_tell_paragraphs_apart(width):
    wrapped = [textwrap.fill(part, width, initial_indent="   ") for part in PARAGRAPHS]
    assert join("\n".join(wrapped)) == "\n".join(PARAGRAPHS)


def test_a_line_that_ends_early_inside_a_sentence_goes_on():
    text = textwrap.fill(PARAGRAPHS[0], 72) + "\n\n“What we lack is a partner who\npicks up.”"
    assert join(text) == f"{PARAGRAPHS[0]}\n\n“What we lack is a partner who picks up.”"


def test_a_return_after_every_line():
    doubled = "\n\n".join(textwrap.wrap(" ".join(PARAGRAPHS), 72))
    assert join(doubled) == " ".join(PARAGRAPHS)


LIST = "* ports and the roads that lead to them\n* ships\n* the people who work on both of them"
VERSE = (
    "The harbour sleeps beneath the winter moon,\nAnd ropes hang idle from the silent crane;\n"
    "The gulls have gone, the tide will follow soon,\nAnd nobody will see the ships again\n"
    "Until the morning opens every door\nAnd calls the tired people to the shore."
)
TURNS = (
    "BRANDT: We were ready to sign in February.\nREYES: And we are ready today, I would say\n"
    "BRANDT: What we lack is a partner who answers\nREYES: The telephone rang for a week."
)
HEADLINES = "Harbour deal stalls\nUnion warns of strike\nCourt clears former mayor of bribery"
TABLE = "Port      Ships   Tons\nOslem     14      2,300\nNorthport 9       1,150"
ADDRESS = "Ida Brandt\nMinistry of Ports\n14 Harbour Street\nOslem"


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        VERSE,
        VERSE.lower(),
        TURNS,
        HEADLINES,
        TABLE,
        ADDRESS,
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "Harbour deal stalls\nBy Ann Sorel\nOSLEM - " + PARAGRAPHS[0] + "\n" + PARAGRAPHS[2],
        "Talks stall\n\nBoth sides left.\nNothing was signed.\n",
        "one line",
        "",
        "\n\n",
    ],
)
def test_what_is_not_wrapped_stays(text):
    assert join(text) == text


def test_lists_and_turns_inside_a_wrapped_text_keep_their_lines():
    wrapped = "\n\n".join(textwrap.fill(part, 72) for part in PARAGRAPHS)
    turns = "BRANDT: We were ready.\nREYES: So were we."
    joined = join(f"Harbour deal stalls\n\n{wrapped}\n\n{LIST}\n\n{turns}")
    assert joined == "\n\n".join(["Harbour deal stalls", *PARAGRAPHS, LIST, turns])


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("negotia-", "tions", "negotiations"),  # whole elsewhere
        ("well-", "known", "well-known"),
        ("north-", "bound", "north-bound"),  # no sign that words were cut
        ("Franco-", "German", "Franco-German"),
        ("ministe\xad", "rial", "ministerial"),
    ],
)
def test_a_word_over_two_lines(first, second, joined):
    # long enough that few lines end in a hyphen
    lines = [textwrap.fill(part, 64) for part in PARAGRAPHS * 3]
    opening = f"The minister said that her country had seen the long {first}\n{second} talks end"
    text = f"{opening}, as negotiations do.\n\n" + "\n\n".join(lines)
    assert join(text).startswith(f"{opening.split(first)[0]}{joined} talks end")


def test_words_cut_throughout_a_column():
    text = (
        "The transport minister said that the minis-\nterial agreement would not survive an-\n"
        "other week of delay, and she accused the oppo-\nsition of playing for time in its nego-\n"
        "tiations with the owners of the port."
    )
    assert join(text) == (
        "The transport minister said that the ministerial agreement would not survive another week "
        "of delay, and she accused the opposition of playing for time in its negotiations with the "
        "owners of the port."
    )


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.json"])
def test_every_reader_gives_joined_text(tmp_path, name):
    body = "\n\n".join(textwrap.fill(part, 72) for part in PARAGRAPHS)
    quoted = body.replace("\n", "\\n")
    content = {
        "a.txt": f"Harbour deal stalls\n\n{body}",
        "a.csv": f'title,text\nHarbour deal stalls,"{body}"\n',
        "a.json": f'{{"title": "Harbour deal stalls", "text": "{quoted}"}}',
    }[name]
    (tmp_path / name).write_text(content, "utf-8")
    row = load(tmp_path).iloc[0]
    assert row.text == "\n\n".join(["Harbour deal stalls", *PARAGRAPHS])
    assert row.title == "Harbour deal stalls"


def test_a_headline_of_two_lines_is_one_title(tmp_path):
    headline = "Harbour deal stalls as ministers trade blame over the ports of the north and west"
    text = "\n\n".join(textwrap.fill(part, 60) for part in [headline, *PARAGRAPHS])
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert load(tmp_path).title[0] == headline


PROSE = [
    "Fishing crews blocked the entrance of Port Hallam on Monday, and the harbour master, Greta "
    "Voss, asked the coast guard for help.",
    "“Nobody gets in or out until the minister talks to us,” said Pavel Dorn, who speaks for the "
    "crews. He has led them since 2019.",
    "The ministry said in a statement that it would answer by the end of the week; it gave no "
    "further details.",
]


def _typed(paragraphs=PROSE, width=64):
    return [textwrap.wrap(each, width) for each in paragraphs]


def _page(body):
    return (
        f"<html><head><title>Crews block port</title></head><body><h1>Crews block port</h1>{body}"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<pre>" + "\n\n".join("\n".join(each) for each in _typed()) + "</pre>",
        "".join(f"<p>{'<br>'.join(each)}</p>" for each in _typed()),
        "".join(f"<p>{'<br/>'.join(each)}</p>" for each in _typed(width=40)),
    ],
)
def test_lines_that_were_typed_into_a_page(tmp_path, body):
    (tmp_path / "a.html").write_text(_page(body))
    (found,) = load(tmp_path).text
    assert [line for line in found.split("\n")[1:] if line] == PROSE


def test_verse_on_a_page_keeps_its_lines(tmp_path):
    verse = ["The boats lie still", "And Greta waits", "For nobody at all", "Beside the gates"]
    (tmp_path / "a.html").write_text(_page(f"<p>{PROSE[0]}</p><p>{'<br>'.join(verse)}</p>"))
    (found,) = load(tmp_path).text
    assert all(line in found.split("\n") for line in verse)


def _word(path, lines):
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    made.save(str(path))


def _open(path, lines):
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    path.write_bytes(documents.opened(f"<office:text>{body}</office:text>"))


@pytest.mark.parametrize(("suffix", "save"), [("docx", _word), ("odt", _open)])
def test_a_document_with_a_return_a_line(tmp_path, suffix, save):
    typed = ["Crews block port", *(x for each in _typed() for x in ("", *each))]
    soft = ["Crews block port", "", *PROSE]  # a paragraph a line, as programs write them
    for lines in (typed, soft):
        save(tmp_path / f"a.{suffix}", lines)
        assert load(tmp_path).text[0] == "\n\n".join(["Crews block port", *PROSE])


def test_a_short_article_is_wrapped_as_the_others_of_its_export(tmp_path):
    # two paragraphs whose first lines are full and end in a name: alone they show no width
    short = textwrap.wrap(PROSE[0], 88) + textwrap.wrap(PROSE[2], 88)
    assert join("\n".join(short)) == "\n".join(short)
    long = [line for each in PROSE * 3 for line in textwrap.wrap(each, 88)]
    made = "".join(
        f"{title}\nGazette\nOctober 9, 2023 Monday\nLength: 90 words\nBody\n" + "\n".join(lines)
        + "\nLoad-Date: October 9, 2023\nEnd of Document\n"
        for title, lines in (("Crews block port", long), ("Ministry will answer", short))
    )  # fmt: skip
    (tmp_path / "a.txt").write_text(made)
    assert load(tmp_path).text[1].split("\n\n", 1)[1].split("\n") == [PROSE[0], PROSE[2]]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (r"They left.\nNobody came and\nthe port closed.", 3),
        (r"They left.\n\nthe port closed.", 2),
        (r"They left.\r\nand nobody came.\nThe end.", 3),
        (r"It lay in C:\new\names, he said.", 1),
        (r"It lay in C:\new.\nThe end.", 2),
        (r"They left, and\nthe port closed.", 1),  # nothing shows that these are line ends
    ],
)
def test_line_ends_written_as_letters(tmp_path, written, lines):
    (tmp_path / "a.csv").write_text(f'title,text\nCrews block port,"{written}"\n')
    (found,) = load(tmp_path).text
    assert len([line for line in found.split("\n")[1:] if line.strip()]) == lines
