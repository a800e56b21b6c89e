"""Rules: loading them, running them on a release, and what they find."""

from prlint.engine.check import check
from prlint.engine.errors import CheckError, RuleError, UnknownRuleError
from prlint.engine.model import Finding, Rule
from prlint.engine.ruleset import RuleSet, load_rules

__all__ = ["CheckError", "Finding", "Rule", "RuleError", "RuleSet", "UnknownRuleError", "check", "load_rules"]
