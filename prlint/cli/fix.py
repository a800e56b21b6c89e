"""`prlint fix`: the same as `prlint check --fix`."""

import click

from prlint.cli.check import command as check
from prlint.records import Any

_OPTIONS = [parameter for parameter in check.params if parameter.name != "fix"]


@click.command(params=_OPTIONS, context_settings=check.context_settings)
def command(**told: Any) -> int:
    """Fix what can be fixed safely.

    It is `prlint check --fix`: it writes the fixes that cannot change what a release says, and shows the findings that are
    left. FILE is a release, a folder to search, or - for standard input, whose
    fixed text goes to standard output and the findings to standard error.
    """
    assert check.callback is not None, "a command does something"
    status: int = check.callback(fix=True, **told)
    return status
