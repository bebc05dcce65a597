import json

import pandas as pd
import pytest

import onrecord
from onrecord import schema
from onrecord.errors import LexiconError, SchemaError
from onrecord.reader import Reader

HEADLINE = "Lagonia says dyke will hold"
ARTICLE = f"""{HEADLINE}

The dyke at Port Vell will hold, Water Minister Inés Prado said on Monday.

“We have nothing to hide,” she told reporters. “The wall is sound.”

Tom Reed, a farmer, accused the ministry of lying. He did not say why.
"""


def _articles(*texts: str) -> pd.DataFrame:
    return schema.frame(
        "articles",
        [
            {"article_id": f"a{number}", "path": f"{number}.txt", "text": text, "language": "en"}
            for number, text in enumerate(texts)
        ],
    )


@pytest.fixture(scope="module")
def tables() -> onrecord.Tables:
    return onrecord.analyse(_articles(ARTICLE, "Rain again\n\nIt rained all day."))


def test_every_table_keeps_its_contract(tables):
    for name in onrecord.Tables.names():
        schema.check(name, getattr(tables, name))


def test_who_said_what(tables):
    said = tables.attributions.set_index("cue").speaker.to_dict()
    assert said["said"] == "Inés Prado"
    assert said["told"] == "Inés Prado"
    assert "We have nothing to hide" in " ".join(
        tables.attributions[tables.attributions.speaker.eq("Inés Prado")].content
    )


def test_evidence_is_the_text_between_the_offsets(tables):
    text = tables.articles.set_index("article_id").text
    for name in ("sentences", "mentions"):
        for row in getattr(tables, name).itertuples():
            assert text[row.article_id][row.start : row.end] == row.text
    for attribution_id, spans in tables.spans[tables.spans.role.eq("content")].groupby(
        "attribution_id"
    ):
        row = tables.attributions.set_index("attribution_id").loc[attribution_id]
        words = " ".join(
            text[row.article_id][s.start : s.end] for s in spans.sort_values("start").itertuples()
        )
        assert words == row.content


def test_ids_join(tables):
    assert tables.attributions.attribution_id.is_unique
    assert tables.sentences.sentence_id.is_unique
    assert set(tables.spans.attribution_id) == set(tables.attributions.attribution_id)
    assert set(tables.stances.sentence_id) <= set(tables.sentences.sentence_id)
    assert set(tables.stances.attribution_id.dropna()) <= set(tables.attributions.attribution_id)


def test_a_stance_is_never_toward_oneself(tables):
    assert not tables.stances.speaker.eq(tables.stances.target).any()


def test_probabilities_add_up_and_the_label_is_the_likeliest(tables):
    chances = tables.stances[["favor", "against", "none"]]
    assert chances.sum(axis=1).between(0.999, 1.001).all()
    assert chances.idxmax(axis=1).eq(tables.stances.label).all()


def test_an_article_that_quotes_nobody_has_sentences_alone(tables):
    assert tables.sentences.article_id.eq("a1").sum() == 2
    assert not tables.attributions.article_id.eq("a1").any()


def test_reading_in_company_changes_nothing(tables):
    alone = onrecord.analyse(_articles(ARTICLE))
    for name in ("attributions", "spans", "mentions"):
        together = getattr(tables, name)
        together = together[together.article_id.eq("a0")].reset_index(drop=True)
        pd.testing.assert_frame_equal(together, getattr(alone, name), atol=1e-3)


def test_an_empty_corpus_gives_empty_tables():
    tables = onrecord.analyse(_articles())
    assert [len(getattr(tables, name)) for name in onrecord.Tables.names()] == [0] * 9
    assert tables.provenance["articles"] == 0


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "😀", "Word " * 3000, "\u202e\u200b"])
def test_odd_texts_are_read(text):
    tables = onrecord.analyse(_articles(text))
    assert len(tables.articles) == 1


def test_rejected_files_are_handed_on():
    articles = _articles(ARTICLE)
    articles.attrs["rejected"] = schema.frame("rejected", [("b.txt", "is empty")])
    tables = onrecord.analyse(articles)
    assert list(tables.rejected.path) == ["b.txt"]
    assert tables.provenance["rejected"] == 1


def test_provenance_says_what_was_run(tables, tmp_path):
    told = json.loads(json.dumps(tables.provenance))
    assert {"onrecord", "model", "corpus_hash", "made", "packages"} <= told.keys()
    other = onrecord.analyse(_articles(ARTICLE)).provenance
    assert other["corpus_hash"] != told["corpus_hash"]
    assert told["accuracy"] == Reader.load().accuracy


def test_the_users_own_actors_count(tmp_path):
    own = tmp_path / "actors.yaml"
    own.write_text(
        "actors:\n  - name: Vell Dyke Board\n    aliases: [the dyke at Port Vell]\n"
        "    type: organisation\n"
    )
    tables = onrecord.analyse(_articles(ARTICLE), actors=own)
    found = tables.mentions[tables.mentions.actor.eq("Vell Dyke Board")]
    assert found.actor_type.eq("organisation").all()
    assert len(found) == 1
    assert tables.provenance["actors"] == ["actors.yaml"]
    assert isinstance(tables.provenance["affiliations"], dict)


def test_wrong_input_is_one_sentence(tmp_path):
    with pytest.raises(SchemaError, match="lacks"):
        onrecord.analyse(pd.DataFrame({"text": ["x"]}))
    twice = pd.concat([_articles("x"), _articles("y")], ignore_index=True)
    with pytest.raises(SchemaError, match="stands twice"):
        onrecord.analyse(twice)
    with pytest.raises(LexiconError):
        onrecord.analyse(_articles("x"), actors=tmp_path / "none.yaml")
