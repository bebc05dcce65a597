"""One name for one outlet, whatever its pages call it."""

from __future__ import annotations

import re

DOMAIN = re.compile(
    r"(?:https?://)?(?:www\d?\.|m\.|amp\.|edition\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})/?", re.I
)
SITE = re.compile(DOMAIN.pattern.removesuffix("/?") + r"(?:[/:?#]|$)", re.I)
SUFFIX = re.compile(r"\.(?:com|org|net|co\.uk|co|uk|com\.au|ie|ca|in|eu|news|tv)(?:\.\w\w)?$", re.I)
SLOGAN = re.compile(r"\s+[|–—:•·-]\s+.*|\s*[|•·].*")
OWNED = re.compile(
    r"^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?[\s,.]*"
    r"|[\s,.]*(?:©|\(c\))?[\s,.]*(?:\d{4}[\s,.]*)?\ball rights reserved\b.*$",
    re.I,
)
# what a page was made with, and no outlet
PLATFORMS = frozenset(
    ["blogger", "blogspot", "wordpress", "wordpress.com", "wix", "wix.com", "squarespace", "ghost",
     "tumblr", "weebly", "webflow", "drupal", "joomla", "typepad",
     "my site", "my blog", "home", "homepage", "website", "blog", "news", "site"]
)  # fmt: skip
LONG = 5  # words of a name; more are a slogan
# sites whose domain tells their name to nobody, or whose pages use several
KNOWN = {
    **{
        "bbc.com": "BBC",
        "bbc.co.uk": "BBC",
        "bbc news": "BBC",
        "nytimes.com": "The New York Times",
    },
    **{
        "theguardian.com": "The Guardian",
        "guardian.co.uk": "The Guardian",
        "the guardian": "The Guardian",
    },
    **{"washingtonpost.com": "The Washington Post", "wsj.com": "The Wall Street Journal"},
    **{"ft.com": "Financial Times", "dailymail.co.uk": "Daily Mail", "mail online": "Daily Mail"},
    **{
        "mailonline": "Daily Mail",
        "independent.co.uk": "The Independent",
        "thetimes.co.uk": "The Times",
    },
    **{"telegraph.co.uk": "The Telegraph", "thesun.co.uk": "The Sun", "mirror.co.uk": "The Mirror"},
    **{
        "express.co.uk": "Daily Express",
        "metro.co.uk": "Metro",
        "standard.co.uk": "Evening Standard",
    },
    **{"latimes.com": "Los Angeles Times", "usatoday.com": "USA Today", "apnews.com": "AP News"},
    **{
        "reuters.com": "Reuters",
        "cnn.com": "CNN",
        "foxnews.com": "Fox News",
        "nbcnews.com": "NBC News",
    },
    **{
        "cbsnews.com": "CBS News",
        "abcnews.go.com": "ABC News",
        "npr.org": "NPR",
        "politico.com": "Politico",
    },
    **{"aljazeera.com": "Al Jazeera", "rt.com": "RT", "scmp.com": "South China Morning Post"},
    **{
        "newyorker.com": "The New Yorker",
        "theatlantic.com": "The Atlantic",
        "economist.com": "The Economist",
    },
    **{"dw.com": "DW", "deutsche welle": "DW", "dawn.com": "Dawn", "thehindu.com": "The Hindu"},
    **{"france24.com": "France 24", "spiegel.de": "Der Spiegel", "der spiegel": "Der Spiegel"},
    **{
        "elpais.com": "El País",
        "el país": "El País",
        "lemonde.fr": "Le Monde",
        "le monde.fr": "Le Monde",
    },
    **{"timesofindia.indiatimes.com": "The Times of India", "news.sky.com": "Sky News"},
    **{"hindustantimes.com": "Hindustan Times", "indianexpress.com": "The Indian Express"},
    **{"theglobeandmail.com": "The Globe and Mail", "cbc.ca": "CBC", "cbc news": "CBC"},
    **{"smh.com.au": "The Sydney Morning Herald", "theage.com.au": "The Age"},
    **{"straitstimes.com": "The Straits Times", "japantimes.co.jp": "The Japan Times"},
    **{"kyivindependent.com": "The Kyiv Independent", "themoscowtimes.com": "The Moscow Times"},
    **{"bloomberg.com": "Bloomberg", "thehill.com": "The Hill", "arstechnica.com": "Ars Technica"},
    **{"techcrunch.com": "TechCrunch", "theverge.com": "The Verge", "nypost.com": "New York Post"},
    **{"huffpost.com": "HuffPost", "huffingtonpost.com": "HuffPost", "huffington post": "HuffPost"},
}


def outlet(name: str | None, publisher: str | None = None, domain: str | None = None) -> str | None:
    """The name of an outlet: the site's, unless that is a slogan or an address.

    Args:
        name: as the site calls itself.
        publisher: as its articles declare it.
        domain: of its address.

    >>> outlet("Metro.co.uk"), outlet("Metro"), outlet(None, None, "www.nytimes.com")
    ('Metro', 'Metro', 'The New York Times')
    >>> outlet("Northport Courier | News, sport and more from the north", "Northport Courier")
    'Northport Courier'
    >>> outlet("COURIER.EXAMPLE"), outlet("Blogger", None, "quay.example")
    ('courier.example', 'quay.example')
    >>> outlet("© 2024 Courier Media. All rights reserved.")
    'Courier Media'
    """
    for given in (name, publisher, domain):
        bare = OWNED.sub("", " ".join((given or "").split()))
        if given is not domain and bare.lower() in PLATFORMS and (publisher or domain):
            continue
        if bare.startswith(("http://", "https://")) and not DOMAIN.fullmatch(bare):
            continue  # a page about the outlet, often on another site
        plain = SLOGAN.sub("", bare)
        if not plain or (given is name and publisher and _slogan(bare)):
            continue
        if DOMAIN.fullmatch(plain) and given is not domain and publisher and given is name:
            plain = publisher
        return one_name(plain)
    return None


def _slogan(name: str) -> bool:
    return bool(SLOGAN.search(name)) or len(name.split()) > LONG or "," in name


def of_address(url: str) -> str | None:
    """The outlet whose site an address is on, where that is known.

    >>> of_address("https://www.theguardian.com/world/1"), of_address("https://a.example/1")
    ('The Guardian', None)
    """
    found = SITE.match(url)
    return KNOWN.get(found[1].lower()) if found else None


def one_name(name: str) -> str:
    """The one name of an outlet that files call by its address, or by several names.

    >>> one_name("theguardian.com"), one_name("The Northport Courier")
    ('The Guardian', 'The Northport Courier')
    """
    found = DOMAIN.fullmatch(name)
    key = (found[1] if found else name).lower()
    if key in KNOWN:
        return KNOWN[key]
    if not found:
        return name
    stem = SUFFIX.sub("", name)
    capital = name[:1].isupper() and not name.isupper() and "." not in stem
    return stem if capital else found[1].lower()
