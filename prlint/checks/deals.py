"""One deal told as done and as still to come: STA015."""

from collections.abc import Iterator

from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

_TOLD_IN = ("headline", "subheadline", "lead", "body", "about-company", "about-product")
_TARGET = r"(?P<target>(?-i:[A-Z])[\w&'.-]*(?: (?-i:[A-Z])[\w&'.-]*)?)"
_TARGET2 = _TARGET.replace("target", "target2")
_DEAL = r"(?:acquisition|purchase|divestiture|merger|sale|takeover)"
_OF = r"(?:of|with)"
_DONE = pattern(
    rf"\b(?:complet(?:es|ed|ion of|ing)|clos(?:es|ed|ing of)|consummat(?:es|ed|ion of)|finali[sz](?:es|ed)) (?:the |its |our )?"
    rf"(?:[a-z-]+ ){{0,3}}?{_DEAL} {_OF} (?:all of )?{_TARGET}"
    rf"|\b(?:has|have) (?:now |successfully )?acquired (?:all of )?{_TARGET2}"
)
_PENDING = pattern(
    rf"\b(?:proposed|pending|planned|anticipated|contemplated|intended) (?:[a-z-]+ ){{0,2}}?{_DEAL} {_OF} {_TARGET}"
    rf"|\b(?:will|to be|agreed to|agrees to|agreement to|plans to|intends to|expects to) (?:be )?(?:acquired?|merge with"
    rf"|purchase|buy) (?:all of )?{_TARGET2}"
)
_TO_CLOSE = pattern(
    rf"\b(?:transaction|deal|{_DEAL})[^\n.;]{{0,40}} (?:is|are|remains?) (?:still )?(?:expected to (?:close|be completed)"
    rf"|subject to (?:[a-z-]+ ){{0,3}}closing)"
)
# What was agreed, or expected, before the deal was done may be recalled.
_RECALLED = pattern(
    r"\b(?:previously|earlier|had|under|pursuant|following|after|upon|as (?:previously )?announced|terms? of|in accordance|was"
    r"|were|option|right"
    r"|(?:in|on) (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|late|early|mid"
    r"|the (?:first|second|third|fourth)))\b"
)
_FILLERS = frozenset(("the", "a", "an", "its", "our", "common", "shares", "all", "certain", "assets", "company"))


def deal_status_conflict(release: Release) -> Iterator[Hit]:
    """STA015: a deal that the release calls both closed and still to be closed."""
    done = dict(_deals(release, done=True))
    for target, span in _deals(release, done=False) if done else ():
        if target in done:
            yield _hit(span, done[target])
            return
    if len(done) == 1:
        for span in _TO_CLOSE.spans(release.twin):
            if release.kind_at(span[0]) in _TOLD_IN:
                yield _hit(span, next(iter(done.values())))
                return


def _hit(span: Span, done: Span) -> Hit:
    return Hit(*span, related=((done, "told as done here"),))


def _deals(release: Release, *, done: bool) -> Iterator[tuple[str, Span]]:
    """The targets of deals, by the first word of their names, and where they are told."""
    for groups in (_DONE if done else _PENDING).each(release.twin):
        start = groups[""][0]
        sentence = release.sentence_at(start)
        target = release.quote(groups.get("target") or groups["target2"]).split()[0].strip(".,'").casefold()
        if release.kind_at(start) not in _TOLD_IN or not sentence or target in _FILLERS:
            continue
        before = release.twin[sentence.start : start]
        if done and any(
            word in before.lower() for word in (b"upon ", b"after ", b"if ", b"until ", b"subject to", b"expect", b"will ", b"prior to")
        ):
            continue
        if done or not _RECALLED.search(before):
            yield target, groups[""]
