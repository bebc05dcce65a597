"""`code`: statements to a model, its answers to a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.coder.local import Local
from onrecord.coder.question import SYSTEM, Said, answer, question
from onrecord.corrections import Correction, append, read_corrections
from onrecord.corrections.journal import could_append, file_of
from onrecord.review.statements import Statement
from onrecord.stages import stage
from onrecord.tables import Tables


@dataclass(slots=True)
class Coded:
    """What a coder was asked and said.

    Attributes:
        path: the file of its answers.
        before: statements that it had answered in an earlier run.
        asked: statements of this run.
        unclear: of these, how many answers said nothing that was asked; they are not kept.
        given: answers of all runs.
    """

    path: Path
    before: int = 0
    asked: int = 0
    unclear: int = 0
    given: list[Correction] = field(default_factory=list)


def coder_file(folder: Path, model: str) -> Path:
    """Where a coder's answers lie; no run takes a file of this name.

    >>> coder_file(Path("tables"), "llama3.1:8b").name
    'coder-llama3-1-8b.jsonl'
    """
    return folder / file_of(folder, model).name.replace("corrections-", "coder-", 1)


def code(
    tables: Tables,
    queue: Iterable[Statement],
    folder: str | Path,
    local: Local,
    ask: Callable[[str, str], str] | None = None,
) -> Coded:
    """Ask a model about statements that it has not answered yet; each answer is kept at once.

    Args:
        tables: the analysis.
        queue: statements, from `onrecord.review`.
        folder: the store, beside whose tables the answers are kept.
        local: the model.
        ask: another way to ask it, of an instruction and a question.

    Raises:
        CoderError: the server is not there; what was answered before is kept.
        CorrectionsError: the file cannot be read or written.
    """
    done = Coded(coder_file(Path(folder), local.model))
    could_append(done.path)
    if done.path.is_file():
        done.given = read_corrections([done.path])[0]
    known = {_key(each) for each in done.given}
    for statement in queue:
        if statement.key in known:
            done.before += 1
            continue
        names = _names(tables, statement)
        with stage(f"asking {local.model}") as came:
            told = (ask or local.ask)(SYSTEM, question(statement, names))
            done.asked += 1
            came(f"statements asked: {done.asked}")
        said = answer(told, statement, names)
        if said is None:
            done.unclear += 1
            continue
        for each in _lines(statement, said, f"model {local.model}"):
            append(done.path, each)
            done.given.append(each)
    return done


def _lines(statement: Statement, said: Said, who: str) -> Iterator[Correction]:
    """One answer as a reviewer's lines; the speaker last, which says that it is whole."""
    if not said.quote:
        yield statement.answer("no quote", who)
        return
    for number, side in enumerate(statement.was.get("stances", ())):
        if number in said.labels:
            right = {"target": side["target"], "anchor": side["anchor"]}
            yield statement.answer("stance", who, {**right, "label": said.labels[number]})
    yield statement.answer("speaker", who, {"speakers": list(said.speakers)})


def _key(each: Correction) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    if each.article is None or each.kind == "stance":
        return None
    return each.article.id, tuple((anchor.start, anchor.end) for anchor in each.words)


def _names(tables: Tables, statement: Statement) -> list[str]:
    own = statement.article.id.replace("'", "''")
    found = tables.sql(
        f"select distinct actor as name from mentions where article_id = '{own}' "
        f"union select distinct speaker from attributions where article_id = '{own}'"
    )
    return sorted(str(name) for name in found.name.dropna())
