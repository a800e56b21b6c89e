"""Small folders of rules for tests."""

from pathlib import Path

RULE = """code = "{code}"
name = "{name}"
severity = "{severity}"
message = "`{{match}}` is a {name}"
check = "{check}"
{more}
why = "The reader learns nothing from the word, and editors strike it."
fix = "Say what it does."
[[authority]]
cite = "House style"
says = "We do not use the word in releases."
[[example]]
bad = "{bad}"
[[example]]
good = "Nothing of the kind is said here."
"""


def write_rule(
    folder: Path, code: str, name: str, check: str, *, severity: str = "warning", more: str = "", bad: str = "A frumious bandersnatch."
) -> Path:
    """Writes a rule file and gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    told = RULE.format(code=code, name=name, check=check, severity=severity, more=more, bad=bad)
    (folder / f"{code}.toml").write_text(told, encoding="utf-8")
    return folder


def write_terms(folder: Path, **terms: str) -> Path:
    """Writes terms of one phrase each (an underscore stands for a hyphen) and gives the folder."""
    (folder / "terms").mkdir(parents=True, exist_ok=True)
    told = "".join(f'[{name.replace("_", "-")}]\nabout = "A word of a test."\nphrases = ["{phrase}"]\n' for name, phrase in terms.items())
    (folder / "terms" / "words.toml").write_text(told, encoding="utf-8")
    return folder
