"""A release that lost its line breaks: where its parts began.

Copies out of a form field or a database arrive as one line. What opens a part gives itself away: a dateline behind the
headline, and behind a full stop a heading such as "About …", "Forward-Looking Statements" or "Contact:".
"""

from prlint.language.patterns import pattern

LEAST = 1000
"""A line of fewer code points is a paragraph like any other."""

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


def apart(twin: bytes) -> bytes:
    """The folded text of a release, with newlines for the blanks before its parts if it is one long line; else as it is."""
    bare = twin.strip()
    if len(bare) < LEAST or b"\n" in bare:
        return twin
    opening = min(len(twin), _HEADLINE)
    dateline = next((found["at"][0] for look in _DATELINES if (found := look.first(twin, 0, opening))), 0)
    places = [dateline] if dateline else []
    places += [found["at"][0] for found in _HEADING.each(twin)]
    parts = bytearray(twin)
    for place in places:
        parts[place - 1] = 0x0A
    return bytes(parts)
