"""Products: a brand with its established name, and development codes."""

import re
from collections.abc import Iterator

from prlint.language.kept import compiled
from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.model import Fact, Release

_BRAND = r"(?P<brand>[A-Z][A-Za-z0-9-]*(?: [A-Z][A-Za-z0-9-]*){0,2})"
_SIGN = r"(?: ?(?:[®\x99\x98]|\((?:R|TM)\)))?\*?"
_GENERIC = r"(?P<generic>[a-z][a-z0-9-]{3,}(?:[ /+-]+(?:and )?[a-z0-9][a-z0-9-]*){0,5})"
_PAIR = pattern(rf"{_BRAND}(?P<sign>{_SIGN}) ?\({_GENERIC}(?:[,;] [^()]{{0,60}})?\)", case=True)
_REVERSED = pattern(
    r"\b(?P<generic>[a-z][a-z-]{4,}(?:-[a-z]{4})?) \((?P<brand>[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z]*)?)(?P<sign> ?[®\x99])\)", case=True
)
_CODE = pattern(
    r"\b(?:[A-Z]{2,5}[a-z]?-?[0-9]{2,6}[A-Za-z]{0,2}|[A-Z]{1,4}-[0-9]{3,6}[A-Z]?|[0-9][A-Z]{1,2}-[0-9]{2,4}|[A-Z]{2,3}[a-z]-[0-9]{2,4}"
    r"|[A-Z][A-Za-z]{1,3}-?[0-9]{3,5})\b",
    case=True,
)
# Targets, viruses, forms and standards that look like a development code.
_NO_CODE = compiled(
    r"(?:COVID|IC|EC|ED|FDA|SARS|HER|CD|IL|PD|CTLA|TNF|HIV|HLA|GLP|NCT|ISO|ICD|CYP|FGF|TGF|VEGF|EGFR|BRCA|KRAS|TP|NF|CK|UMIN|EN|IFRS"
    r"|ASC|ASU|FAS|PSMA|DLL|GPR|CCR|CXCR|TLR|JAK|"
    r"TDP|YTD|PH|AHA|ACC|ASH|ASCO|ESMO|AACR|EHA|EASL|EASD|ADA|ATS|ERS|TCT|HRS|ESC|ARVO|"
    r"BCMA|MMP|HSV|HPV|RSV|EV|NY|AAV|SMN|SF|EQ|QLQ|FEV|PIK|WT|AKT|PARP|KIT|FLT|IDH|CFTR|MET|RET|SLC|SCN|APO|HPB|Q|H|FY|CHF|USD|EUR|GBP"
    r"|MUC|Year|Half|Page|Note|Room|Item|Rule|Form|Act|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|STAT|ERK|RAS|BTK|DSM|TSLP|PHQ|"
    r"CA|KD|GD|GM|LAG|TIM|CDK|HDL|LDL|FIX|OX|ABC|BCL|BRD|PRMT|HIF|Phase|Part|PM|AM|SEC|NSE|ETS|USP|DGAT|OTC|SRP|BNT|MN|MA|CTNNB)-?[0-9]"
)
# What stands before a code that names a protocol: the number of its trial in the same brackets, or the word itself.
_PROTOCOL = pattern(
    r"(?:\([^()]*(?:NCT|EudraCT|ISRCTN)[^()]*|\b(?:protocols?|study|stud(?:y|ies)|trial|lot|grant|application|patent"
    r"|No\.)[ :#]*(?:number |no\. ?|ID )?)\z"
)
_STATUS = (
    ("investigational", pattern(r"investigational|candidate|experimental|in development|not (?:been )?approved|unapproved|Phase [123I]")),
    ("approved", pattern(r"\b(?:is|are|was|were|been|now|FDA-|U\.S\.-)? ?(?:approved|indicated|marketed|licensed|commerciali[sz]ed)\b")),
)
_UNIT_WORDS = frozenset(
    [
        "mg",
        "ml",
        "mcg",
        "dose",
        "doses",
        "patients",
        "injection",
        "the",
        "for",
        "with",
        "including",
        "such",
        "also",
        "formerly",
        "known",
        "each",
        "see",
        "which",
        "that",
        "per",
    ]
)


def read_products(release: Release) -> Iterator[Fact]:
    """Facts of kind product: {brand, generic, sign} for a pair, {code, status?} for the first use of a development code."""
    for form in (_PAIR, _REVERSED):
        for found in form.each(release.twin):
            generic = release.quote(found["generic"])
            signed = found["sign"][0] < found["sign"][1]
            if not _is_established(generic, signed):
                continue
            brand = release.quote(found["brand"]).removeprefix("About ").split(" ")
            name = " ".join(brand) if signed and len(brand) <= 2 else brand[-1]
            start = found[""][0] if form is _REVERSED else found["brand"][1] - len(name)
            yield Fact("product", start, found[""][1], {"brand": name, "generic": generic, "sign": signed})
    yield from _codes(release)


def _is_established(generic: str, signed: bool) -> bool:
    """Whether a parenthesis holds a medicine's name and no remark: it has a stem of such names, or the brand has a sign."""
    words = re.split(r"[\s/+]+", generic)
    joined = words.index("and") if "and" in words else 0  # "and" joins two medicines, of which the second has a stem
    if any(word in _UNIT_WORDS for word in words) or (joined and not _STEM.search(words[-1])):
        return False
    if any(_STEM.search(word) for word in words):
        return True
    return signed and len(words) <= 3


_STEM = compiled(
    r"(?:mab|nib|parib|ciclib|gliptin|gliflozin|glutide|cept|kinra|limus|vir|sen|cel|gene|stat|lukast|setron|degib|rafenib|platin|taxel"
    r"|tide|zole|"
    r"afil|sartan|pril|statin|mycin|cillin|olol|dipine|azepam|caine|grel|xaban|gatran|parin|vec|siran|rsen|tecan|rubicin|vedotin|zumab"
    r"|ximab|oxetine|"
    r"pitant|orexant|relin|relix|tropin|ase|poetin|plase|ersen|asone|olone|onide|lisib|sidenib|toclax|domide|clax|netant|gepant"
    r"|piprazole|idone|apine)(?:-[a-z]{4})?$"
)


def _codes(release: Release) -> Iterator[Fact]:
    seen: set[bytes] = set()
    for start, end in _CODE.spans(release.twin):
        code = release.twin[start:end]
        name = code.decode("latin-1")
        if code in seen or _NO_CODE.match(name) or sum(c.isdigit() for c in name) < 2:
            continue
        if (
            release.twin[end : end + 1] in (b"@", b"/")
            or release.kind_at(start) == "contact"
            or _PROTOCOL.search(release.twin[max(0, start - 40) : start])
        ):
            continue
        seen.add(code)
        value: dict[str, Any] = {"code": name}
        sentence = release.sentence_at(start)
        if sentence:
            for status, cue in _STATUS:
                if cue.search(release.twin, sentence.start, sentence.end):
                    value["status"] = status
                    break
        yield Fact("product", start, end, value)
