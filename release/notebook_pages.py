"""Notebooks of `docs/` as pages of the site, and beside each the notebook to be taken along."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each notebook a page (an event of mkdocs)."""
    for each in list(files):
        if each.src_uri.endswith(".ipynb"):
            path = Path(config.docs_dir, each.src_uri)
            uri = each.src_uri.removesuffix(".ipynb") + ".md"
            files.append(File.generated(config, uri, content=page(path)))
    return files


def page(notebook: Path) -> str:
    """A notebook as Markdown: cells for the shell as `sh`, the others as Python.

    Args:
        notebook: a file without outputs.
    """
    parts = []
    for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(text)
        elif text.startswith("!"):
            lines = "\n".join(line.removeprefix("!") for line in text.splitlines())
            parts.append(f"```sh\n{lines}\n```")
        else:
            parts.append(f"```python\n{text}\n```")
    parts.append(f"[Take this notebook along]({notebook.name}).")
    return "\n\n".join(parts) + "\n"
