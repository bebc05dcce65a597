"""What can go wrong, each in one sentence that names the thing and the way out."""

from __future__ import annotations

from json import JSONDecodeError


class AnalysisError(Exception):
    """The root of every error that On Record raises on purpose."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, without the way through the package's files."""
        return [f"{type(self).__name__}: {self}"]


class LoadError(AnalysisError):
    """A path that cannot be read at all, or holds no article."""


class NothingFoundError(LoadError):
    """Paths that exist and hold nothing to read."""


class SchemaError(AnalysisError):
    """A table that does not have the columns or dtypes of `onrecord.schema`."""


class LexiconError(AnalysisError):
    """An `actors.yaml` that cannot be understood."""


class WordingError(AnalysisError):
    """Words to look for that cannot be understood, or a codebook of them."""


class AuditError(AnalysisError):
    """A sheet or a design of an audit that cannot be used."""


class CorrectionsError(AnalysisError):
    """A file of corrections that cannot be read or written."""


class LearntError(AnalysisError):
    """Corrections too few to learn from, or a file of what was learnt that is none."""


class CoderError(AnalysisError):
    """A language model that cannot be asked."""


class ExchangeError(AnalysisError):
    """A file of another program that cannot be written or read."""


class ModelError(AnalysisError):
    """Weights that are missing or do not fit this version of the reader."""


class SpanError(AnalysisError, ValueError):
    """A span that does not lie inside its text, or spans and texts that do not pair up."""


class StoreError(AnalysisError):
    """A folder of tables that is missing, incomplete, or written by another version."""


class OwnershipError(AnalysisError):
    """A place to write that is, or holds, something of the user's."""


class ReportError(AnalysisError):
    """A report that cannot be rendered as asked."""


def why(error: Exception) -> str:
    """Why a file cannot be read or written, without what the sentence around it says.

    >>> why(FileNotFoundError(2, "No such file or directory", "names.yaml"))
    'No such file or directory'
    >>> why(UnicodeDecodeError("utf-8", bytes([255]), 0, 1, "invalid start byte"))
    'it is not UTF-8'
    >>> why(JSONDecodeError("Expecting value", "---", 0))
    'it is no JSON from line 1 on'
    """
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    if isinstance(error, JSONDecodeError):
        return f"it is no JSON from line {error.lineno} on"
    return getattr(error, "strerror", None) or str(error)
