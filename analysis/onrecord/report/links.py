"""Where the pages of a site lie, for what links to them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from onrecord.report.plan import Planned

Links = dict[str, dict[str, str]]  # kind of page -> id or name -> address


def links_of(ready: list[Planned], root: str) -> Links:
    """The pages that there are; addresses begin with the way to the folder of the site."""
    links: Links = {"speaker": {}, "actor": {}, "article": {}}
    for item in ready:
        if item.kind in links:
            links[item.kind][item.key] = root + item.path
    return links


def in_order(ready: list[Planned]) -> list[tuple[str, str]]:
    """The articles that have a page, in order of publication; those without a day last."""
    told = [item for item in ready if item.kind == "article"]
    told.sort(key=lambda item: (pd.isna(item.day), "" if pd.isna(item.day) else str(item.day)))
    return [(item.key, item.name) for item in told]


def originals_of(listed: pd.DataFrame) -> dict[str, str]:
    """Where articles first appeared, by id: addresses of the web, and no other text."""
    known = listed.dropna(subset="url").set_index("article_id").url
    return {key: url for key, url in known.items() if url.startswith(("http://", "https://"))}


def linker(links: Links, originals: dict[str, str] | None = None) -> Callable[[str], str | None]:
    """Gives the address for what a page calls another by; None where there is no such page.

    Args:
        links: of pages.
        originals: of articles, to lead to where they have no page.

    >>> to = linker({"article": {"a1": "../articles/a1.html"}}, {"a2": "https://post.example/2"})
    >>> to("article/a1#q2"), to("article/a2#q2"), to("article/a3")
    ('../articles/a1.html#q2', 'https://post.example/2', None)
    """
    outside = originals or {}

    def link(wanted: str) -> str | None:
        kind, _, rest = wanted.partition("/")
        key, _, anchor = rest.partition("#") if kind == "article" else (rest, "", "")
        found = links.get(kind, {}).get(key)
        if found is None and kind == "article":
            return outside.get(key)
        return f"{found}#{anchor}" if found and anchor else found

    return link
