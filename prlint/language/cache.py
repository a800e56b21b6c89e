"""Keeps what is expensive to compute (parse tables, checked rules) in the user's own cache folder.

What is kept is plain data written with `marshal`, which loads in 2 ms and needs no import. Like a pickle it must never be
read from a place that others can write, so the folder is made with mode 0700 and one that belongs to somebody else, or
that others may write, is not used. The name of a file holds a digest of everything that its content depends on; any
error means computing again, never a failure.
"""

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from prlint import __version__


def cache_folder() -> Path | None:
    """The user's cache folder for prlint, or None where there is no safe one. `PRLINT_CACHE_DIR` overrides it."""
    named = os.environ.get("PRLINT_CACHE_DIR")
    if named:
        place = Path(named)
    elif sys.platform == "win32":
        place = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "prlint" / "cache"
    elif sys.platform == "darwin":
        place = Path.home() / "Library" / "Caches" / "prlint"
    else:
        place = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "prlint"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = place.stat()
    except (OSError, RuntimeError):
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
        return None
    return place


def digest(files: Iterable[Path]) -> str:
    """A name for the state of some files: their paths, sizes and times of change, and this prlint and Python."""
    told = sha256(f"{__version__}\0{sys.implementation.cache_tag}\0{marshal.version}".encode())
    for file in sorted(files):
        status = file.stat()
        told.update(f"\0{file}\0{status.st_size}\0{status.st_mtime_ns}".encode())
    return told.hexdigest()[:32]


def cached(name: str, files: Iterable[Path], compute: Callable[[], Any]) -> Any:
    """What `compute` gives (plain data), from the cache if the files are as they were. Its errors pass through."""
    place = cache_folder()
    if place is None:
        return compute()
    entry = place / f"{name}-{digest(files)}.bin"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        return marshal.loads(entry.read_bytes())  # noqa: S302 - our own folder, see above
    value = compute()
    _write(entry, marshal.dumps(value))
    return value


def _write(entry: Path, content: bytes) -> None:
    """Writes whole or not at all, and drops what earlier states left."""
    fresh = entry.with_name(f"{entry.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        fresh.write_bytes(content)
        fresh.replace(entry)
        for old in entry.parent.glob(f"{entry.name.rsplit('-', 1)[0]}-*.bin"):
            if old != entry:
                old.unlink(missing_ok=True)
