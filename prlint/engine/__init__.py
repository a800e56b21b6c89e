"""Rules: loading them, running them on a release (`prlint.engine.check`), and what they find."""

from prlint.engine.errors import CheckError, RuleError, UnknownRuleError
from prlint.engine.model import Finding, Rule
from prlint.engine.ruleset import RuleSet, load_rules

__all__ = ["CheckError", "Finding", "Rule", "RuleError", "RuleSet", "UnknownRuleError", "load_rules"]
