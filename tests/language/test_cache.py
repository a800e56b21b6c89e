"""The cache, the folders of an installation, and the bundle that is kept."""

import marshal
import os
import sys
from pathlib import Path

import pytest

from prlint.language import bundle, cache, resources
from prlint.language.vocabulary import BadTermError


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def counted(values: list[int]) -> list[int]:
    values.append(1)
    return values


def test_a_value_is_computed_once_for_a_state_of_its_files(place: Path, tmp_path: Path) -> None:
    file, calls = tmp_path / "rule.toml", []
    file.write_text("a")
    assert (
        cache.cached("x", [cache.state(file)], lambda: counted(calls))
        == cache.cached("x", [cache.state(file)], lambda: counted(calls))
        == [1]
    )
    file.write_text("longer")
    assert cache.cached("x", [cache.state(file)], lambda: counted(calls)) == [1, 1]
    assert len(list(place.glob("x-*.bin"))) == 1


def test_a_damaged_entry_is_computed_again(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "rule.toml"
    file.write_text("a")
    cache.cached("x", [cache.state(file)], lambda: 1)
    next(place.glob("x-*.bin")).write_bytes(b"damaged")
    assert cache.cached("x", [cache.state(file)], lambda: 2) == 2


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs modes")
def test_a_folder_that_others_may_write_is_not_used(place: Path) -> None:
    place.mkdir()
    place.chmod(0o777)
    assert cache.cache_folder() is None
    assert cache.cached("x", [], lambda: 3) == 3
    assert list(place.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert cache.cache_folder() is None


@pytest.mark.parametrize(
    ("platform", "variable", "tail"),
    [("linux", "XDG_CACHE_HOME", "prlint"), ("win32", "LOCALAPPDATA", "prlint/cache"), ("darwin", "HOME", "Library/Caches/prlint")],
)
def test_each_system_has_its_own_place(platform: str, variable: str, tail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRLINT_CACHE_DIR", raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert cache.cache_folder() == tmp_path / tail


def test_the_rules_and_grammars_of_a_checkout_are_found() -> None:
    assert (resources.folder("grammars") / "citations.lark").is_file()
    assert (resources.folder("rules") / "terms").is_dir()


def test_a_folder_that_the_installation_has_lost_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="nothing"):
        resources.folder("nothing")


def test_a_folder_inside_an_archive_is_unpacked_and_kept(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.toml").write_text("x")
    kept = resources._kept(tmp_path / "rules")
    assert kept != tmp_path / "rules"
    assert (kept / "a.toml").read_text() == "x"


def test_the_built_in_language_has_its_tables_and_terms() -> None:
    told = bundle.language()
    assert {"citations", "release"} <= set(told.tables)
    assert "future-strong" in told.vocabulary


def test_a_broken_term_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[x")
    with pytest.raises(BadTermError, match=r"bad\.toml"):
        bundle.read_terms(tmp_path)


def test_a_term_that_is_defined_twice_is_told_with_the_second_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[x]\nphrases = ['a']")
    (tmp_path / "b.toml").write_text("[x]\nphrases = ['b']")
    with pytest.raises(BadTermError, match=r"twice.*b\.toml"):
        bundle.read_terms(tmp_path)


@pytest.mark.usefixtures("place")
def test_values_in_pieces_are_read_one_by_one() -> None:
    cache.remember_pieces("many", ["about", 1], {b"a": marshal.dumps([1, 2]), b"b": marshal.dumps("two")})
    told = cache.recall_pieces("many")
    assert told is not None
    assert (told.about, told.piece(b"b"), told.piece(b"a"), told.piece(b"c")) == (["about", 1], "two", [1, 2], None)
    cache.remember_pieces("many", None, {**dict(told.stored()), b"c": marshal.dumps(3)})
    more = cache.recall_pieces("many")
    assert [more.piece(key) for key in (b"a", b"b", b"c")] == [[1, 2], "two", 3]
    assert told.piece(b"a") == [1, 2], "what was opened before is not disturbed"


@pytest.mark.parametrize("damage", [b"", b"short", b"\xff" * 64])
def test_damaged_pieces_are_none(place: Path, damage: bytes) -> None:
    cache.remember_pieces("many", None, {b"a": marshal.dumps(1)})
    next(place.glob("many-*.bin")).write_bytes(damage)
    assert cache.recall_pieces("many") is None
