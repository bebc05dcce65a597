"""One key from a terminal, without the return key where the system can."""

from __future__ import annotations

import sys


def read_key(prompt: str) -> str:
    """Ask for one key.

    Raises:
        KeyboardInterrupt: control and C were pressed.
        EOFError: there is nobody to press one.
    """
    if not sys.stdin.isatty():
        return input(prompt)
    print(prompt, end="", flush=True)
    try:
        import termios
        import tty
    except ImportError:  # Windows
        import msvcrt  # it has nothing elsewhere

        pressed = vars(msvcrt)["getwch"]()
    else:
        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
        try:
            tty.setcbreak(handle)
            pressed = sys.stdin.read(1)
        finally:
            termios.tcsetattr(handle, termios.TCSADRAIN, before)
    print(pressed)
    if pressed == "\x03":
        raise KeyboardInterrupt
    return pressed
