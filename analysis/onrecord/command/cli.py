"""The `onrecord` command: arguments in, an exit code out; every error a sentence."""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from onrecord.command.ending import ends_in_order
from onrecord.command.log import LOG, start_log
from onrecord.command.parser import parser
from onrecord.command.settings import apply, read_settings, settings_file
from onrecord.command.verb import DONE, NOTHING, WRONG
from onrecord.errors import AnalysisError, NothingFoundError, StoreError
from onrecord.ownership import marked

__all__ = ["DONE", "NOTHING", "WRONG", "main", "parser"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    with ends_in_order(main.__code__):
        return _run(argv)


def _run(argv: Sequence[str] | None) -> int:
    arguments = argparse.Namespace(verbose=False)
    try:
        described = parser()
        if "_ARGCOMPLETE" in os.environ:  # a shell asks what could follow
            import argcomplete

            argcomplete.autocomplete(described)
        arguments = _understood(described, argv)
        begin = time.perf_counter()
        start_log(quiet=arguments.quiet, verbose=arguments.verbose)
        if hasattr(sys.stdout, "reconfigure"):  # a terminal that knows no accents shows codes
            sys.stdout.reconfigure(errors="backslashreplace")
        _begin(arguments)
        code = _done(arguments)
        LOG.info("ended after %.2f s, exit code %s", time.perf_counter() - begin, code)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except (NothingFoundError, StoreError) as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return NOTHING
    except AnalysisError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return WRONG
    except ModuleNotFoundError as error:
        print(f"onrecord: {_missing(error)}.", file=sys.stderr)
        return WRONG
    except BrokenPipeError:  # `onrecord quotes ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("onrecord: stopped.", file=sys.stderr)
        return 130
    except Exception as error:
        if arguments.verbose:
            traceback.print_exc()
        print(f"onrecord: {_sentence(error)}", file=sys.stderr)
        return WRONG


def _understood(
    described: argparse.ArgumentParser, argv: Sequence[str] | None
) -> argparse.Namespace:
    """The arguments, with the user's settings where the line says nothing.

    Raises:
        ConfigError: the file of settings cannot be understood.
    """
    named = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    named.add_argument("--config")
    words = list(sys.argv[1:] if argv is None else argv)
    if not {"-h", "--help", "--version"} & {*words}:
        given = named.parse_known_args(words)[0].config
        path = settings_file(None if given is None else Path(given))
        if path is not None:
            apply(described, read_settings(path), path)
            described.set_defaults(settings=path)
    return described.parse_args(argv)


def _begin(arguments: argparse.Namespace) -> None:
    """Say what runs, for who asks to see what is done."""
    if arguments.verbose and not arguments.quiet:
        import platform
        from importlib.metadata import version

        on = f"Python {platform.python_version()}, {platform.system()}"
        LOG.info("onrecord %s %s, %s", version("onrecord"), _verb(arguments), on)
        LOG.info("settings: %s", getattr(arguments, "settings", None) or "defaults")


def _verb(arguments: argparse.Namespace) -> str:
    """As it is typed, `audit draw` with its second word."""
    return " ".join(filter(None, (arguments.command, getattr(arguments, "word", None))))


def _done(arguments: argparse.Namespace) -> int:
    try:
        arguments.claim(arguments)
        form = getattr(arguments, "format", None)
        with marked(_verb(arguments), form), _reading(getattr(arguments, "reader", None)):
            return arguments.run(arguments)
    except NothingFoundError as error:
        if not getattr(arguments, "allow_empty", False):
            raise
        LOG.info("%s", error)
        return DONE


@contextmanager
def _reading(chosen: str | None) -> Iterator[None]:
    """Which reader reads, in this process and in those that it starts."""
    if chosen is None:
        yield
        return
    # takes long to import, and is what will read
    from onrecord.reader.folders import CHOSEN, READERS

    before = os.environ.get(CHOSEN)
    os.environ[CHOSEN] = chosen if chosen in READERS else str(Path(chosen).resolve())
    try:
        yield
    finally:
        if before is None:
            del os.environ[CHOSEN]
        else:
            os.environ[CHOSEN] = before


def _missing(error: ModuleNotFoundError) -> str:
    """Which extra is needed."""
    from onrecord.extras import install

    return install(error) or _sentence(error)


def _sentence(error: Exception) -> str:
    """What happened, in one line, for an error that nobody expected."""
    if isinstance(error, OSError) and error.strerror:
        name = f"{error.filename}: " if error.filename else ""
        said = f"{name}{error.strerror}"
        return said if len(said) < 300 else f"{said[:100]} … {said[-100:]}"
    said = " ".join(str(error).split()) or "no reason was given"
    return f"{type(error).__name__}: {said[:300]} (-v shows where)"


if __name__ == "__main__":
    sys.exit(main())
