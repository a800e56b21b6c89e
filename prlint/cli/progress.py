"""A bar for work that takes longer than a user waits without asking. It is drawn on a terminal only, and leaves no trace there."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE = 2.0  # seconds before anything is drawn
_PAUSE = 0.1  # seconds between two pictures
_BAR = 30
_ECHO = 2  # cells that a terminal puts behind the bar at an interrupt: ^C
_USUAL = 80  # columns of a terminal that does not say how wide it is


class Progress:
    """How much of some work is done, drawn on one line of a terminal."""

    def __init__(self, total: int, terminal: TextIO, clock: Callable[[], float] | None = None) -> None:
        self._total = total
        self._terminal = terminal
        self._clock = clock or time.monotonic
        self._done = 0
        self._next = self._clock() + _PATIENCE
        self._drawn = 0

    def step(self) -> None:
        """One more piece is done."""
        self._done += 1
        now = self._clock()
        if now >= self._next:
            self._next = now + _PAUSE
            self._draw()

    def clear(self) -> None:
        """Leaves the line as it was."""
        if self._drawn:
            self._write(f"\r{' ' * (self._drawn + _ECHO)}\r")
            self._drawn = 0

    def _draw(self) -> None:
        full = _BAR * self._done // self._total
        told = f"{self._done} of {self._total} files"
        line = f"prlint: [{'#' * full}{'.' * (_BAR - full)}] {told}"
        columns = _columns(self._terminal)
        if len(line) + _ECHO >= columns:
            line = told[: columns - _ECHO - 1]
        before, self._drawn = self._drawn, max(len(line), self._drawn)  # first, for an interrupt may come while it is drawn
        self._write(f"\r{line.ljust(before)}")

    def _write(self, text: str) -> None:
        self._terminal.write(text)
        self._terminal.flush()


@contextmanager
def watched(total: int, terminal: TextIO, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """Gives what to call after each piece of work. The bar is gone behind it, whatever happens."""
    if quiet or not terminal.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        yield lambda: None
        return
    progress = Progress(total, terminal)
    try:
        yield progress.step
    finally:
        progress.clear()


def _columns(terminal: TextIO) -> int:
    try:
        return os.get_terminal_size(terminal.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL
