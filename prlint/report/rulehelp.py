"""Rules and their authorities as SARIF tells them, and text as its messages allow it."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from prlint.engine.model import Authority, Rule
from prlint.records import Any
from prlint.report.entries import http, shown
from prlint.report.escape import markdown, message

_TAXONOMY = "authorities"
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
# Placeholders and embedded links have a meaning in a SARIF message, and none in a press release.
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def told(text: str) -> str:
    """Text as a SARIF message: nothing hidden in it, and neither a link nor a placeholder."""
    return _without_placeholders(shown(text)).replace("](", "] (")


def _without_placeholders(text: str) -> str:
    return _PLACEHOLDER.sub(r"{ \1 }", text)


def descriptor(rule: Rule, level: str, authorities: Iterable[int]) -> dict[str, Any]:
    """A rule, with its help and its relations to the authorities of these numbers."""
    why, fix = " ".join(rule.why.split()), " ".join(rule.fix.split())
    words = rule.name.replace("-", " ")
    made: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{words[:1].upper()}{words[1:]}"},
        "fullDescription": {"text": told(why or words)},
        "defaultConfiguration": {"level": level},
        "help": {"text": _text(rule, why, fix), "markdown": _markdown(rule, why, fix)},
        "properties": {"tags": [rule.family, *_topic(rule)], "problem.severity": _PROBLEM[level]},
    }
    relations = [
        {
            "target": {"id": _name(rule.authority[i]), "index": number, "toolComponent": {"name": _TAXONOMY, "index": 0}},
            "kinds": ["relevant"],
        }
        for i, number in enumerate(authorities)
    ]
    return {**made, "relationships": relations} if relations else made


def taxonomy(authorities: Iterable[Authority]) -> dict[str, Any]:
    """The statutes, regulations, cases and guides that rules rest on."""
    return {
        "name": _TAXONOMY,
        "shortDescription": {"text": "What the rules rest on: statutes, regulations, decisions, guides"},
        "taxa": [_taxon(authority) for authority in authorities],
    }


def _taxon(authority: Authority) -> dict[str, Any]:
    taxon: dict[str, Any] = {"id": _name(authority), "shortDescription": {"text": told(authority.says)}}
    url = http(authority.url)
    return {**taxon, "helpUri": url} if url else taxon


def _name(authority: Authority) -> str:
    return told(authority.cite)


def _topic(rule: Rule) -> list[str]:
    """The name of a rule's family, which is that of its folder."""
    return [PurePath(rule.source).parent.name] if rule.source else []


def _text(rule: Rule, why: str, fix: str) -> str:
    parts = [why, f"What to do: {fix}" if fix else "", *(f"Authority: {a.cite}. {a.says}" for a in rule.authority)]
    return told_lines(parts) or rule.name


def _markdown(rule: Rule, why: str, fix: str) -> str:
    parts = [message(why), f"**What to do.** {message(fix)}" if fix else ""]
    parts += [f"**Authority.** {_cited(authority)}: {message(authority.says)}" for authority in rule.authority]
    for title, bad in (("Reported", True), ("Not reported", False)):
        example = next((example for example in rule.examples if example.bad == bad), None)
        if example:
            parts.append(f"**{title}.**\n\n> {markdown(' '.join(example.text.split()))}")
    return _without_placeholders("\n\n".join(filter(None, parts)) or markdown(rule.name))


def _cited(authority: Authority) -> str:
    url = http(authority.url)
    return f"[{markdown(authority.cite)}](<{url}>)" if url else markdown(authority.cite)


def told_lines(parts: Iterable[str]) -> str:
    return "\n".join(told(part) for part in parts if part)
