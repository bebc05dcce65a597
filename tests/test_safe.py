"""Text that others wrote, made harmless."""

import html

import pytest

from onrecord.safe import (
    MARK,
    clip,
    clip_apart,
    text_for_figure,
    text_for_html,
    texts_for_figure,
    visible,
)


@pytest.mark.parametrize(
    "given, shown",
    [
        ("plain words", "plain words"),
        ("naïve – “quoted” 日本", "naïve – “quoted” 日本"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("zero\u200bwidth\u2060and\ufeffjoin\u00ader", "zerowidthandjoiner"),
        ("\u202egnp.exe\u202c", f"{MARK}gnp.exe{MARK}"),
        ("\u2066isolate\u2069", f"{MARK}isolate{MARK}"),
        ("bell\x07null\x00", f"bell{MARK}null{MARK}"),
        ("lone \ud800 surrogate", f"lone {MARK} surrogate"),
        ("tag\U000e0041s", "tags"),
        ("line\u2028separator", "line\nseparator"),
        (None, ""),
        (float("nan"), ""),
        (12, "12"),
        ("", ""),
    ],
)
def test_visible(given, shown):
    assert visible(given) == shown


@pytest.mark.parametrize(
    "given, limit, cut",
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("one too many", 11, "one too ma…"),
        ("space at the cut", 6, "space…"),
        ("anything", None, "anything"),
        ("x", 0, "…"),
    ],
)
def test_clip(given, limit, cut):
    assert clip(given, limit) == cut


EVIL = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    "<a href='javascript:alert(1)'>x</a>",
    '<span style="background:url(//evil.example)">x</span>',
    "&lt;script&gt;",
    "</script><!--",
]


@pytest.mark.parametrize("text", EVIL)
def test_html_has_no_markup_left_and_reads_as_before(text):
    safe = text_for_html(text)
    assert not set(safe) & set("<>\"'")
    assert html.unescape(safe) == text


@pytest.mark.parametrize("text", [*EVIL, "$x^2$ and %{customdata}", "a  b\nc"])
def test_figure_text_has_neither_markup_nor_template_nor_formula(text):
    safe = text_for_figure(text)
    assert not set(safe) & set("<>\"'$%\n")
    assert html.unescape(safe) == " ".join(text.split())


def test_figure_text_is_clipped_before_it_is_escaped():
    assert text_for_figure("<<<<<", 3) == "&lt;&lt;…"


@pytest.mark.parametrize(
    ("texts", "limit", "cut"),
    [
        (["Ferry League of Vell", "Ferry League of Ost"], 12, ["Ferry… Vell", "Ferry…f Ost"]),
        (["Ferry League of Vell", "Norland"], 12, ["Ferry Leagu…", "Norland"]),
        # the same name twice is one name
        (["Ferry League of Vell"] * 2, 12, ["Ferry Leagu…"] * 2),
        ([], 12, []),
    ],
)
def test_texts_that_would_look_alike_are_cut_in_their_middle(texts, limit, cut):
    assert clip_apart(texts, limit) == cut


def test_texts_told_apart_are_escaped_after_they_are_cut():
    found = texts_for_figure(["<b>Union</b> of Vell", "<b>Union</b> of Ostby"], 12)
    assert found == ["&lt;b&gt;Uni… Vell", "&lt;b&gt;Uni…Ostby"]
