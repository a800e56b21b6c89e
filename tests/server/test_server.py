"""The language server, spoken to by a real client over standard input and output."""

import asyncio
import json
import subprocess
import tomllib
from pathlib import Path

import pytest
from lsprotocol import types

from prlint.cli.main import run
from prlint.document import read
from prlint.release import parse
from tests.cli.conftest import ERROR, INFO, SILENT, WARNING
from tests.engine.houses import write_rule
from tests.server.client import ENVIRONMENT, PATIENCE, Editor, command, live

RULES = 'select = ["SEC003", "STA007"]\n'
FORM = "See our Form 10K.\n"


def place(start: tuple[int, int], end: tuple[int, int]) -> types.Range:
    return types.Range(types.Position(*start), types.Position(*end))


EVERYWHERE = place((0, 0), (999, 0))


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder whose configuration selects built-in rules that have fixes."""
    (tmp_path / "prlint.toml").write_text(RULES, encoding="utf-8")
    return tmp_path


def replaced(text: str, edits: list[types.TextEdit]) -> str:
    """A text of one-unit characters with edits made, as an editor makes them."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    spans = [
        (starts[e.range.start.line] + e.range.start.character, starts[e.range.end.line] + e.range.end.character, e.new_text) for e in edits
    ]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def test_a_document_gets_its_findings_when_it_is_opened_typed_in_and_closed(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        (told,) = await editor.opened("a.txt", ERROR)
        assert (told.code, told.severity, told.source) == ("HSE001", types.DiagnosticSeverity.Error, "prlint")
        assert told.message == "`bandersnatch` is a bandersnatch"
        assert told.range == place((0, 11), (0, 23))
        told_later = await editor.typed("a.txt", f"{SILENT}{WARNING}{INFO}")
        assert [(d.code, d.severity, d.range.start.line) for d in told_later] == [
            ("HSE002", types.DiagnosticSeverity.Warning, 1),
            ("HSE003", types.DiagnosticSeverity.Information, 2),
        ]
        editor.close("a.txt")
        assert await editor.told("a.txt") == []

    live(desk, story)


def test_of_many_keys_the_last_one_is_what_is_checked(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        await editor.opened("a.txt", SILENT)
        for _ in range(20):
            editor.type("a.txt", ERROR)
        last = editor.type("a.txt", WARNING)
        params = await asyncio.wait_for(editor.published.get(), PATIENCE)
        assert (params.version, [d.code for d in params.diagnostics]) == (last, ["HSE002"])

    live(desk, story, options={"debounce": 100})


def test_columns_are_units_of_utf_16_unless_something_else_is_agreed(desk: Path) -> None:
    text = "Über 🧬𝛼 bandersnatch.\r\n\u2028🧬 jabberwock\r\n"
    units = {None: (10, 22), "utf-32": (8, 20), "utf-8": (15, 27)}

    async def story(editor: Editor) -> None:
        first, second = await editor.opened("a.txt", text)
        assert (first.range.start.character, first.range.end.character) == wanted
        assert second.range.start.line == 1

    for encoding, wanted in units.items():  # noqa: B007 - the story reads it
        general = types.GeneralClientCapabilities(position_encodings=[encoding] if encoding else None)
        live(desk, story, capabilities=types.ClientCapabilities(general=general))


def test_the_configuration_is_found_from_the_path_of_the_document(desk: Path) -> None:
    (desk / "drafts").mkdir()
    (desk / "drafts" / "prlint.toml").write_text("extend = '../prlint.toml'\nignore = ['HSE001']\n", encoding="utf-8")

    async def story(editor: Editor) -> None:
        assert [d.code for d in await editor.opened("a.txt", ERROR + WARNING)] == ["HSE001", "HSE002"]
        assert [d.code for d in await editor.opened("drafts/a.txt", ERROR + WARNING)] == ["HSE002"]

    live(desk, story)


def test_a_named_configuration_serves_every_document(desk: Path) -> None:
    (desk / "other.toml").write_text((desk / "prlint.toml").read_text(encoding="utf-8") + "ignore = ['HSE001']\n", encoding="utf-8")

    async def story(editor: Editor) -> None:
        assert [d.code for d in await editor.opened("a.txt", ERROR + WARNING)] == ["HSE002"]

    live(desk, story, "--config", "other.toml", "--stdio")


def test_changed_configurations_rules_and_waivers_are_read_anew(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        def changed(name: str) -> None:
            event = types.FileEvent(editor.uri(name), types.FileChangeType.Changed)
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

        registration = await asyncio.wait_for(editor.registered.get(), PATIENCE)
        assert registration.method == "workspace/didChangeWatchedFiles"
        assert [d.code for d in await editor.opened("a.txt", ERROR + WARNING)] == ["HSE001", "HSE002"]

        with (desk / "prlint.toml").open("a", encoding="utf-8") as configuration:
            configuration.write("ignore = ['HSE002']\nextend = 'more.toml'\n")
        (desk / "more.toml").write_text("rules = ['more']\n", encoding="utf-8")
        write_rule(desk / "more", "HSE009", "quiet", "no ticker", bad="Ferrant (NASDAQ: FRRT).")
        changed("prlint.toml")
        assert [d.code for d in await editor.told("a.txt")] == ["HSE001"]

        write_rule(desk / "more", "HSE009", "date", "no date", bad="On March 4, 2027.")
        changed("more/date.toml")
        await editor.told("a.txt")
        assert [d.code for d in await editor.typed("a.txt", "On March 4, 2027.\n")] == ["HSE009"]

        waiver = '[[waiver]]\ncode = "HSE009"\nfile = "a.txt"\nquote = "March 4, 2027"\nreason = "agreed"\napproved-by = "A"\n'
        (desk / "prlint-waivers.toml").write_text(waiver, encoding="utf-8")
        changed("prlint-waivers.toml")
        assert await editor.told("a.txt") == []

    live(desk, story)


def test_a_configuration_with_a_mistake_is_told_in_the_document_until_it_is_mended(desk: Path) -> None:
    right = (desk / "prlint.toml").read_text(encoding="utf-8")

    async def story(editor: Editor) -> None:
        (desk / "prlint.toml").write_text("selct = []\n", encoding="utf-8")
        (told,) = await editor.opened("a.txt", ERROR)
        assert told.range == place((0, 0), (0, 0))
        assert told.severity == types.DiagnosticSeverity.Error
        assert "unknown key `selct`; did you mean `select`?\n" in told.message
        assert told.message.endswith("\n1 | selct = []\n  | ^^^^^")
        assert await editor.actions("a.txt", EVERYWHERE) == []
        assert await editor.outline("a.txt") == []
        (desk / "prlint.toml").write_text(right, encoding="utf-8")
        assert [d.code for d in await editor.typed("a.txt", ERROR)] == ["HSE001"]

    live(desk, story)


def test_an_untitled_document_has_the_configuration_of_the_folder_and_no_waivers(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        assert [d.code for d in await editor.opened("untitled:Untitled-1", ERROR)] == ["HSE001"]
        assert await editor.actions("untitled:Untitled-1", EVERYWHERE) == []
        told = await editor.opened("untitled:Untitled-2", f"<!-- prlint: ignore-file HSE001 quoted -->\n\n{ERROR}", "markdown")
        assert told == []

    live(desk, story)


def test_an_empty_document_is_nothing_to_complain_of(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        assert await editor.opened("a.txt", " \n") == []
        assert await editor.outline("a.txt") == []
        assert await editor.hover("a.txt", 0, 0) == ""
        assert await editor.typed("a.txt", "\ufeffA bandersnatch.") != []

    live(desk, story)


def test_a_text_that_cannot_be_read_says_why_and_leaves_the_others_alone(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        (told,) = await editor.opened("bad.txt", "\0\1\2\3" * 50)
        assert told.message.startswith("not checked: is a binary file")
        assert [d.code for d in await editor.opened("a.txt", ERROR)] == ["HSE001"]
        assert [d.code for d in await editor.typed("bad.txt", "half a \ud83d pair, bandersnatch\n")] == ["HSE001"]

    live(desk, story)


@pytest.mark.parametrize(("name", "text", "told"), [
    ("mail.eml", "From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\n\nSee our Form 10K.\n", "is an e-mail, which is checked"),
    ("draft.rtf", "{\\rtf1 See our Form 10K.}", "is a rich text (RTF) document, which is checked"),
    ("draft.docx", "PK\x03\x04\x14\0\x08\0\ufffdword/document.xml\0\0\ufffd\ufffd", "is "),
    ("draft.pdf", "%PDF-1.4\n%\ufffd\ufffd\n1 0 obj\n<</Type /Catalog>>\nendobj\n", "is a PDF"),
])  # fmt: skip
def test_a_format_that_an_editor_shows_no_text_of_is_told_on_the_first_line(study: Path, name: str, text: str, told: str) -> None:
    async def story(editor: Editor) -> None:
        (only,) = await editor.opened(name, text)
        assert only.message.startswith(f"not checked: {told}")
        assert only.range == place((0, 0), (0, 0))
        assert await editor.outline(name) == []
        assert await editor.actions(name, EVERYWHERE) == []

    live(study, story)


def test_a_very_long_line_has_its_columns(study: Path) -> None:
    async def story(editor: Editor) -> None:
        (told,) = await editor.opened("a.txt", "See it. " * 20_000 + FORM)
        assert (told.range.start.line, told.range.start.character) == (0, 160_008)

    live(study, story)


def test_questions_about_a_document_that_is_not_open_are_answered_with_nothing(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        assert await editor.outline("nowhere.txt") == []
        assert await editor.actions("nowhere.txt", EVERYWHERE) == []
        assert await editor.hover("nowhere.txt", 0, 0) == ""
        assert [d.code for d in await editor.opened("a.txt", ERROR)] == ["HSE001"]

    live(desk, story)


def test_hovering_tells_the_finding_the_advice_and_the_authority(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        await editor.opened("a.txt", ERROR)
        page = await editor.hover("a.txt", 0, 15)
        assert page.startswith("**HSE001** bandersnatch (error)\n\n\\`bandersnatch\\` is a bandersnatch\n")
        assert "\n*What to do:* Say what it does\\.\n" in page
        assert page.endswith("\n*Authority*\n\n- House style: We do not use the word in releases\\.")
        assert await editor.hover("a.txt", 0, 3) == ""

    live(desk, story)


def test_an_editor_without_markdown_gets_plain_text(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        await editor.opened("a.txt", ERROR)
        assert (await editor.hover("a.txt", 0, 15)).splitlines() == [
            "HSE001 bandersnatch (error)",
            "`bandersnatch` is a bandersnatch",
            "What to do: Say what it does.",
            "Authority: House style: We do not use the word in releases.",
        ]

    live(desk, story, capabilities=types.ClientCapabilities())


def test_a_safe_fix_is_preferred_and_makes_what_prlint_fix_makes(study: Path) -> None:
    (study / "a.txt").write_text(FORM, encoding="utf-8")

    async def story(editor: Editor) -> None:
        (told,) = await editor.opened("a.txt", FORM)
        fix = (await editor.actions("a.txt", told.range, "quickfix"))[0]
        assert fix.title == "SEC003: replace “10K” with “10-K”"
        assert fix.is_preferred is True
        assert [d.code for d in fix.diagnostics or ()] == ["SEC003"]
        assert fix.edit is not None
        (change,) = fix.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert (change.text_document.uri, change.text_document.version) == (editor.uri("a.txt"), 1)
        made.append(replaced(FORM, [edit for edit in change.edits if isinstance(edit, types.TextEdit)]))

    made: list[str] = []
    live(study, story)
    run(["fix", "--quiet", str(study / "a.txt")])
    assert made == [(study / "a.txt").read_text(encoding="utf-8")]


def test_a_fix_that_may_change_the_meaning_says_so(study: Path) -> None:
    async def story(editor: Editor) -> None:
        text = "The difference was significant (p=0.000).\n"
        (told,) = await editor.opened("a.txt", text)
        fix = (await editor.actions("a.txt", told.range, "quickfix"))[0]
        assert fix.title.endswith(" (read it again)")
        assert fix.is_preferred is False
        assert await editor.actions("a.txt", told.range, "source.fixAll") == []

    live(study, story)


def test_all_safe_fixes_can_be_made_at_once(study: Path) -> None:
    async def story(editor: Editor) -> None:
        text = "See our Form 10K.\r\nSee our Form 8K.\r\n"
        await editor.opened("a.txt", text)
        for kind in ("source", "source.fixAll", "source.fixAll.prlint"):
            (action,) = await editor.actions("a.txt", place((0, 0), (0, 0)), kind)
            assert action.kind == "source.fixAll.prlint"
        assert action.edit is not None
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert replaced(text, [edit for edit in change.edits if isinstance(edit, types.TextEdit)]) == text.replace("10K", "10-K").replace(
            "8K", "8-K"
        )
        assert await editor.actions("a.txt", place((0, 0), (0, 0)), "refactor") == []

    live(study, story)


def test_actions_are_those_of_the_text_as_it_is_now(study: Path) -> None:
    async def story(editor: Editor) -> None:
        await editor.opened("a.txt", FORM)
        editor.type("a.txt", f"Moved.\n\n{FORM}")
        (fix, *_) = await editor.actions("a.txt", place((2, 0), (2, 20)), "quickfix")
        assert fix.edit is not None
        (change,) = fix.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert (change.text_document.version, change.edits[0].range.start.line) == (2, 2)
        assert await editor.actions("a.txt", place((0, 0), (0, 6)), "quickfix") == []

    live(study, story, options={"debounce": 60_000})


@pytest.mark.parametrize(("name", "text"), [
    ("page.html", "<!doctype html>\n<html><body>\n<p>Nothing else.</p><p>See <b>our</b> Form&nbsp;10K.</p>\n</body></html>\n"),
    ("notes.md", "# News\n\nSee **our** [Form 10K](https://ferrant.example).\n"),
])  # fmt: skip
def test_markup_is_marked_where_its_author_sees_it(study: Path, name: str, text: str) -> None:
    async def story(editor: Editor) -> None:
        (told,) = await editor.opened(name, text, "html")
        assert (told.range.start.line, told.range.end.line) == (2, 2)
        assert text.split("\n")[2][: told.range.end.character].endswith("10K")
        fix = (await editor.actions(name, told.range, "quickfix"))[0]
        assert fix.edit is not None
        (change,) = fix.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert replaced(text, [edit for edit in change.edits if isinstance(edit, types.TextEdit)]) == text.replace("10K", "10-K")

    live(study, story)


def waiving(actions: list[types.CodeAction]) -> types.CodeAction:
    (action,) = [action for action in actions if "waive" in action.title]
    return action


def waiver_of(action: types.CodeAction, before: str = "") -> tuple[list[str], str]:
    """The operations of an action that waives, and the file of waivers behind them."""
    assert action.edit is not None
    changes = list(action.edit.document_changes or ())
    edit = changes[-1]
    assert isinstance(edit, types.TextDocumentEdit)
    (added,) = edit.edits
    assert isinstance(added, types.TextEdit)
    assert added.range.start == added.range.end
    lines = before.split("\n")
    assert (added.range.start.line, added.range.start.character) == (len(lines) - 1, len(lines[-1]))
    return [type(change).__name__ for change in changes], before + added.new_text


def test_a_finding_can_be_waived_in_a_new_file_that_holds_once_it_has_a_reason(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        (told,) = await editor.opened("a.txt", ERROR)
        action = waiving(await editor.actions("a.txt", told.range))
        assert action.title == "HSE001: waive it, with a reason…"
        operations, text = waiver_of(action)
        assert operations == ["CreateFile", "TextDocumentEdit"]
        told_waiver = tomllib.loads(text)["waiver"][0]
        assert {key: told_waiver[key] for key in ("code", "file", "quote", "reason")} == {
            "code": "HSE001",
            "file": "a.txt",
            "quote": "bandersnatch",
            "reason": "",
        }

        (desk / "prlint-waivers.toml").write_text(text, encoding="utf-8")
        (refused,) = await editor.typed("a.txt", ERROR)
        assert "`reason` cannot be used" in refused.message
        (desk / "prlint-waivers.toml").write_text(text.replace('reason = ""', 'reason = "a name"'), encoding="utf-8")
        assert await editor.typed("a.txt", ERROR) == []

        assert action.command is not None
        assert action.command.arguments is not None
        uri, line, column = action.command.arguments
        assert text.split("\n")[line][:column] == 'reason = "'
        params = types.ExecuteCommandParams(action.command.command, [uri, line, column])
        await asyncio.wait_for(editor.client.workspace_execute_command_async(params), PATIENCE)
        shown = await asyncio.wait_for(editor.shown.get(), PATIENCE)
        assert (shown.uri, shown.take_focus) == (editor.uri("prlint-waivers.toml"), True)
        assert shown.selection == place((line, column), (line, column))

    live(desk, story)


def test_a_waiver_goes_to_the_end_of_the_nearest_file_even_if_that_is_open_and_unsaved(desk: Path) -> None:
    old = '[[waiver]]\ncode = "HSE002"\nfile = "b.txt"\nquote = "x"\nreason = "agreed"\n'
    (desk / "prlint-waivers.toml").write_text(old, encoding="utf-8")
    (desk / "drafts").mkdir()

    async def story(editor: Editor) -> None:
        (told,) = await editor.opened("drafts/a.txt", ERROR)
        operations, text = waiver_of(waiving(await editor.actions("drafts/a.txt", told.range)), old)
        assert operations == ["TextDocumentEdit"]
        assert [entry["file"] for entry in tomllib.loads(text)["waiver"]] == ["b.txt", "drafts/a.txt"]

        editor.open("prlint-waivers.toml", f"# mine\n{old}", "toml")
        _, text = waiver_of(waiving(await editor.actions("drafts/a.txt", told.range)), f"# mine\n{old}")
        assert len(tomllib.loads(text)["waiver"]) == 2

    live(desk, story)


def test_words_that_stand_in_several_findings_are_waived_with_the_line_around_them(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        _, second = await editor.opened("a.txt", "One bandersnatch here.\n\nAnother bandersnatch there.\n")
        _, text = waiver_of(waiving(await editor.actions("a.txt", second.range)))
        assert tomllib.loads(text)["waiver"][0]["quote"] == "Another bandersnatch there."
        twice = await editor.typed("a.txt", "bandersnatch, bandersnatch\n")
        _, text = waiver_of(waiving(await editor.actions("a.txt", twice[0].range)))
        assert tomllib.loads(text)["waiver"][0]["times"] == 2

    live(desk, story)


def test_an_editor_that_cannot_make_files_is_offered_no_waiver(desk: Path) -> None:
    async def story(editor: Editor) -> None:
        (told,) = await editor.opened("a.txt", ERROR)
        assert await editor.actions("a.txt", told.range) == []

    live(desk, story, capabilities=types.ClientCapabilities())


def test_the_outline_is_the_sections_of_the_release(desk: Path) -> None:
    seed = (Path(__file__).parents[2] / "seeds" / "immunogen-marianne.txt").read_text(encoding="utf-8")

    async def story(editor: Editor) -> None:
        editor.open("seed.txt", seed.replace("\n", "\r\n"))
        outline = await editor.outline("seed.txt")
        lines = seed.split("\n")
        told = [(symbol.detail, symbol.range.start.line) for symbol in outline]
        assert told == wanted
        for symbol in outline:
            assert symbol.range.start <= symbol.selection_range.start <= symbol.selection_range.end <= symbol.range.end
            assert lines[symbol.selection_range.start.line].strip().startswith(symbol.name.rstrip("…")[:20])

    wanted = [(section.kind, seed.count("\n", 0, section.start)) for section in parse(read(seed.encode())).sections]
    live(desk, story)


def test_a_server_that_is_told_to_go_goes_quietly_and_with_success(desk: Path) -> None:
    told = ({"id": 1, "method": "initialize", "params": {"capabilities": {}}}, {"id": 2, "method": "shutdown"}, {"method": "exit"})
    bodies = [json.dumps({"jsonrpc": "2.0", **message}) for message in told]
    said = "".join(f"Content-Length: {len(body)}\r\n\r\n{body}" for body in bodies)
    done = subprocess.run(command(), cwd=desk, input=said.encode(), capture_output=True, check=False, timeout=PATIENCE, env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_the_extra_the_server_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import builtins
    import sys

    real = builtins.__import__

    def without(name: str, *arguments: object) -> object:
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *arguments)  # type: ignore[arg-type]

    for name in [name for name in sys.modules if name.partition(".")[0] in ("pygls", "lsprotocol") or name.startswith("prlint.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    assert run(["server"]) == 2
    assert capsys.readouterr().err == 'prlint: the server needs the extra `lsp`: pip install "prlint[lsp]"\n'


def test_a_plain_check_imports_nothing_of_the_server() -> None:
    import sys

    code = "import sys; from prlint.cli.main import run; run(['seeds/immunogen-marianne.txt']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert not [
        name for name in done.stderr.split() if name.startswith(("pygls", "lsprotocol", "asyncio", "prlint.server", "prlint.cli.desk"))
    ]
