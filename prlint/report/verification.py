"""Whether a review record still holds: each thing that it tells, against what is so now."""

from collections.abc import Iterable, Mapping, Sequence

from prlint.records import Any, Record
from prlint.report.closing import counted

_MOST_NAMED = 5


class Point(Record):
    """One thing that a record tells: whether it is still so, and what there is to say of it."""

    holds: bool
    text: str


def points(then: Mapping[str, Any], now: Mapping[str, Any], today: str) -> list[Point]:
    """A file of a record against the same file as it would be recorded now; `then` and `now` are each a whole record of one file."""
    before, after = then["files"][0], now["files"][0]
    if "failure" in before or "failure" in after:
        told = f"was not checked: {before['failure']}" if "failure" in before else f"cannot be checked now: {after['failure']}"
        return [Point(holds=False, text=f"the file {told}")]
    return [
        _bytes(before, after),
        _version(then, now),
        _rules(then, now),
        _configuration(before["configuration"], after["configuration"]),
        _findings(before["findings"], after["findings"]),
        _waivers(before["waivers"], after["waivers"]),
        _expired(before["waivers"], today),
    ]


def _bytes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Point:
    if before["sha256"] == after["sha256"]:
        return Point(holds=True, text=f"the file has the same bytes (SHA-256 {before['sha256'][:12]}…)")
    return Point(holds=False, text=f"the file is another one (SHA-256 {before['sha256'][:12]}… then, {after['sha256'][:12]}… now)")


def _version(then: Mapping[str, Any], now: Mapping[str, Any]) -> Point:
    if then["prlint"] == now["prlint"]:
        return Point(holds=True, text=f"prlint is the same (version {now['prlint']})")
    return Point(holds=False, text=f"prlint is another one (version {then['prlint']} then, {now['prlint']} now)")


def _rules(then: Mapping[str, Any], now: Mapping[str, Any]) -> Point:
    old, new = _set_of(then), _set_of(now)
    if old["sha256"] == new["sha256"]:
        return Point(holds=True, text=f"the rules are the same ({counted(len(new['rules']), 'rule')}, SHA-256 {new['sha256'][:12]}…)")
    before, after = ({rule["code"]: (rule["sha256"], rule["severity"]) for rule in rules["rules"]} for rules in (old, new))
    told = _differences(before, after)
    if old["vocabulary"] != new["vocabulary"]:
        told.append("the vocabulary")
    return Point(holds=False, text=f"the rules are others: {'; '.join(told)}")


def _set_of(told: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(rules for rules in told["rules"] if rules["sha256"] == told["files"][0]["rules"])
    return found


def _configuration(before: Mapping[str, Any], after: Mapping[str, Any]) -> Point:
    if before == after:
        return Point(holds=True, text="the configuration is the same")
    return Point(holds=False, text=f"the configuration is another one: {'; '.join(_differences(before, after))}")


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Which keys of two tables are new, gone or changed."""
    parts = (
        ("changed", sorted(key for key in before if key in after and before[key] != after[key])),
        ("gone", sorted(key for key in before if key not in after)),
        ("new", sorted(key for key in after if key not in before)),
    )
    return [f"{_named(keys)} {what}" for what, keys in parts if keys]


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _findings(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Point:
    old, new = ({_identity(finding): finding for finding in findings} for findings in (before, after))
    if old.keys() == new.keys():
        waived = sum(finding["state"] == "waived" for finding in after)
        return Point(holds=True, text=f"a check finds the same ({counted(len(after), 'finding')}, {waived} waived)")
    gone = _named([_place(finding) for key, finding in old.items() if key not in new])
    fresh = _named([_place(finding) for key, finding in new.items() if key not in old])
    told = "; ".join(f"{what} {places}" for what, places in (("no longer", gone), ("now", fresh)) if places)
    return Point(holds=False, text=f"a check finds something else: {told}")


def _identity(finding: Mapping[str, Any]) -> tuple[object, ...]:
    """What makes two findings the same; whether a change had brought one is no part of it."""
    state = "reported" if finding["state"] == "unchanged" else finding["state"]
    return finding["fingerprint"], finding["code"], finding["severity"], finding["message"], state, finding.get("waived", "")


def _place(finding: Mapping[str, Any]) -> str:
    state = "" if finding["state"] in ("reported", "unchanged") else f" ({finding['state'].replace('-', ' ')})"
    place = finding.get("place") or f"{finding['line']}:{finding['column']}"
    return f"{finding['severity']} {finding['code']} at {place}{state}"


def _waivers(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Point:
    old, new = (_without_use(waivers) for waivers in (before, after))
    if old == new:
        signed = sum(bool(waiver["approved-by"]) for waiver in after)
        return Point(holds=True, text=f"the waivers are the same ({len(after)}, {signed} of them signed)")
    changed = sorted({str(waiver["code"]) for one, other in ((old, new), (new, old)) for waiver in one if waiver not in other})
    return Point(holds=False, text=f"the waivers are others: {_named(changed) or 'their order'}")


def _without_use(waivers: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in waiver.items() if key != "used"} for waiver in waivers]


def _expired(waivers: Iterable[Mapping[str, Any]], today: str) -> Point:
    over = [
        f"{waiver['code']} on {waiver['expires']}"
        for waiver in waivers
        if waiver["used"] == "waives" and (waiver["expires"] or today) < today
    ]
    if not over:
        return Point(holds=True, text="no waiver has expired since")
    return Point(holds=False, text=f"a waiver has expired: {_named(over)}")
