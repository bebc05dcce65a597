"""The list of all parts of an installation (SBOM), in CycloneDX's JSON."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from release.clean import environment

TOOL = "cyclonedx-bom>=7"  # in an environment of its own, as it is no part of what is listed
PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def list_parts(wheel: Path, into: Path, python: str = sys.executable) -> None:
    """Install a wheel with all extras into an empty environment, and list what is there.

    Args:
        wheel: of On Record.
        into: the file.
        python: that the environment is made of.
    """
    with tempfile.TemporaryDirectory() as folder:
        parts = environment(Path(folder, "parts"), f"{wheel}[all]", python)
        tool = environment(Path(folder, "tool"), TOOL)
        words = ["environment", str(parts), "--pyproject", str(PROJECT), "--output-reproducible"]
        written = ["--output-format", "JSON", "--output-file", str(into)]
        subprocess.run([str(tool), "-m", "cyclonedx_py", *words, *written], check=True)
