"""Empty environments with something installed, by uv where it is here, else by pip."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def environment(where: Path, what: str, python: str = sys.executable) -> Path:
    """An environment that holds some requirement, all that it needs, and nothing else.

    Args:
        where: a folder that is not there yet.
        what: a requirement, or a wheel or sdist, with extras or without.
        python: that the environment is made of.

    Returns:
        Its Python.
    """
    subprocess.run([python, "-m", "venv", "--without-pip", str(where)], check=True)
    inside = where / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if uv := shutil.which("uv"):
        install = [uv, "pip", "install", "--python", str(inside)]
    else:
        install = [sys.executable, "-m", "pip", "--python", str(inside), "install"]
    subprocess.run([*install, "--quiet", what], check=True)
    return inside
