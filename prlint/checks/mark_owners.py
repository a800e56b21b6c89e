"""Whose marks are whose, which may carry ®, and how a mark is used in a sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from prlint.checks.mark_uses import Mark, Use, key_of, marks_of, parsed_attributions
from prlint.engine.model import Edit, Hit
from prlint.language.cache import cached, state
from prlint.language.fold import fold
from prlint.language.patterns import Pattern, Span, pattern, prepare
from prlint.language.resources import folder
from prlint.records import Any
from prlint.release.model import Fact, Release

_UNREGISTERED = frozenset(("pending", "unregistered"))
_PENDING_AFTER = pattern(
    r"[^.;\n]{0,6}[(\[]?(?:(?:trademark |registration |its )?applications? (?:is |was )?pending|registration (?:is )?pending"
    r"|pending (?:registration|trademark))"
)
_PENDING_IS = pattern(r"[^.;\n]{0,40}\b(?:is|are) (?:an? )?(?:unregistered|pending) (?:trade|service)[ -]?marks?")
_ABROAD = 90

_BEFORE = 90
_NO_OWNER = frozenset(("", "the", "its", "their", "our"))
_LICENSED = pattern(r"\blicen[sc]|\bon behalf of\b|\bdistribut|\bco-?(?:develop|promot|market)|\bcollaborat|\bpartner")
_FORM = r"(?:Inc|Corp|Ltd|LLC|L\.?P|plc|AG|SA|S\.A|N\.?V|SE|A/S|AB|GmbH|Pty|Co|Company|Corporation|Limited|Group)\b"

_ENDS_IN_FORM = pattern(rf" {_FORM}\.?$", case=True)


def registered_symbol_unregistered(release: Release) -> Iterator[Hit]:
    """® behind a mark that the configuration, or the release itself, calls pending or unregistered.

    A sentence about another country, where the mark may be registered, is left alone.
    """
    status = {key_of(mark.name): mark.status for mark in release.settings.company.marks}
    for mark in marks_of(release):
        signed = [use for use in mark.signed() if use.symbol == "®" and not _is_abroad(release, use)]
        told = status.get(mark.key, "")
        if told and told not in _UNREGISTERED:
            continue
        if told and signed:
            others = tuple(((use.start, use.symbol_end), "and here") for use in signed[1:])
            edits = tuple(_claimed(use) for use in signed)
            yield Hit(signed[0].start, signed[0].symbol_end, {"mark": mark.name, "status": told}, related=others, edits=edits)
            continue
        for use in signed:
            if _PENDING_AFTER.match(release.twin, use.symbol_end) or _PENDING_IS.match(release.twin, use.symbol_end):
                edit = (Edit(use.end, use.symbol_end, "™", False),)
                yield Hit(use.start, use.symbol_end, {"mark": mark.name}, variant="told", edits=edit)
                break


def _is_abroad(release: Release, use: Use) -> bool:
    """Whether the sentence speaks of another country, where the mark may be registered."""
    sentence = release.sentence_at(use.start)
    if sentence is None:
        return False
    start, end = max(sentence.start, use.start - _ABROAD), max(use.symbol_end, min(sentence.end, use.symbol_end + _ABROAD))
    return release.has("other-jurisdiction", start, end)


def _claimed(use: Use) -> Edit:
    return Edit(use.end, use.symbol_end, "™", True)


def mark_as_noun_plural_possessive_verb(release: Release) -> Iterator[Hit]:
    """A mark with the ending of a possessive, a plural or a verb."""
    for mark in marks_of(release):
        if mark.corporate or len(mark.key) < 4 or mark.name.endswith(("'s", "’s")):
            continue
        for found in _endings(mark).each(release.twin):
            start, end = found[""]
            if release.kind_at(start) in ("references", "contact") or mark.key.startswith(key_of(release.profile.company) or "?"):
                continue
            ending = release.quote(found["ending"]).lower().replace("’", "'")
            kind = "a possessive" if ending == "'s" else "a plural" if ending in ("s", "es") else "a verb"
            yield Hit(start, end, {"kind": kind})


def _endings(mark: Mark) -> Pattern:
    """The uses of a mark with an ending; a mark of several words keeps its spaces."""
    name = re.escape(fold(mark.name).decode("latin-1"))
    sign = r"(?:[®\x99\x98]|\((?:R|TM|SM)\))?"
    last = mark.name[-1].lower()
    plural = "es" if last in "sxz" else "s"
    verb = "d|ing" if last == "e" else "ed|ing"
    return Pattern(prepare(rf"\b{name}{sign}(?P<ending>'s|{plural}|{verb}|i[sz]ed?|i[sz]ing)\b", case=True))


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    """The group that a company belongs to, by the key of its name."""
    file = folder("rules") / "data" / "company-groups.toml"

    def compute() -> Any:
        import tomllib

        told = tomllib.loads(file.read_text(encoding="utf-8"))["groups"]
        return {key_of(name): group for group, names in told.items() for name in (group, *names)}

    groups: dict[str, str] = cached("company-groups", [state(file)], compute)
    return groups


def _group_of(name: str) -> str:
    """The group of a company, by its whole name or the words it begins with; its first word where it is in none."""
    words = re.sub(r"^[Tt]he ", "", name).split()
    for count in range(min(3, len(words)), 0, -1):
        found = _groups().get(key_of(" ".join(words[:count])))
        if found:
            return key_of(found)
    return key_of(words[0]) if words else ""


def _are_one(first: str, second: str) -> bool:
    """Whether two names are of one company or of one group."""
    a, b = key_of(first), key_of(second)
    return a.startswith(b) or b.startswith(a) or _group_of(first) == _group_of(second)


def third_party_mark_misattributed(release: Release) -> Iterator[Hit]:
    """A notice that gives a mark to a company other than its owner.

    The owner is the one that the configuration tells; without it, a company that the text names as the owner (`Herlenta's
    Korvel`). Companies of one group count as one, and any word of a licence settles it.
    """
    configured = {key_of(mark.name): mark.owner for mark in release.settings.company.marks if mark.owner}
    facts = [fact for fact in parsed_attributions(release) if _names_an_owner(fact)]
    owners: dict[str, Span | None] = {}
    for fact in facts:
        stated: str = fact.value["owner"]
        for name, (start, end) in zip(fact.value["marks"], fact.value["spans"], strict=True):
            owner = configured.get(key_of(name))
            if owner is not None:
                if not _are_stated(owner, fact):
                    yield Hit(start, end, {"mark": name, "owner": owner, "stated": stated})
                continue
            if name not in owners:
                owners[name] = _owner_in_text(release, name)
            told = owners[name]
            if told and not _are_stated(release.quote(told), fact):
                values = {"mark": name, "owner": release.quote(told), "stated": stated}
                yield Hit(start, end, values, variant="told", severity="warning", related=((told, "said to be this company's"),))


def _names_an_owner(fact: Fact) -> bool:
    """Whether a notice names one company, and no licence from it."""
    words = {key_of(word) for word in fact.value.get("owner", "").split()}
    return bool(words - _NO_OWNER) and not words & {"respective", "company", "owners"} and not fact.value.get("license")


def _are_stated(owner: str, fact: Fact) -> bool:
    return any(_are_one(owner, name) for name in (fact.value["owner"], fact.value.get("group", "")) if name)


def _owner_in_text(release: Release, name: str) -> Span | None:
    """The company that the text outside the notice gives a mark to (`Herlenta's Zelvora`), if it is known to be one."""
    for mark in marks_of(release):
        if mark.key != key_of(name):
            continue
        for use in mark.uses:
            block = release.block_at(use.start)
            if use.in_notice or block is None or _LICENSED.search(release.twin, block.start, block.end):
                continue
            start = max(block.start, use.start - _BEFORE)
            spans = release.vocabulary.spans("mark-owner", release.twin[start : use.start])
            if spans:
                owner = start + spans[-1][0], start + spans[-1][1]
                owner = owner[0], release.twin.index(b"'", *owner)
                if _is_company(release, owner):
                    return owner
    return None


def _is_company(release: Release, span: Span) -> bool:
    """Whether a name is the issuer's, or stands elsewhere with the form of a company, or is in a known group."""
    name = release.quote(span)
    if key_of(name) in _groups() or (release.profile.company and key_of(release.profile.company).startswith(key_of(name))):
        return True
    if _ENDS_IN_FORM.search(fold(name)):
        return True
    form = Pattern(prepare(rf"\b{re.escape(fold(name).decode('latin-1'))}(?: [A-Z][A-Za-z]+)?,? {_FORM}", case=True))
    return form.search(release.twin) is not None
