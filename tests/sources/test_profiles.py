"""What an article tells of its actors: pairs of a text and what must be known, or not, of one."""

import re
from collections import namedtuple

import pytest

from onrecord.actors import Actor, Lexicon, Mention, find_mentions
from onrecord.attribution import Attribution
from onrecord.segment import segment
from onrecord.sources import profiles
from onrecord.sources.phrases import described
from onrecord.sources.told import gather
from onrecord.speakers import Speaker

PEOPLE = re.compile(r"(?:Ada|Robin|Maria) Quist|Bo Ek")
BODIES = re.compile(r"Ministry of Fisheries")
Name = namedtuple("Name", "start end type probability")
LEXICON = Lexicon.load()


def _profiles(text, said=(), lexicon=LEXICON):
    """Profiles by name; `said`: (source, speaker) of attributions."""
    sentences = segment(text)
    names = [
        Name(found.start(), found.end(), kind, 0.9)
        for kind, form in (("person", PEOPLE), ("organisation", BODIES))
        for found in form.finditer(text)
    ]
    names.sort(key=lambda name: name.start)
    seen = find_mentions(text, sentences, lexicon, names)
    attributions, speakers = [], []
    for source, who in said:
        at = text.index(source)
        attributions.append(
            Attribution(
                "indirect", ((at, at + len(source)),), (), ((0, 1),), 0.9, None, "asserted", "say"
            )
        )
        speakers.append((Speaker(who, "named", None),))
    found = profiles(text, attributions, speakers, seen.mentions, seen.actors, lexicon)
    return {each.actor: each for each in found}


@pytest.mark.parametrize(
    ("text", "said", "name", "gender", "by"),
    [
        ("Mrs Ada Quist left. She was late.", (), "Ada Quist", "f", "title"),
        ("Spokeswoman Robin Quist spoke to the press.", (), "Robin Quist", "f", "title"),
        ("Robin Quist came. Then she spoke.", (("she", "Robin Quist"),),
         "Robin Quist", "f", "pronoun"),
        ("Robin Quist, a widow of 60, wept.", (), "Robin Quist", "f", "noun"),
        ("Maria Quist said the harbour was shut.", (), "Maria Quist", "f", "given name"),
        # the article's own word goes before the given name
        ("Maria Quist sat down. “No,” he said.", (("he", "Maria Quist"),),
         "Maria Quist", "m", "pronoun"),
        # a pronoun behind a name may be another's
        ("Maria Quist came on Monday, and he spoke of it long.", (), "Maria Quist", None, None),
        ("Robin Quist came on Monday, and he spoke of it long.", (), "Robin Quist", "m",
         "pronoun"),
        ("Maria Quist came on Monday, and she spoke of it long.", (), "Maria Quist", "f",
         "pronoun"),
        # what is not told is not guessed
        ("Robin Quist said the harbour was shut.", (), "Robin Quist", None, None),
        ("Chairman Robin Quist said the harbour was shut.", (), "Robin Quist", None, None),
        ("Robin Quist and his sister's friend. Later his aide came.",
         (("his aide", "Robin Quist"),), "Robin Quist", "m", "pronoun"),
        # words that disagree tell nothing
        ("Robin Quist came. She left. He ate.",
         (("She", "Robin Quist"), ("He", "Robin Quist")), "Robin Quist", None, None),
    ],
)  # fmt: skip
def test_gender_is_what_the_article_tells(text, said, name, gender, by):
    found = _profiles(text, said)[name]
    assert (found.gender, found.gender_by) == (gender, by)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Home Secretary Ada Quist said no.", "Ada Quist", "politician"),
        ("Police chief Ada Quist said no.", "Ada Quist", "police and courts"),
        ("Ada Quist, an economist at the bank, said no.", "Ada Quist", "expert"),
        ("Striker Ada Quist scored the second goal of the match.", "Ada Quist", "athlete"),
        ("Singer Ada Quist brought out an album.", "Ada Quist", "celebrity"),
        ("Ada Quist, whose neighbour saw the fire, wept. Neighbour Ada Quist was calm.",
         "Ada Quist", "citizen"),
        ("Ada Quist, chief executive of the airline, resigned.", "Ada Quist", "company"),
        ("Ada Quist, a campaigner for the charity, disagreed.", "Ada Quist", "interest group"),
        ("Reporters asked the Ministry of Fisheries.", "Ministry of Fisheries", "official"),
    ],
)  # fmt: skip
def test_role_is_told_by_title_and_apposition(text, name, role):
    assert _profiles(text)[name].role == role


def test_the_users_word_wins(tmp_path):
    path = tmp_path / "actors.yaml"
    path.write_text(
        "- {name: Maria Quist, type: person, gender: x, role: expert, side: north}", "utf-8"
    )
    lexicon = Lexicon.load(path)
    found = _profiles("Mrs Maria Quist, the mayor, spoke.", lexicon=lexicon)["Maria Quist"]
    assert (found.gender, found.gender_by, found.role) == ("x", "user", "expert")


def test_descriptions_and_countries():
    found = _profiles("French foreign minister Ada Quist met Bo Ek, a pilot.")
    assert found["Ada Quist"].countries == ("France",)
    assert any("foreign minister" in each for each in found["Ada Quist"].descriptions)
    assert found["Bo Ek"].countries == ()


@pytest.mark.parametrize(
    ("text", "name", "title", "behind"),
    [
        ("He met Zoo director Ada Quist today", "Ada Quist", "Zoo director", ""),
        ("The chief, Ada Quist, left", "Ada Quist", "chief", "left"),
        ("In Oslo, Ada Quist spoke", "Ada Quist", "", ""),
        ("according to Ada Quist of the Bank", "Ada Quist", "", "of the Bank"),
        ("“No.” Ada Quist, 44, from Hull, left", "Ada Quist", "", "from Hull"),
    ],
)
def test_a_description_ends_where_others_words_begin(text, name, title, behind):
    at = text.index(name)
    found = described(text, at, at + len(name))
    assert (" ".join(found.title), " ".join(found.behind)) == (title, behind)


@pytest.mark.parametrize(
    ("behind", "near"),
    [
        ("of SC", set()),  # both are called so
        ("of the Shipping Council", {"Shipping Council"}),
        ("of Salt Co", {"Salt Co"}),
        ("of SCO", {"Salt Co"}),
        ("of Crew", {"Crew"}),  # the one whose name it is, not the one that is called so
    ],
)
def test_a_short_form_of_several_bodies_means_none(behind, near):
    text = f"Ada Quist {behind} spoke."
    bodies = {
        "Shipping Council": ("SC", "Crew"),
        "Salt Co": ("SC", "SCO"),
        "Crew": (),
    }
    actors = {name: Actor(name, "organisation", forms) for name, forms in bodies.items()}
    actors["Ada Quist"] = Actor("Ada Quist", "person")
    mentions = [Mention("Ada Quist", "person", 0, 9)]
    mentions += [Mention(name, "organisation", 10, 10 + len(behind)) for name in bodies]
    for order in (mentions, mentions[::-1]):
        assert gather(text, [], [], order, actors, {})["Ada Quist"].near == near
