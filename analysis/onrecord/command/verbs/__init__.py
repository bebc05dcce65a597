"""The verbs of the command. A verb is a file of this folder and a line of `VERBS`."""

from __future__ import annotations

from onrecord.command.verb import Verb
from onrecord.command.verbs import (
    actors,
    agreement,
    analyse,
    audit,
    check,
    clean,
    coder,
    completion,
    config,
    draft,
    exchange,
    figures,
    issues,
    lab,
    manual,
    network,
    new,
    quotes,
    repeats,
    report,
    review,
    sample,
    search,
    sources,
    speakers,
    table,
)

__all__ = ["VERBS"]

# in the order of `onrecord --help`
VERBS: tuple[Verb, ...] = (
    analyse.VERB,
    report.VERB,
    lab.VERB,
    sample.VERB,
    speakers.VERB,
    sources.VERB,
    issues.VERB,
    repeats.VERB,
    figures.VERB,
    draft.VERB,
    search.VERB,
    new.VERB,
    network.VERB,
    quotes.VERB,
    table.VERB,
    actors.VERB,
    review.VERB,
    agreement.VERB,
    coder.VERB,
    audit.VERB,
    exchange.VERB,
    check.VERB,
    clean.VERB,
    config.VERB,
    completion.VERB,
    manual.VERB,
)
