"""The parts of the server that need no client: the pause, the page of a hover, the words of an action."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lsprotocol import types

from prlint.cli.desk import FileDesk
from prlint.document import Location, read
from prlint.engine.model import Authority, Edit, Finding, Related
from prlint.report.model import FileReport
from prlint.server.actions import fix_all, fixes
from prlint.server.debounce import Debounce
from prlint.server.hover import hover
from prlint.server.positions import Positions
from prlint.server.view import View

TEXT = "Form 10K and Form 8K.\nForm 20F.\n"


class Clock:
    """Makes calls when a test says that their time has come."""

    def __init__(self) -> None:
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def later(self, seconds: float, call: Callable[[], None]) -> "Call":
        self.waiting.append((seconds, call))
        return Call(self, (seconds, call))

    def pass_by(self) -> None:
        waiting, self.waiting = self.waiting, []
        for _, call in waiting:
            call()


class Call:
    def __init__(self, clock: Clock, entry: tuple[float, Callable[[], None]]) -> None:
        self._clock, self._entry = clock, entry

    def cancel(self) -> None:
        self._clock.waiting.remove(self._entry)


def test_a_new_wish_takes_the_place_of_the_one_that_waits() -> None:
    clock, done = Clock(), list[str]()
    debounce = Debounce(clock.later, 0.5)
    for word in ("first", "second", "third"):
        debounce.ask("a", lambda word=word: done.append(word))
    debounce.ask("b", lambda: done.append("other"))
    assert [seconds for seconds, _ in clock.waiting] == [0.5, 0.5]
    clock.pass_by()
    assert done == ["third", "other"]
    debounce.ask("a", lambda: done.append("fourth"), now=True)
    assert [seconds for seconds, _ in clock.waiting] == [0]
    clock.pass_by()
    assert done[-1] == "fourth"


def test_what_is_forgotten_is_not_done() -> None:
    clock, done = Clock(), list[str]()
    debounce = Debounce(clock.later, 0.5)
    debounce.ask("a", lambda: done.append("never"))
    debounce.forget("a")
    debounce.forget("unknown")
    clock.pass_by()
    assert done == []


def finding(start: int, end: int, *edits: Edit, **told: object) -> Finding:
    usual = {"code": "HSE001", "name": "house", "severity": "info", "message": "says it", "authority": ()}
    return Finding(
        **usual | {"start": start, "end": end, "location": Location(1, 1), "quote": TEXT[start:end], "section": "body"} | told, edits=edits
    )  # type: ignore[arg-type]


def view(*findings: Finding, version: int | None = 3) -> View:
    document = read(TEXT.encode(), "a.txt")
    return View("file:///a.txt", version, FileReport("a.txt", document, None, findings), Positions(TEXT, document, "utf-16"))


def test_nothing_that_a_rule_or_a_release_says_becomes_markup() -> None:
    authority = Authority("[x](http://evil.example) <img src=x>", "*bold* `code` &amp;", 'https://ok.example/a b)<>"x')
    shown = hover(
        [finding(0, 4, message="# not a heading\n- no list", authority=(authority,))],
        types.Range(types.Position(0, 0), types.Position(0, 4)),
        markdown=True,
    )
    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    page = shown.contents.value
    assert "\n\n\\# not a heading \\- no list\n" in page
    cite = r"\[x\]\(http\:\/\/evil\.example\) \<img src\=x\>"
    assert f"[{cite}](<https://ok.example/a%20b)%3C%3E%22x>): " in page
    assert page.endswith(r"): \*bold\* \`code\` \&amp\;")


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    place = types.Range(types.Position(0, 0), types.Position(0, 4))
    shown = hover([finding(0, 4, authority=(Authority("Memo", "says", "javascript:alert(1)"),))], place, markdown=True)
    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    assert shown.contents.value.endswith("- Memo: says")


def test_several_findings_at_a_place_are_told_one_after_the_other() -> None:
    place = types.Range(types.Position(0, 0), types.Position(0, 4))
    shown = hover([finding(0, 4), finding(2, 4, code="HSE002")], place, markdown=False)
    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    assert shown.contents.value == "HSE001 house (info)\nsays it\n\nHSE002 house (info)\nsays it"


def test_something_absent_is_touched_from_anywhere_on_its_line() -> None:
    shown = view(finding(0, 0))
    assert list(shown.at(types.Range(types.Position(0, 9), types.Position(0, 9))))
    assert not list(shown.at(types.Range(types.Position(1, 0), types.Position(1, 0))))


def test_related_places_and_an_authority_on_the_web_are_passed_on_and_what_is_waived_is_not() -> None:
    related = Related(22, 26, Location(2, 1), "also here")
    told = finding(0, 4, related=(related,), authority=(Authority("Memo", "says"), Authority("Rule", "says", "https://law.example")))
    (shown,) = view(told, finding(5, 6, waived="agreed")).diagnostics()
    assert shown.code_description is not None
    assert shown.code_description.href == "https://law.example"
    assert shown.related_information is not None
    assert (shown.related_information[0].message, shown.related_information[0].location.range.start.line) == ("also here", 1)


@pytest.mark.parametrize(
    ("edits", "title"),
    [
        ((Edit(5, 8, "10-K", safe=True),), "HSE001: replace “10K” with “10-K”"),
        ((Edit(4, 4, "®", safe=True),), "HSE001: insert “®”"),
        ((Edit(8, 12, "", safe=True),), "HSE001: delete “and”"),
        ((Edit(5, 8, "10-K", safe=True), Edit(18, 20, "8-K", safe=True)), "HSE001: change 2 places"),
        ((Edit(0, 21, "x" * 60, safe=False),), f"HSE001: replace “Form 10K and Form 8K.” with “{'x' * 39}…” (read it again)"),
    ],
)
def test_an_action_says_what_it_does(edits: tuple[Edit, ...], title: str) -> None:
    shown = view(finding(0, 4, *edits))
    assert [action.title for action in fixes(shown, shown.findings)] == [title]


def test_an_editor_without_versions_gets_plain_changes() -> None:
    shown = view(finding(0, 4, Edit(5, 8, "10-K", safe=True)), version=None)
    (action,) = fixes(shown, shown.findings)
    assert action.edit is not None
    assert action.edit.changes is not None
    assert [edit.new_text for edit in action.edit.changes["file:///a.txt"]] == ["10-K"]
    assert action.edit.document_changes is None


def test_fixes_that_touch_each_other_are_not_made_together() -> None:
    every = fix_all(view(finding(0, 4, Edit(5, 8, "10-K", safe=True)), finding(0, 4, Edit(7, 9, "", safe=True))))
    assert every is not None
    assert every.edit is not None
    (change,) = every.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert len(change.edits) == 1
    assert fix_all(view(finding(0, 4))) is None


def test_a_defect_with_one_text_is_told_and_does_not_end_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("prlint.cli.desk.read", broken)
    monkeypatch.delenv("PRLINT_TRACEBACK", raising=False)
    desk = FileDesk()
    assert desk.check(tmp_path / "a.txt", b"x").failure == "prlint failed on it, which is a defect (ZeroDivisionError: oh)"
    assert desk.understand(tmp_path / "a.txt", b"x") is None


def test_a_waiver_goes_beside_the_configuration_or_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert FileDesk().waivers(tmp_path / "in" / "a.txt") == tmp_path / "in" / "prlint-waivers.toml"
    (tmp_path / "prlint.toml").write_text("", encoding="utf-8")
    from prlint.cli.configuration import nearest

    nearest.cache_clear()
    assert FileDesk().waivers(tmp_path / "in" / "a.txt") == tmp_path / "prlint-waivers.toml"
    (tmp_path / "prlint.toml").write_text("x", encoding="utf-8")
    nearest.cache_clear()
    assert FileDesk().waivers(tmp_path / "in" / "a.txt") == tmp_path / "in" / "prlint-waivers.toml"
