"""What was learnt from a store's corrections, as its runs apply it.

`onrecord.learn` fits it; here is only what the stages ask for, and the file beside the store.
"""

from onrecord.learnt.file import FILE, could_learn, read_learnt, write_learnt
from onrecord.learnt.learnt import NOTHING, Learnt

__all__ = ["FILE", "NOTHING", "Learnt", "could_learn", "read_learnt", "write_learnt"]
