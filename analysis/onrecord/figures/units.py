"""Units as news write them, and the names that the ledger gives them."""

from __future__ import annotations

import re

# symbols before a number
SIGNS = {
    "US$": "$", "A$": "A$", "C$": "C$", "NZ$": "NZ$", "HK$": "HK$", "S$": "S$", "$": "$",
    "£": "£", "€": "€", "¥": "¥", "₹": "₹", "₩": "₩", "₽": "₽", "R$": "R$", "Rs": "₹",
}  # fmt: skip
_NATIONS = (
    "US|U\\.S\\.|American|Canadian|Australian|New Zealand|Hong Kong|Singapore|Egyptian|Lebanese|"
    "Syrian|Sudanese|Turkish|Swiss|Danish|Norwegian|Swedish|Czech|Mexican|Philippine|Argentine|"
    "Chilean|Colombian|Indian|Pakistani|Kenyan|Saudi|Kuwaiti|Jordanian|Iraqi|Iranian"
)
_MONEY = (
    "dollars?|euros?|pounds? sterling|cents?|pence|yen|yuan|renminbi|rupees?|roubles?|rubles?|won|"
    "francs?|crowns?|krona|kronor|krone|kroner|pesos?|reais|rials?|riyals?|dinars?|lira|liras|shekels?|"
    "naira|rand|zloty|forints?|baht|ringgit|dirhams?"
)
# what is written behind a number -> its name
NAMES = {
    r"per ?cent(?:age)?(?![- ]points?)": "%", "%": "%", "pc": "%",
    r"percentage[- ]points?": "percentage point", r"points?": "point",
    rf"(?:{_NATIONS}) (?:pounds?|{_MONEY})": "", _MONEY: "",
    r"seconds?": "second", r"minutes?": "minute", r"hours?": "hour", r"days?": "day",
    r"weeks?": "week", r"months?": "month", r"years?": "year", r"decades?": "decade",
    r"century|centuries": "century",
    r"millimet(?:er|re)s?|mm": "millimetre", r"centimet(?:er|re)s?|cm": "centimetre",
    r"kilomet(?:er|re)s?|kms?": "kilometre", r"met(?:er|re)s?": "metre",
    r"miles? per hour|mph": "mile per hour",
    r"kilomet(?:er|re)s? per hour|km/h|kph": "kilometre per hour",
    r"square miles?|sq\.? miles?": "square mile", r"square feet|sq\.? ft": "square foot",
    r"square met(?:er|re)s?": "square metre", r"square kilomet(?:er|re)s?": "square kilometre",
    r"miles?": "mile", r"feet|foot|ft": "foot", r"inch(?:es)?": "inch", r"yards?": "yard",
    r"acres?": "acre", r"hectares?": "hectare",
    r"kilogram(?:me)?s?|kilos?|kg": "kilogram", r"grams?": "gram", r"milligrams?|mg": "milligram",
    r"pounds?|lbs?": "pound", r"ounces?|oz": "ounce", r"tonnes?": "tonne", r"tons?": "ton",
    r"lit(?:er|re)s?": "litre", r"gallons?": "gallon", r"barrels?": "barrel",
    r"degrees? celsius|°C": "°C", r"degrees? fahrenheit|°F": "°F", r"degrees?": "degree",
    r"megawatts?|MW": "megawatt", r"gigawatts?|GW": "gigawatt", r"kilowatt[- ]hours?": "kWh",
    r"times": "times",
}  # fmt: skip
UNIT = "|".join(f"(?:{name})" for name in NAMES)
_EACH = [(re.compile(name, re.I), given) for name, given in NAMES.items()]
TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_OWN = {"us dollar": "$", "u.s. dollar": "$", "american dollar": "$", "dollar": "$", "euro": "€",
        "pound sterling": "£"}  # fmt: skip


def unit(text: str) -> str | None:
    """The name of a unit; None where a text is none.

    >>> unit("per cent"), unit("US dollars"), unit("Egyptian pounds"), unit("miles")
    ('%', '$', 'Egyptian pound', 'mile')
    >>> unit("ferrymen") is None
    True
    """
    for pattern, given in _EACH:
        if pattern.fullmatch(text):
            return given or _money(text)
    return None


def is_money(name: str | None) -> bool:
    """Whether a unit is one of money."""
    return name is not None and (name in SIGNS.values() or (unit(name) == name and _coin(name)))


def _coin(name: str) -> bool:
    return bool(re.fullmatch(rf"(?:(?:{_NATIONS}) )?(?:pound|{_MONEY})", name)) and name != "pound"


def _money(text: str) -> str:
    one = re.sub(r"(?<=[a-z])s\b(?! )|(?<=pound)s(?= sterling)", "", text)
    return _OWN.get(one.lower(), one)
