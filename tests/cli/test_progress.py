"""The bar of long work: when it is drawn, what it shows, and that nothing of it is left."""

import fcntl
import io
import itertools
import os
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TextIO

import pytest

from prlint.cli.main import run
from prlint.cli.parallel import in_parallel
from prlint.cli.progress import Progress
from tests.cli.conftest import SILENT, WARNING

if sys.platform == "win32":
    pytest.skip("has no pseudo terminals", allow_module_level=True)


@dataclass
class Terminal:
    """A pseudo terminal: `stream` is what a program writes to."""

    stream: TextIO
    master: int

    def resize(self, columns: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def written(self) -> str:
        """Everything that was written so far."""
        os.set_blocking(self.master, False)
        data = b""
        try:
            while piece := os.read(self.master, 65536):
                data += piece
        except BlockingIOError:
            pass
        return data.decode()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A terminal of 80 columns, outside of any CI."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    master, slave = os.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        made = Terminal(stream, master)
        made.resize(80)
        yield made
    os.close(master)


def shown(written: str) -> list[str]:
    """The lines that a terminal shows after all that was written: a carriage return goes back to the first column."""
    lines = []
    for line in written.replace("\r\n", "\n").split("\n"):
        cells: list[str] = []
        for part in line.split("\r"):
            cells[: len(part)] = part
        lines.append("".join(cells).rstrip())
    return lines


def ticking(*moments: float) -> Callable[[], float]:
    """A clock that tells these moments, one a question, and the last one for ever."""
    told = itertools.chain(moments, itertools.repeat(moments[-1]))
    return lambda: next(told)


def test_the_first_two_seconds_draw_nothing(terminal: Terminal) -> None:
    progress = Progress(3, terminal.stream, ticking(100, 100.5, 101.9, 101.99))
    for _ in range(3):
        progress.step()
    progress.clear()
    assert terminal.written() == ""


def test_after_two_seconds_a_bar_tells_how_far_the_work_is(terminal: Terminal) -> None:
    progress = Progress(4, terminal.stream, ticking(0, 2))
    progress.step()
    assert shown(terminal.written()) == ["prlint: [#######.......................] 1 of 4 files"]


def test_it_is_drawn_ten_times_a_second_at_most(terminal: Terminal) -> None:
    progress = Progress(9, terminal.stream, ticking(0, 2, 2.05, 2.09, 2.1, 2.11))
    for _ in range(5):
        progress.step()
    assert [part for part in terminal.written().split("\r") if part] == [
        "prlint: [###...........................] 1 of 9 files",
        "prlint: [#############.................] 4 of 9 files",
    ]


def test_a_narrow_terminal_gets_what_fits_on_its_line(terminal: Terminal) -> None:
    terminal.resize(30)
    progress = Progress(4, terminal.stream, ticking(0, 2))
    progress.step()
    assert shown(terminal.written()) == ["1 of 4 files"]


def test_a_terminal_that_does_not_say_how_wide_it_is_has_the_usual_width(terminal: Terminal) -> None:
    terminal.resize(0)
    progress = Progress(4, terminal.stream, ticking(0, 2))
    progress.step()
    assert "[#######..." in terminal.written()


def test_clearing_leaves_a_blank_line(terminal: Terminal) -> None:
    progress = Progress(4, terminal.stream, ticking(0, 2))
    progress.step()
    progress.clear()
    written = terminal.written()
    assert "1 of 4" in written
    assert shown(written) == [""]
    assert written.endswith("\r")


def test_an_interrupt_while_it_is_drawn_leaves_a_blank_line_too() -> None:
    class Interrupted(io.StringIO):
        def flush(self) -> None:
            if self.getvalue().endswith("files"):
                self.write("^C")
                raise KeyboardInterrupt

    stream = Interrupted()
    progress = Progress(4, stream, ticking(0, 2))
    with pytest.raises(KeyboardInterrupt):
        progress.step()
    progress.clear()
    assert shown(stream.getvalue()) == [""]


Attended = Callable[..., int]


@pytest.fixture
def attended(desk: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Attended:
    """Runs something at a desk with three releases, each of which takes a second, with standard error on the terminal."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (desk / name).write_text(WARNING if name == "c.txt" else SILENT, encoding="utf-8")
    seconds = itertools.count()

    def start(*arguments: str) -> int:
        with monkeypatch.context() as patched:
            patched.setattr(time, "monotonic", lambda: float(next(seconds)))
            patched.setattr(sys, "stderr", terminal.stream)
            return run(list(arguments))

    return start


def test_a_long_check_shows_the_bar_and_then_only_its_findings(
    attended: Attended, terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert attended("--output-format", "concise", "a.txt", "b.txt", "c.txt") == 1
    written = terminal.written()
    assert "] 2 of 3 files" in written
    assert shown(written) == [""]
    out = capsys.readouterr().out
    assert out.startswith("c.txt:1:9: warning HSE002 jabberwock: ")
    assert "[###" not in out


def test_a_long_fix_shows_it_too(attended: Attended, terminal: Terminal) -> None:
    attended("fix", "a.txt", "b.txt", "c.txt")
    assert "] 2 of 3 files" in terminal.written()


def test_a_bar_is_no_colour(attended: Attended, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    attended(".")
    assert "] 3 of 3 files" in terminal.written()


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_no_bar_where_nobody_watches(
    attended: Attended, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert attended(".") == 1
    assert terminal.written() == ""


def test_no_bar_if_quiet_is_wanted(attended: Attended, terminal: Terminal) -> None:
    attended("--quiet", ".")
    attended("fix", "--quiet", ".")
    assert terminal.written() == ""


def test_no_bar_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds, file = itertools.count(), io.StringIO()
    monkeypatch.setattr(time, "monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr(sys, "stderr", file)
    assert in_parallel(str, range(5)) == ["0", "1", "2", "3", "4"]
    assert file.getvalue() == ""


def test_an_interrupt_leaves_a_clean_line_and_status_130(
    attended: Attended, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = Path.open

    def interrupted(path: Path, *how: Any, **more: Any) -> IO[Any]:
        if path.name == "c.txt":
            raise KeyboardInterrupt
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", interrupted)
    assert attended("a.txt", "b.txt", "c.txt") == 130
    written = terminal.written()
    assert "] 2 of 3 files" in written
    assert shown(written) == [""]
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
def test_workers_move_the_bar_and_keep_the_order(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count()
    monkeypatch.setattr("prlint.cli.parallel._FEWEST", 1)
    monkeypatch.setattr(time, "monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr(sys, "stderr", terminal.stream)
    assert in_parallel(str, range(20), 2) == [str(number) for number in range(20)]
    written = terminal.written()
    assert "] 20 of 20 files" in written
    assert shown(written) == [""]
