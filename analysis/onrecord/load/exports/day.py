"""The day that a line of an export states, in the languages of its menus."""

from __future__ import annotations

import re
from datetime import datetime

from onrecord.load import dates

# month names of English, German, French, Dutch, Spanish, Italian, Portuguese and Russian
MONTHS = (
    "january jan januar janvier janv januari enero ene gennaio gen janeiro января",
    "february feb februar février fevrier févr fevr februari febrero febbraio fevereiro fev"
    " февраля",
    "march mar märz maerz mär mrz mars maart mrt marzo março марта",
    "april apr avril avr abril abr aprile апреля",
    "may mai mei mayo maggio mag maio мая",
    "june jun juni juin junio giugno giu junho июня",
    "july jul juli juillet juil julio luglio lug julho июля",
    "august aug août aout augustus agosto ago августа",
    "september sep sept septembre septiembre settembre set setembro сентября",
    "october oct oktober okt octobre octubre ottobre ott outubro out октября",
    "november nov novembre noviembre novembro ноября",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря",
)
NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
MONTH_NAMES = "|".join(sorted(NUMBER, key=len, reverse=True))
DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?({MONTH_NAMES})\b\.?,?\s+(?:de\s+|del\s+)?"
    r"(\d{4})\b",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"\b({MONTH_NAMES})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I
)
YEAR_FIRST = re.compile(r"\b(\d{4})(?:[-/.]|\s?年\s?)(\d{1,2})(?:[-/.]|\s?月\s?)(\d{1,2})(?!\d)")
MONTH = re.compile(
    rf"(?:(?:{MONTH_NAMES}|spring|summer|autumn|fall|winter)\b\.?[\s,/&–-]*){{1,2}},? \d{{4}}", re.I
)
SLASHED = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b")


def day(text: str | None) -> datetime | None:
    """The first day that a text states; a time of day is left out.

    What archives add to the day is often the hour of loading, and its zone is rarely said.

    >>> day("Tuesday, March 5, 2024, p. 4"), day("Dienstag 5. März 2024")
    (datetime.datetime(2024, 3, 5, 0, 0), datetime.datetime(2024, 3, 5, 0, 0))
    >>> day("mardi 5 mars 2024") == day("5 maart 2024 dinsdag") == day("2024-03-05")
    True
    >>> day("2024-03-05T01:35:58Z") == day("2024 年 3 月 5 日") == day("2024-03-05")
    True
    >>> day("March 2024")
    """
    found = []
    text = text or ""
    if at := DAY_FIRST.search(text):
        found.append((at.start(), at[3], NUMBER[at[2].lower()], at[1]))
    if at := MONTH_FIRST.search(text):
        found.append((at.start(), at[3], NUMBER[at[1].lower()], at[2]))
    if at := YEAR_FIRST.search(text):
        found.append((at.start(), at[1], int(at[2]), at[3]))
    if not found:
        slashed = SLASHED.search(text)
        return dates.parse(slashed[0]) if slashed else None
    _, year, month, number = min(found)
    return dates.parse(f"{year}-{month:02d}-{int(number):02d}")


def month(text: str) -> bool:
    """Whether a line states a month or season and its year alone.

    >>> month("March 2024"), month("March/April 2024"), month("Talks in March 2024")
    (True, True, False)
    """
    return bool(MONTH.fullmatch(text.strip()))
