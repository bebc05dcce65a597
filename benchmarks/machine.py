"""What a measurement was made on and with."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def machine() -> str:
    """The machine, in words."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{_more()}, Python " + (
        platform.python_version()
    )


def commit() -> str:
    """The commit that was measured, with a `+` where files have changed since."""
    said = ["git", "describe", "--always", "--exclude=*", "--abbrev=10", "--dirty=+"]
    ran = subprocess.run(said, cwd=HERE, capture_output=True, text=True, check=False)
    return ran.stdout.strip() or "unknown"


def load() -> float:
    """How many processes wanted a core in the last minute; above 0 somebody else is at work."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def _more() -> str:
    found = []
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        found += [row.partition(":")[2].strip() for row in lines if row.startswith("model name")][
            :1
        ]
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        found.append(f"{pages / 2**30:.0f} GiB")
    except (OSError, ValueError):
        pass
    return f" ({', '.join(found)})" if found else ""
