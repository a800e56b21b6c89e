"""A whole invented release, of which a test exchanges one part."""

from functools import cache
from typing import Any

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import check
from prlint.engine.model import Finding
from prlint.engine.ruleset import RuleSet, load_rules
from prlint.release import parse

HEADLINE = "Ferrant Bio Reports Results of Its LYRA Trial in Lupus"
DATELINE = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- "
OPENING = "Ferrant Bio, Inc. (Nasdaq: FRBX) today reported results of its LYRA trial of FRX-12 in patients with lupus."
MORE = (
    "The trial treated patients with lupus; the drug was given by mouth. Patients, clinicians and hospitals took part in the clinical "
    "study of the medicine, and the treatment of the disease went on."
)
EXPECTED = "The Company expects to report more data from LYRA in the second half of 2027."
FACTOR = "Risks include that the LYRA trial may enroll slowly; actual results could differ materially."
LEGEND = f"Forward-Looking Statements\n\nThis press release contains forward-looking statements. {FACTOR}"
FILED = " See our Annual Report on Form 10-K for the year ended December 31, 2026 filed with the SEC."
ABOUT = "About Ferrant Bio\n\nFerrant Bio, Inc. develops oral medicines for autoimmune diseases."
CONTACT = "Contact:\nAna Ruiz\n+1 617 555 0100\nir@ferrant.example"


def release(
    news: str = "",
    *,
    headline: str = HEADLINE,
    lead: str = DATELINE + OPENING,
    legend: str = LEGEND + FILED,
    about: str = ABOUT,
    contact: str = CONTACT,
    notice: str = "",
) -> str:
    """The text of a release; a part that is empty is left out."""
    parts = (headline, f"{lead} {news}".strip(), MORE, about, notice, legend, contact)
    return "\n\n".join(filter(None, parts)) + "\n"


@cache
def rules() -> RuleSet:
    """The families of law and of form, those that are off by default too."""
    own = ("SHR", "SEC", "TMK", "STR", "TRM")
    off = [rule.code for rule in load_rules().rules if not rule.default and rule.family in own]
    return load_rules(settings_from({"select": [*own, *off]}))


def said(text: str, **told: Any) -> list[Finding]:
    """What these families say of a text; profiles and conflicts between rules count."""
    return check(parse(read(text.encode(), "release.txt"), settings_from(told)), rules())


def found(code: str, text: str, **told: Any) -> list[Finding]:
    """What one rule says of a text."""
    return [finding for finding in said(text, **told) if finding.code == code]
