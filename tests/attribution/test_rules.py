"""Each rule does what its docstring shows, and nothing else does it."""

from __future__ import annotations

import inspect
import re

import pytest
from attribution_language import attributions, mark

from onrecord.attribution.attribute import RULES, Rule

HEAD = "Talks open in Vell"
EXAMPLE = re.compile(r"Before:\n(?P<before>(?: {4}.+\n)+)After:\n(?P<after>(?: {4}.+(?:\n|$))+)")


def example(rule: Rule) -> tuple[str, str]:
    """The text of a rule's docstring before and after it; one line stands under a headline."""
    found = EXAMPLE.search(inspect.getdoc(rule) or "")
    assert found, f"{rule.__name__} has no example"
    before, after = (
        [line.strip() for line in found[name].splitlines()] for name in ("before", "after")
    )
    head = [HEAD] if len(before) == 1 else []
    return "\n\n".join(head + before), "\n\n".join(head + after)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_does_what_its_example_shows(rule: Rule) -> None:
    before, after = example(rule)
    numbers = bool(re.search(r"\{[SQC]\d", after))
    assert mark(*attributions(before), numbers=numbers) == after
    without = [each for each in RULES if each is not rule]
    assert mark(*attributions(before, without), numbers=numbers) != after


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_file_is_named_like_its_rule(rule: Rule) -> None:
    assert rule.__module__ == f"onrecord.attribution.rules.{rule.__name__}"
