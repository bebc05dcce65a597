"""`onrecord draft`: whether what a draft quotes is on record."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.command import options
from onrecord.command.verb import Verb

if TYPE_CHECKING:
    import pandas as pd

_GONE = re.compile(r"(?<=\[-).*?(?=-\])")  # what was left out
SIDE = 60  # letters of it shown at each end
SAID = {
    "exact": "exact", "cut": "cut", "longer": "longer than on record", "changed": "changed",
    "missing": "not found", "short": "too short to tell",
}  # fmt: skip
WHO = {"same": "same speaker", "other": "ANOTHER SPEAKER", "unknown": "speaker not known"}


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    parser.add_argument(
        "--against", type=options.path, required=True, metavar="STORE", help="tables from `analyse`"
    )
    options.rows(parser)


def _run(arguments: Namespace) -> int:
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show
    from onrecord.draft import check_draft
    from onrecord.tables import Tables

    against = Tables.open(arguments.against)
    made = check_draft(tables_of(arguments), against)
    return show(arguments, lambda _: _text(made, arguments.limit), lambda: made)


def _text(made: pd.DataFrame, limit: int | None) -> str:
    """Each quotation with its version on record; those too short are only counted."""
    from onrecord.command.columns import left_out

    if made.empty:
        return "The draft holds no quotation."
    counts = [f"{n} {SAID[how]}" for how in SAID if (n := int((made.how == how).sum()))]
    told = made[made.how != "short"]
    blocks = ["\n".join(_lines(row)) for row in told.head(limit or len(told)).itertuples()]
    if limit:
        blocks += left_out(len(told), limit)
    one = len(made) == 1
    return "\n\n".join([*blocks, f"{len(made)} quotation{'' if one else 's'}: {', '.join(counts)}"])


def _lines(row: Any) -> Iterator[str]:
    import pandas as pd

    from onrecord.command.columns import plain

    who = f", {WHO[row.same_speaker]}" if row.how != "missing" else ""
    yield f"{SAID[row.how]}{who}"
    yield f"  draft      {plain(row.speaker) or 'unknown speaker'}: “{plain(row.words)}”"
    if row.how == "missing":
        return
    day = "no date" if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
    place = f"{plain(row.outlet) or 'no outlet'}, {day}"
    if row.where == "text":
        place += ", not in quotation marks"
    if row.articles > 1:
        place += f"; {row.articles} articles"
    yield f"  on record  {plain(row.said_by) or 'unknown speaker'} ({place})"
    if row.differs:
        yield f"  differs    {_GONE.sub(_ends, plain(row.differs))}"


def _ends(gone: re.Match[str]) -> str:
    text = gone[0]
    return text if len(text) <= 2 * SIDE + 3 else f"{text[:SIDE]} … {text[-SIDE:]}"


VERB = Verb(
    "draft",
    "whether the quotations of a draft are on record, word for word, and by whom",
    (
        "onrecord draft draft.docx --against tables                    before it is printed",
        "onrecord draft draft.docx --against tables --into draft.xlsx  a row a quotation",
    ),
    _run,
    _options,
    more="Printed words that the draft left out are shown as [-these-], its own as {+these+}.",
)
