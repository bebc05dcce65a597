"""Lines that stand on a page among an article's and are no part of it."""

from __future__ import annotations

import re

WORDS = 26  # of a line that invites or advertises, at most
LINKS = re.compile(
    r"(?:read (?:more|also|next|on)|also read|see also|more on this(?: story)?|related(?: \w+)?"
    r"|recommended"
    r"|more (?:from|like this)|watch|listen|in pictures|don't miss|further reading)\s*(?:[:"
    r"|»>]\s*.*)?",
    re.I,
)
SHOUTED = re.compile(
    r"(?:READ|MORE|RELATED|WATCH|ALSO READ|READ MORE|SEE ALSO)\b(?: MORE| ALSO)?\s*[:|–—-].*"
)
NOTICE = re.compile(
    r"advert(?:isement|ising)?(?: - .*)?|(?:story|article) continues below.*|sponsored(?: content)?"
    r"|continue reading(?: below)?|scroll (?:down )?(?:for|to) .*|skip (?:advertisement|to .*"
    r"|past .*)"
    r"|(?:share|save|print|email|copy link|comments?|\d+ comments?|loading(?:\.\.\.|…)?)"
    r"|share (?:this|on|via) .*|follow (?:us|\w+) on .*|like us on .*|click here (?:to|for) .*"
    r"|(?:sign up|subscribe|register) (?:to|for|here|now|today)\b.*"
    r"(?:newsletter|inbox|email|alerts?|updates?|briefing|channel).*"
    r"|get (?:the|our|all|more|.{0,40}) .*(?:inbox|newsletter|straight to you).*"
    r"|(?:download|get) (?:the|our) (?:\w+ )?app\b.*|add .{2,30} as a preferred source.*"
    r"|thank you for (?:signing up|subscribing).*|by (?:signing up|subscribing|submitting).* you .*"
    r"|we (?:and our \d* ?partners|value your privacy|use cookies).*|(?:accept"
    r"|reject) all(?: cookies)?"
    r"|(?:most (?:read|popular|viewed)|trending(?: now)?|top stories|editor'?s picks?).{0,20}"
    r"|this (?:video|content) (?:can ?not|cannot) be .*|enable javascript.*|(?:©"
    r"|copyright ©?) ?\d{4}.*",
    re.I,
)  # fmt: skip


def without(text: str) -> str:
    r"""A page's text without links to other articles, invitations and notices.

    >>> without("Both left.\nREAD MORE: Union warns of strike\nAdvertisement\nNo date was set.")
    'Both left.\nNo date was set.'
    >>> without("Advertisement rates rose, the paper said.")
    'Advertisement rates rose, the paper said.'
    """
    return "\n".join(line for line in text.split("\n") if not _apart(line))


def _apart(line: str) -> bool:
    bare = line.strip().lstrip("-•*> ").replace("’", "'")
    if not bare or len(bare.split()) > WORDS:
        return False
    if SHOUTED.fullmatch(bare) or NOTICE.fullmatch(bare):
        return True
    # a sentence may begin with "Watch" or "Related"
    return bool(LINKS.fullmatch(bare)) and bare[-1] not in '.!?”"'
