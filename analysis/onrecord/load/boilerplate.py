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

INVITED = re.compile(
    r"\b(?:newsletters?|subscri(?:be|bing|ption)|unsubscribe|sign(?:ing)?[ -]?up|privacy"
    r" (?:policy|notice)|whatsapp (?:community|channel|group)|inbox|our (?:\w+ )?partners"
    r"|our (?:app|channel|news ?(?:team|desk)|community|journalism)|special offers|adverts? from"
    r"|daily dose|google news|affiliate|junk folder|already a (?:member|subscriber)|become a member"
    r"|independent journalism|premium content|free trial|cancel (?:at )?any ?time|news feed"
    r"|(?:your|please|ongoing) (?:financial )?(?:support|donations?|contributions?)|support us"
    r"|support(?:ing)? (?:our|quality|local|this) (?:work|journalism|reporting|newsroom)"
    r"|(?:by|consider) (?:contributing|donating|supporting|becoming)|need your help"
    r"|make a (?:contribution|donation)|readers? like you|dear readers?|your readership"
    r"|(?:quality|trusted|high-quality|investigative) journalism|becoming a member)\b",
    re.I,
)


def boilerplate(text: str) -> bool:
    """Whether a text tells its reader of the site alone.

    >>> boilerplate("We use cookies to improve our site. Please accept our privacy policy.")
    True
    >>> boilerplate("The court said that cookies need consent. The company will appeal.")
    False
    """
    return _spoken(text, SITE)


def invites(line: str) -> bool:
    """Whether a paragraph asks its reader to sign up, to join, to pay or to follow.

    >>> invites("Join our WhatsApp community! If you change your mind, our privacy notice helps.")
    True
    >>> invites("The port closed its newsletter. You could read of it in the papers, nobody did.")
    False
    """
    return bool(INVITED.search(line)) and _spoken(line, INVITED)


def _spoken(text: str, about: re.Pattern[str]) -> bool:
    """Whether most words are in sentences that speak to a reader about these things."""
    if len(text) > 12 * WORDS or len(text.split()) > WORDS:
        return False
    plain = text.replace("’", "'")
    whole = spoken = 0
    for found in SENTENCE.finditer(plain):
        count = len(found[0].split())
        whole += count
        spoken += count if READER.search(found[0]) and about.search(found[0]) else 0
    return whole > 0 and spoken >= MOST * whole
