"""A real client of the language server: it starts `prlint server` and speaks with it over pipes."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Union

import coverage
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "COVERAGE_FILE": str(ROOT / ".coverage")}
PATIENCE = 60  # seconds until a test gives a server up

CAPABILITIES = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
        ),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    ),
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown, types.MarkupKind.PlainText])
    ),
    window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
)


class Editor:
    """An editor, as far as the server is concerned: documents that are opened and typed in, and what it is told of them."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.registered: asyncio.Queue[types.Registration] = asyncio.Queue()
        self.shown: asyncio.Queue[types.ShowDocumentParams] = asyncio.Queue()
        self._versions: dict[str, int] = {}

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext") -> None:
        self._versions[name] = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(self.uri(name), language, version=1, text=text))
        )

    def type(self, name: str, text: str) -> int:
        """Replaces the text of a document; gives its version."""
        self._versions[name] += 1
        identity = types.VersionedTextDocumentIdentifier(version=self._versions[name], uri=self.uri(name))
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(identity, [types.TextDocumentContentChangeWholeDocument(text)])
        )
        return self._versions[name]

    def close(self, name: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(self.uri(name))))

    async def told(self, name: str, version: int | None = None) -> list[types.Diagnostic]:
        """The next diagnostics of a document; of a version of it, if one is named."""
        while True:
            params = await asyncio.wait_for(self.published.get(), PATIENCE)
            if params.uri == self.uri(name) and version in (None, params.version):
                return list(params.diagnostics)

    async def opened(self, name: str, text: str, language: str = "plaintext") -> list[types.Diagnostic]:
        self.open(name, text, language)
        return await self.told(name)

    async def typed(self, name: str, text: str) -> list[types.Diagnostic]:
        return await self.told(name, self.type(name, text))

    async def actions(self, name: str, place: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), place, context)
        found = await asyncio.wait_for(self.client.text_document_code_action_async(params), PATIENCE)
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def hover(self, name: str, line: int, character: int) -> str:
        params = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        shown = await asyncio.wait_for(self.client.text_document_hover_async(params), PATIENCE)
        assert shown is None or isinstance(shown.contents, types.MarkupContent)
        return shown.contents.value if shown else ""

    async def outline(self, name: str) -> list[types.DocumentSymbol]:
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(self.uri(name)))
        found = await asyncio.wait_for(self.client.text_document_document_symbol_async(params), PATIENCE)
        return [symbol for symbol in found or () if isinstance(symbol, types.DocumentSymbol)]


def _converter() -> Any:
    """The library's own takes an action that has a command for a command."""
    made = default_converter()
    made.register_structure_hook(types.Command | types.CodeAction, lambda told, _: made.structure(told, types.CodeAction))
    made.register_structure_hook(Union[types.Command, types.CodeAction], lambda told, _: made.structure(told, types.CodeAction))  # noqa: UP007
    return made


def command() -> list[str]:
    """How the server is started; under coverage if the tests are."""
    if coverage.Coverage.current():
        return [sys.executable, "-m", "coverage", "run", "--parallel-mode", f"--rcfile={ROOT / 'pyproject.toml'}", "-m", "prlint", "server"]
    return [sys.executable, "-m", "prlint", "server"]


@asynccontextmanager
async def editor(
    folder: Path,
    *arguments: str,
    capabilities: types.ClientCapabilities = CAPABILITIES,
    options: Any = None,
) -> AsyncIterator[Editor]:
    """An editor with a server that was started for it; it ends as an editor ends it."""
    client = LanguageClient("tests", "1", converter_factory=_converter)
    made = Editor(client, folder)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        made.published.put_nowait(params)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(params: types.RegistrationParams) -> None:
        for registration in params.registrations:
            made.registered.put_nowait(registration)

    @client.feature(types.WINDOW_SHOW_DOCUMENT)
    def shown(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
        made.shown.put_nowait(params)
        return types.ShowDocumentResult(success=True)

    await client.start_io(*command(), *arguments, cwd=folder, env=ENVIRONMENT)
    try:
        parameters = types.InitializeParams(
            capabilities=capabilities, root_uri=folder.as_uri(), initialization_options={"debounce": 0} if options is None else options
        )
        await asyncio.wait_for(client.initialize_async(parameters), PATIENCE)
        client.initialized(types.InitializedParams())
        yield made
    finally:
        await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
        client.exit(None)
        await asyncio.wait_for(client.stop(), PATIENCE)


def live(folder: Path, story: Callable[[Editor], Awaitable[None]], *arguments: str, **told: Any) -> None:
    """Plays a story in an editor."""

    async def play() -> None:
        async with editor(folder, *arguments, **told) as made:
            await story(made)

    asyncio.run(play())
