"""Tables to numbers, on invented analyses whose numbers are known."""

from dataclasses import replace

import pandas as pd
import pytest
import samples
from samples import Quote, Told, article, tables

from onrecord import summary
from onrecord.errors import AnalysisError

SHAPES = [
    samples.empty, samples.one_quote, samples.small, samples.long_names, samples.hostile,
]  # fmt: skip
TABLES = [
    summary.actors, summary.cue_profile, summary.drift, summary.edges, summary.evidence,
    summary.kinds, summary.outlets, summary.pairs, summary.quotes, summary.right_of_reply,
    summary.sentences, summary.speakers, summary.statements, summary.volume,
]  # fmt: skip


@pytest.mark.parametrize("made", SHAPES, ids=lambda made: made.__name__)
@pytest.mark.parametrize("summarise", TABLES, ids=lambda function: function.__name__)
def test_every_summary_takes_every_shape_with_the_same_columns(made, summarise):
    found = summarise(made())
    assert found.columns.tolist() == summarise(samples.small()).columns.tolist()
    if made is samples.empty:
        assert found.empty


def test_statements_know_voice_score_and_evidence():
    rows = summary.statements(
        tables(
            article(
                "The Lantern", "2031-03-01",
                Quote("Ada Quist", "Norland lied", {"Norland": -0.8}),
                Told("Norland is late.", {"Norland": 0.3}),
            )
        )
    )  # fmt: skip
    assert rows.evidence_id.tolist() == ["s0", "s1"]
    assert rows.voice.tolist() == ["speaker", "narrator"]
    assert rows.teller.tolist() == ["Ada Quist", "Narrator of The Lantern"]
    assert rows.score.tolist() == [-0.8, 0.3]
    assert rows.probability.tolist() == [0.8, 0.7]


def test_an_unknown_outlet_has_a_narrator_too():
    rows = summary.statements(tables(article(None, None, Told("Norland won.", {"Norland": 0.5}))))
    assert rows.teller.tolist() == ["Narrator"]


@pytest.mark.parametrize("negated, count", [(False, 1), (True, 2)])
def test_negated_attributions_are_left_out_unless_asked_for(negated, count):
    made = tables(
        article(
            "The Lantern", None,
            Quote("Ada Quist", "Norland lied", {"Norland": -0.8}),
            Quote("Ada Quist", "Norland won", {"Norland": 0.8}, factuality="negated"),
        )
    )  # fmt: skip
    assert len(summary.statements(made, negated=negated)) == count
    assert len(summary.quotes(made, negated=negated)) == count


def test_statements_of_unnamed_speakers_belong_to_nobody():
    made = tables(article("The Lantern", None, Quote(None, "Norland lied", {"Norland": -0.8})))
    assert summary.statements(made).empty
    assert summary.totals(made).unnamed == 1


def test_pairs_hold_mean_count_and_articles():
    made = summary.pairs(samples.small()).set_index(["teller", "target"])
    row = made.loc[("Ada Quist", "Norland")]
    assert (row["count"], row.articles, bool(row.clear)) == (12, 12, True)
    assert row.value == pytest.approx(-0.71)
    assert not made.loc[("Bo Lund", "Norland")].clear  # he turned
    assert not made.loc[("Norland", "Sudmark")].clear  # three articles are too few


def test_the_narrators_of_two_outlets_are_two_voices():
    made = summary.pairs(samples.small())
    told = made[made.voice == "narrator"].set_index("teller").value
    assert told.to_dict() == {"Narrator of The Lantern": -0.5, "Narrator of Harbour Post": 0.0}


def test_a_speaker_called_like_a_narrator_stays_a_speaker():
    made = tables(
        article(
            "X", None,
            Quote("Narrator of X", "Norland lied", {"Norland": -0.8}),
            Told("Norland won.", {"Norland": 0.8}),
        )
    )  # fmt: skip
    assert sorted(summary.pairs(made).voice) == ["narrator", "speaker"]


def test_speakers_hold_affiliation_and_share_only_where_enough():
    made = summary.speakers(samples.small()).set_index("speaker")
    assert made.index.tolist() == ["Ada Quist", "Bo Lund", "Norland", "Cleo Rand"]
    assert made.loc["Ada Quist", "affiliation"] == "Sudmark"
    assert made.loc["Ada Quist", "direct"] == 1.0
    assert pd.isna(made.loc["Cleo Rand", "direct"])
    assert made.loc["Cleo Rand", "tone"] == pytest.approx(0.7)


def test_actors_have_two_voices_side_by_side():
    made = summary.actors(samples.small()).set_index("actor")
    sudmark = made.loc["Sudmark"]
    assert (sudmark.narrators_count, sudmark.narrators) == (12, -0.25)
    assert made.loc["Norland", "narrators_count"] == 0
    assert pd.isna(made.loc["Norland", "narrators"])
    assert made.loc["Norland", "quotes"] == 3


