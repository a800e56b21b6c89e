"""A release of results by an invented company, into which tests put their sentences."""

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

HEADLINE = "Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial of FRX-101 in Lupus"
LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a randomized "
    "Phase 2 trial of FRX-101, an investigational therapy, in adults with lupus. "
    "LYRA met its primary endpoint of response at week 24 (p=0.01)."
)

# So much is said of medicine in a release about it.
DISEASE = (
    "About Lupus\n\nLupus is a chronic disease. Patients with the disease see a physician, and in hospital a clinician treats the disease "
    "of the patients with medicine. Patients with severe disease may need a kidney transplant, and patients in clinical care live longer."
)


def found(code: str, *paragraphs: str, headline: str = HEADLINE, lead: str = LEAD, **told: object) -> list[Finding]:
    rule = load_rules().rule(code)
    release = parse(read("\n\n".join((headline, lead, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from(told))
    return findings_of(rule, release) if applies(rule, release.profile) else []


def severities(code: str, *paragraphs: str, **told: object) -> list[str]:
    return [finding.severity for finding in found(code, *paragraphs, **told)]
