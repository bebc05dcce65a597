"""Where the `onrecord` command is entered: Ctrl-C before the command is there is one line, too.

Whoever runs the command imports this first, and it imports little: until then Python itself
answers, by a traceback.
"""

from __future__ import annotations

import _signal as signal  # what the module signal brings in takes most of the time until here
import os

STOPPED = 130  # exit code after Ctrl-C, as shells count it
SAID = b"onrecord: stopped.\n"


def main() -> int:
    """Run the command of this process; returns the exit code."""
    code = STOPPED
    try:
        from onrecord.command.cli import main as command

        _listen(_stop, signal.default_int_handler)  # the command answers from here
        code = command()
    except KeyboardInterrupt:  # before it listened, or a second one
        os.write(2, SAID)
    finally:
        # what Python does before it ends is nothing to be stopped
        _listen(signal.default_int_handler, lambda *_: os._exit(code))
    return code


def _stop(*_: object) -> None:
    """End at once, as nothing was begun; an exception inside an import could abort the process."""
    os.write(2, SAID)
    os._exit(STOPPED)


def _listen(before: object, now: object) -> None:
    """Answer Ctrl-C in another way, unless it is ignored, as where a shell runs in the back."""
    try:
        if signal.getsignal(signal.SIGINT) is before:
            signal.signal(signal.SIGINT, now)
    except ValueError:  # not in the main thread
        pass


_listen(signal.default_int_handler, _stop)
