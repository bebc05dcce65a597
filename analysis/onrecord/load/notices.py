"""How the lines begin and end that invite, advertise, credit or share, and tell no news."""

from __future__ import annotations

import re

# sure in every text: nobody writes a paragraph that is only this
NOTICE = re.compile(
    r"advert(?:isement|ising|orial)?s?(?:\W+(?:scroll|continue|story|article|skip)\b.*|\W*)"
    r"|(?:story|article|content) continues (?:below|after).*|(?:after"
    r"|skip past) newsletter promotion"
    r"|sponsored(?: content)?|continue reading (?:below|the main story)|skip (?:advertisement"
    r"|past .*|to (?:main )?content)|scroll (?:down )?(?:for|to) .*"
    r"|(?:(?:like|find|join) us|follow (?:us|[\w.’' ]{2,40})) on .*|follow (?:her|him"
    r"|them) (?:on|@).*"
    r"|(?:click|tap) here(?: (?:to|for|and) .*)?|click (?:to|on) .*"
    r"|\W*(?:sign up|sign me up|subscribe|register|join)\b(?: (?:to|for|here|now|today|with"
    r"|our))?\b.*"
    r"(?:newsletter|inbox|emails?|alerts?|updates?|briefing|channel|mailing list)\b.*"
    r"|(?:the )?.{0,40}\bnewsletter\b.{0,80}\bsign up\b.*|sign up here\W*"
    r"|get (?:the|our|all|more|your|.{0,40}) .*(?:inbox|newsletter|straight to you)\b.*"
    r"|(?:download|get) (?:the|our) (?:[\w’']+ ){0,3}app\b.*|add .{2,30} as a preferred source.*"
    r"|thank you for (?:signing up|subscribing)\b.*|by (?:signing up|subscribing|submitting"
    r"|clicking)\b.* you .*|(?:©|\(c\)|copyright ©?) ?(?:\d{4}|all rights)\b.*"
    r"|(?:©|\(c\)) ?(?:[\w.,&'-]+ ){1,6}\d{4}\b.{0,60}"
    r"|for more (?:on|news|stories|information|details)\b.{0,160}\b(?:visit|click|read|follow"
    r"|subscribe|check out|head to|go to)\b.*"
    r"|.{0,80}\ball rights reserved\W*(?:this material may not be .*)?"
    r"|this (?:story|article|piece|post|report|column|essay)(?: (?:was|has been))?"
    r" (?:originally|first) (?:published|appeared|ran|posted|reported|aired|produced)\b.*"
    r"|(?:originally|first) (?:published|appeared) (?:on|in|by|at) .*"
    r"|(?:an?|the|another) (?:earlier |longer |shorter |different "
    r"|online )?version of this (?:article"
    r"|story|report) (?:appear|was published|first|ran|originally).*"
    r"|the post .{3,200} (?:appeared first|first appeared) on .{2,80}"
    r"|published in the print edition of .*|this (?:video|content) (?:can ?not|cannot) be .*"
    r"|(?:please )?(?:enable|turn on|activate) javascript.*|(?:your|this) browser (?:does not"
    r"|doesn't).*"
    r"|please use .{0,30}browser\b.*|media playback is .*|listen to (?:this|the) (?:article"
    r"|story)\b.*"
    r"|(?:our standards|source): the thomson reuters trust principles\W*(?:opens new tab)?"
    r"|\(?(?:except for the headline, )?this (?:story|article|report) has (?:not )?been"
    r" (?:edited|adapted|auto-generated|created)"
    r" (?:by|from|using)\b.*(?:staff|feed|source|ai|agency)\b.{0,20}"
    r"|the article you are reading (?:originally|first) appeared .*"
    r"|translation of an original article published in .*|text ad:.*"
    r"|(?:do|are|have|did|were) you .{3,80}\? (?:please )?(?:e-?mail|contact|get in touch|call"
    r"|let us know|write to|message)\b.{0,40}(?:@|\bus\b|\bour\b|below|\d{3}).*"
    r"|(?:a )?(?:note|message|letter|word) from (?:the |our )?(?:authors?|editors?|newsroom"
    r"|publisher)\s?:.*"
    r"|follow .{2,60} (?:at|on) (?:https?://|www\.)\S+|(?:new ?)?you can now listen to .{0,60}"
    r"articles\W*|you can also (?:check|read|watch) ?:.*"
    r"|purchase licensing rights.*"
    r"|see all .{2,20}\.tv|toggle caption|hide caption|(?:enlarge|view) (?:this )?image\W*"
    r"|list \d+ of \d+"
    r"|list of \d+ items|end of list|report (?:an editorial error|a technical issue).*"
    r"|(?:view|read|post|leave|add|write|show|hide) (?:a |all |your |the )?(?:\d+ )?comments?\W*"
    r"|(?:join|start) the (?:conversation|discussion)\b.*|have your say\b.*|leave a reply\b.*"
    r"|(?:share or )?comment on this (?:article|story)\W*|share this(?: \w+){0,3}\W*"
    r"|share (?:on|via) .*|comments are (?:closed|moderated|off)\b.*"
    r"|(?:if you )?(?:enjoyed?|like|liked) (?:this|what you) .{0,30}(?:subscribe|sign up|donate"
    r"|support|share).*|what do you think\b.*\b(?:comments?|have your say|let us know)\b.*"
    r"|(?:do you have|have you got|got|have) (?:a|any|your own) (?:\w+ ){0,2}(?:stor(?:y|ies)|tips?"
    r"|views?"
    r"|news)\b.*(?:\?|@|email|e-mail|contact|get in touch|call|let us know)\W*.*"
    r"|(?:get|keep) in touch (?:with us|with our \w+(?: \w+)? team|by emailing)\b.*"
    r"|(?:if you['’]ve|if you have) got an? .{0,30}\b(?:story|tip|video"
    r"|pictures?)\b.*(?:get in touch"
    r"|email|e-mail|contact).*"
    r"|for more (?:stories|of the latest|news|on this|like this)\b.*(?:check|visit|follow"
    r"|sign up|click"
    r"|read|here).*|like this (?:story|article)\? .*|(?:email|e-mail|text|call|whatsapp"
    r"|message) (?:us"
    r"|our \w+)\b.*(?:@|\d{3}|below|here)\W*.*|share your (?:views|thoughts|story"
    r"|stories) (?:in|with"
    r"|below)\b.*|when you (?:purchase|buy|click) .{0,60}\blinks?\b.*\bcommission\b.*"
    r"|we may earn (?:an?"
    r" )?(?:\w+ )?commission.*|(?:this|the) advert(?:isement)? has not loaded\b.*"
    r"|invalid e-?mail\W*"
    r"|(?:you['’]re|you are) reading .{0,60}\bnewsletter\b.*|newsletters?\W*|article content\W*"
    r"|(?:read|view|see) (?:the )?(?:full )?(?:bio|biography|profile)\W*"
    r"|to view this video please .*|(?:download|get) the .{2,30}\bapp\b\s*[:!.]?.*(?:news|app store"
    r"|google play|stay).*"
    r"|(?:please )?bookmark .{3,60} and sign up .*|(?:our|this) (?:website|site) is (?:the|your) .*"
    r"|log in, (?:register|sign up) or subscribe\b.*|.{0,200}\b(?:sign up|subscribe) (?:for|to)"
    r" (?:our|the|his|her|my|their) .{0,50}(?:newsletter|briefing|emails?)\W*|support (?:our"
    r"|independent) journalism\b.*",
    re.I,
)
# links to other articles, where a sign or nothing follows
LINKS = re.compile(
    r"(?:\W*)(?:read (?:more|also|next|on|the full (?:story|article|report))|also read|see also"
    r"|more on this(?: story)?|more(?= ?:)|related(?:(?: \w+)?(?= ?[:|»>])| (?:stories|articles"
    r"|coverage|content|topics|links|posts)| article .*)?|recommended(?: (?:for you|stories"
    r"|reading))?"
    r"|more (?:from|like this)|watch|listen|in pictures|don't miss|further reading|read next"
    r"|go deeper"
    r"|(?:more )?must-reads?(?: from .*)?|explore more on these topics|you (?:might"
    r"|may) (?:also )?like)"
    r"\s*(?:[:|»>–—-]\s*.*|\.{3}|…)?",
    re.I,
)
SHOUTED = re.compile(
    r"(?:Arrow )?(?:READ|MORE|RELATED|WATCH|ALSO READ|READ MORE|SEE ALSO"
    r"|READ NEXT)\b(?: [A-Z]+){0,4}"
    r"\s*[:|–—-].*"
)
CREDIT = re.compile(
    r"[(\[]?(?:(?:file )?photo(?:s|graphs?|graphers?)?|pictures?|images?|pics?|videos?|graphics?"
    r"|illustrations?|captions?|credit|photo credit|image credit|picture credit|image source)\b"
    r"(?: (?:credit|courtesy|source))?\s?(?::|\bby\b|\bcourtesy of\b|©|/)\s*\S.*"
    r"|(?:image|photo) (?:copyright|caption|source)\b.*"
    r"|(?:header|featured?|main|cover|top|lead|banner|stock|hero)[ -](?:image|photo|picture)"
    r"(?: (?:by|credit|courtesy))?:.*|(?:image |photo |picture )?courtesy(?: of)?:? [^.]{2,60}"
    r"|(?:getty|reuters|ap|afp|epa|pti|ani|unsplash|pexels|pixabay|shutterstock|istock|bccl"
    r"|twitter|instagram|facebook|screengrab)\s?/\s?.{2,60}"
    r"|(?:representati(?:ve|onal)|file|stock) (?:image|photo|picture)s?"
    r"|[\w.’'& -]{2,60}\s?/\s?(?:getty(?: images)?|reuters|ap(?: photo)?|afp|epa|shutterstock"
    r"|bloomberg|alamy|pa(?: wire)?|rex|unsplash|istock)\b.{0,40}"
    r"|[(\[](?:getty(?: images)?|reuters|ap(?: photo)?|afp(?: via getty images)?|epa|shutterstock"
    r"|alamy|pa(?: wire| media| archive)?)[)\]]",
    re.I,
)
ADDRESS = re.compile(
    r"to contact the (?:author|editor|reporter|writer)s? (?:of|on|responsible for) this story:?.*"
    r"|[A-Z][\w.'’ -]{3,50}(?: in [A-Z][\w ]+)? at \S+@\S+\W*"
    r"|(?:reach|contact|email|e-mail|write to|follow|tweet|message|send (?:tips|news|story ideas)"
    r"(?: to)?|got a (?:tip|story)\b)\b.*(?:@|\d{3}[- .]\d{4}).*|.{0,90}\b(?:can be (?:reached"
    r"|contacted"
    r"|followed)|reached|tweets)\b (?:at|on|via|@).*(?:@|\d{3}[- .]\d{4}).*",
    re.I,
)
# only where a page is told to be one: elsewhere such words may be a line of a list or of verse
PAGE = re.compile(
    r"(?:share|save|print|email|tweet|copy link|link copied|comments?|\d+ comments?"
    r"|loading(?:\.\.\."
    r"|…)?( weather data.*)?|gift(?: article)?|listen|play|pause|next|previous|back to top|menu"
    r"|close)"
    r"|we (?:and our \d* ?partners|value your privacy|use cookies).*|(?:accept"
    r"|reject) all(?: cookies)?"
    r"|(?:most (?:read|popular|viewed)|trending(?: now)?|top stories|editor'?s picks?).{0,20}"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \w{2,5})?|\d+ ?(?:-| )?min(?:ute)?s?(?: read)?"
    r"|\d+ (?:hours?|minutes?|days?) ago|(?:updated|published|posted)(?: on"
    r"| at)?:? .{4,50}\d.{0,20}"
    r"|filed under\b.*|tags?: .*|topics?: .*|write to|_{3,}|-{2,}|edited by:? .{4,60}"
    r"|(?:(?:issued|published|posted|updated|modified|last updated|last modified|first published)"
    r"(?: on| at)?:[\s\d/.:,-]*){1,3}|watch (?:this|the|our) .{0,30}(?:video|clip)\b.{0,20}:"
    r"|available for everyone, funded by readers|popular searches:.*"
    r"|let friends in your social network know .{0,60}"
    r"|[\d.,]+ ?[km]? (?:shares?|likes?|views?|reactions?|followers?)|don['’]t miss\W*"
    r"|ad feedback|\d+-minute listen|\d+ min(?:ute)?s? reading time|\d{1,3}|view|continue"
    r"|about the authors?|(?:normal|larger?|very large|smaller?) text size|dear readers?,?"
    r"|a message from (?:[\w.'&-]+ ){1,5}?[\w.'&-]+:"
    r"|support (?:[\w.'&-]+ ){1,4}journalism\b[^.!?]{0,60}"
    r"|more (?:stories|news|coverage) (?:from|on) [^.!?]{2,60}"
    r"|(?:published|updated|posted) ?:?|this (?:video"
    r"|audio) .{0,40}ai\b.*",
    re.I,
)
SHARES = re.compile(
    r"(?:(?:share|tweet|facebook|twitter|x|linkedin|e-?mail|whatsapp|reddit|pinterest|print|save"
    r"|copy(?: link)?|flipboard|messenger|telegram|comments?|link|bluesky|threads|sms|this|with"
    r"|on|via"
    r"|instagram|youtube|tumblr|pocket|more|google\+?)\b[\s,|/·•]*){2,}",
    re.I,
)
SHARED = re.compile(r"\b(?:facebook|twitter|whatsapp|linkedin|reddit|pinterest|tweet)\b", re.I)
