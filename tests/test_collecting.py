"""What pytest collects first does not change what the package offers."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(("room", "name"), [("summary", "distinctive"), ("networks", "write")])
def test_a_room_offers_its_function_after_the_doctests_of_the_module_of_its_name(room, name):
    code = (
        f"import pytest; pytest.main(['--collect-only', '-p', 'no:cacheprovider', "
        f"'analysis/onrecord/{room}/{name}.py']); "
        f"from onrecord import {room}; print(type({room}.{name}).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[-1] == "function"
