"""Files of waivers for tests."""

from pathlib import Path

FROZEN = 1_800_000_000  # 2027-01-15T08:00:00Z


def waiver(code: str, quote: str, *, file: str = "release.txt", reason: str = "Counsel agreed", **more: object) -> str:
    """One entry; a day among `more` is written as a day."""
    told = {"code": code, "file": file, "quote": quote, "reason": reason, **more}
    return "[[waiver]]\n" + "".join(f"{key.replace('_', '-')} = {_value(key, value)}\n" for key, value in told.items())


def _value(key: str, value: object) -> str:
    return str(value) if key in ("date", "expires", "times") else f"'{value}'"


def write_waivers(folder: Path, *entries: str) -> Path:
    """Writes the file of waivers of a folder."""
    file = folder / "prlint-waivers.toml"
    file.write_text("\n".join(entries), encoding="utf-8")
    return file
