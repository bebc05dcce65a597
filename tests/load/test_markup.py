"""HTML fragments to text."""

import pytest

from onrecord.load.markup import is_markup, plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        (" \n ", ""),
        ("words", "words"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<br/>two</p>tail", "One\ntwo\n\ntail"),
        ("<p>One\n  <i>word</i>s</p>", "One words"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("<p>a</p><script>x()</script><style>p{}</style><!-- c --><p>b</p>", "a\n\nb"),
        ("<p>1 &lt; 2 &amp; “x”</p>", "1 < 2 & “x”"),
        ("<p>open <b>never closed", "open never closed"),
    ],
)
def test_plain(markup, text):
    assert plain(markup) == text


def test_a_page_nested_deeper_than_python_recurses():
    assert plain("<div>" * 3000 + "deep").strip() in ("deep", "")


@pytest.mark.parametrize(
    ("text", "known"),
    [("<p>a</p>", True), ("a<br>b", True), ("</div>", True), ("a < b > c", False), ("<x>", False)],
)
def test_is_markup(text, known):
    assert is_markup(text) is known
