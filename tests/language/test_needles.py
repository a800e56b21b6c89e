"""A line that lacks what a pattern needs is not searched, and no match is lost by it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.language.bundle import language
from prlint.language.cutting import alternatives, opened
from prlint.language.fold import fold
from prlint.language.linear import Linear
from prlint.language.making import made
from prlint.language.needles import needles_of, needles_of_any
from prlint.language.patterns import prepare
from prlint.language.texts import Text
from prlint.language.words import KNOWN, Known

SEED = Path(__file__).parent.parent.parent / "seeds" / "immunogen-marianne.txt"


@pytest.mark.parametrize(
    ("source", "needles"),
    [
        ("safe and effective", [{b"BeffectiveE"}, {b"BsafeE"}, {b"BandE"}]),
        (r"\bsafe and effective\b", [{b"BeffectiveE"}, {b"BsafeE"}, {b"BandE"}]),
        (r"\b(?:met|missed)\b.{0,60}\bendpoints?\b", [{b"Bendpoint"}, {b"BmetE", b"BmissedE"}]),
        (r"(?:un)?likely", [{b"likely"}]),
        (r"no(?: [a-z]+)* risk", [{b"Brisk"}, {b"no"}]),
        (r"[Tt]he trial", [{b"Btrial"}, {b"theE"}]),
        (r"\d+%", [{b"%"}, {b"D"}]),
        (r"[®™]x", [{b"\xae", b"\x99"}, {b"Bx"}]),
        (r"10-K\b", [{b"10E"}, {b"BkE"}, {b"-"}]),
        (r"(?:ab)+c{2}", [{b"ab"}, {b"c"}]),
        (r"(?:safe|\w+) ", []),
        (r"\w*", []),
        (r"[[:alpha:]]x", []),
        (r"\pL x", []),
    ],
)
def test_what_a_pattern_needs(source: str, needles: list[set[bytes]]) -> None:
    found = [set(clause) for clause in needles_of(prepare(source))]
    if source == "safe and effective":  # nothing says that a word begins and ends with it
        needles = [{b"Beffective"}, {b"safeE"}, {b"BandE"}]
    assert found == needles


def test_one_of_several_patterns_needs_what_any_of_them_needs() -> None:
    safe, sound, any_word = needles_of(b"safe"), needles_of(b"sound"), needles_of(rb"\w")
    assert needles_of_any([safe, sound]) == (frozenset((b"safe", b"sound")),)
    assert needles_of_any([safe, any_word]) == ()
    assert needles_of_any([safe]) == safe


LINES = ("FTX-204 is safe and effective (p=0.000).", "The trial met its primary endpoint.", "Velmira® grew 12% on Form 10-K.", "", "x")


@pytest.mark.parametrize("text", [SEED.read_text(encoding="utf-8"), "\n".join(LINES * 12)])
def test_every_term_is_found_where_the_engine_alone_finds_it(text: str) -> None:
    twin = fold(text)
    assert Text(twin).known
    for name, (wanted, _) in language().vocabulary.prepared().items():
        every = Linear(wanted, (), in_line=False)
        narrowed = Linear(wanted, *made(wanted)[2:4])
        assert spans(narrowed, twin) == spans(every, twin), name


def spans(engine: Linear, twin: bytes) -> list[tuple[int, int]]:
    text, found, start = Text(twin), [], 0
    while start <= len(twin) and (match := engine.search(text, start, len(twin))):
        first, last = match[0]
        if first < last:
            found.append((first, last))
        start = last if first < last else last + 1
    return found


TOKENS = ("safe", "unsafe", "safely", "and", "effective", "met", "endpoints", "the", "12%", "p=0.05", "10-K", "®", "\n", "\n")
SOURCES = (
    r"\bsafe\b",
    "safe",
    r"safe\b",
    r"\bsafe",
    r"\bmet (?:the )?endpoints?\b",
    r"\d+%?",
    r"and[^.]{0,40}\bmet",
    r"®|10-K",
    r"the$|^met",
    r"[Ss]afe(?:ly)? and",
)


@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=60), st.sampled_from(SOURCES), st.booleans())
def test_no_match_is_lost_on_any_text(words: list[str], source: str, case: bool) -> None:
    twin = fold(" ".join(words) + "\n" + "filler and more of it. " * 50)
    prepared = prepare(source, case=case)
    narrowed = Linear(prepared, *made(prepared)[2:4])
    assert spans(narrowed, twin) == spans(Linear(prepared, (), in_line=False), twin)


def test_a_pattern_that_a_text_lacks_the_needles_of_is_never_compiled() -> None:
    twin = b"nothing of the kind. " * 60
    bad = Linear(b"(?m)synergy\\x{110000}", needles_of(b"(?m)synergy"), in_line=True)  # to compile it fails
    assert bad.search(Text(twin), 0, len(twin)) is None
    assert bad.match(Text(twin), 0, len(twin)) is None


def test_a_needle_that_becomes_known_late_is_found_in_words_met_before() -> None:
    known = Known()
    known.add(needles_of(prepare(r"\btrial\b")))
    assert known.tell(b"trials") == ()
    for source, needle in ((r"\btri", b"Btri"), (r"als\b", b"alsE"), ("rial", b"rial"), (r"\btrials\b", b"BtrialsE")):
        known.add(needles_of(prepare(source)))
        assert needle in known.told[b"trials"]
    assert set(known.tell(b"trial")) == {b"BtrialE", b"Btri", b"rial"}


def test_what_is_known_can_be_kept() -> None:
    first, second = Known(), Known()
    first.add(needles_of(prepare(r"\btrial")))
    second.restore(first.kept())
    assert second.tell(b"trials") == (b"Btrial",)
    second.restore(Known().kept())
    assert second.tell(b"trial") == (b"Btrial",)


def test_a_text_that_was_read_before_a_needle_became_known_is_looked_through_again() -> None:
    twin = b"one dose\nquokkas two\n" + b"filler " * 200
    text = Text(twin)
    text.lines(needles_of(b"dose"), KNOWN.add(needles_of(b"dose")))
    late = needles_of(rb"\bquokka")
    assert text.lines(late, KNOWN.add(late)) == 0b10


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("a|b", ["a", "b"]),
        ("a(?:b|c)|d", ["a(?:b|c)", "d"]),
        ("(?:a|(?:b|c))", ["a", "b", "c"]),
        (r"a[|(]|\||\(b", ["a[|(]", r"\|", r"\(b"]),
        ("(a)|b", ["(a)|b"]),
        ("(?P<x>a)|b", ["(?P<x>a)|b"]),
        ("(?-i:A)|b", ["(?-i:A)", "b"]),
        ("a", ["a"]),
    ],
)
def test_a_pattern_is_cut_at_its_outermost_bars(source: str, pieces: list[str]) -> None:
    assert alternatives(prepare(source)) == [prepare(piece) for piece in pieces]


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        (r"\bno (?:b|c)d", [r"\bno (?:b)d", r"\bno (?:c)d"]),
        (r"[#*]*(?i:b|c)", [r"[#*]*(?i:b)", r"[#*]*(?i:c)"]),
        (r"[#*]*(?:b|#)", None),  # where the signs end is not certain
        (r"a (?: b|c)", None),
        (r"a?(?:b|c)", None),
        (r"a(?:b|c)*", None),
        (r"(?:b|)x", ["(?:b)x", "(?:)x"]),
        (r"(?:x|y)" + "a long end " * 9, ["(?:x)" + "a long end " * 9, "(?:y)" + "a long end " * 9]),
        ("(?:" + "|".join("abcdefgh") + ")" + "a long end " * 9, None),  # together too long
    ],
)
def test_a_piece_is_cut_further_where_that_changes_nothing(source: str, pieces: list[str] | None) -> None:
    assert opened(prepare(source)) == [prepare(piece) for piece in pieces or [source]]