def test_outlets_count_quotes_per_article_and_put_the_unknown_last():
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
    made = summary.outlets(
        tables(
            article(None, None, quote),
            article(None, None, quote),
            article("The Lantern", "2031-03-01", quote, quote),
        )
    )
    assert made.outlet.isna().tolist() == [False, True]
    assert made.per_article.tolist() == [2.0, 1.0]
    assert made["direct"].isna().all()


@pytest.mark.parametrize(
    "asked, articles, quotes, statements",
    [
        ({}, 12, 31, 54),
        ({"speaker": "Cleo Rand"}, 2, 2, 2),
        ({"actor": "Ferry League"}, 2, 2, 2),
        ({"outlet": "The Lantern"}, 6, 16, 28),
        ({"since": "2031-03-08", "until": "2031-03-15"}, 2, 4, 8),
        ({"speaker": "Norland", "actor": "Ferry League"}, 0, 0, 0),
        ({"speaker": "", "since": ""}, 12, 31, 54),
    ],
)
def test_select(asked, articles, quotes, statements):
    part = summary.select(samples.small(), **asked)
    found = len(part.articles), len(part.attributions), len(part.stances)
    assert found == (articles, quotes, statements)


def test_a_selection_keeps_evidence_ids():
    whole = summary.evidence(samples.small()).set_index("evidence_id").text
    part = summary.evidence(summary.select(samples.small(), speaker="Cleo Rand"))
    assert (part.set_index("evidence_id").text == whole[part.evidence_id]).all()


@pytest.mark.parametrize(
    "asked, said",
    [
        ({"speaker": "Ada Quits"}, "Did you mean 'Ada Quist'"),
        ({"actor": "Zembla"}, "No actor 'Zembla'"),
        ({"outlet": "The Lamp"}, "No outlet 'The Lamp'"),
        ({"since": "01/02/2031"}, "since='01/02/2031' is no date"),
        ({"until": 2031}, "until=2031 is no date"),
    ],
)
def test_select_refuses_in_one_sentence(asked, said):
    with pytest.raises(AnalysisError, match=said.replace("(", r"\(")):
        summary.select(samples.small(), **asked)


@pytest.mark.parametrize(
    "made", [samples.small, samples.long_names, samples.hostile], ids=lambda made: made.__name__
)
def test_evidence_is_the_text_of_its_article_with_marks_inside(made):
    whole = made()
    texts = whole.articles.set_index("article_id").text
    spans = whole.spans.set_index(["attribution_id", "role"]).sort_index()
    found = summary.evidence(whole)
    assert len(found) == len(whole.stances) + len(whole.attributions)
    for row in found.itertuples():
        assert row.text == texts[row.article_id][row.start : row.end]
        for role, start, end in row.marks:
            assert 0 <= start < end <= len(row.text)
            if role == "target":
                assert row.text[start:end] == row.target
            else:
                span = spans.loc[[(row.attribution_id, role)]].iloc[0]
                assert (row.start + start, row.start + end) == (span["start"], span["end"])


def test_evidence_of_ids_keeps_their_order_and_drops_strangers():
    found = summary.evidence(samples.small(), ["t1", "qa3-2", "s4", "s9999", "t1"])
    assert found.evidence_id.tolist() == ["t1", "qa3-2", "s4"]
    assert found.actors.tolist() == [["Ada Quist", "Norland"], ["Ferry League"], ["Sudmark"]]


def test_evidence_of_a_long_article_shows_the_sentence_of_the_mention():
    far = [Told("Nothing happened on the quay, and nobody said why it did not. " * 8)] * 3
    made = tables(article("X", None, *far, Told("Norland won.", {"Norland": 0.5}), *far))
    found = summary.evidence(made)
    assert found.text.tolist() == ["Norland won."]


def test_cue_profile_counts_missing_cues_as_other():
    quote = Quote("Ada Quist", "Norland lied", cue_class=None)
    made = summary.cue_profile(tables(*(article("X", None, quote) for _ in range(12))))
    assert made.cue_class.tolist() == ["other"]
    assert made.share.tolist() == [1.0]


def test_cue_profile_by_endorsement():
    made = summary.cue_profile(samples.small(), of="endorsement").set_index(
        ["outlet", "endorsement"]
    )
    assert made.loc[("The Lantern", "endorsing"), "count"] == 2
    assert made.loc[("The Lantern", "neutral"), "count"] == 12


@pytest.mark.parametrize(
    "reply, quoted",
    [
        (Quote("Norland", "It is not so"), True),
        (Quote("Vera Moss", "It is not so", affiliation="Norland"), True),
        (Quote("Vera Moss", "It is not so", affiliation="Sudmark"), False),
        (Quote("Norland", "It is not so", factuality="negated"), False),
        (Quote(None, "It is not so"), False),
        (Told("Norland did not answer."), False),
    ],
)
def test_right_of_reply(reply, quoted):
    attack = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
    made = summary.right_of_reply(tables(article("X", None, attack, reply)))
    assert made[["actor", "count", "quoted"]].values.tolist() == [["Norland", 1, quoted]]
    assert made.critics.tolist() == [("Ada Quist",)]


