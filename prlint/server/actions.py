"""What an editor offers to do about findings: the exact fix, all safe fixes at once, a waiver."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from prlint.engine.fixes import chosen
from prlint.engine.model import Edit, Finding
from prlint.report.entries import shown
from prlint.server.view import View

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.prlint"
_LONGEST = 40


def fixes(view: View, findings: Iterable[Finding]) -> Iterator[types.CodeAction]:
    """The exact fix of each finding that has one. A safe one is preferred; any other is to be read again, and says so."""
    for finding in findings:
        changes = _changes(view, finding.edits)
        if changes:
            safe = all(edit.safe for edit in finding.edits)
            yield types.CodeAction(
                title=_title(finding, view) + ("" if safe else " (read it again)"),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[view.diagnostic(finding)],
                is_preferred=safe,
                edit=_edit(view, changes),
            )


def fix_all(view: View) -> types.CodeAction | None:
    """All fixes that cannot change what the release says, as `prlint fix` makes them in one go; None if there are none."""
    taken = [changes for finding in chosen(view.findings, unsafe=False).taken if (changes := _changes(view, finding.edits))]
    if not taken:
        return None
    every = [change for changes in taken for change in changes]
    return types.CodeAction(title="prlint: make all safe fixes", kind=FIX_ALL, edit=_edit(view, every))


def _changes(view: View, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
    """The changes of a fix, all or none."""
    found = [(view.positions.stretch(edit.start, edit.end), edit.text.replace("\n", view.positions.line_end)) for edit in edits]
    return [types.TextEdit(place, text) for place, text in found if place] if all(place for place, _ in found) else []


def _edit(view: View, changes: list[types.TextEdit]) -> types.WorkspaceEdit:
    """Changes that an editor makes only to the version that was checked, if it knows versions."""
    identity = types.OptionalVersionedTextDocumentIdentifier(uri=view.uri, version=view.version)
    if view.version is None:
        return types.WorkspaceEdit(changes={view.uri: changes})
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identity, [*changes])])


def _title(finding: Finding, view: View) -> str:
    if len(finding.edits) > 1:
        return f"{finding.code}: change {len(finding.edits)} places"
    edit = finding.edits[0]
    assert view.report.document is not None, "it has findings"
    before = view.report.document.text[edit.start : edit.end]
    if not before.strip():
        return f"{finding.code}: insert {_quoted(edit.text)}"
    if not edit.text.strip():
        return f"{finding.code}: delete {_quoted(before)}"
    return f"{finding.code}: replace {_quoted(before)} with {_quoted(edit.text)}"


def _quoted(text: str) -> str:
    words = shown(text)
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”"
