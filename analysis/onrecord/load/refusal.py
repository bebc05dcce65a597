"""Pages and frames that are no article: robot checks, errors, front pages, comment boxes."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SHORT = 160  # words; a longer text about robots is an article
FRAME = 60  # words of a box for comments or of an advertisement, at most
ROBOT = re.compile(
    r"\bare you (?:a )?(?:robot|human)\b|not a robot|unusual (?:activity|traffic) from your"
    r"|verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?human|checking (?:if the site|your browser)"
    r"|enable (?:javascript|js|cookies) (?:and|to)|access (?:to this page has been )?denied"
    r"|attention required|^just a moment|ddos protection|\bcaptcha\b|pardon our interruption"
    r"|you have been blocked|security (?:check|verification)|before you continue to \w+"
    r"|(?:using|disable|turn off|detected) (?:an?|your) ad ?-?blocker",
    re.I | re.M,
)
ERROR = re.compile(
    r"\bpage (?:was |is |could )?not (?:be )?found|page (?:you|that)[^.]{0,60}(?:cannot|can't"
    r"|could not|couldn't)"
    r" be found|(?:no longer exists|has been (?:re)?moved or deleted)|we can(?:'t"
    r"|not) find (?:the|that) page"
    r"|^(?:error )?(?:40[0134]|410|50[0234])(?:[ :-].{0,40})?$|internal server error|bad gateway"
    r"|unavailable (?:due to|for) legal reasons|from a country (?:belonging to|in) the european"
    r"|not (?:currently )?available in your (?:country|region|location|area)"
    r"|service (?:temporarily )?unavailable|this page (?:isn't|is not) available|not found$",
    re.I | re.M,
)
BOX = re.compile(
    r"\b(?:sign|log) in to (?:comment|reply|join)|be the first to comment|community (?:rules"
    r"|guidelines)"
    r"|^advertisement\b|^sponsored\b|\bcomments? (?:are|is) closed|sign up (?:for"
    r"|to) our newsletter",
    re.I | re.M,
)
FRONT = re.compile(r"/?(?:index\.\w+|home|default\.\w+)?/?", re.I)
SECTION = re.compile(r"/(?:[a-z]{2}/)?[a-z]{2,20}/?(?:index\.\w+)?", re.I)


def refused(
    title: str | None, text: str, address: str | None, told: bool, site: bool = False
) -> str | None:
    """Why a page is no article; None where it may be one.

    Args:
        title: headline, or the title of the page.
        text: what was taken for the article.
        address: where the page says that it lies.
        told: whether the page declares an article or a date of publication.
        site: whether it says that it is a site and no article.

    >>> refused("Just a moment...", "Checking your browser.", None, False)
    'is a check against robots, not an article'
    >>> refused("Are you a robot?", "The film tells of a machine. " * 60, None, False)
    """
    words = len(text.split())
    both = f"{title or ''}\n{text.replace('’', chr(39))}"
    if words < SHORT and not told and ROBOT.search(both):
        return "is a check against robots, not an article"
    if words < SHORT and not told and ERROR.search(both):
        return "is an error page, not an article"
    if words < FRAME and title is None and BOX.search(both):
        return "is a box for comments or advertising, not an article"
    if address and not told:
        parts = urlsplit(address)
        front = FRONT.fullmatch(parts.path) or (site and SECTION.fullmatch(parts.path))
        if parts.netloc and front and not parts.query:
            return "is a front page, not an article"
    return None
