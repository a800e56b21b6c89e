"""`prlint completion`: the completion script of a shell."""

import click

from prlint.cli.output import CLEAN, say


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> int:
    """Print the completion script of a shell.

    \b
    bash  eval "$(prlint completion bash)"            in ~/.bashrc
    zsh   eval "$(prlint completion zsh)"             in ~/.zshrc
    fish  prlint completion fish | source             in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    from prlint.cli.commands import prlint

    complete = get_completion_class(shell)
    assert complete is not None, "click knows the shells of the choice above"
    say(complete(prlint, {}, "prlint", "_PRLINT_COMPLETE").source() + "\n")
    return CLEAN
