"""Modules of a library that are wanted without the rest of it, or only once they are used."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def parts(package: str, names: Sequence[str]) -> list[ModuleType]:
    """Import modules of a package, and not what its `__init__` imports for others.

    Whoever imports the package itself gets all of it, as if this had not been.

    Args:
        package: name of an installed package.
        names: its modules, relative to it; they import nothing from `package` itself.

    Returns:
        The modules, in order.

    Raises:
        ModuleNotFoundError: the package or one of the modules is not there.

    >>> [module.__name__ for module in parts("json", ["scanner"])]
    ['json.scanner']
    """
    names = [f"{package}.{name}" for name in names]
    if package in sys.modules:
        return [import_module(name) for name in names]
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    shell = ModuleType(package)
    shell.__path__ = list(spec.submodule_search_locations)
    before = {*sys.modules}
    sys.modules[package] = shell
    try:
        return [import_module(name) for name in names]
    finally:
        for name in {*sys.modules} - before:
            if name == package or name.startswith(f"{package}."):
                del sys.modules[name]


class _Later(ModuleType):
    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


def later(library: str) -> ModuleType:
    """A library that is imported when it is first used.

    >>> later("json").dumps([1])
    '[1]'
    """
    return _Later(library)
