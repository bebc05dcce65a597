"""Word classes of source phrases."""

from __future__ import annotations

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "both", "neither"})
IT = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "we", "my", "our", "me", "us", "mine", "ours", "myself", "ourselves"})
WHO = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUNS = HE | SHE | THEY | IT | FIRST | WHO | {"you", "your", "one", "this", "these", "those"}

PREPOSITIONS = frozenset(
    "of for to in from by at with on against about near inside behind under over between among "
    "within outside around close familiar like after before during across".split()
)
# Possessed by whoever speaks: "his comments", "Lund's suggestion".
SPEECH = frozenset(
    "comments comment remarks remark statement statements words speech speeches rhetoric tweet tweets "
    "letter email e-mail message messages claim claims assertion assertions suggestion suggestions "
    "proposal proposals argument arguments answer answers response reply criticism criticisms "
    "warning warnings call calls demand demands promise promises pledge pledges vow vows threat "
    "threats view views opinion position stance testimony account explanation admission denial "
    "announcement declaration insistence contention accusation accusations allegation allegations "
    "endorsement request question questions complaint complaints concern concerns belief pitch "
    "address interview op-ed book memoir blog post posts plan plans vision praise attack attacks "
    "apology joke jokes prediction assessment advice appeal refusal decision article column "
    "essay quote quotes line policy ad ads analysis report study note filing lawsuit brief survey "
    "pamphlet memo petition video op-ed editorial commentary testimony texts text estimate".split()
)
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
# Bodies that meet: "the Senate banking committee".
PANELS = frozenset(
    {"committee", "subcommittee", "panel", "council", "commission", "caucus", "board"}
)
# Bodies that carry someone's name: "the Lund campaign".
BODIES = frozenset(
    "campaign administration government camp team office foundation ministry party "
    "parliament military army embassy family presidency cabinet".split()
)
# Bodies that act for their country.
STATE_BODIES = frozenset("government ministry army military parliament presidency cabinet".split())
# Of these, such as newspapers treat as an actor: "the Lund campaign".
NAMED_BODIES = frozenset({"campaign", "administration", "foundation"})
PLURAL_BODIES = frozenset("police family staff team people".split())
ANONYMOUS_HEADS = frozenset(
    "officials sources source people person aides critics supporters experts analysts voters some "
    "others many observers lawmakers republicans democrats reporters activists residents insiders "
    "advisers diplomats pollsters researchers users man woman men women students documents".split()
)
