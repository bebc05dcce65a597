"""A notice of names that may mean one person, with the lines that would merge them."""

from __future__ import annotations

import json

from onrecord import summary
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.view import View
from onrecord.summary.words import counted


def same_person(view: View) -> Fragment:
    """Names of people that may be one, and what to write in actors.yaml if they are."""
    found = summary.same_person(view.tables)
    if found.empty:
        return Fragment("", "no two names look like one person's")
    items = [
        element(
            "li",
            element("strong", text(row.name_)),
            f" ({counted(row.mentions, 'mention')}) may be the same as ",
            element("strong", text(row.other)),
            f" ({counted(row.other_mentions, 'mention')}). If so: ",
            element("code", text(_line(row.name_, row.other))),
        )
        for row in found.rename(columns={"name": "name_"}).itertuples()
    ]
    said = f"{counted(len(found), 'pair')} of names may each be one person; they are counted apart."
    how = "A file actors.yaml beside the articles merges them at the next run, one line a person."
    return Fragment(
        element("details", element("summary", text(said)), element("p", how),
                element("ul", *items), class_="or-same",
                data_recount="same-person"),
        said,
    )  # fmt: skip


def _line(name: str, other: str) -> str:
    """A line of YAML; a name in quotation marks of JSON is one of YAML."""
    quoted = [json.dumps(word, ensure_ascii=False) for word in (other, name)]
    return f"- {{name: {quoted[0]}, aliases: [{quoted[1]}]}}"
