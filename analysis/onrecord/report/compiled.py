"""Templates that were compiled once in this process: a site makes several exporters."""

from __future__ import annotations

from typing import ClassVar

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Code of templates, for environments that are set up alike.

    >>> from jinja2 import DictLoader, Environment
    >>> made = [Environment(loader=DictLoader({"a": "{{ n }}!"}), bytecode_cache=Compiled())
    ...         for _ in range(2)]
    >>> [each.get_template("a").render(n=number) for number, each in enumerate(made)]
    ['0!', '1!']
    """

    _held: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled of this template, unless its text is another by now."""
        if held := self._held.get(bucket.key):
            bucket.bytecode_from_string(held)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold what was compiled."""
        self._held[bucket.key] = bucket.bytecode_to_string()
