"""A body that stands twice, one after the other, as prints and pages for two screens hold it."""

from __future__ import annotations

LEAST = 40  # words of a body; a verse may come again


def once(text: str, title: str | None = None) -> str:
    r"""The text with its body once, where all of it is repeated word by word.

    >>> said = "It rained in the harbour today. " * 7 + "\nThen all of the ferries left the bay. "
    >>> once(f"Rain\n\n{said}\n{said}", "Rain") == f"Rain\n\n{said}".rstrip()
    True
    >>> once("la la\nle le\nla la\nle le")
    'la la\nle le\nla la\nle le'
    """
    lines = text.split("\n")
    first = 1 if title and lines[0].strip() == title else 0
    told = [at for at in range(first, len(lines)) if lines[at].strip()]
    half, odd = divmod(len(told), 2)
    if odd or half < 2:
        return text
    one, other = ([lines[at].split() for at in part] for part in (told[:half], told[half:]))
    if one != other or sum(map(len, one)) < LEAST:
        return text
    return "\n".join(lines[: told[half - 1] + 1]).rstrip()
