"""The `junit` format: a suite a file and a test case a finding, for the test page of a CI system.

There is no standard; what is written is what Jenkins, GitLab and Azure read alike. Errors and warnings fail, an info is a
note of a case that passes, what is waived is skipped with its reason, a file that could not be checked is an error.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from prlint.engine.model import Finding
from prlint.report.entries import shown, where
from prlint.report.model import FileReport, Report
from prlint.report.style import Style


def report_junit(report: Report, _style: Style) -> str:
    """A run as one `testsuites`."""
    root = Element("testsuites", name="prlint")
    for file in report.files:
        root.append(_suite(file))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    root.set("time", "0")
    indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(file: FileReport) -> Element:
    suite = Element("testsuite", name=shown(file.path), time="0")
    for finding in file.findings:
        _case(suite, finding, file.path)
    if file.failure:
        case = _new_case(suite, "can be checked", file.path)
        SubElement(case, "error", type="not-checked", message=shown(file.failure))
    elif not file.findings:
        _new_case(suite, "no findings", file.path)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return suite


def _new_case(suite: Element, name: str, path: str) -> Element:
    return SubElement(suite, "testcase", name=shown(name), classname=shown(path), time="0")


def _case(suite: Element, finding: Finding, path: str) -> None:
    place = finding.location.of(path)
    case = _new_case(suite, f"{finding.code} {finding.name} at {finding.location.name}", path)
    case.set("file", shown(path))
    if not finding.location.label:
        case.set("line", str(finding.location.line))
    message = shown(finding.message)
    if finding.waived:
        SubElement(case, "skipped", message=shown(f"waived: {finding.waived}"))
    elif finding.severity == "info":
        SubElement(case, "system-out").text = f"{shown(place)}: {message}"
    else:
        failure = SubElement(case, "failure", type=finding.severity, message=message)
        failure.text = "\n".join(shown(line) for line in _details(finding, place))


def _details(finding: Finding, place: str) -> list[str]:
    told = [f"{place}: {finding.message}"]
    told += [f"{related.label}: {where(related.location)}" for related in finding.related]
    told += [f"authority: {authority.cite}" for authority in finding.authority]
    return [*told, *([f"fix: {finding.fix}"] if finding.fix else [])]
