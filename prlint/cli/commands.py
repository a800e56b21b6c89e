"""The command line as click reads it: subcommands, options, help, completion."""

from importlib import import_module

import click

from prlint.cli.names import COMMANDS
from prlint.cli.output import DONE_NOTHING, INTERRUPTED, complain


class Commands(click.Group):
    """The subcommands; a first argument that names none of them is a file to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click gives it
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"prlint.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if args and args[0] not in COMMANDS and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[click.shell_completion.CompletionItem]":
        """Subcommands, and files to check."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from prlint import __version__

        click.echo(f"prlint {__version__}")
        ctx.exit()


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and leave.")
def prlint() -> None:
    """A linter for biotech press releases.

    `prlint FILE` is `prlint check FILE`. A reviewer's aid, not legal advice.
    """


def invoke(arguments: list[str]) -> int:
    """Runs a command line and gives its exit status. A mistake in it is told on standard error, in one line."""
    try:
        status = prlint.main(arguments, prog_name="prlint", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "prlint"
        complain(f"{error.format_message().rstrip('.')} (see `{command} --help`)")
        return DONE_NOTHING
    return status if isinstance(status, int) else 0
