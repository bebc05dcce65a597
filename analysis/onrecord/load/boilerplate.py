"""What sites say of themselves instead of news: cookies, subscriptions, terms, closed doors."""

from __future__ import annotations

import re

WORDS = 220  # of such a text, at most; a longer one about cookies is an article
MOST = 0.6  # share of its words in sentences that speak of the site to its reader
SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
READER = re.compile(r"\b(?:you|your|our|we|us|please|this (?:site|website|page|content))\b", re.I)
SITE = re.compile(
    r"\b(?:cookies?|privacy (?:policy|notice|settings|choices)|subscri(?:be|bed|bers?|ptions?)"
    r"|log ?in"
    r"|sign(?:ed)? ?(?:in|up)|passwords?|java ?script|browsers?|ad ?-?blockers?|newsletters?"
    r"|terms of"
    r" (?:use|service)|terms and conditions|(?:your|free|an) account|e-?mail address|web ?sites?"
    r"|this site|our site|third[- ]party|our partners|consent|personali[sz]ed (?:ads|content)"
    r"|free trial|(?:a|per) (?:month|week)|cancel (?:at )?any ?time|unlimited access|gdpr|data"
    r" protection|paywall|your (?:region|country|location|device|computer|network|ip address)"
    r"|captcha"
    r"|robot|inbox|premium content|already a member|access this (?:site|page|content)"
    r"|(?:loaded|reload|refresh) (?:this|the) page|support team)\b",
    re.I,
)


def boilerplate(text: str) -> bool:
    """Whether a text tells its reader of the site alone.

    >>> boilerplate("We use cookies to improve our site. Please accept our privacy policy.")
    True
    >>> boilerplate("The court said that cookies need consent. The company will appeal.")
    False
    """
    if len(text) > 12 * WORDS or len(text.split()) > WORDS:
        return False
    plain = text.replace("’", "'")
    whole = spoken = 0
    for found in SENTENCE.finditer(plain):
        count = len(found[0].split())
        whole += count
        spoken += count if READER.search(found[0]) and SITE.search(found[0]) else 0
    return whole > 0 and spoken >= MOST * whole
