"""The offer to waive a finding: an edit that adds to the file of waivers, and opens it where the reason is missing."""

from lsprotocol import types

from prlint.engine.model import Finding
from prlint.server.desk import Addition
from prlint.server.positions import Positions
from prlint.server.view import View

SHOW = "prlint.show"
"""The command with which an editor asks to be shown a place: a URI, a line and a column."""


def waive(view: View, finding: Finding, addition: Addition, present: str | None, encoding: str, *, shows: bool) -> types.CodeAction:
    """The action that puts a waiver at the end of the file of waivers; `present` is its text, None if there is none yet."""
    uri = addition.place.as_uri()
    end = Positions(present or "", None, encoding).end()
    whole = Positions((present or "") + addition.text, None, encoding)
    cursor = whole.position(len(present or "") + addition.cursor)
    operations: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
    if present is None:
        operations.append(types.CreateFile(uri=uri, options=types.CreateFileOptions(ignore_if_exists=True)))
    identity = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=None)
    operations.append(types.TextDocumentEdit(identity, [types.TextEdit(types.Range(end, end), addition.text)]))
    return types.CodeAction(
        title=f"{finding.code}: waive it, with a reason…",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[view.diagnostic(finding)],
        edit=types.WorkspaceEdit(document_changes=operations),
        command=types.Command(title="Show the waiver", command=SHOW, arguments=[uri, cursor.line, cursor.character]) if shows else None,
    )
