"""Citations of the statutes of the safe harbor.

They are Section 27A of the Securities Act of 1933 and Section 21E of the Securities Exchange Act of 1934, both added by the
Private Securities Litigation Reform Act of 1995.
"""

import re
from collections.abc import Iterator

from prlint.language.kept import compiled
from prlint.language.patterns import Match, Span, pattern
from prlint.records import Record
from prlint.release.model import Release

_REFORM_ACT = "Private Securities Litigation Reform Act"
_ACT = r"private securities litigation reform act|securit(?:ies|y) (?:(?:and |& )?exchanges? )?act|exchange act"
_NUMBER = r"2[17](?:[ -]?\(?[a-f]\)?|\b)"
_BINDING = pattern(
    rf"(?:\bsections?|\bsec\.|§§?) ?({_NUMBER}(?: ?(?:,|and|&|or|, and) ?(?:(?:sections?|sec\.|§) ?)?{_NUMBER})*)"
    r",? (?:of|under) (?:each of |both )?"
    rf"(?:the )?(?:(?:U\. ?S\.|US|united states|federal) )?({_ACT})( of (?:19|20)\d\d)?"
    rf"(?:,? as amended,?)?(?: ?\([^()]{{0,40}}\),?)?(?: (?:and|or) (?:section )?(?:of )?(?:the )?(?:U\. ?S\. )?({_ACT}))?"
)
_SECTIONS, _ACT_NAME, _ACT_YEAR, _OTHER_ACT = 1, 2, 3, 4  # groups of _BINDING
_DATED = pattern(r"\b(securit(?:ies|y) (?:(?:and |& )?exchanges? )?act|the exchange act),?(?: of)? ((?:19|20)\d\d)\b")
_NAME, _NAME_YEAR = 1, 2  # groups of _DATED
_EACH_NUMBER = compiled(_NUMBER.encode(), re.IGNORECASE)
_YEAR = {"Securities Act": "1933", "Securities Exchange Act": "1934"}
_OF = {"27A": "Securities Act", "21E": "Securities Exchange Act"}


class Miscitation(Record):
    """A citation that cannot be right: where, what it should say, and the stretch to replace if that is certain.

    `certain` says that the rest of the citation leaves no other reading; `slight`, that the name is only loosely put.
    """

    start: int
    end: int
    correct: str
    replace: Span | None = None
    replacement: str = ""
    certain: bool = False
    slight: bool = False


def miscitations(release: Release) -> Iterator[Miscitation]:
    """The statutes that a release misnames, in no particular order."""
    yield from _reform_act(release)
    taken: list[Span] = []
    confirmed: list[Span] = []
    for match in _BINDING.finditer(release.twin):
        found = list(_bound(release, match))
        yield from found
        (taken if found else confirmed).append(match.span())
    for match in _DATED.finditer(release.twin):
        if not any(start <= match.start() < end for start, end in taken):
            yield from _dated(match, any(start <= match.start() < end for start, end in confirmed))


def _said(words: bytes) -> str:
    return " ".join(words.decode("latin-1").lower().split())


def _named(act: bytes) -> str:
    """The Act that some words mean."""
    said = _said(act)
    return _REFORM_ACT if "litigation" in said else "Securities Exchange Act" if "exchange" in said else "Securities Act"


def _reform_act(release: Release) -> Iterator[Miscitation]:
    right = f"{_REFORM_ACT.lower()} of 1995"
    accepted = {
        right,
        right.removesuffix(" of 1995"),
        right.replace(" of", ""),
        right.replace(" of", ","),
        right.replace("of 1995", "(1995)"),
        "litigation reform act of 1995",
    }
    for start, end in release.find("safe-harbor-act"):
        said = _said(release.twin[start:end])
        if said not in accepted:
            correct = f"{_REFORM_ACT} of 1995" if said.rstrip(")")[-1].isdigit() else _REFORM_ACT
            yield Miscitation(start, end, correct, (start, end), correct, certain=True)


def _bound(release: Release, match: Match) -> Iterator[Miscitation]:
    """Sections held against the Act or the two Acts that follow them."""
    numbers = [(number.group().decode("latin-1"), number.span()) for number in _EACH_NUMBER.finditer(release.twin, *match.span(_SECTIONS))]
    acts = {_named(match.group(_ACT_NAME))} | ({_named(match.group(_OTHER_ACT))} if match.group(_OTHER_ACT) and len(numbers) > 1 else set())
    both = b"27A" in release.twin and b"21E" in release.twin
    name_end = match.end(_ACT_YEAR) if match.group(_ACT_YEAR) else match.end(_ACT_NAME)
    for written, place in numbers:
        number = re.sub(r"[^0-9A-F]", "", written.upper())
        if number not in _OF:
            if release.kind_at(match.start()) == "forward-looking":
                meant = next((known for known, act in _OF.items() if act in acts), "21E")
                yield Miscitation(match.start(), name_end, f"Section {meant} of the {_OF[meant]} of {_YEAR[_OF[meant]]}")
            continue
        act = f"{_OF[number]} of {_YEAR[_OF[number]]}"
        if _OF[number] not in acts:
            single = len(numbers) == 1
            name = (match.start(_ACT_NAME), name_end) if single else None
            yield Miscitation(match.start(), name_end, f"Section {number} of the {act}", name, act, certain=both and single)
        elif len(written) != len(number):
            yield Miscitation(*place, number, place, number, certain=True)


def _dated(match: Match, confirmed: bool) -> Iterator[Miscitation]:
    """`Securities Act of 1934`, `Securities and Exchange Act of 1934`. `confirmed`: a section agrees with the name."""
    said, year = _said(match.group(_NAME)), match.group(_NAME_YEAR).decode()
    act = _named(match.group(_NAME))
    correct = f"{act} of {_YEAR[act]}"
    if year != _YEAR[act]:
        yield Miscitation(*match.span(), correct, match.span(_NAME_YEAR), _YEAR[act], certain=confirmed)
    elif said not in (act.lower(), "the exchange act"):
        yield Miscitation(*match.span(_NAME), act, match.span(_NAME), act, certain=True, slight=True)
