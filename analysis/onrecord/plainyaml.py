"""YAML as people write it, bounded before it is built: aliases multiply, nesting and size add."""

from __future__ import annotations

import re
from typing import Any

MAX_CHARACTERS = 5_000_000
MAX_VALUES = 500_000  # once each alias stands for what it repeats
MAX_DEPTH = 50
UNREAD = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError)  # of odd values
_HALVES = re.compile(r"\\u([dD][89abAB]\w{2})\\u([dD][c-fC-F]\w{2})|\\u[dD][89a-fA-F]\w{2}")


class PlainYamlError(ValueError):
    """A text that is not valid YAML, or is more than people write; the message says which.

    Attributes:
        line: where, from 1; None where it is all of it.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def read_yaml(text: str, limit: int = MAX_CHARACTERS) -> Any:
    r"""What a YAML text says; a pair of JSON escapes is the one character that it means.

    Args:
        text: the YAML.
        limit: most characters.

    Raises:
        PlainYamlError: it is not valid, nests too deeply, or unfolds to too much.

    >>> read_yaml('{name: "Zed \\ud83d\\ude00", aliases: [Z]}')
    {'name': 'Zed 😀', 'aliases': ['Z']}
    >>> read_yaml("- &a [x, x]\n- &b [*a, *a]\n- *b")
    [['x', 'x'], [['x', 'x'], ['x', 'x']], [['x', 'x'], ['x', 'x']]]
    """
    if len(text) > limit:
        raise PlainYamlError(f"is larger than {limit} characters")
    import yaml  # where there is some to read: most runs have none

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(_HALVES.sub(_joined, text))
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        if _size(node, {}, 0) > MAX_VALUES:
            raise PlainYamlError(f"unfolds to more than {MAX_VALUES} values")
        return loader.construct_document(node)
    except PlainYamlError:
        raise
    except RecursionError as error:
        raise PlainYamlError("nests too deeply") from error
    except (yaml.YAMLError, *UNREAD) as error:
        mark = getattr(error, "problem_mark", None)
        raise PlainYamlError("is not valid YAML", mark.line + 1 if mark else None) from error
    finally:
        loader.dispose()


def _joined(found: re.Match[str]) -> str:
    if not found[1]:
        return "\\ufffd"
    high, low = (int(half, 16) for half in found.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _size(node: Any, known: dict[int, int], depth: int) -> int:
    """How many values a node stands for, each shared one counted wherever it is repeated."""
    if depth > MAX_DEPTH:
        raise PlainYamlError("nests too deeply")
    key = id(node)
    if key not in known:
        known[key] = MAX_VALUES + 1  # what holds itself has no end
        parts = node.value if node.id != "scalar" else []
        flat = [each for part in parts for each in (part if isinstance(part, tuple) else (part,))]
        known[key] = 1 + sum(_size(each, known, depth + 1) for each in flat)
    return known[key]
