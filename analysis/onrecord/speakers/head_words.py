"""What kinds of speakers head nouns name: kin, voices, documents, companies, bodies."""

from __future__ import annotations

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.words import ANONYMOUS_HEADS, BODIES, PANELS, SPEECH, WORKS

KIN = frozenset(
    ["wife", "husband", "father", "mother", "son", "daughter", "brother", "sister", "family",
     "families", "relatives", "relative", "parents", "parent", "friend", "friends", "lawyer",
     "lawyers", "attorney", "attorneys", "partner", "colleagues", "colleague", "supporters",
     "supporter", "critics", "critic", "fans", "fan", "opponents", "opponent", "rivals", "rival",
     "widow", "uncle", "aunt", "cousin", "grandmother", "grandfather", "boss", "ally", "allies"]
)  # fmt: skip
VOICES = v.SPOKESMEN | frozenset(
    ["official", "officials", "source", "sources", "representative", "representatives",
     "authorities", "staff", "insiders", "executives", "rep", "reps"]
)  # fmt: skip
DOCUMENTS = (
    SPEECH
    | WORKS
    | frozenset(
        ["report", "reports", "study", "survey", "poll", "polls", "website", "site", "data",
         "figures", "research", "findings", "document", "documents", "page", "tweet", "tweets",
         "post", "posts", "account", "paper", "release", "review", "results", "filing",
         "filings", "statistics", "law", "ruling", "guidelines", "newsletter", "blog", "video",
         "transcript", "ad", "judgment", "bill", "list", "newspaper", "memo", "papers", "emails",
         "records", "record", "readout", "application", "profile", "spot", "audio"]
    )
)  # fmt: skip
COMPANIES = frozenset(
    ["company", "firm", "airline", "bank", "club", "team", "retailer", "maker", "manufacturer",
     "carrier", "giant", "business", "brand", "studio", "label", "broadcaster", "operator",
     "group", "chain", "startup", "website", "corporation", "lender"]
)  # fmt: skip
BODIES_ALL = (
    COMPANIES
    | BODIES
    | PANELS
    | frozenset(v.KINDS)
    | frozenset(
        ["police", "force", "authority", "watchdog", "regulator", "charity", "hospital", "court",
         "government", "union", "army", "military", "judges", "jury", "parliament", "council",
         "body", "organisers", "sponsors", "lobby"]
    )
)  # fmt: skip
CLASSES: dict[str, frozenset[str]] = {
    "role": v.ROLE_NOUNS,
    "voice": VOICES,
    "behalf": v.ON_BEHALF,
    "document": DOCUMENTS,
    "body": BODIES_ALL,
    "company": COMPANIES,
    "kin": KIN,
    "unnamed": ANONYMOUS_HEADS,
    "male": v.MALE_NOUNS,
    "female": v.FEMALE_NOUNS,
}
