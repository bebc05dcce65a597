"""The list of all parts of an installation (SBOM), in CycloneDX's JSON."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def list_parts(wheel: Path, into: Path, python: str = sys.executable) -> bool:
    """Install a wheel with all extras into an empty environment, and list what is there.

    Args:
        wheel: of On Record.
        into: the file.
        python: that the environment is made of.

    Returns:
        Whether it was made: uv, which brings the tool that lists, may not be here.
    """
    uv = shutil.which("uv")
    if uv is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "venv"
        subprocess.run([uv, "venv", "--quiet", "--python", python, str(where)], check=True)
        inside = where / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        install = [uv, "pip", "install", "--quiet", "--python", str(inside), f"{wheel}[all]"]
        subprocess.run(install, check=True)
        tool = [uv, "tool", "run", "--from", "cyclonedx-bom", "cyclonedx-py", "environment"]
        words = [str(inside), "--output-format", "JSON", "--output-file", str(into)]
        subprocess.run([*tool, *words], check=True)
    return True
