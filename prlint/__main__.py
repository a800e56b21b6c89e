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
    sys.exit(status)


if __name__ == "__main__":
    main()
