"""The server: keeps what each open document was last found to hold, and answers an editor from that."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from prlint import __version__
from prlint.document.formats import NAMES
from prlint.engine.model import Finding
from prlint.records import Any, TypeVar
from prlint.report.model import FileReport
from prlint.server.actions import FIX_ALL, fix_all, fixes
from prlint.server.debounce import Debounce
from prlint.server.desk import Desk
from prlint.server.hover import hover
from prlint.server.outline import outline
from prlint.server.positions import Positions, as_file, has_places
from prlint.server.view import View
from prlint.server.waive import SHOW, waive

_PAUSE = 0.25  # seconds without a key before a text is checked; an editor may set another as `debounce`, in milliseconds
_WATCHED = ("**/*.toml",)  # configurations, waivers, and the rules of a house

_Result = TypeVar("_Result")


class Server(LanguageServer):
    """The open documents and their views. Texts are checked one after the other in a thread, so that the server always answers."""

    def __init__(self, desk: Desk) -> None:
        # Whole texts: in steps, the library would count lines where U+2028 or a form feed stands, which editors do not.
        super().__init__("prlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.desk = desk
        self.views: dict[str, View] = {}
        self._waiting: Debounce | None = None
        self._pause = _PAUSE
        self._checker = ThreadPoolExecutor(1, "prlint")
        self._tasks: set[asyncio.Task[Any]] = set()

    @property
    def encoding(self) -> str:
        """The units of columns."""
        return types.PositionEncodingKind(self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16).value

    def begin(self, options: object) -> None:
        """Takes the options that an editor gives when it starts the server."""
        told = options.get("debounce") if isinstance(options, dict) else getattr(options, "debounce", None)
        if isinstance(told, int | float) and told >= 0:
            self._pause = told / 1000

    def end(self) -> None:
        """Checks nothing more."""
        self._checker.shutdown(wait=False, cancel_futures=True)

    def soon(self, uri: str, *, now: bool = False) -> None:
        """Checks a document when its author pauses, or at once."""
        loop = asyncio.get_running_loop()
        if self._waiting is None:
            self._waiting = Debounce(loop.call_later, self._pause)
        self._waiting.ask(uri, partial(self._start, loop, uri), now=now)

    def close(self, uri: str) -> None:
        """Forgets a document, and takes its findings off the screen."""
        if self._waiting:
            self._waiting.forget(uri)
        self.views.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _start(self, loop: asyncio.AbstractEventLoop, uri: str) -> None:
        task = loop.create_task(self._publish(uri))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _publish(self, uri: str) -> None:
        try:
            view = await self._checked(uri)
            if view is not None:
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, view.diagnostics(), view.version))
        except Exception as error:  # noqa: BLE001 - a defect with one document must not end the server for the others
            told = f"prlint failed on {uri}, which is a defect ({type(error).__name__}: {error})"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, told))

    async def view(self, uri: str) -> View | None:
        """What prlint says of a document as it is now; None of one that is not open."""
        document = self._open(uri)
        view = self.views.get(uri)
        if document and view and view.version == document.version:
            return view
        return await self._checked(uri)

    async def _checked(self, uri: str) -> View | None:
        """Checks a document. None if it was closed, or changed, before that was done."""
        document = self._open(uri)
        if document is None:
            return None
        version, text, path = document.version, document.source, path_of(document)
        report = await self.aside(self._report, path, text)
        document = self._open(uri)
        if document is None or document.version != version:
            return None
        view = View(uri, version, report, Positions(text, report.document, self.encoding))
        self.views[uri] = view
        return view

    def _report(self, path: Path, text: str) -> FileReport:
        # A new document is empty until somebody types, and nothing to complain of.
        if not text.strip("\ufeff \t\r\n"):
            return FileReport(str(path))
        report = self.desk.check(path, as_file(text))
        if report.document and not has_places(report.document):
            what = NAMES[report.document.format]
            return FileReport(report.path, failure=f"is {what}, which is checked on the command line: `prlint FILE`")
        return report

    async def aside(self, function: Callable[..., _Result], *arguments: object) -> _Result:
        """Calls a function in the thread that checks."""
        return await asyncio.get_running_loop().run_in_executor(self._checker, partial(function, *arguments))

    def _open(self, uri: str) -> TextDocument | None:
        document: TextDocument | None = self.workspace.text_documents.get(uri)
        return document

    def text_of(self, place: Path) -> str | None:
        """The text of a file: as the editor holds it, else as it is on disk; None if there is none."""
        for uri, document in self.workspace.text_documents.items():
            if (path := to_fs_path(uri)) and Path(path) == place:
                return str(document.source)
        try:
            return place.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def can(self, capability: str) -> Any:
        """Whether, or how, the editor can do something."""
        return get_capability(self.client_capabilities, capability, None)


def path_of(document: TextDocument) -> Path:
    """The path of a document. One that was never saved has a name in the folder that the server was started in."""
    path = to_fs_path(document.uri) if document.uri.startswith("file:") else None
    if path:
        return Path(path)
    name = "".join(char if char.isalnum() else "-" for char in document.uri.rpartition("/")[2].rpartition(":")[2]) or "untitled"
    return Path.cwd() / f"{name}{'.md' if document.language_id == 'markdown' else '.txt'}"


def serve(desk: Desk) -> None:
    """Serves the editor that started this process, over standard input and output, until it says goodbye."""
    server = Server(desk)
    _documents(server)
    _questions(server)
    try:
        server.start_io()
    finally:
        server.end()


def _documents(server: Server) -> None:
    """What an editor tells of its documents."""

    @server.feature(types.INITIALIZE)
    def begin(params: types.InitializeParams) -> None:
        server.begin(params.initialization_options)

    @server.feature(types.INITIALIZED)
    def watch(_params: types.InitializedParams) -> None:
        if server.can("workspace.did_change_watched_files.dynamic_registration"):
            watchers = [types.FileSystemWatcher(glob_pattern=glob) for glob in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            server.client_register_capability(
                types.RegistrationParams([types.Registration("prlint", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)])
            )

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.soon(params.text_document.uri, now=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.soon(params.text_document.uri, now=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def around(_params: types.DidChangeWatchedFilesParams) -> None:
        server.views.clear()
        for uri in server.workspace.text_documents:
            server.soon(uri)


def _questions(server: Server) -> None:
    """What an editor asks."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        view = await server.view(params.text_document.uri)
        place = types.Range(params.position, params.position)
        found = list(view.at(place)) if view else []
        markdown = types.MarkupKind.Markdown in (server.can("text_document.hover.content_format") or ())
        return hover(found, view.range(found[0]), markdown=markdown) if view and found else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = server.workspace.text_documents.get(params.text_document.uri)
        if document is None or not document.source.strip():
            return []
        release = await server.aside(server.desk.understand, path_of(document), as_file(document.source))
        if release is None or not has_places(release.document):
            return []
        return outline(release, Positions(document.source, release.document, server.encoding))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        view = await server.view(params.text_document.uri)
        if view is None or view.report.failure:
            return []
        wanted = params.context.only or ("",)
        actions: list[types.CodeAction] = []
        if any(_is_within(types.CodeActionKind.QuickFix.value, kind) for kind in wanted):
            found = list(view.at(params.range))
            actions += fixes(view, found)
            actions += [action for finding in found if (action := await _waiver(server, view, finding))]
        if any(_is_within(FIX_ALL, kind) for kind in wanted) and (every := fix_all(view)):
            actions.append(every)
        return actions

    @server.command(SHOW)
    async def show(uri: str, line: int, column: int) -> None:
        place = types.Position(line, column)
        await server.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True, selection=types.Range(place, place)))


def _is_within(kind: str, wanted: str) -> bool:
    """Whether a kind of action is one that is wanted: `source` wants `source.fixAll` too."""
    return not wanted or kind == wanted or kind.startswith(f"{wanted}.")


async def _waiver(server: Server, view: View, finding: Finding) -> types.CodeAction | None:
    """The offer to waive a finding: of a document that is a file, to an editor that can change other files than the open one."""
    creates = types.ResourceOperationKind.Create in (server.can("workspace.workspace_edit.resource_operations") or ())
    if not view.uri.startswith("file:") or not creates or not server.can("workspace.workspace_edit.document_changes"):
        return None
    path = Path(to_fs_path(view.uri) or "")
    present = server.text_of(server.desk.waivers(path))
    addition = await server.aside(server.desk.waiver, path, view.report, finding, None if present is None else present.encode())
    shows = bool(server.can("window.show_document.support"))
    return waive(view, finding, addition, present, server.encoding, shows=shows)
