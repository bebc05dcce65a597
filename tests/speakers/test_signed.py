"""Who writes "I": by byline, signature or the note on the author; never whoever is just named."""

from __future__ import annotations

import pytest

from onrecord.speakers.choose import by_ranker
from tests.speaking import names

HEAD = "Why the harbour must wait\n\n"
BODY = (
    "The harbour plan will fail. Mayor Hans Ek is wrong, as Ida Falk was.\n\nIt rained on Monday. "
    "The sea rose. The road was closed. A storm came. It went.\n\n[1:I] <1:believe> that {1:the "
    "plan would cost us all too much}.\n\nThe sea will not wait.\n\n"
)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (HEAD + BODY + "Ada Lund is a professor of law at Harwick University.", "Ada Lund"),
        (HEAD + BODY + "Ada Lund, a former judge, is the author of three books.", "Ada Lund"),
        (HEAD + BODY + "Rep. Ada Lund, D-Ariz., was an early friend of the plan.", "Ada Lund"),
        (HEAD + BODY + "Ada Lund.\n\nHenderson, Nev.\n\nIt rained for a week.", "Ada Lund"),
        (HEAD + BODY + "Ada Lund, Henderson, Nev.\n\nIt rained for a week.", "Ada Lund"),
        (HEAD + BODY + "— Ada Lund\n\nIt rained for a week.\n\nBo Renn.", "Ada Lund"),
        (HEAD + "By Ada Lund\n\n" + BODY, "Ada Lund"),
        (HEAD + "By Ada Lund\n\n" + BODY + "Bo Renn is a professor of law.", "Ada Lund"),
        # nobody tells who writes, or more than one may
        (HEAD + BODY + "Rain fell. " * 9 + "\n\nAda Lund\n\nHans Renn\n\nIt rained.", None),
        (HEAD + BODY + "It rained for a week.", None),
        (HEAD + BODY + "Ada Lund told reporters that it rained.", None),
        # who signed before is another one
        (HEAD + "It rained for a week.\n\nAda Lund.\n\n" + BODY, None),
    ],
)
def test_who_writes(marked: str, expected: str | None) -> None:
    assert names(marked, choose=by_ranker)[0] == expected


def test_in_quoted_words_it_is_who_says_them() -> None:
    quoted = '[2:Hans Ek] said {2:"[1:I] believe {1:the plan is good}"}.\n\n'
    note = "Ada Lund is a professor of law."
    assert names(HEAD + quoted + "It rained.\n\n" + note, choose=by_ranker) == ["Hans Ek"] * 2
