"""Each rule does what its docstring shows, and nothing else does it."""

from __future__ import annotations

import re

import pytest
from attribution_language import attributions, mark
from rules import example

from onrecord.attribution.attribute import RULES, Rule

HEAD = "Talks open in Vell"


def lines(rule: Rule) -> tuple[str, str]:
    """A rule's example as two articles; one line stands under a headline."""
    before, after = example(rule)
    head = [HEAD] if len(before) == 1 else []
    return "\n\n".join(head + before), "\n\n".join(head + after)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_does_what_its_example_shows(rule: Rule) -> None:
    before, after = lines(rule)
    numbers = bool(re.search(r"\{[SQC]\d", after))
    assert mark(*attributions(before), numbers=numbers) == after
    without = [each for each in RULES if each is not rule]
    assert mark(*attributions(before, without), numbers=numbers) != after


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_file_is_named_like_its_rule(rule: Rule) -> None:
    assert rule.__module__ == f"onrecord.attribution.rules.{rule.__name__}"
