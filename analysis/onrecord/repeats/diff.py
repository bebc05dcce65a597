"""What one version of a quotation has and another has not."""

from __future__ import annotations

from difflib import SequenceMatcher

from onrecord.wording import tokens


def diff(one: str, other: str) -> list[tuple[str, str]]:
    """The words of two versions in order.

    Args:
        one: a version.
        other: another.

    Returns:
        Pairs of what it is and the words as written: `same`, `only one` or `only other`.

    >>> diff("We will not sign it", "We will never sign it")
    [('same', 'We will'), ('only one', 'not'), ('only other', 'never'), ('same', 'sign it')]
    """
    a, b = tokens(one), tokens(other)
    words = [t.word for t in a], [t.word for t in b]
    made = []
    for tag, i, j, k, m in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        left = one[a[i].start : a[j - 1].end] if j > i else ""
        right = other[b[k].start : b[m - 1].end] if m > k else ""
        if tag == "equal":
            made.append(("same", left))
        else:
            made += [
                (name, text) for name, text in (("only one", left), ("only other", right)) if text
            ]
    return made
