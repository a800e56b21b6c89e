"""`prlint server`: findings while an author types, in any editor that speaks the Language Server Protocol."""

import click

from prlint.cli.output import CLEAN, DONE_NOTHING, complain


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as is done anyway: some editors say so.")
def command(config: str | None, stdio: bool) -> int:  # noqa: ARG001 - there is no other way to speak
    """Serve an editor: findings while an author types, authority and advice, fixes, waivers, an outline.

    An editor starts this (see docs/editors.md). It needs the extra `lsp`: pip install "prlint[lsp]".
    """
    import gc

    from prlint.cli.desk import FileDesk

    try:
        from prlint.server.serve import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        complain('the server needs the extra `lsp`: pip install "prlint[lsp]"')
        return DONE_NOTHING
    gc.enable()  # this command lives for days
    serve(FileDesk(config))
    return CLEAN
