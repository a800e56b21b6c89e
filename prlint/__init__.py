"""A linter for biotech press releases: `prlint.lint`, `prlint.Release`, `prlint.Finding`."""

__version__ = "0.1.0"
