"""Languages."""

import pytest

from onrecord.load.language import code, detect, name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister said on Tuesday that the harbour talks had stalled.", "en"),
        ("Der Minister sagte am Dienstag, die Gespräche seien gescheitert.", "de"),
        ("Les ministres se sont réunis mardi pour parler du port.", "fr"),
        ("Bakanlar Salı günü bir araya geldi ve limanı konuştu.", "tr"),
        ("Министры встретились во вторник и говорили о порте.", "ru"),
        ("部长们周二在首都会面，讨论了港口问题，没有达成协议。", "zh"),
        ("", None),
        ("12 345 678 90", None),
        ("Talks stall", None),
        ("Erdogan, Rutte, Macron: no", None),
    ],
)
def test_detect_only_what_is_clear(text, found):
    assert detect(text) == found


def test_an_english_article_that_quotes_another_language_is_english():
    quote = "« Nous ne reviendrons pas avant la semaine prochaine », "
    english = "The minister said on Tuesday that the harbour talks had stalled after a long night. "
    assert detect(quote + english * 3 + quote) == "en"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        *(("en", "en"), ("en-US", "en"), ("English", "en"), ("eng", "en"), ("pt_BR", "pt")),
        *(("deutsch", None), ("", None), (None, None), ("??", None), ("12", None)),
    ],
)
def test_code(given, found):
    assert code(given) == found


def test_name():
    assert (name("de"), name("qqx")) == ("German", "qqx")


ENGLISH = (
    "The minister said that the talks of the harbour had stalled and that they would go on. " * 9
)
FOREIGN = {
    "de": "Der Minister war der Meinung, dass was in the end nicht will, not und by und of. ",
    "nl": "De minister had gezegd dat hij de haven of de stad had gezien of had willen zien. ",
    "fr": "Le ministre a dit que les négociations sur le port se poursuivent avec la ville. ",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_no_other_language_is_taken_for_english(text):
    assert detect(text * 9) != "en"


def test_an_article_that_goes_on_in_another_language_is_weighed_as_a_whole(monkeypatch):
    from onrecord.load import language

    weighed = []
    ranked = language._identifier().rank
    monkeypatch.setattr(
        language,
        "_identifier",
        lambda: type("", (), {"rank": lambda _, t: weighed.append(t) or ranked(t)})(),
    )
    assert detect(ENGLISH) == "en"
    assert not weighed
    detect(ENGLISH + FOREIGN["fr"] * 20)
    assert weighed
