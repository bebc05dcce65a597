"""Which drafts are kept."""

import pytest

from onrecord.load.draft import Draft, Rejected
from onrecord.load.gate import Gate

ENGLISH = "The minister said on Tuesday that the harbour talks had stalled."
GERMAN = "Der Minister sagte am Dienstag, die Gespräche über den Hafen seien gescheitert."


@pytest.mark.parametrize(
    ("text", "stated", "outcome"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "de", "en"),  # the text counts, where it is clear
        ("Talks stall", None, None),
        ("Talks stall", "en-GB", "en"),
        ("Talks stall", "de", "is in German (de); only English is read"),
        (GERMAN, "en", "is in German (de); only English is read"),
        (GERMAN, None, "is in German (de); only English is read"),
        ("", None, "is empty"),
        ("\n \t", None, "holds only white space"),
        ("a\0b", None, "is not text"),
        ("é" * 600, None, "is larger than 1 kB"),
    ],
)
def test_admit(text, stated, outcome):
    item = Gate(max_bytes=1000).admit(Draft("a", text, language=stated))
    assert (item.reason if isinstance(item, Rejected) else item.language) == outcome


def test_a_text_is_the_same_whatever_its_white_space():
    gate = Gate()
    assert isinstance(gate.admit(Draft("a", ENGLISH)), Draft)
    again = gate.admit(Draft("b", ENGLISH.replace(" ", "\n") + "\n"))
    assert again == Rejected("b", "is the same article as a")
    assert isinstance(gate.admit(Draft("c", ENGLISH + " Twice.")), Draft)


@pytest.mark.parametrize(
    ("outlets", "kept"),
    [
        (("Lysk Courier", "Port Vell Post"), [False, True]),
        (("Lysk Courier", "Port Vell Post", "port vell  post"), [False, True]),
        (("Lysk Courier", "LYSK COURIER"), [False]),
        (("Lysk Courier", None), [False]),  # nothing is lost with it
        ((None, "Lysk Courier", "Lysk Courier", None), [False, True]),
        (("A", "B", "C", "A", "B"), [False, True, True]),
    ],
)
def test_an_outlet_is_not_lost_with_a_text_that_another_had_before(outlets, kept):
    gate = Gate()
    items = [gate.admit(Draft(str(n), ENGLISH, outlet=name)) for n, name in enumerate(outlets)]
    found = [item for item in items if isinstance(item, Draft)]
    assert [item.again for item in found] == kept
    assert len({item.article_id for item in found}) == len(kept)
    assert all("is the same article as" in i.reason for i in items if isinstance(i, Rejected))


def test_a_text_that_was_turned_away_is_no_first():
    gate = Gate()
    assert gate.admit(Draft("a", GERMAN)) == gate.admit(Draft("a", GERMAN))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Jose\u0301 Lind", "José Lind"), ("Zoe\u0308 A\u030ase", "Zoë Åse"), ("José", "José"),
        ("x\u0302", "x\u0302"), ("ﬁnance ½", "ﬁnance ½"), ("\u0301 alone", "\u0301 alone"),
    ],
)  # fmt: skip
def test_a_letter_and_its_accent_are_one_character(written, kept):
    """As a PDF and some file systems write them apart; names are looked for as they are typed."""
    given = Draft(f"{written}.txt", f"The mayor {written} said no.", title=written, author=written,
                  outlet=written, url=f"http://x.example/{written}")  # fmt: skip
    found = Gate().admit(given)
    assert (found.text, found.title) == (f"The mayor {kept} said no.", kept)
    assert (found.author, found.outlet) == (kept, kept)
    assert (found.path, found.url) == (given.path, given.url)
    again = Draft("b.txt", f"The mayor {kept} said no.", outlet=kept)
    gate = Gate()
    assert gate.admit(given).article_id == found.article_id
    assert gate.admit(again).reason == f"is the same article as {given.path}"


def test_ids_come_from_the_exact_text():
    assert Draft("a", "x", title="t").article_id == Draft("b", "x").article_id
    assert Draft("a", "x").article_id != Draft("a", "x ").article_id
    assert len(Draft("a", "x").article_id) == 16


OWN = [
    "We use cookies and other technologies to make our site work. By clicking Accept you consent to"
    " our use of cookies. You can change your privacy settings at any time.",
    "Subscribe now to get unlimited access to our site. You can cancel any time. Already a member?"
    " Log in to your account.",
    "We've detected unusual activity from your computer network. To continue, please click the box"
    " to let us know you're not a robot. Please make sure your browser supports JavaScript.",
    "This content is not available in your region. Our site is closed to your country because of"
    " data protection rules.",
    "Thank you for visiting our website. Please enter your email address to get our newsletter in"
    " your inbox.",
]
NEWS = [
    "The court ruled that sites need consent for cookies. The company said that it will appeal.",
    "“We told our subscribers the truth,” the editor said. The paper lost a third of its readers.",
    "The minister said that our country must wait. She told reporters that the talks had stalled.",
    "The bank closed its website after the attack. Customers were told to change their passwords.",
    "Robots took over the docks on Monday, the union said, and three hundred men went home.",
]


@pytest.mark.parametrize("text", OWN)
def test_what_two_sites_say_of_themselves_is_no_wire_copy(text):
    gate = Gate()
    items = [gate.admit(Draft(name, text, outlet=name)) for name in ("a", "b")]
    assert all(isinstance(item, Rejected) for item in items)
    assert items[0].reason == "holds only what its site says of itself, not an article"


@pytest.mark.parametrize("text", NEWS)
def test_what_two_outlets_report_is(text):
    gate = Gate()
    items = [gate.admit(Draft(name, text, outlet=name)) for name in ("a", "b")]
    assert [item.again for item in items] == [False, True]
