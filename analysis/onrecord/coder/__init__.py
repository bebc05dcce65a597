"""A language model on the user's own machine as a second coder: asked, compared, never mixed in.

Its answers lie in a file of their own beside a store, `coder-NAME.jsonl`, in the form of a
reviewer's (see `onrecord.corrections`). No run takes them; who wants to, takes the file in by
`onrecord review STORE --take FILE`, and is then the one who says so.
"""

from onrecord.coder.code import Coded, code, coder_file
from onrecord.coder.compare import compare
from onrecord.coder.local import Local

__all__ = ["Coded", "Local", "code", "coder_file", "compare"]


def __dir__() -> list[str]:
    return __all__  # what TAB offers
