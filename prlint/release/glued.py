"""A release that lost its line breaks: where its parts began.

Copies out of a form field or a database arrive as one line, or as a headline and one line. What opens a part gives itself
away: a dateline behind the headline, and behind a full stop a heading such as "About …", "Forward-Looking Statements" or
"Contact:". Other copies lose single breaks, and a heading stands right behind the stop of the paragraph above it.
"""

from prlint.language.patterns import pattern

LEAST = 1000
"""A line of fewer code points is a paragraph like any other."""

_MOST_OF_IT = 0.6  # the share of the text that a line holds which is the whole release but for its headline
_HEADLINE = 1600  # code points in which the headline ends
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? \d{{4}}"
_CAPITALS = r"[A-Z][A-Z.'-]{2,}(?: [A-Z.'&-]{2,}){0,3}"
# A city in capitals; failing that one with its region or country, of which the last word is sure. A text that begins with
# its dateline has no headline, and is not cut there.
_DATELINES = (
    pattern(
        rf"(?:^| )(?P<at>{_CAPITALS}(?:,? [A-Z][A-Za-z. ]{{1,24}}){{0,2}},?(?: -+)? (?:/ [A-Za-z ]{{4,20}} / )?{_DATE}[^\n]{{0,40}}?[-:/]"
        rf"|{_CAPITALS}[^\n]{{0,40}}\(BUSINESS WIRE\) ?-)",
        case=True,
    ),
    pattern(
        r"(?:^| )(?P<at>[A-Z][a-z]+, [A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?[,;]?(?: ?-+)? ?\(?(?:Newsfile Corp\. - )?"
        rf"{_DATE}[^\n]{{0,40}}?[-:])",
        case=True,
    ),
)
# A heading stands behind a full stop, or behind the address of a website that closes its paragraph.
_HEADING = pattern(
    r"(?:[.!?)\"']|\.(?:com|org|net|bio|gov|eu|io|co\.uk)(?:/[^ \n]{0,120})?) (?P<at>About (?:the )?[A-Z]"
    r"|(?:Cautionary|Special|Safe [Hh]arbor|Forward[- ][Ll]ooking|Note [Rr]egarding|Important Safety|IMPORTANT SAFETY INFORMATION)"
    r" ?(?:Statements?|Notes?|Language|Information|[Rr]egarding|[Oo]n)?\b"
    r"|(?:(?:Investors?|Media|Press|Company|Corporate)(?: (?:and|&) [A-Z][a-z]+)? )?Contacts?: |SOURCE:? [A-Z]|# ?# ?#|References?: "
    r"|(?:Webcast and )?Conference Call (?:and Webcast )?(?:Details |Information )?[A-Z])",
    case=True,
)


# What nobody writes in a sentence: a heading, its first letter right behind a full stop or a bracket.
_BEHIND_A_STOP = pattern(
    r"[a-z0-9)][.)](?P<at>About [A-Z]|(?:Cautionary (?:Note|Statement)|Forward-Looking Statements?|Safe Harbor)|[A-Z][a-z]+ Contacts?:)",
    case=True,
)


def apart(twin: bytes) -> bytes:
    """The folded text of a release, with newlines before the parts that run on in a line; else as it is.

    A newline takes the place of the blank before a part, or of the full stop where there is no blank.
    """
    places = [found["at"][0] for found in _BEHIND_A_STOP.each(twin)]
    bare = twin.strip()
    longest = max(bare.split(b"\n"), key=len, default=b"")
    if len(longest) >= max(LEAST, len(bare) * _MOST_OF_IT):
        start = twin.index(longest)
        places += [found["at"][0] for found in _HEADING.each(twin, start, start + len(longest))]
        if longest == bare:
            places += _dateline(twin)
    if not places:
        return twin
    parts = bytearray(twin)
    for place in places:
        parts[place - 1] = 0x0A
    return bytes(parts)


def _dateline(twin: bytes) -> list[int]:
    """Where a dateline stands behind the headline of a text of one line."""
    opening = min(len(twin), _HEADLINE)
    return next(([found["at"][0]] for look in _DATELINES if (found := look.first(twin, 0, opening))), [])
