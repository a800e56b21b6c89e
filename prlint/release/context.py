"""What is known of a block beyond its own words: where it stands, what is near it, whom the release is about.

The section grammar tells blocks apart by patterns. GUARDS says where in a release a pattern may count, for the kinds that
a pattern alone cannot tell: a heading is a short line above something longer, a lead is the first paragraph.
"""

from bisect import bisect_left
from collections.abc import Callable

from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.terminals import Comparison, Terminals

WINDOW = 400
"""How much of the text a terminal sees (code points), from the first letter of its block."""

_OPENING_BLOCKS, _OPENING_REACH = 40, 8000
_LEAD_LENGTH, _HEADLINE_LENGTH, _PLACE_LENGTH = 90, 400, 80
LINE, _COLON_HEADING, _HEADING, _PROSE, _ROW_LENGTH = 150, 170, 120, 160, 170
_ADDRESS_LINE, _NAME_LINE, _NAMES_ABOVE = 300, 90, 6

_ADDRESS = pattern(
    r"[\w.+-]+@[\w-]+\.\w|\[email|\(?\b\d{3}\)?[ ./-]+\d{3}[ .-]\d{4}\b|\+ ?\d[\d ()./-]{7,}\d"
    r"|\b(?:tel|phone|ph|t|m|mobile|office|cell)\b\.?:? *[+(\d]"
)
_COMPANY_ENDS = (b" inc.", b" ltd.", b" corp.", b" co.", b" s.a.", b" n.v.", b" l.p.", b" plc.")
_AFTER_A_STOP = b"])\"'*,-0123456789\xb9 "
_ITEM = pattern(r"[*+o\x7f\xb7-] |\x95|\(?(?:[a-z]|[0-9]{1,2}|[ivx]{1,4})[.)] ")
_BOLD = pattern(r"\*\*[^*\n ][^*\n]*\*\*|__[^_\n ][^_\n]*__")
_COLUMNS = compiled(r"\S[ \t\u00a0]{4,}\S|\|")
_NO_HEADING = pattern(
    r"[;%=]|\d[\d ]{6,}\d|\b(?:following|include[sd]?|including|are|were|proposes|showed|demonstrated|that|follows): *$"
    r"|\b(?:please|visit|click|link)\b[^\n]*: *$"
)
_EVENT_LINE = pattern(
    r"(?:date|time|title|room|presenters?|presentation|abstract|session|poster|location|speakers?|event|webcast|format"
    r"|venue|authors?|link|who|what|when|where|registration)\b[^\n]{0,20}: ?\S"
)
_TELLS = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|shows?|showed|shown|intends?|expects?|announced|conducted|provides?"
    r"|presented|said|stated|commented|added|noted|explained|find|found|offers?|allows?|aims?|below)\b[^\n]*(?::|\bhttps?://\S+)$",
    case=True,
)
_NO_NAME = pattern(r"[$%]|\d,\d{3}")
_EVENT = pattern(r"(?:date|time|title|location|webcast|event|room)\b[^\n]{0,20}: ?\S")
ABOUT = pattern(r"[#*_> ]*about:? (?:the )?")
# `Date: March 4, 2027, 9:00 - 10:00` is a detail of an event, and a headline may end in a date: neither is a dateline.
_DETAIL = pattern(
    r"\W{0,4}(?:[a-z&/]{1,20} ){0,3}(?:dates?|times?|day|when|where|venue|location|place|session|room|title|topic|presenters?|speakers?"
    r"|webcast|registration|presentation|poster|abstract|format|event)(?: (?:and|&|/) [a-z]{1,20})?:"
)
_TITLE = pattern(r"\b(?:announc(?:es?|ing)|reports?|results?|quarter|year|months?|ended|ending|present|participate|attend|host)\b")
_GLUED = pattern(r"[A-Z]", case=True)
_AMOUNT = pattern(r"\d[\d.,]*(?:%| )")
_NAME = pattern(r"[*_]*(?:The Board of Directors of )?([\w&'.-]+(?: [A-Z0-9&][\w&'.-]*)*)", case=True)
_SHORT_NAME = pattern(r'\([^()\n]{0,60}"([^"\n]{2,40})"')
_CORRECTED = pattern(r"(?:updated|corrected) (?:press |news )?release (?:reads|follows)|(?:release|it) should read|reads as follows")
_RETOLD = pattern(r"\b(?:text|copy) of the (?:[a-z]+ ){0,2}(?:announcement|release|statement)\b[^\n]{0,60}\b(?:follows|below|here)\b")
_SALUTATION = pattern(r"Dear (?:[\w&']+,? ){0,8}[\w&']+[,:]?$", case=True)
_VALEDICTION = pattern(
    r"(?:sincerely|(?:best|kind|warm|warmest|with (?:best|kind|warm)) regards|regards|respectfully|yours (?:truly|sincerely|faithfully))"
    r"(?: yours)?[,.]?$"
)
_LONGEST_LETTER = 120  # blocks
_NEWS = pattern(
    r"\b(?:today|ha(?:s|ve)) (?:announced|introduced|reported|launched|unveiled|presented|published|received|completed|signed|entered)\b"
    r"|\bannounce[sd]? (?:today|that|the|its)\b"
)
_DECK_LENGTH = 250
_AFTER_THE_LEAD = frozenset(("FORWARD_HEADING", "REFERENCES_HEADING", "CONTACT_HEADING"))
_TOP = 8  # blocks in which a cautionary statement above the headline has ended
_NO_LEAD = frozenset(("NOTICE", "FORWARD"))


