"""A linter for biotech press releases.

`prlint.lint(path_or_text)` gives a report; `prlint.Release` is a release as it was understood, `prlint.Finding` one thing
to look at. They are imported when they are first asked for, so that `import prlint` costs nothing.
"""

TYPE_CHECKING = False  # to import what a type checker knows it from would take a fifth of a cold run's imports
if TYPE_CHECKING:
    from prlint.api import lint
    from prlint.engine.model import Finding
    from prlint.release.model import Release

__version__ = "0.1.0"
__all__ = ["Finding", "Release", "lint"]

_HOMES = {"lint": "prlint.api", "Release": "prlint.release.model", "Finding": "prlint.engine.model"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module `prlint` has no attribute `{name}`")
    from importlib import import_module

    home: object = getattr(import_module(_HOMES[name]), name)
    return home
