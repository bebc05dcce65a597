"""Who owns a file: the one room that writes and deletes.

What On Record writes into a folder is listed in a manifest beside it, with a checksum of each
file. Only what the manifest lists, unchanged, is ever overwritten or deleted; all else in the
folder is the user's and stays as it is. A store (`onrecord.store`) has a mark of its own in
place of the manifest, and fixed names.
"""

from onrecord.ownership.apart import keep_apart
from onrecord.ownership.append import append_line
from onrecord.ownership.claim import claim, reach
from onrecord.ownership.clear import clear
from onrecord.ownership.form import form_of
from onrecord.ownership.manifest import (
    MANIFEST,
    MARK,
    checksum,
    is_foreign,
    is_store,
    listed,
    marks_store,
    owned,
)
from onrecord.ownership.output import Output, write_file
from onrecord.ownership.place import PART, discard, leave_no_part, place
from onrecord.ownership.printed import is_printed, marked
from onrecord.ownership.writable import writable

__all__ = [
    "MANIFEST",
    "MARK",
    "PART",
    "Output",
    "append_line",
    "checksum",
    "claim",
    "clear",
    "discard",
    "form_of",
    "is_foreign",
    "is_printed",
    "is_store",
    "keep_apart",
    "leave_no_part",
    "listed",
    "marked",
    "marks_store",
    "owned",
    "place",
    "reach",
    "writable",
    "write_file",
]