class Blocks:
    """The blocks of one text, and what is known of each."""

    def __init__(self, text: str, twin: bytes, spans: tuple[Span, ...], known: Terminals) -> None:
        self.text = text
        self.twin = twin
        self.spans = spans
        self._terminals = Comparison(known, twin)
        self._matching: list[frozenset[str] | None] = [None] * len(spans)
        self._seen: list[tuple[int, bytes] | None] = [None] * len(spans)
        self.abouts = frozenset(
            index for index, (start, _) in enumerate(spans) if b"bout" in twin[start : start + 12].lower() and self._is_about(index)
        )
        self.lead, self.dateline_end = self._find_lead()
        self.early_cautions = self._find_early_cautions()
        opened, closed = self._find_letter()
        self.abouts -= frozenset(range(opened, closed))  # a letter to the shareholders is news, whatever its headings are about
        self.names = self._find_names()
        corrected = _CORRECTED.search(twin, 0, min(len(twin), _OPENING_REACH // 2))
        self.correction_end = corrected.end() if corrected else 0
        self.near_address = self._find_addresses()

    def fits(self, index: int, kind: str) -> bool:
        """Whether a block is of a kind that has a guard."""
        return GUARDS[kind](self, index) and self._terminals.match(kind, *self._window(index)) > 0

    def matching(self, index: int) -> frozenset[str]:
        """The kinds without a guard that a block is of."""
        known = self._matching[index]
        if known is None:
            known = self._matching[index] = self._terminals.matching(*self._window(index))
        return known

    def _window(self, index: int) -> tuple[int, bytes]:
        """Where a block begins, and what a terminal sees from there: of a heading set in asterisks for bold type, the words."""
        seen = self._seen[index]
        if seen is None:
            start, end = self.spans[index]
            window = self.twin[start : start + WINDOW]
            if end - start <= LINE and _BOLD.whole(self.twin, start, end):
                window = self.twin[start + 2 : end - 2] + self.twin[end : start + WINDOW]
            seen = self._seen[index] = start, window if len(window) == WINDOW else window + b"\n"
        return seen

    def length(self, index: int) -> int:
        """The length of a block in code points."""
        return self.spans[index][1] - self.spans[index][0]

    def ends_sentence(self, index: int) -> bool:
        """Whether a block ends in a full stop (quotation marks, brackets and reference numbers may follow it)."""
        start, end = self.spans[index]
        if self.text[end : end + 1] == ".":  # it gave its place to the end of the block
            return True
        whole = self.twin[max(start, end - 16) : end]
        bare = whole.rstrip(_AFTER_A_STOP)
        if bare[-1:] not in (b".", b"!", b"?"):
            return False
        decimal = bare[-2:-1].isdigit() and len(bare) < len(whole)
        return not decimal and not bare.lower().endswith(_COMPANY_ENDS)

    def is_item(self, index: int) -> bool:
        """Whether a block begins with a bullet or a number."""
        return bool(_ITEM.match(self.twin, *self.spans[index]))

    def is_prose(self, index: int) -> bool:
        """Whether a block is a paragraph of at least one long sentence."""
        return self.length(index) >= _PROSE and self.ends_sentence(index) and not self.is_item(index)

    def is_heading_line(self, index: int) -> bool:
        """Up to 120 characters, or 170 where a colon marks it as a heading; neither an item nor a sentence."""
        longest = _COLON_HEADING if self.twin[self.spans[index][1] - 1] == ord(":") else _HEADING
        return self.length(index) <= longest and not self.is_item(index) and not self.ends_sentence(index) and not self.leads_on(index)

    def leads_on(self, index: int) -> bool:
        """A sentence that leads on to a list or to an address: its verb is in small letters, a colon or the address ends it."""
        return bool(_TELLS.search(self.twin, *self.spans[index]))

    def is_table_heading(self, index: int) -> bool:
        """A short line that is no sentence, and does not tell of a table to come."""
        return self.length(index) <= _ROW_LENGTH and not self.ends_sentence(index) and not self.leads_on(index)

    def is_subheading(self, index: int) -> bool:
        """A short line without a full stop above something longer, above a list, or above another such line."""
        start, end = self.spans[index]
        after = index + 1
        if after == len(self.spans) or not self.is_heading_line(index):
            return False
        if self.text.find("\t", start, end) > 0 or _COLUMNS.search(self.text, start, end):
            return False
        if _NO_HEADING.search(self.twin, start, end) or _EVENT_LINE.match(self.twin, start, end):
            return False
        return self.length(after) > LINE or self.is_item(after) or self._leads(after)

    def _leads(self, index: int) -> bool:
        """Whether a short line below a heading makes it one: a sentence, one that leads on to a list, or another heading."""
        return self.ends_sentence(index) or self.leads_on(index) or self.is_heading_line(index)

    def is_headline(self, index: int) -> bool:
        """What stands above the lead, or, where there is no lead, a line that is not a sentence."""
        if self.lead >= 0:
            return index < self.lead
        return self.length(index) <= _HEADLINE_LENGTH and not self.ends_sentence(index)

    def may_be_dateline(self, index: int) -> bool:
        """Whether a line with a date is neither a detail of an event nor a headline that ends in its date."""
        return not _DETAIL.match(self.twin, *self.spans[index]) and not _TITLE.search(self.twin, *self.spans[index])

    def is_late(self, index: int) -> bool:
        """Whether a block stands in the last two thirds of the release."""
        return index * 3 > len(self.spans)

    def names_company(self, index: int) -> bool:
        """Whether a block that stands late begins with the company's name."""
        start = self.spans[index][0]
        return self.is_late(index) and self.twin[start : start + _NAME_LINE].lower().startswith(self.names)

    def _is_about(self, index: int) -> bool:
        """A heading, not a sentence that begins with "about 40 % of": short, or glued to its paragraph after a capital."""
        start, end = self.spans[index]
        match = ABOUT.match(self.twin, start, end)
        if not match or match.end() == end:
            return False
        if end - start <= LINE and not self.ends_sentence(index):
            return True
        subject = match.end()
        return not _AMOUNT.match(self.twin, subject, end) and bool(_GLUED.search(self.twin, subject, min(end, subject + 30)))

    def _find_lead(self) -> tuple[int, int]:
        """The block that holds the lead, and where its dateline ends (0: it has none). -1: there is no lead.

        The lead is the first paragraph that opens with a dateline, or else the first that is prose at all.
        """
        first_prose, short_lead = -1, None
        cautioned = False  # in a cautionary statement that stands above the headline
        for index in range(min(len(self.spans), _OPENING_BLOCKS)):
            start, end = self.spans[index]
            matching = self.matching(index)
            retold = first_prose >= 0 and _RETOLD.search(self.twin, start, min(end, start + LINE))  # its own lead comes below
            if start > self.spans[0][0] + _OPENING_REACH or index in self.abouts or retold:
                break
            if "MENU" in matching:
                continue
            if matching & _AFTER_THE_LEAD:
                if first_prose >= 0 or short_lead or "FORWARD_HEADING" not in matching:
                    break
                cautioned = True
            elif cautioned and index < _TOP and not self.is_prose(index) and not self.is_item(index):
                cautioned = False
            dateline_end = (
                start if _DETAIL.match(self.twin, start, end) else start + self._terminals.match("DATELINE", *self._window(index))
            )
            if start < dateline_end < end - _LEAD_LENGTH:
                return index, dateline_end
            if start < dateline_end < end and not short_lead:
                short_lead = index, dateline_end
            prose = self.length(index) >= _LEAD_LENGTH and self.ends_sentence(index) and not self.is_item(index)
            if prose and not cautioned and not matching & _NO_LEAD and (first_prose < 0 or self._announces(first_prose, index)):
                first_prose = index
        return short_lead or (first_prose, 0)

    def _announces(self, above: int, index: int) -> bool:
        """Whether the paragraph right below a sentence without news in it is the lead: the sentence is a subheadline then."""
        start, end = self.spans[index]
        return (
            index == above + 1
            and self.length(above) <= _DECK_LENGTH
            and not _NEWS.search(self.twin, *self.spans[above])
            and _NEWS.search(self.twin, start, min(end, start + WINDOW)) is not None
        )

    def _find_early_cautions(self) -> frozenset[int]:
        """The blocks of a cautionary statement that stands above the lead: its heading, its paragraphs and the items of its lists."""
        cautions: set[int] = set()
        for index in range(self.lead):
            opens = not self.matching(index).isdisjoint(("FORWARD_HEADING", "FORWARD"))
            if opens or (index - 1 in cautions and (self.is_prose(index) or self.is_item(index))):
                cautions.add(index)
        return frozenset(cautions)

    def _find_letter(self) -> Span:
        """The blocks that open and close a letter below the lead; (-1, -1) if there is none, or it has the cautionary statement in it."""
        opened = -1
        for index in range(self.lead + 1, len(self.spans) if b"Dear " in self.twin else 0):
            start, end = self.spans[index]
            if opened < 0 and _SALUTATION.whole(self.twin, start, end):
                opened = index
            elif 0 <= opened < index - _LONGEST_LETTER or (opened >= 0 and "FORWARD_HEADING" in self.matching(index)):
                return -1, -1
            elif opened >= 0 and end - start <= _PLACE_LENGTH and _VALEDICTION.whole(self.twin, start, end):
                return opened, index
        return -1, -1

    def _find_names(self) -> tuple[bytes, ...]:
        """The first words of how the release calls its company, in small letters: what opens the lead, and a name in brackets."""
        if self.lead < 0:
            return ()
        start, end = self.spans[self.lead]
        start = max(start, self.dateline_end)
        end = min(end, start + WINDOW)
        found = (_NAME.match(self.twin, start, end), _SHORT_NAME.search(self.twin, start, end))
        words = [match[1].split()[0].removesuffix(b"'s").strip(b"*_.,").lower() for match in found if match and match[1].strip()]
        return tuple(word for word in words if len(word) > 2)

    def _find_addresses(self) -> list[bool]:
        """Whether each block is a line with a telephone number or e-mail address, or one of the short lines above it."""
        near = [False] * len(self.spans)
        addresses = [start for start, _ in _ADDRESS.spans(self.twin)]
        distance = _NAMES_ABOVE + 1
        for index in range(len(self.spans) - 1, -1, -1) if addresses else ():
            start, end = self.spans[index]
            at = bisect_left(addresses, start)
            addressed = at < len(addresses) and addresses[at] < end
            if addressed and end - start <= _ADDRESS_LINE and not self.ends_sentence(index):
                distance = 0
            elif distance <= _NAMES_ABOVE and self._may_be_name(index):
                distance += 1
            else:
                distance = _NAMES_ABOVE + 1
            near[index] = distance <= _NAMES_ABOVE
        return near

    def _may_be_name(self, index: int) -> bool:
        """A short line that is no sentence, item, table row or detail of an event."""
        start, end = self.spans[index]
        if end - start > _NAME_LINE or self.ends_sentence(index) or self.is_item(index):
            return False
        if _COLUMNS.search(self.text, start, end) or _NO_NAME.search(self.twin, start, end):
            return False
        return not _EVENT.match(self.twin, start, end)


ABOUTS = frozenset(
    ("ABOUT_TRIAL", "ABOUT_COMPANY", "ABOUT_PRODUCT", "ABOUT_DISEASE", "TRIAL_BELOW", "COMPANY_BELOW", "PRODUCT_BELOW", "DISEASE_BELOW")
) | {"ABOUT"}

GUARDS: dict[str, Callable[[Blocks, int], bool]] = {
    "EARLY_CAUTION": lambda blocks, index: index in blocks.early_cautions,
    "DATELINE_LINE": lambda blocks, index: index < blocks.lead and not blocks.dateline_end and blocks.may_be_dateline(index),
    "DATELINE": lambda blocks, index: index == blocks.lead and blocks.dateline_end > 0,
    "LEAD": lambda blocks, index: index == blocks.lead,
    "EARLY_ROW": lambda blocks, index: index < blocks.lead and "\t" in blocks.text[slice(*blocks.spans[index])],
    "LEGEND_HEADING": lambda blocks, index: index > blocks.lead,
    "PLACE_LINE": lambda blocks, index: 0 < index < blocks.lead,
    "HEADLINE": Blocks.is_headline,
    "SUBHEADLINE": lambda blocks, index: index < blocks.lead,
    "PROSE": Blocks.is_prose,
    "SUBHEADING": Blocks.is_subheading,
    "TABLE_HEADING": Blocks.is_table_heading,
    "TABLE_ROW": lambda blocks, index: blocks.length(index) <= _ROW_LENGTH,
    "REFERENCE": Blocks.is_late,
    "COMPANY": Blocks.names_company,
    "CONTACT_LINE": lambda blocks, index: blocks.near_address[index],
    **dict.fromkeys(ABOUTS, lambda blocks, index: index in blocks.abouts),
}
GUARDED = frozenset(GUARDS)
