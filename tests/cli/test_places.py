"""Where the keys of a TOML file stand."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.cli.places import Key, Place, places

TEXT = '''# a comment with [brackets] and = signs
title = "a, b ] } # no comment" # one
"odd key".'and.this' = 1.5
when = 2027-03-04 10:00:00
long = """
[not.a.table]
x = 1 \\""" still
"""
raw = \'\'\'\\\'\'\'
lists = [
  "one", # first
  ["two", 'three'],
  { four = [5] },
]
[a.b]
c = { d = 1, "e" = { f = true } }
[[a.list]]
x = 1
[a.list.sub]
y = 2
[[a.list]]
x = 3
[[a.list.deep]]
z = 4
'''

WANTED: dict[Key, tuple[int, int, str]] = {
    ("title",): (2, 1, "title"),
    ("odd key", "and.this"): (3, 1, "\"odd key\".'and.this'"),
    ("when",): (4, 1, "when"),
    ("raw",): (9, 1, "raw"),
    ("lists", 0): (11, 3, '"one"'),
    ("lists", 1, 1): (12, 11, "'three'"),
    ("lists", 2, "four", 0): (13, 13, "5"),
    ("a", "b"): (15, 2, "a.b"),
    ("a", "b", "c", "e", "f"): (16, 22, "f"),
    ("a", "list"): (17, 3, "a.list"),
    ("a", "list", 0, "x"): (18, 1, "x"),
    ("a", "list", 0, "sub", "y"): (20, 1, "y"),
    ("a", "list", 1): (21, 3, "a.list"),
    ("a", "list", 1, "x"): (22, 1, "x"),
    ("a", "list", 1, "deep", 0, "z"): (24, 1, "z"),
}


@pytest.mark.parametrize("key", WANTED, ids=lambda key: ".".join(map(str, key)))
def test_every_way_to_write_a_key_has_its_place(key: Key) -> None:
    tomllib.loads(TEXT)
    line, column, text = WANTED[key]
    assert places(TEXT)[key] == Place(line, column, len(text))
    assert TEXT.split("\n")[line - 1][column - 1 :].startswith(text)


def test_what_a_text_between_quotation_marks_says_is_no_key() -> None:
    assert ("not",) not in places(TEXT)


NAMES = st.text("abcXYZ-_ .\"'é#=[]{},", min_size=1, max_size=6)
VALUES = st.recursive(
    st.integers() | st.booleans() | st.text("ab \"'\\#,]}=é\n", max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


def keys(value: Any, key: Key = ()) -> list[Key]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for name, held in inner for path in ((*key, name), *keys(held, (*key, name)))]


@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_every_key_and_entry_of_any_file_has_a_place(told: dict[str, Any]) -> None:
    import tomli_w

    text = tomli_w.dumps(told)
    assert set(keys(tomllib.loads(text))) == set(places(text))
