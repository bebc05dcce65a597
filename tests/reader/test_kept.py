"""What tests keep of the network's answers is what it says, in whatever company it is asked."""

import numpy as np
import pytest
from kept import Shared, answers_kept

from onrecord.reader import Reader
from onrecord.reader.network import Network

TEXTS = ["“We sail,” Ada Quist said in Norland.", "Bo Lund criticised Norland. It rained."]


def asked(texts, groups):
    """What is read of texts, and the chances toward Norland."""
    reader = Reader.load()
    places = [(text.index("Norland"), text.index("Norland") + 7) for text in texts]
    return [reader.read([text])[0].spans for text in texts], reader.toward(texts, places, groups)


@pytest.mark.parametrize("groups", [None, [0, 1], [7, 7]])
def test_an_answer_that_is_kept_is_the_network_s(groups):
    spans, chances = asked(TEXTS, groups)
    with answers_kept():
        for _ in range(2):
            again, kept = asked(TEXTS, groups)
            assert again == spans
            np.testing.assert_array_equal(kept, chances)
            kept[:] = 0  # whoever changes an answer changes no other


def test_what_is_known_is_not_asked_again(monkeypatch):
    met = []
    monkeypatch.setattr("kept._shared", lambda: Shared(""))
    monkeypatch.setattr("kept._ask", lambda *given: met.append(len(given[1])) or _ask(*given))
    with answers_kept():
        for texts, new in ((TEXTS[:1], 1), (TEXTS, 1), (TEXTS, 0)):
            met.clear()
            Reader.load().toward([f"{text} Again." for text in texts], [(1, 3)] * len(texts),
                                 list(range(len(texts))))  # fmt: skip
            assert sum(met) == new


def test_another_process_is_told_what_one_was_answered_of_the_same_weights_alone(
    monkeypatch, tmp_path
):
    met, text = [], f"{TEXTS[0]} Once more."
    monkeypatch.setattr("kept._ask", lambda *given: met.append(given) or _ask(*given))

    def told():
        """As a process that has asked nothing yet."""
        shared = Shared(str(tmp_path / "answers"))
        monkeypatch.setattr("kept._shared", lambda: shared)
        monkeypatch.setattr("kept._kept", {})
        met.clear()
        with answers_kept():
            chances = Reader.load().toward([text], [(1, 3)])
        return chances, [(network, len(rows)) for network, rows, *_ in met if rows]

    first, asked_first = told()
    again, asked_again = told()
    ((network, rows),) = asked_first
    assert rows == 1 and asked_again == []
    np.testing.assert_array_equal(again, first)
    monkeypatch.setattr(network, "weights", ("others", *network.weights[1:]))
    assert told()[1] == asked_first


_ask = Network.__call__
