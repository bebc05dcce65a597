"""Closed classes of words that several rooms need: pronouns, whose something is, helping verbs."""

from __future__ import annotations

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "both", "neither"})
IT = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "we", "my", "our", "me", "us", "mine", "ours", "myself", "ourselves"})
WHO = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUNS = HE | SHE | THEY | IT | FIRST | WHO | {"you", "your", "one", "this", "these", "those"}
# subjects that stand for people who were named before
NAMED_BEFORE = frozenset({"he", "she", "they"})
GENDER_OF = dict.fromkeys(HE, "m") | dict.fromkeys(SHE, "f")

POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})

BEING = frozenset({"is", "are", "was", "were"})
HAVING = frozenset({"has", "have", "had"})
DOING = frozenset({"do", "does", "did"})
MODAL = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should"})
HELPING = BEING | HAVING | DOING | MODAL
