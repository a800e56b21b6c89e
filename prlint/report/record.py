"""The review record: what was checked, with which rules and settings, what was found, who waived it, and when.

It is made to be kept: sorted, in plain ASCII, with hashes of everything that a result depends on, so that `prlint verify` can
say later whether it still holds. `schemas/record.json` describes it.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from prlint import __version__
from prlint.config import Settings
from prlint.engine.baseline import shortened
from prlint.engine.fingerprints import fingerprints
from prlint.engine.model import Finding, Rule
from prlint.engine.ruleset import RuleSet
from prlint.engine.waivers import Quoted, fitted
from prlint.language.resources import folder
from prlint.records import Any
from prlint.report.judge import Judged, everything
from prlint.report.model import FileReport

SCHEMA = "https://prlint.invalid/schemas/record.json"
VERSION = 1


def sealed(told: Mapping[str, Any]) -> str:
    """A record as its file holds it, with a hash over everything else in it: a slip of the hand shows. It is no signature."""
    whole = {**told, "seal": seal(told)}
    return json.dumps(whole, indent=2, default=list) + "\n"


def seal(told: Mapping[str, Any]) -> str:
    """The SHA-256 of a record without its seal, whatever its layout and the order of its keys."""
    bare = {key: value for key, value in told.items() if key != "seal"}
    return _hash(json.dumps(bare, sort_keys=True, separators=(",", ":"), default=list).encode())


def record(
    files: Iterable[Mapping[str, Any]], rules: Iterable[Mapping[str, Any]], options: Mapping[str, Any], made: str, status: int
) -> dict[str, Any]:
    """A whole record, without its seal."""
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "made": made,
        "prlint": __version__,
        "status": status,
        "options": dict(options),
        "files": list(files),
        "rules": list(rules),
    }


def file_record(judged: Judged, path: str, settings: Mapping[str, Any], rules: str) -> dict[str, Any]:
    """One file of a record: `path` is what the record calls it, `rules` the hash of the rules that it was checked with."""
    report = judged.report
    if report.failure or report.document is None:
        return {"path": path, "failure": report.failure}
    return {
        "path": path,
        "sha256": report.sha256,
        "format": report.document.format,
        "encoding": report.document.encoding,
        "profile": _profile(report),
        "configuration": dict(settings),
        "rules": rules,
        "findings": findings_record(report),
        "waivers": _waivers(judged),
    }


def findings_record(report: FileReport) -> list[dict[str, Any]]:
    """All findings of a file in the order of the text, each with what became of it."""
    every = everything(report)
    told = []
    for finding, fingerprint in zip(every, fingerprints(every), strict=True):
        entry: dict[str, Any] = {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "state": _state(finding, report),
            "line": finding.location.line,
            "column": finding.location.column,
            "message": finding.message,
            "quote": shortened(finding.quote),
            "fingerprint": fingerprint,
        }
        if finding.location.label:
            entry["place"] = finding.location.label
        if finding.waived:
            entry["waived"] = finding.waived
        told.append(entry)
    return told


def _state(finding: Finding, report: FileReport) -> str:
    if finding.waived:
        return "waived"
    if finding in (report.baselined or ()):
        return "in-baseline"
    return "unchanged" if finding in (report.unchanged or ()) else "reported"


def _profile(report: FileReport) -> dict[str, Any]:
    profile = report.profile
    assert profile is not None, "what was checked has a profile"
    return {
        "kind": profile.kind,
        "issuer": profile.issuer,
        "product": profile.product,
        "outcome": profile.outcome,
        "date": "{:04}-{:02}-{:02}".format(*profile.date) if profile.date else None,
        "company": profile.company,
    }


def _waivers(judged: Judged) -> list[dict[str, Any]]:
    """The waivers that are meant for a file, with their approvers, and how each was used."""
    assert judged.report.document is not None, "a file that failed has no waivers"
    text, every = Quoted(judged.report.document.text), everything(judged.report)
    told = []
    for waiver in judged.known.waivers:
        found = len(fitted(text, every, waiver))
        expired, crowded = waiver.has_expired(judged.known.today), found > waiver.times
        told.append(
            {
                "code": waiver.code,
                "file": waiver.file,
                "quote": waiver.quote,
                "reason": waiver.reason,
                "approved-by": waiver.approved_by,
                "date": waiver.date or None,
                "expires": waiver.expires or None,
                "used": "expired" if expired else "ambiguous" if crowded else "waives" if found else "unused",
            }
        )
    return told


def configuration_record(settings: Settings, home: Path) -> dict[str, Any]:
    """The effective settings, with paths as they lead from the folder of the record."""
    told = _plain(settings)
    told["rules"] = [relative(name, home) for name in settings.rules]
    told["baseline"] = relative(settings.baseline, home) if settings.baseline else None
    return dict(sorted(told.items()))


def relative(path: str, home: Path) -> str:
    """A path as it leads from a folder, with slashes."""
    import os

    return os.path.relpath(os.path.abspath(path), home).replace(os.sep, "/")


def _plain(value: Any) -> Any:
    """A setting as JSON has it: what is not told is left out."""
    if hasattr(value, "_asdict"):
        return {key.replace("_", "-"): _plain(inner) for key, inner in value._asdict().items() if inner not in ("", None, (), False)}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in sorted(value.items())}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


def rules_record(ruleset: RuleSet, folders: Iterable[str]) -> dict[str, Any]:
    """The rules that ran, each with the hash of what it says, and one over all of them and the vocabulary that they share."""
    listed = [
        {"code": rule.code, "name": rule.name, "severity": ruleset.severity.get(rule.code, rule.severity), "sha256": _hash_of_rule(rule)}
        for rule in sorted(ruleset.selected, key=lambda rule: rule.code)
    ]
    vocabulary = _hash_of_files(
        [folder("rules") / "terms", folder("rules") / "data", folder("grammars"), *(Path(name) / "terms" for name in folders)]
    )
    whole = _hash(json.dumps([vocabulary, listed], sort_keys=True).encode())
    return {"sha256": whole, "vocabulary": vocabulary, "rules": listed}


def _hash_of_rule(rule: Rule) -> str:
    """Of its file, and of the module that checks it where a sentence does not."""
    told = _content(Path(rule.source))
    if rule.module:
        from importlib.util import find_spec

        spec = find_spec(rule.module)
        told += b"\0" + (_content(Path(spec.origin)) if spec and spec.origin else b"")
    return _hash(told)


def _hash_of_files(folders: Iterable[Path]) -> str:
    told = b""
    for place in folders:
        for file in sorted(file for file in place.rglob("*") if file.is_file() and file.suffix in (".toml", ".lark", ".txt", ".csv")):
            told += f"{file.relative_to(place).as_posix()}\0".encode() + _content(file) + b"\0"
    return _hash(told)


def _content(file: Path) -> bytes:
    """What a file says, whatever its line ends: a checkout may change those."""
    return file.read_bytes().replace(b"\r\n", b"\n")


def _hash(told: bytes) -> str:
    return sha256(told).hexdigest()
