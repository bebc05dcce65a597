"""One notebook to one page that stands alone."""

from __future__ import annotations

from pathlib import Path

from onrecord.ownership import write_file
from onrecord.report.execute import SECONDS, execute
from onrecord.report.exporter import ReportExporter


def render_one(
    notebook: str | Path,
    parameters: dict[str, object],
    output: str | Path,
    *,
    keep: str | Path | None = None,
    seconds: int = SECONDS,
) -> Path:
    """One notebook to one self-contained page.

    Args:
        notebook: corpus, speaker, actor or article, or the path of another notebook.
        parameters: for its cell tagged `parameters`; unknown names are refused.
        output: the HTML file to write.
        keep: where to keep the executed notebook as well.
        seconds: the longest that one cell may take.

    Raises:
        ReportError: the notebook did not complete; nothing is written then.
    """
    node = execute(notebook, parameters, output=Path(keep) if keep else None, seconds=seconds)
    html, _ = ReportExporter().from_notebook_node(node)
    return write_file(output, html.encode("utf-8", "replace"), "a page")
