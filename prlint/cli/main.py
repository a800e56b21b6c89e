"""The entrance: runs a command line, and turns every error into one line and a status."""

import os

from prlint.cli.names import COMMANDS
from prlint.cli.output import DONE_NOTHING, INTERRUPTED, complain, defect
from prlint.config import ConfigurationError
from prlint.engine.errors import RuleError, UnknownRuleError
from prlint.language.vocabulary import BadTermError


def run(arguments: list[str]) -> int:
    """Runs a command line and gives its exit status. Errors are told on standard error, in one line each."""
    if not arguments and "_PRLINT_COMPLETE" not in os.environ:
        complain("which file? (see `prlint --help`)")
        return DONE_NOTHING
    try:
        if only_files(arguments):
            from prlint.cli.checking import check
            from prlint.cli.options import Options

            return check(tuple(arguments), Options())
        from prlint.cli.commands import invoke

        return invoke(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (ConfigurationError, RuleError, UnknownRuleError, BadTermError, OSError) as error:
        complain(str(error))
    except Exception as error:  # noqa: BLE001 - a user is owed a line, not a traceback
        complain(defect(error))
    return DONE_NOTHING


def only_files(arguments: list[str]) -> bool:
    """Whether a command line needs no parsing: files and folders to check, no command and no option. Click costs 15 ms."""
    return (
        bool(arguments) and arguments[0] not in COMMANDS and not any(argument.startswith("-") and argument != "-" for argument in arguments)
    )
