"""Corrections: what people say of an analysis, kept in a file of theirs, and always right.

A file of corrections is JSON lines in UTF-8, one answer a line, oldest first; lines are only
ever added. Beside a store it is called `corrections.jsonl`, or `corrections-NAME.jsonl` for
each of several reviewers. A line has these keys:

    kind     what is said, one of `KINDS`
    who      the reviewer
    when     moment of the answer, ISO 8601 in UTC
    article  {"id", "title", "outlet", "url", "path"}: id is the hash of the text; the others
             find a text that changed a little. Missing for "same person" and "apart".
    words    the statement: its content as a list of anchors. An anchor is {"text", "start",
             "end", "before", "after"}: the words, where they stood, and up to 32 characters
             around them, by which they are found again.
    was      what the tables said when the answer was given; see below
    is       what is right instead; see below
    settles  true where the line settles a conflict between reviewers (may be missing)

What `was` holds of a statement: `speakers` (list of names, empty for nobody), `source` and
`cue` (lists of anchors), `confidence`, and `stances`, a list of {"target", "label", "anchor",
"favor", "against", "none"}, where the anchor is the mention's. A sentence of the narrator has
"voice": "narrator", its words are the sentence. What `is` holds, by kind:

    right        {}: all of `was` is so
    speaker      {"speakers": ["Ada Lund"]}, or [] where nobody can tell
    stance       {"target": "Norland", "label": "against", "anchor": {...}}
    no quote     {}: nobody is quoted here
    words        {"content": [anchors]} and, where they change, "source" and "cue"
    added        a quote that was missed: {"speakers": [...], "source": [...], "cue": [...]}
    same person  {"name": "Ada Lund"}; was {"name": "A. Lund"} is another name of hers
    apart        {"name": "Ada Lund"}: never merged with another name
    skip         {}: seen, and left open

The last line of a reviewer on one question counts. Where reviewers contradict each other
nothing is changed until a line that settles it.
"""

from onrecord.corrections.anchor import Anchor, find_anchor
from onrecord.corrections.journal import Problem, append, corrections_files, read_corrections
from onrecord.corrections.record import KINDS, Article, Correction, now

__all__ = [
    "KINDS",
    "Anchor",
    "Article",
    "Correction",
    "Problem",
    "append",
    "corrections_files",
    "find_anchor",
    "now",
    "read_corrections",
]
