"""Where `rules/` and `grammars/` are: inside the package in a wheel, beside it in a checkout.

In an editable install and in a pre-commit install from git both are found without a build step. A zip archive on
`sys.path` works too; `importlib.resources` is imported for that case only, since it costs 20 ms.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def folder(name: str) -> Path:
    """The folder `rules` or `grammars`. Raises FileNotFoundError if the installation has lost it."""
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    from importlib.resources import as_file, files

    inside = files("prlint") / name
    if not inside.is_dir():
        raise FileNotFoundError(f"this installation of prlint has no {name}/ folder: install it again")
    with as_file(inside) as unpacked:
        return _kept(unpacked)


def _kept(unpacked: Path) -> Path:
    """A copy of an unpacked folder that lives as long as the process."""
    import atexit
    import shutil
    import tempfile

    keep = Path(tempfile.mkdtemp(prefix="prlint-"))
    atexit.register(shutil.rmtree, keep, ignore_errors=True)
    return Path(shutil.copytree(unpacked, keep / unpacked.name))
