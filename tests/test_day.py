"""Days: what is one, and how sentences write it."""

from datetime import date, datetime

import pandas as pd
import pytest

from onrecord.day import day, written
from onrecord.errors import AnalysisError
from onrecord.summary import side_name


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("2031-03-02", "2031-03-02"), (date(2031, 3, 2), "2031-03-02"),
        (datetime(2031, 3, 2, 23, 59), "2031-03-02"),
        (pd.Timestamp("2031-03-02 11:00"), "2031-03-02"),
        ("2031-03-02T23:30:00+02:00", "2031-03-02"), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_day_is_read(given, found):
    assert day(given) == (None if found is None else pd.Timestamp(found))


@pytest.mark.parametrize("given", ["soon", "02/03/2031", "2031-02-30", "2031", 7])
def test_what_is_no_day(given):
    with pytest.raises(AnalysisError, match=r"since=.* is no date"):
        day(given, "since")


@pytest.mark.parametrize(
    ("given", "long", "short"),
    [
        (date(2031, 3, 2), "2 March 2031", "2 Mar 2031"),
        (pd.Timestamp("2031-12-24 18:00"), "24 December 2031", "24 Dec 2031"),
        (date(987, 5, 10), "10 May 987", "10 May 987"),
    ],
)
def test_a_day_is_written_in_english(given, long, short):
    assert (written(given), written(given, short=True)) == (long, short)
    assert side_name({"since": "2031-10-01"}) == "from 1 Oct 2031 on"
