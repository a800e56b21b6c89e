"""How news reaches everybody: the details of a call, and inside information under the rules of Europe and the United Kingdom."""

from collections.abc import Iterator

from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release

_MANY = 12  # blocks after the announcement of a call among which its details may stand
_SHORT = 240  # code points: a line of details
_PARTS = (("call-day", "a date"), ("call-time", "a clock time with its zone"), ("call-access", "a way to take part"))

_EUROPEAN = pattern(
    r"euronext|xetra|frankfurt|prime standard|nasdaq (?:stockholm|copenhagen|helsinki|first north|nordic)|oslo|\bFSE\b|\bFWB\b"
    r"|\b(?:STO|CPH|OSE|OSL|HEL|EPA|EBR|AMS|BME|MTA)\b|borsa italiana"
)
_BRITISH = pattern(r"\b(?:LSE|AIM|AQSE)\b|london")
_OPEN_MARKET = pattern(r"xetra|frankfurt|\bFSE\b|\bFWB\b")  # shares are traded there at the asking of any bank, not of the issuer
_REGULATED = pattern(r"\bregulated information")
_LEFT = 2021  # the year from which the United Kingdom has market abuse rules of its own


def conference_call_details(release: Release) -> Iterator[Hit]:
    """A call or webcast that is announced without its day, its time with the zone, or the way to take part.

    The details may stand in any sentence about the call, in its own section, or in the short lines after the
    announcement. The recording's date and number are not the call's.
    """
    announced = [span for span in release.find("call-announced") if release.kind_at(span[0]) not in ("forward-looking", "boilerplate")]
    if not announced:
        return
    places = list(_details(release, announced))
    missing = [named for term, named in _PARTS if not any(release.glimpse(term, start, end) for start, end in places)]
    if missing:
        # The news says most of a call; a headline only promises it.
        first = next((span for span in announced if release.kind_at(span[0]) not in ("headline", "subheadline")), announced[0])
        sentence = release.sentence_at(first[0])
        place = (sentence.start, sentence.end) if sentence and sentence.start <= first[0] < sentence.end else first
        yield Hit(*place, {"missing": missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + " or " + missing[-1]})


def _details(release: Release, announced: list[Span]) -> Iterator[Span]:
    """The stretches that may tell when and how: sentences about a call that are not about its recording, and the lines after it."""
    for section in release.sections_of("conference-call"):
        yield from _live(release, section.start, section.end)
    for start, _ in (*announced, *release.find("call-detail")):
        block = release.block_at(start)
        if block and release.kind_at(start) not in ("forward-looking", "boilerplate"):
            yield from _live(release, block.start, block.end)
    after = [block for block in release.blocks if block.start > announced[0][0]][:_MANY]
    for block in after:
        if block.end - block.start <= _SHORT and release.kind_at(block.start) not in ("contact", "about-company"):
            yield from _live(release, block.start, block.end)


def _live(release: Release, start: int, end: int) -> Iterator[Span]:
    """The sentences of a stretch that are not about a recording; all of it where it has none."""
    sentence = release.sentence_at(start)
    if sentence is None or sentence.start < start:
        yield start, end
        return
    while sentence and sentence.start < end:
        if not release.glimpse("call-replayed", sentence.start, sentence.end):
            yield sentence.start, sentence.end
        sentence = next(iter(release.sentences_after(sentence, 1)), None)


def mar_inside_information(release: Release) -> Iterator[Hit]:
    """News of an issuer listed in Europe or the United Kingdom that does not say whether it is inside information.

    Words of the market abuse rules anywhere satisfy. In the United Kingdom the announcement also names its own rules and
    the person who arranges for it; where these are missing the finding is an info.
    """
    markets = _markets(release)
    if not markets:
        return
    if not release.find("market-abuse-rule"):
        place = _first_ticker(release)
        profile = release.profile
        abroad = "us-listed" in profile.traits and "financing" not in profile.kinds
        plain = abroad or release.search(_REGULATED, 0, len(release.twin))
        yield Hit(*place, severity="info" if plain else "")
        return
    told = release.find("inside-information-told")
    date = release.settings.release.date or release.profile.date
    if not told or "british" not in markets:
        return
    if "european" not in markets and date and date[0] >= _LEFT and not release.find("uk-market-abuse-rule"):
        yield Hit(*told[0], severity="info", variant="european")
    elif not release.find("person-responsible"):
        yield Hit(*told[0], severity="info", variant="person")


def _markets(release: Release) -> set[str]:
    """The market abuse rules that bind the issuer by its tickers: `european`, `british`."""
    exchanges = [str(exchange).encode("ascii", "replace") for fact in _own_tickers(release) for exchange, _ in fact.value["pairs"]]
    admitted = [name for name in exchanges if len(exchanges) == 1 or not _OPEN_MARKET.search(name)]
    return {"european" for name in admitted if _EUROPEAN.search(name)} | {"british" for name in admitted if _BRITISH.search(name)}


def _own_tickers(release: Release) -> list[Fact]:
    """The tickers in the headline, subheads, lead and first body paragraphs, where the issuer names its own."""
    facts = release.facts_of("ticker")
    near = [fact for fact in facts if fact.start - facts[0].start < 120]
    return near if facts and release.kind_at(facts[0].start) in ("headline", "subheadline", "dateline", "lead", "about-company") else []


def _first_ticker(release: Release) -> Span:
    fact = release.facts_of("ticker")[0]
    return fact.start, fact.end
