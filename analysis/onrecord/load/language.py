"""Which language a text is in, where that is clear."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # plain English needs neither
    from py3langid.langid import LanguageIdentifier

SURE = 0.6
FOREIGN = 0.05  # English less likely than this, beside a sure other language
SAMPLE = 600  # characters, of the beginning and of the middle
LETTERS = 10
# words of English that no other language has often; a text full of them need not be weighed
PLAIN = frozenset(
    ["the", "and", "that", "with", "from", "has", "said", "which", "this", "his", "their", "they",
     "would", "been", "it", "he", "she", "are"]
)  # fmt: skip
PLAINLY = 0.07  # share of them in the beginning and in the middle; in English news 0.16
FEWEST = 6  # such words below which a text is weighed all the same
WIDE = 1.1  # bytes of a character beyond which there is more than English
_WORD = re.compile(r"[^\W\d_]+")
NEAR_ENGLISH = ("en", "pcm", "sco", "jam")  # English and what short headlines are taken for
NONE = "zxx"


def detect(text: str) -> str | None:
    """ISO 639 code of a text's language; None where the text is too short or unclear.

    >>> detect("The minister said on Tuesday that talks had stalled.")
    'en'
    >>> detect("Der Minister sagte am Dienstag, die Gespräche seien gescheitert.")
    'de'
    >>> detect("Putin warns West")
    """
    middle = max(SAMPLE, len(text) // 2)
    parts = text[:SAMPLE], text[middle : middle + SAMPLE]
    if all(map(_plain, filter(None, parts))) and parts[0]:
        return "en"
    sample = "".join(parts)
    if sum(map(str.isalpha, sample)) < LETTERS:
        return None
    ranked = _identifier().rank(sample)
    chances = dict(ranked)
    english = sum(chances.get(code, 0.0) for code in NEAR_ENGLISH)
    if english >= SURE:
        return "en"
    code, chance = ranked[0]
    return code if chance >= SURE and english < FOREIGN and code != NONE else None


def _plain(part: str) -> bool:
    words = _WORD.findall(part.lower())
    english = sum(map(PLAIN.__contains__, words)) >= max(PLAINLY * len(words), FEWEST)
    return english and len(part.encode("utf-8", "replace")) <= WIDE * len(part)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def code(given: str | None) -> str | None:
    """ISO 639-1 code of a language given as a code, a locale or an English name.

    >>> [code(g) for g in ("en-GB", "EN_us", "German", "eng", "?")]
    ['en', 'en', 'de', 'en', None]
    """
    if not given:
        return None
    from babel import Locale
    from babel.core import UnknownLocaleError

    low = given.strip().casefold()
    for known, name in _names().items():
        if low == name.casefold():
            return known
    try:
        return Locale.parse(low.replace("-", "_").split("_")[0]).language
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def name(code: str) -> str:
    """English name of a language.

    >>> name("de")
    'German'
    """
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)
