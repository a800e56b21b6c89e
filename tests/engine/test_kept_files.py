"""The files that are kept beside releases: their published schemas say what prlint reads and writes."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

import prlint
from prlint.engine.baseline import Entry, read_baseline, shortened, written
from prlint.engine.waiver_file import KEYS, REQUIRED, appended, entry, read_waivers
from prlint.engine.waivers import Quoted, Waiver

SCHEMAS = Path(prlint.__file__).parent / "engine" / "schemas"
# No surrogates, which no file can hold, and no line ends, which a waiver folds to spaces.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"), include_characters=" \x7f\"'\\["), min_size=1).filter(
    str.strip
)


def schema(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return told


def folded(text: str) -> str:
    return " ".join(text.split())


def test_the_schema_of_waivers_has_the_keys_that_prlint_reads() -> None:
    told = schema("waivers")
    Draft7Validator.check_schema(told)
    waiver = told["properties"]["waiver"]["items"]
    assert (list(waiver["properties"]), waiver["required"]) == (list(KEYS), list(REQUIRED))
    assert all(waiver["properties"][key]["description"] for key in KEYS)


@pytest.mark.parametrize(
    ("key", "value"), [("reason", "  "), ("file", ""), ("times", 0), ("times", True), ("code", 1), ("approved-by", 3), ("more", "x")]
)
def test_schema_and_reader_refuse_the_same(key: str, value: object) -> None:
    good = {"code": "EFF001", "file": "a.txt", "quote": "", "reason": "x"}
    validator = Draft7Validator(schema("waivers"))
    assert validator.is_valid({"waiver": [good]})
    assert not validator.is_valid({"waiver": [{**good, key: value}]})
    text = "[[waiver]]\n" + "".join(f"{name} = {json.dumps(told)}\n" for name, told in {**good, key: value}.items())
    with pytest.raises(ValueError, match=r"^w\.toml:"):
        read_waivers("w.toml", text.encode())


@given(WORDS, WORDS, WORDS, WORDS)
def test_whatever_is_written_into_a_waiver_is_read_back(file: str, quote: str, reason: str, name: str) -> None:
    waiver = Waiver("EFF001", file, quote, reason, name, "2027-01-02", "2027-03-04", 3)
    data = appended(b"", waiver)
    read = read_waivers("w.toml", appended(data, waiver)).waivers
    assert read[0] == read[1]._replace(number=0)
    assert read[0] == waiver._replace(quote=folded(quote), reason=folded(reason), approved_by=folded(name))
    told = tomllib.loads(data.decode())
    shown = {"waiver": [{key: value.isoformat() if isinstance(value, date) else value for key, value in told["waiver"][0].items()}]}
    assert Draft7Validator(schema("waivers")).is_valid(shown)


def test_what_is_not_told_is_not_written() -> None:
    assert entry(Waiver("EFF001", "a.txt", "", "x")) == '[[waiver]]\ncode = "EFF001"\nfile = "a.txt"\nquote = ""\nreason = "x"\n'


def test_a_byte_order_mark_and_other_line_ends_are_no_part_of_a_waiver() -> None:
    text = "[[waiver]]\r\ncode = 'EFF001'\r\nfile = 'a.txt'\r\nquote = '''one\r\ntwo'''\r\nreason = 'x'\r\n"
    (waiver,) = read_waivers("w.toml", b"\xef\xbb\xbf" + text.encode()).waivers
    assert waiver.quote == "one\ntwo"


@given(st.text(alphabet='ab \n-–“"É', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_every_stretch_of_a_text_is_found_where_it_stands(text: str, start: int, end: int) -> None:
    quote = text[start:end]
    if quote.strip():
        first = start + len(quote) - len(quote.lstrip())
        spans = Quoted(text + " Z").spans(quote)
        assert any(found <= first < until for found, until in spans)


def test_the_words_of_a_waiver_are_never_a_pattern() -> None:
    assert Quoted("a.c").spans("a.c") == [(0, 3)]
    assert Quoted("abc").spans("a.c") == []
    assert Quoted("x").spans("  ") == []


@given(
    st.dictionaries(
        WORDS, st.lists(st.builds(Entry, WORDS, WORDS, WORDS, st.from_regex(r"[0-9a-f]{32}", fullmatch=True)), max_size=3), max_size=3
    )
)
def test_a_baseline_is_read_as_it_was_written_and_fits_its_schema(told: dict[str, list[Entry]]) -> None:
    baseline = {path: tuple(sorted(entries)) for path, entries in told.items() if entries}
    text = written(baseline)
    assert text.isascii()
    assert read_baseline("b.json", text.encode()) == baseline
    assert written(read_baseline("b.json", text.encode())) == text
    Draft202012Validator(schema("baseline")).validate(json.loads(text))


def test_a_long_quotation_is_cut_for_reviewers() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("word " * 100)) <= 120
    assert shortened("word " * 100).endswith("…")
