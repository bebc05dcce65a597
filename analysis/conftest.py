"""Modules are imported as the package imports them before their doctests are looked for.

Else pytest would load `summary/distinctive.py` a second time and put that module where its room
offers the function of the same name.
"""

import contextlib
from importlib import import_module
from pathlib import Path


def pytest_collect_file(file_path):
    """Import a module by its name; one that cannot be is left to pytest, which tells why."""
    place = file_path.relative_to(Path(__file__).parent).with_suffix("")
    if file_path.suffix == ".py" and place.name not in ("__main__", "conftest"):
        with contextlib.suppress(ImportError):
            import_module(".".join(place.parts).removesuffix(".__init__"))
