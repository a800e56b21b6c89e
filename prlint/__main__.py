"""The command `prlint`, and `python -m prlint`."""

import sys


def main() -> None:
    """Runs the command line and leaves with its status; an interrupt is quiet."""
    import gc

    gc.disable()  # the objects of a run live to its end; looking for cycles among them costs 3 % of a large run
    try:
        from prlint.cli.main import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    _leave(status)


def _leave(status: int) -> None:
    """Leaves at once. To take a hundred thousand objects apart before leaving costs a tenth of a cold run."""
    import atexit
    import os

    atexit._run_exitfuncs()  # noqa: SLF001 - what is kept for the runs to come is written now
    for stream in (sys.stdout, sys.stderr):
        try:
            if not stream.closed:  # the language server closes its own when the editor goes
                stream.flush()
        except OSError:  # nobody reads on
            status = status or 1
    os._exit(status)


if __name__ == "__main__":
    main()
