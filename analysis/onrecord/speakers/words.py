"""Word classes of source phrases."""

from __future__ import annotations

from onrecord.lexicon.vocabulary import word_list

PREPOSITIONS = word_list("PREPOSITIONS")
# Possessed by whoever speaks: "his comments", "Lund's suggestion".
SPEECH = word_list("SPEECH")
# Works that a later mention names again: "the letter".
WORKS = word_list("WORKS")
# Bodies that carry someone's name ("the Lund campaign"), meet, act for their country.
BODIES = word_list("BODIES")
PANELS = word_list("PANELS")
STATE_BODIES = word_list("STATE_BODIES")
NAMED_BODIES = word_list("NAMED_BODIES")
PLURAL_BODIES = word_list("PLURAL_BODIES")
ANONYMOUS_HEADS = word_list("ANONYMOUS_HEADS")
DETERMINERS = word_list("DETERMINERS")
# Whoever stands behind one of these is spoken to or about.
OBJECT_VERBS = word_list("OBJECT_VERBS")
# Of offices: what makes another of the same noun, what says nothing, what may be left out.
EXCLUSIVE = word_list("EXCLUSIVE")
WEAK = word_list("WEAK")
POLITICAL = word_list("POLITICAL")
# After a name these open a clause: what follows is no noun that the name modifies.
CLAUSE = word_list("CLAUSE")
# "The two governments" are two countries.
STATES = word_list("STATES")
