"""Dev figures as the tables of the model card."""

from __future__ import annotations

from typing import Any

NAMES = {
    "newsmtsc": "NewsMTSC, mean of mt and rw, macro-F1",
    "mt": "NewsMTSC dev mt, macro-F1",
    "rw": "NewsMTSC dev rw, macro-F1",
    "dse": "DSE dev, macro-F1",
    "source": "PolNeAR dev, source, exact-match F1",
    "cue": "PolNeAR dev, cue, exact-match F1",
    "content": "PolNeAR dev, content, exact-match F1",
    "links": "PolNeAR dev, contents with the right cue and source, spans given, %",
    "calibration_toward": "expected calibration error, toward",
    "calibration_between": "expected calibration error, between",
}


def tables(figures: dict[str, Any]) -> str:
    """Return Markdown: one table of measures, one of labels.

    >>> print(tables({"cue": {"value": 71.0, "low": 68.0, "high": 74.1}}).splitlines()[2])
    | PolNeAR dev, cue, exact-match F1 | 71.0 | 68.0 to 74.1 |
    """
    lines = ["| Measure | Value | 95% interval |", "|---|---|---|"]
    labels = ["| Data | Label | F1 | 95% interval |", "|---|---|---|---|"]
    for key, name in NAMES.items():
        if key not in figures:
            continue
        figure = figures[key]
        if not isinstance(figure, dict):
            lines.append(f"| {name} | {figure} | |")
            continue
        lines.append(f"| {name} | {figure['value']} | {figure['low']} to {figure['high']} |")
        for label, each in figure.get("labels", {}).items():
            span = f"{each['low']} to {each['high']}"
            labels.append(f"| {name.partition(',')[0]} | {label} | {each['value']} | {span} |")
    return "\n".join([*lines, "", *labels])
