"""What was learnt from corrections, as the terminal tells it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.learn import Lesson, Trial

MEASURES = ("right", "found", "error")
_HEAD = ("", "answers", *MEASURES)


def told(lesson: Lesson, file: Path) -> str:
    """Each part before and after, what came of it, and where it was written.

    Args:
        lesson: what came of learning.
        file: where what was learnt lies, or would lie.
    """
    lines = [f"{_HEAD[0]:<18}" + "".join(f"{name:>17}" for name in _HEAD[1:])]
    for each in lesson.trials:
        lines += [_line(each), f"  {each.verdict}"]
    lines.append(
        "Right: of what is given, the share that is. Found: of what there is, the share that is "
        "given and right. Error: of the probabilities. In percent, as it is and as learnt from "
        "other articles."
    )
    if lesson.path is not None:
        lines.append(f"{lesson.path} holds what was learnt; delete it to go back.")
    elif file.exists():
        lines.append(f"Nothing helps clearly: {file} stays as an earlier run wrote it.")
    else:
        lines.append("Nothing helps clearly: nothing was written.")
    return "\n".join(lines)


def _line(trial: Trial) -> str:
    pairs = []
    for name in MEASURES:
        before, after = (getattr(of, name) if of else None for of in (trial.before, trial.after))
        pairs.append(f"{_percent(before)} > {_percent(after)}" if trial.after else _percent(before))
    return f"{trial.name:<18}{trial.answers:>17,}" + "".join(f"{pair:>17}" for pair in pairs)


def _percent(value: float | None) -> str:
    return "–" if value is None or value != value else f"{100 * value:.1f}"
