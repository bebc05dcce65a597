"""Which language a text is in, where that is clear."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from py3langid.langid import MODEL_FILE, LanguageIdentifier

SURE = 0.6
FOREIGN = 0.05  # English less likely than this, beside a sure other language
SAMPLE = 600  # characters, of the beginning and of the middle
LETTERS = 10
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
    sample = text[:SAMPLE] + text[middle : middle + SAMPLE]
    if sum(map(str.isalpha, sample)) < LETTERS:
        return None
    ranked = _identifier().rank(sample)
    chances = dict(ranked)
    english = sum(chances.get(code, 0.0) for code in NEAR_ENGLISH)
    if english >= SURE:
        return "en"
    code, chance = ranked[0]
    return code if chance >= SURE and english < FOREIGN and code != NONE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def code(given: str | None) -> str | None:
    """ISO 639-1 code of a language given as a code, a locale or an English name.

    >>> [code(g) for g in ("en-GB", "EN_us", "German", "eng", "?")]
    ['en', 'en', 'de', 'en', None]
    """
    if not given:
        return None
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
    return dict(Locale("en").languages)
