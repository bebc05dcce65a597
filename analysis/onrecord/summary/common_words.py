"""Words that tell nothing of a side: they are left out where distinctive words are looked for."""

from __future__ import annotations

WORDS = """
    a about above across after again against all almost along already also although always
    am among an and another any anyone anything are aren't around as at away back be became
    because become been before being below between both but by came can can't cannot come
    could couldn't did didn't do does doesn't doing don't done down during each either else
    enough even ever every everyone everything few first for from further gave get gets
    getting give go goes going gone got had hadn't has hasn't have haven't having he he's
    her here hers herself him himself his how however i i'd i'll i'm i've if in indeed
    instead into is isn't it it's its itself just keep kind know last least less let let's
    like likely long look lot made make makes making many may maybe me mean might more most
    much must my myself need never new no nobody none nor not nothing now of off often on
    once one only onto or other others otherwise our ours ourselves out over own part
    perhaps put quite rather really said same say saying says see seen several shall she
    she's should shouldn't since so some someone something soon still such take taken tell
    than that that's the their theirs them themselves then there there's these they they'd
    they'll they're they've thing things think this those though through thus to today
    together told too took toward towards two under until up upon us use used very want was
    wasn't way we we'd we'll we're we've well went were weren't what what's when where
    whether which while who who's whole whom whose why will with within without won't would
    wouldn't yes yet you you'd you'll you're you've your yours yourself
"""
COMMON = frozenset(WORDS.split())
