"""What the rules said of a text, kept for the next time that the same text is checked with the same rules.

Drafts are not public, and what is found in one quotes it. So a result is kept under a name and locked with a key that are
both made of the text itself: whoever has no copy of the text, to the letter, can neither find the result nor read it.
There is a bounded number of places in the user's own cache folder (`prlint.language.cache`); a new result takes the place
of an old one. A result that cannot be read, for whatever reason, is one that is not there.
"""

import marshal
import sys
from pathlib import Path

from prlint import __version__
from prlint.config import Settings
from prlint.document.model import Document
from prlint.engine.model import Edit, Finding, Related
from prlint.engine.ruleset import RuleSet
from prlint.language.cache import read_entry, states_in, write_entry
from prlint.language.digests import blake2b
from prlint.language.resources import folder
from prlint.records import Any
from prlint.release.model import Profile

Result = tuple[Profile, tuple[Finding, ...]]

_PLACES = 1 << 14
_SEAL = 16


def results_of(rules: RuleSet, settings: Settings) -> "Results | None":
    """Where the results of these rules are kept; None if what they say may depend on more than their files, as a package's code may."""
    return None if rules.packages else Results(_basis(rules, settings), rules)


def _basis(rules: RuleSet, settings: Settings) -> bytes:
    """All that a result depends on beside the text: prlint's own files and the user's rules as they are now, and what is asked of them."""
    own = Path(__file__).parent.parent
    places = {own: (".py", ".lark", ".toml"), folder("rules"): (".toml",), folder("grammars"): (".lark",)}
    places.update(dict.fromkeys(rules.folders, (".toml",)))
    states = sorted({found for place, suffixes in places.items() for found in states_in(place, *suffixes)})
    asked = tuple(rule.code for rule in rules.selected), repr(settings)
    return marshal.dumps((__version__, sys.version, tuple(states), asked))


class Results:
    """The results of one set of rules and settings. `basis` is all that a result depends on beside the text."""

    def __init__(self, basis: bytes, rules: RuleSet) -> None:
        self._basis = blake2b(basis).digest()
        self._rules = {rule.code: rule for rule in rules.selected}

    def recall(self, document: Document) -> Result | None:
        """What was found in the same text, or None."""
        place, key = self._keys(document)
        content = read_entry(place)
        told = _unlocked(content, key) if content else None
        return self._result(document, marshal.loads(told)) if told else None  # noqa: S302 - its seal says that it is ours

    def remember(self, document: Document, result: Result) -> None:
        """Keeps what was found in a text."""
        place, key = self._keys(document)
        profile, findings = result
        write_entry(place, _locked(marshal.dumps((tuple(profile), tuple(map(_plain, findings)))), key))

    def _keys(self, document: Document) -> tuple[str, bytes]:
        """The place of a text's result, and the key of it."""
        text = document.text.encode("utf-8", "surrogatepass")
        secret = blake2b(text + b"\0" + document.format.encode(), key=self._basis).digest()
        number = int.from_bytes(blake2b(secret, person=b"place").digest()[:8], "little") % _PLACES
        return f"result-{number:04x}", blake2b(secret, person=b"key").digest()

    def _result(self, document: Document, told: Any) -> Result:
        profile, findings = told
        return Profile(*profile), tuple(self._finding(document, *finding) for finding in findings)

    def _finding(
        self, document: Document, code: str, severity: str, message: str, start: int, end: int, section: str, related: Any, edits: Any
    ) -> Finding:
        rule, locate = self._rules[code], document.locate
        return Finding(
            code=code,
            name=rule.name,
            severity=severity,
            message=message,
            start=start,
            end=end,
            location=locate(start),
            quote=document.text[start:end],
            section=section,
            authority=rule.authority,
            fix=rule.fix,
            related=tuple(Related(first, last, locate(first), label) for first, last, label in related),
            edits=tuple(Edit(*edit) for edit in edits),
        )


def _plain(finding: Finding) -> tuple[Any, ...]:
    """A finding without what its rule and the text tell."""
    related = tuple((other.start, other.end, other.label) for other in finding.related)
    edits = tuple(tuple(edit) for edit in finding.edits)
    return finding.code, finding.severity, finding.message, finding.start, finding.end, finding.section, related, edits


def _locked(content: bytes, key: bytes) -> bytes:
    """Content that only the key opens, behind a seal. A key is used for one content only: it is made of all that decides it."""
    hidden = _mixed(content, key)
    return blake2b(hidden, key=key, digest_size=_SEAL).digest() + hidden


def _unlocked(content: bytes, key: bytes) -> bytes | None:
    """What was locked; None if it was locked with another key, or changed since."""
    hidden = content[_SEAL:]
    sealed = blake2b(hidden, key=key, digest_size=_SEAL).digest() == content[:_SEAL]
    return _mixed(hidden, key) if sealed else None


def _mixed(content: bytes, key: bytes) -> bytes:
    """Content combined with a stream of BLAKE2b in counter mode (RFC 7693); twice gives the content again."""
    size = len(content)
    stream = b"".join(blake2b(number.to_bytes(8, "little"), key=key).digest() for number in range(-(-size // 64)))[:size]
    return (int.from_bytes(content, "little") ^ int.from_bytes(stream, "little")).to_bytes(size, "little")
