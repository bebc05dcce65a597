import pytest

from onrecord import schema
from onrecord.actors import Mention
from onrecord.attribution import Attribution
from onrecord.rows import Analysed, rows
from onrecord.segment import segment
from onrecord.speakers import Speaker
from onrecord.stance import Stance

TEXT = "Dyke holds\n\n“It holds,” Prado and Reed said. Rain fell on Elm. Prado denied it."


def _at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def _attribution(source: str, cue: str, content: str, within: int | None = None) -> Attribution:
    return Attribution(
        kind="direct",
        source=(_at(source),) if source else (),
        cue=(_at(cue),),
        content=(_at(content),),
        confidence=0.8,
        within=within,
        factuality="asserted",
        cue_class="say",
    )


def _stance(attribution: int | None, speaker: str | None, sentence: int) -> Stance:
    start, end = _at("Elm")
    return Stance(sentence, attribution, speaker, "Elm", start, end, "none", 0.1, 0.1, 0.8)


@pytest.fixture
def made() -> dict[str, list[dict]]:
    prado, reed = (Speaker(name, "partial", None) for name in ("Inés Prado", "Tom Reed"))
    return rows(
        Analysed(
            article_id="a",
            text=TEXT,
            sentences=segment(TEXT),
            attributions=[
                _attribution("Prado and Reed", "said", "“It holds,”"),
                _attribution("Prado", "denied", "it.", within=0),
                _attribution("", "fell", "on Elm"),
            ],
            speakers=[(prado, reed), (prado,), ()],
            mentions=[Mention("Elm", "place", *_at("Elm"))],
            stances=[_stance(0, "Tom Reed", 1), _stance(None, None, 2)],
        )
    )


def test_every_row_fits_its_table(made):
    for table, found in made.items():
        assert schema.check(table, schema.frame(table, found)).shape[0] == len(found)


def test_two_speakers_are_two_rows_that_share_the_content(made):
    shared = [row for row in made["attributions"] if row["content"] == "“It holds,”"]
    assert [row["speaker"] for row in shared] == ["Inés Prado", "Tom Reed"]
    assert [row["attribution_id"] for row in shared] == ["a-0", "a-0.2"]
    assert {row["attribution_id"] for row in made["spans"]} == {"a-0", "a-0.2", "a-1", "a-2"}


def test_what_is_not_known_stays_empty(made):
    last = made["attributions"][-1]
    assert (last["speaker"], last["source"], last["resolved_by"]) == (None, None, "none")


def test_an_inner_attribution_names_its_outer_one(made):
    assert [row["within"] for row in made["attributions"]] == [None, None, "a-0", None]


def test_a_stance_points_at_its_speakers_own_row(made):
    assert [(row["attribution_id"], row["speaker"]) for row in made["stances"]] == [
        ("a-0.2", "Tom Reed"),
        (None, None),
    ]


def test_evidence_is_the_text_between_the_offsets(made):
    for table in ("sentences", "mentions"):
        for row in made[table]:
            assert TEXT[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize(
    ("contents", "voice"),
    [
        ([], "narrator"),
        (["“It holds,”"], "narrator"),
        (["“It holds,” Prado and"], "speaker"),
        (["“It holds,”", "“It"], "narrator"),
        (["“It holds,”", "Prado and Reed"], "speaker"),
    ],
)
def test_the_voice_of_a_sentence_is_that_of_most_of_it(contents, voice):
    sentences = segment(TEXT)
    article = Analysed(
        "a",
        TEXT,
        sentences,
        [_attribution("Prado", "said", content) for content in contents],
        [()] * len(contents),
        [],
        [],
    )
    assert rows(article)["sentences"][1]["voice"] == voice