@pytest.mark.parametrize("score", [-0.55, 0.0, 0.9])
def test_only_sure_criticism_asks_for_a_reply(score):
    mild = Quote("Ada Quist", "Norland went", {"Norland": score})
    assert summary.right_of_reply(tables(article("X", None, mild))).empty


def test_a_reply_in_another_article_is_none():
    made = summary.right_of_reply(
        tables(
            article("X", None, Quote("Ada Quist", "Norland lied", {"Norland": -0.8})),
            article("X", None, Quote("Norland", "It is not so")),
        )
    )
    assert made.quoted.tolist() == [False]


def test_edges_are_sorted_and_cut():
    made = summary.edges(samples.small(), top=2)
    assert made[["source", "target"]].values.tolist() == [
        ["Ada Quist", "Norland"], ["Bo Lund", "Norland"],
    ]  # fmt: skip


def test_drift_finds_who_moved():
    made = summary.drift(samples.small()).set_index(["teller", "target"])
    moved = made.loc[("Bo Lund", "Norland")]
    assert moved.change == pytest.approx(-1.1)
    assert moved.high < 0 and not moved.clear  # six statements a part are too few
    told = summary.drift(samples.small(), voice="narrator").set_index(["teller", "target"])
    assert not told.loc[("Narrator of Harbour Post", "Sudmark")].clear
    assert len(moved.evidence_before.split()) == moved.count_before == 6


def test_drift_takes_a_day():
    made = summary.drift(samples.small(), at="2031-03-10")
    assert made.count_before.max() == 2
    assert made.attrs["at"] == pd.Timestamp("2031-03-10")


def test_totals():
    found = summary.totals(samples.small())
    assert (found.articles, found.outlets, found.quotes, found.speakers) == (12, 2, 30, 4)
    assert (found.spoken, found.narrated, found.negated, found.rejected) == (41, 12, 1, 1)
    assert found.first == pd.Timestamp("2031-03-01")
    assert summary.totals(samples.one_quote()).first is None


@pytest.mark.parametrize(
    "given, source, told",
    [
        (["Sudmark"] * 2, "Quist", "Sudmark"),
        (["Sudmark"] + [None] * 5, "Quist", None),  # once is chance
        (["Sudmark"] * 2 + [None] * 19, "Quist", None),  # in less than a tenth of all
        (["Sudmark"] * 2 + [None] * 18, "Quist", "Sudmark"),
        (["Sudmark", "Sudmark", "Norland", "Norland", "Norland"], "Quist", "Norland"),
        (["Sudmark", "Sudmark", "Norland", "Tidings", "Orlo"], "Quist", None),  # less than half
        (["Vera Moss"] * 4, "Quist", None),  # a person
        (["Vera Moss"] * 4, "Quist, a spokeswoman for Moss", "Vera Moss"),
        (["Vera Moss"] * 4 + ["Sudmark"] * 2, "Quist", "Sudmark"),
        (["Ada Quist"] * 3, "Quist", None),  # nobody speaks for himself
    ],
)
def test_an_affiliation_wants_evidence(given, source, told):
    quotes = [Quote("Ada Quist", f"it was {n}", affiliation=each) for n, each in enumerate(given)]
    named = Told("Vera Moss waited.", {"Vera Moss": 0.1})
    made = tables(article("X", None, *quotes, named), types={"Vera Moss": "person"})
    made = replace(made, attributions=made.attributions.assign(source=source))
    found = summary.speakers(made).affiliation[0]
    assert (None if pd.isna(found) else found) == told


@pytest.mark.parametrize("given", [[], ["Norland"] * 5])
def test_the_users_word_on_an_affiliation_wins(given):
    quotes = [Quote("Ada Quist", "ships wait", affiliation=each) for each in (None, *given)]
    made = tables(article("X", None, *quotes))
    made = replace(made, provenance={"affiliations": {"Ada Quist": "Sudmark", "Bo": "Norland"}})
    assert summary.speakers(made).affiliation.tolist() == ["Sudmark"]


def test_shares_of_an_outlet_divide_by_its_quotes():
    """Ten quotes, one of them with two speakers: a tenth is a tenth."""
    quotes = [Quote("Ada Quist", f"it was {n}", kind="indirect") for n in range(8)]
    first = Quote("Bo Lund", "ships wait")
    made = tables(article("X", None, first, Quote(None, "we wait", kind="indirect"), *quotes))
    more = made.attributions.iloc[:1].assign(attribution_id="a0-0.2", speaker="Cleo Rand")
    made = replace(made, attributions=pd.concat([made.attributions, more], ignore_index=True))
    row = summary.outlets(made).iloc[0]
    assert (row.quotes, row.direct, row.unnamed) == (10, 0.1, 0.1)


def test_an_outcome_is_no_coverage():
    pairs = summary.pairs(samples.portrayed())
    assert set(zip(pairs.target, pairs.value, strict=True)) == {("Norland", -0.8), ("Sudmark", 0.1)}
    assert set(pairs["count"]) == {3}  # the lost vote counts in neither
