"""Findings that comments in the file itself take back: they are waived, and a comment that takes nothing back is told."""

from prlint.document.model import Suppression
from prlint.engine.model import Finding
from prlint.engine.ruleset import RuleSet
from prlint.report.model import FileReport


def suppressed(report: FileReport, rules: RuleSet) -> FileReport:
    """A report with the findings waived that its document's comments name, and a note on each comment that met none.

    A comment on rules that this run does not select is not called useless.
    """
    document = report.document
    if document is None:
        return report
    used: set[Suppression] = set()
    findings = []
    for finding in report.findings:
        meant = [one for one in document.suppressions if _is_meant(one, finding)]
        used.update(meant)
        reason = next((one.reason for one in meant if one.reason), "")
        waived = f"suppressed in the file{f': {reason}' if reason else ''}" if meant else ""
        findings.append(finding._replace(waived=waived) if waived and not finding.waived else finding)
    running = {name for rule in rules.selected for name in (rule.code, rule.name, _family(rule.code), "ALL")}
    known = {name for rule in rules.rules for name in (rule.code, rule.name, _family(rule.code), "ALL")}
    notes = []
    for one in document.suppressions:
        where, codes = f"the comment in line {one.location.line}", ", ".join(one.codes)
        unknown = [code for code in one.codes if code not in known]
        if unknown:
            notes.append(f"{where} names {', '.join(f'`{code}`' for code in unknown)}, which is no rule, family or name")
        elif one not in used and not running.isdisjoint(one.codes):
            notes.append(f"{where} suppresses nothing: there is no finding of {codes} where it holds")
    return report._replace(findings=tuple(findings), document=document._replace(notes=(*document.notes, *notes)))


def _is_meant(suppression: Suppression, finding: Finding) -> bool:
    names = {finding.code, finding.name, _family(finding.code), "ALL"}
    return not names.isdisjoint(suppression.codes) and suppression.start <= finding.start <= suppression.end


def _family(code: str) -> str:
    return code.rstrip("0123456789")
