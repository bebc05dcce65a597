"""One word for the ways to write an office: "Sen." and "lawmaker" by their office."""

from __future__ import annotations

SAME_OFFICE = {
    "sen": "senator", "gov": "governor", "rep": "representative", "congressman": "representative",
    "congresswoman": "representative", "lawmaker": "representative", "gen": "general",
    "col": "colonel", "lt": "lieutenant", "prof": "professor", "dr": "doctor", "chair": "chairman",
    "chairwoman": "chairman", "chairperson": "chairman", "spokesperson": "spokesman",
    "spokeswoman": "spokesman", "frontrunner": "front-runner", "adviser": "advisor",
    "ceo": "executive", "defense": "defence", "pres": "president", "candidate": "nominee",
}  # fmt: skip


def office(word: str) -> str:
    """One word for the ways to write an office.

    >>> office("Congresswoman"), office("Sen.")
    ('representative', 'senator')
    """
    word = word.lower().strip(".,")
    return SAME_OFFICE.get(word, word)
