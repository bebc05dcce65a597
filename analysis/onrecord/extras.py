"""Which extra brings a library that is not there, said in one sentence."""

from __future__ import annotations

# library, as it is imported -> extra of pyproject.toml
EXTRAS = {
    **dict.fromkeys(
        ("jupyterlab", "jupyter_client", "jupyter_server", "nbformat", "ipykernel", "IPython",
         "plotly", "papermill", "nbconvert", "nbclient", "nh3", "ipywidgets", "anywidget",
         "traitlets", "PIL"),
        "lab",
    ),
    **dict.fromkeys(
        ("docx", "pypdf", "openpyxl", "xlrd", "striprtf", "rispy", "warcio"), "formats"
    ),
    **dict.fromkeys(("dask", "distributed", "cryptography"), "cluster"),
    "cassis": "exchange",
    "networkx": "networks",
    **dict.fromkeys(("protego", "urllib3"), "feeds"),
}  # fmt: skip


def install(error: ImportError) -> str | None:
    """What to install where a library is missing; None where no extra brings it.

    >>> install(ModuleNotFoundError("No module named 'pypdf'", name="pypdf.errors"))
    "pypdf is missing; install it with `pip install 'onrecord[formats]'`"
    >>> install(ModuleNotFoundError("No module named 'os2'", name="os2"))
    """
    library = (error.name or "").split(".")[0]
    if library not in EXTRAS:
        return None
    return f"{library} is missing; install it with `pip install 'onrecord[{EXTRAS[library]}]'`"
