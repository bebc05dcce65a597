"""Which attributions hold a clause: only those are quotes in counts.

"Said that", "the museum" or "his mic" are words put in a mouth, and no statement: such fragments
are counted apart. Six words and more are taken for a clause; fewer are one where a word stands
in them that a clause has: a subject's pronoun, an auxiliary, a short form, a frequent verb or a
past tense.
"""

from __future__ import annotations

LONG = 6  # words from which no sign is asked for
SHORT = 2  # words below which there is no clause
WORD = r"[\p{L}\p{N}]+(?:['’][\p{L}]+)*"
SIGNS = (
    "i|we|he|she|they|you|it|who|this|these|those|there|"
    "am|is|are|was|were|be|been|being|has|have|had|having|do|does|did|done|will|would|can|could|"
    "cannot|shall|should|may|might|must|let|lets|need|needs|"
    "get|got|go|goes|going|went|make|makes|made|know|knows|think|thinks|want|wants|say|says|said|"
    "stop|keep|give|take|come|see|look|work|love|loves|hate|hates|thank|vote|lock|build|believe|"
    "wait|waits|sail|stay|leave|win|lose|fight|die|live|matters|happens|hope|feel|feels|call|ask|"
    "won|lost|came|took|gave|saw|told|left|met|sat|ran|fell|held|kept|paid|sent|stood|began|broke"
)
SHORTENED = r"\p{L}+(n['’]t|['’](re|ll|ve|m|d))|(?-i:\p{Ll}+ed)"
PATTERN = rf"(?i)(^|[^\p{{L}}])({SIGNS}|{SHORTENED})([^\p{{L}}]|$)"


def clause(content: str) -> str:
    """A condition in SQL: whether a column of words holds a clause."""
    words = f"len(regexp_extract_all({content}, {_quoted(WORD)}))"
    sign = f"regexp_matches({content}, {_quoted(PATTERN)})"
    return f"({words} >= {LONG} or ({words} >= {SHORT} and {sign}))"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
