"""What `benchmarks/rest.py` calls the model's time, and the articles that it makes."""

import pretend
import pytest
import rest

from onrecord.reader import Reader

TEXT = "Envoys meet\n\n“Norland has broken its word,” Ada Quist said. The others left the room."


def test_the_models_time_is_part_of_the_whole(monkeypatch):
    reader = pretend.Pretend()
    monkeypatch.setattr(
        reader, "read", lambda texts, read=reader.read: [sum(range(300_000)), *read(texts)][1:]
    )
    whole, model = rest.measure([TEXT] * 5, reader)
    assert 0 < model < whole
    assert reader.texts == 5


def test_the_model_that_ships_is_asked_all_that_it_is_asked_elsewhere():
    timed, reader = rest.Timed(Reader.load()), Reader.load()
    assert (timed.side, timed.judging, timed.name) == (reader.side, reader.judging, reader.name)
    whole, model = rest.measure([TEXT.replace("said", "said of Norland")], reader)
    assert 0 < model < whole


def test_an_article_that_fails_is_no_measurement():
    with pytest.raises(RuntimeError, match="wrong shape"):
        rest.measure(["This makes the model fail."], pretend.Pretend())


@pytest.mark.parametrize("words", [100, 2000])
def test_a_long_article_has_so_many_words(words):
    found = len(rest.long_text(words).split())
    assert words <= found < words + 200
