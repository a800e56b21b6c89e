"""Where the program speaks: reports on standard output, problems on standard error."""

import os
import sys

# Exit statuses.
CLEAN = 0
FOUND = 1
DONE_NOTHING = 2
INTERRUPTED = 130

_PIPED_WIDTH = 100
_NARROWEST = 40


def say(text: str, *, aside: bool = False) -> None:
    """Writes to standard output, or if `aside` to standard error.

    A reader who has left (`| head`) is not an error, and the status stays what it is.
    """
    stream = sys.stderr if aside else sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # What Python would still flush at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def hand_over(data: bytes) -> None:
    """Writes bytes to standard output as they are."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(problem: str) -> None:
    """Tells of a problem on standard error, in one line, whatever stands in it. A caret display may follow on lines of its own."""
    from prlint.report.terminal import harmless

    print("prlint: " + "\n".join(harmless(line) for line in problem.split("\n")), file=sys.stderr, flush=True)


def defect(error: Exception) -> str:
    """One clause about an error that prlint should not have made. PRLINT_TRACEBACK=1 raises it instead."""
    if os.environ.get("PRLINT_TRACEBACK"):
        raise error
    return f"prlint failed on it, which is a defect ({type(error).__name__}: {' '.join(str(error).split())[:120]})"


def colored(choice: str) -> bool:
    """Whether to write in colour: as `--color` says, else NO_COLOR, FORCE_COLOR, else only on a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The width of the terminal, in cells; COLUMNS overrides it, and what is not a terminal has 100."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return max(int(told), _NARROWEST)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, _NARROWEST)
    except (OSError, ValueError):
        return _PIPED_WIDTH
