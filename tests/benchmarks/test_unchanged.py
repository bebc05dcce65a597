"""The comparison of tables and summaries before and after a change."""

from dataclasses import replace

import pytest
import samples
import unchanged

from onrecord import summary
from onrecord.errors import AnalysisError


def prints(tables):
    return {"sample": {**dict(unchanged.tables_of(tables)), **asked(tables)}}


def asked(tables):
    wanted = {"totals": summary.totals, "pairs": summary.pairs, "volume": summary.volume}
    return {name: unchanged.said(ask, tables) for name, ask in wanted.items()}


def test_the_same_tables_do_not_differ():
    assert not unchanged.differences(prints(samples.small()), prints(samples.small()))


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("stances", "favor", 0.5, ["pairs", "stances.favor"]),
        ("attributions", "factuality", "negated", ["attributions.factuality", "pairs", "totals"]),
        ("articles", "path", "elsewhere.txt", []),  # names the folder of a run
        ("mentions", "actor_type", "place", ["mentions.actor_type"]),
    ],
)
def test_what_differs_is_named(table, column, value, said):
    given = samples.small()
    rows = getattr(given, table).copy()
    rows.loc[rows.index[0], column] = value
    found = unchanged.differences(prints(given), prints(replace(given, **{table: rows})))
    named = [each.partition("\n")[0].removeprefix("sample, ") for each in found]
    assert set(said) <= set(named)
    assert bool(named) == bool(said)


def test_a_row_less_and_a_corpus_less_are_told():
    given = samples.small()
    fewer = replace(given, spans=given.spans.iloc[1:])
    assert any("spans.role" in each for each in unchanged.differences(prints(given), prints(fewer)))
    assert len(unchanged.differences(prints(given), {})) == len(prints(given)["sample"])


def test_a_refusal_is_its_sentence():
    def refuse(_):
        raise AnalysisError("No such thing.")

    assert unchanged.said(refuse, samples.empty()) == "AnalysisError: No such thing."
