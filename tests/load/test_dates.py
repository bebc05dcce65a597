"""Written dates."""

from datetime import date, datetime, timedelta, timezone

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.load.dates import order, parse

DAY = datetime(2025, 6, 20)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025-06-20", DAY),
        (" 2025-06-20T00:00:00 ", DAY),
        ("2025-06-20T14:05:00Z", datetime(2025, 6, 20, 14, 5)),
        ("2025-06-20 14:05:00.250", datetime(2025, 6, 20, 14, 5, 0, 250000)),
        ("2025-06-20T23:05+0200", datetime(2025, 6, 20, 21, 5)),
        ("2025-06-20T22:00-05:00", datetime(2025, 6, 21, 3)),
        ("2025-06-20 14:05:00 UTC", datetime(2025, 6, 20, 14, 5)),
        ("Fri, 20 Jun 2025 14:05:00 GMT", datetime(2025, 6, 20, 14, 5)),
        ("Fri, 20 Jun 2025 14:05:00 +0300", datetime(2025, 6, 20, 11, 5)),
        ("June 20, 2025", DAY),
        ("June 20th, 2025", DAY),
        ("20 June 2025", DAY),
        ("Friday 20 June 2025", DAY),
        ("20 Jun 2025 2:05 PM EDT", datetime(2025, 6, 20, 18, 5)),
        ("20 Jun 2025 14:05 IST", DAY),  # Indian, Irish or Israeli: only the day is known
        ("2025/06/20", DAY),
        ("20/06/2025", DAY),
        ("06/20/2025", DAY),
        ("20.06.2025", DAY),
        ("05/05/2025", datetime(2025, 5, 5)),
        ("20250620", DAY),
        (20250620, DAY),
        (1750377600, DAY),
        (1750377600000, DAY),
        ("1750377600", DAY),
        (date(2025, 6, 20), DAY),
        (pd.Timestamp("2025-06-20"), DAY),
        (datetime(2025, 6, 20, 2, tzinfo=timezone(timedelta(hours=2))), DAY),
    ],
)
def test_a_date_that_can_be_read_one_way(value, moment):
    assert parse(value) == moment


@pytest.mark.parametrize(
    "value",
    [
        *("03/04/2025", "3.4.2025", "03-04-2025", "1/2/2025 14:00"),  # two days
        *("June 2025", "2025", 2025, "20 June", "Friday", "14:05", "20/06/25"),  # no whole day
        *("", " ", "n/a", "yesterday", "31 June 2025", "2025-02-30", "13/13/2025", "20251399"),
        *("0001-01-01", "9999-12-31", 0, -1, 45828, 1e30, float("nan"), float("inf")),
        *(None, True, [], {}, b"2025-06-20", pd.NaT, "²0250620", "1" * 500),
    ],
)
def test_what_is_not_sure_stays_unknown(value):
    assert parse(value) is None


@pytest.mark.parametrize(
    ("values", "known"),
    [
        (["25/03/2025", "26/03/2025", "03/04/2025", "31.12.2024"], "dmy"),
        (["03/25/2025", "03/26/2025 10:00", "12/31/2024"], "mdy"),
        (["25/03/2025", "26/03/2025"], None),
        (["25/03/2025", "26/03/2025", "27/03/2025", "03/28/2025"], None),
        (["03/04/2025"] * 9, None),
        (["2025-03-25", None, 5, "25/25/2025"], None),
        ([], None),
    ],
)
def test_the_order_that_dates_keep(values, known):
    assert order(values) == known


def test_a_known_order_decides():
    assert parse("03/04/2025", "dmy") == datetime(2025, 4, 3)
    assert parse("03/04/2025", "mdy") == datetime(2025, 3, 4)
    assert parse("June 2025", "mdy") is None


@given(st.one_of(st.text(max_size=30), st.text("0123456789/-.: TZGMAPay", max_size=25)))
def test_any_text_gives_a_day_or_nothing(text):
    found = parse(text)
    assert found is None or (found.tzinfo is None and 1700 <= found.year <= 2100)


@given(st.datetimes(datetime(1701, 1, 1), datetime(2099, 12, 31)))
def test_iso_comes_back(moment):
    assert parse(moment.isoformat()) == moment
