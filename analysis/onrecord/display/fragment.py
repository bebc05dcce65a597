"""What a notebook shows: HTML for JupyterLab and the page, data for the page's script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.safe import text_for_html

# Kinds of output that our exporter knows; JupyterLab shows their text/html instead.
HEADER = "application/vnd.onrecord.header+json"
TABLE = "application/vnd.onrecord.table+json"
EVIDENCE = "application/vnd.onrecord.evidence+json"
UNASKED = "application/vnd.onrecord.unasked+json"  # a page leaves it out


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a page.

    Attributes:
        html: markup in which every corpus string was escaped.
        plain: the same in plain text, for a terminal.
        mime: kind of `data`, one of this module's names.
        data: what the page's script reads instead of `html`.
    """

    html: str
    plain: str = ""
    mime: str | None = None
    data: dict = field(default_factory=dict)

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, object]:
        bundle: dict[str, object] = {"text/html": self.html, "text/plain": self.plain or " "}
        if self.mime:
            bundle[self.mime] = self.data
        return bundle

    def __repr__(self) -> str:
        return self.plain or "Fragment"


def element(tag: str, *inner: str, **attributes: object) -> str:
    """An element; attribute values are escaped, `inner` must be markup already.

    Attributes that are None or False are left out; `class_` stands for `class`, and `_`
    in a name for `-`.

    >>> element("td", "4", class_="number", data_value=4, hidden=None)
    '<td class="number" data-value="4">4</td>'
    >>> element("p", text("a < b"), title='"')
    '<p title="&#34;">a &lt; b</p>'
    """
    given = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        name = name.rstrip("_").replace("_", "-")
        given.append(f" {name}" if value is True else f' {name}="{text_for_html(value)}"')
    return f"<{tag}{''.join(given)}>{''.join(inner)}</{tag}>"


def unasked(said: str, how: str = "") -> Fragment:
    """What a notebook says of something that was not asked for; a page leaves it out.

    Args:
        said: in a sentence, for who reads.
        how: in a terminal; by default the same.
    """
    return Fragment(element("p", text(said), class_="or-note"), how or said, UNASKED)


def text(value: object) -> str:
    """A corpus string as markup: escaped, nothing hidden in it.

    >>> text("<script>")
    '&lt;script&gt;'
    """
    return text_for_html(value)


def joined(parts: Iterable[str]) -> str:
    """Markup put together without anything between."""
    return "".join(parts)
