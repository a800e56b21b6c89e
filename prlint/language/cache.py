"""Keeps what is expensive to compute (parse tables, checked rules) in the user's own cache folder.

What is kept is plain data written with `marshal`, which loads in 2 ms and needs no import. Like a pickle it must never be
read from a place that others can write, so the folder is made with mode 0700 and one that belongs to somebody else, or
that others may write, is not used. What is kept holds the state of every file that it depends on; any error means
computing again, never a failure.
"""

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from zlib import crc32

from prlint import __version__
from prlint.records import Any

_VERSION = (__version__, sys.implementation.cache_tag, marshal.version)


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


def recall(name: str) -> Any:
    """What was remembered under a name, or None."""
    place = cache_folder()
    if place is None:
        return None
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        version, value = marshal.loads(_entry(place, name).read_bytes())  # noqa: S302 - our own folder, see above
        return value if version == _VERSION else None
    return None


def remember(name: str, value: Any) -> None:
    """Keeps plain data under a name, if there is a place for it."""
    place = cache_folder()
    if place is not None:
        _write(_entry(place, name), marshal.dumps((_VERSION, value)))


def read_entry(name: str) -> bytes:
    """The bytes that were kept under a name; none if there are none."""
    place = cache_folder()
    if place is not None:
        with contextlib.suppress(OSError):
            return _entry(place, name).read_bytes()
    return b""


def write_entry(name: str, content: bytes) -> None:
    """Keeps bytes under a name, if there is a place for it."""
    place = cache_folder()
    if place is not None:
        _write(_entry(place, name), content)


class Pieces:
    """Many values of which a run asks for some: each stands in a piece of its own, which is read when it is asked for.

    `about` is what was remembered of them all; `places` tells where behind `begin` the piece of a key stands in a file.
    """

    def __init__(self, about: Any = None, places: Mapping[bytes, tuple[int, int]] | None = None, file: int = -1, begin: int = 0) -> None:
        self.about = about
        self._places = places or {}
        self._file = file
        self._begin = begin

    def piece(self, key: bytes) -> Any:
        """The value of a key, or None."""
        found = self._places.get(key)
        return marshal.loads(_read_at(self._file, self._begin + found[0], found[1])) if found else None  # noqa: S302 - see above

    def stored(self) -> Iterator[tuple[bytes, bytes]]:
        """The pieces by key, as they are stored."""
        return ((key, _read_at(self._file, self._begin + start, length)) for key, (start, length) in self._places.items())


def recall_pieces(name: str) -> Pieces | None:
    """What was remembered in pieces under a name, or None. Its file stays open as long as the process runs."""
    place = cache_folder()
    if place is None:
        return None
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        file = os.open(_entry(place, name), os.O_RDONLY | getattr(os, "O_BINARY", 0))
        begin = 8 + int.from_bytes(_read_at(file, 0, 8), "little")
        if begin <= os.fstat(file).st_size:
            version, about, places = marshal.loads(_read_at(file, 8, begin - 8))  # noqa: S302 - our own folder, see above
            if version == _VERSION:
                return Pieces(about, places, file, begin)
        os.close(file)
    return None


def _read_at(file: int, start: int, length: int) -> bytes:
    """Bytes of an open file; workers that were forked share its position, so it is not moved where the system can do without."""
    if hasattr(os, "pread"):
        return os.pread(file, length, start)
    os.lseek(file, start, os.SEEK_SET)
    return os.read(file, length)


def remember_pieces(name: str, about: Any, pieces: Mapping[bytes, bytes]) -> None:
    """Keeps pieces (plain data, written with `marshal`) under a name, if there is a place for it."""
    place = cache_folder()
    if place is not None:
        places, at = {}, 0
        for key, piece in pieces.items():
            places[key] = at, len(piece)
            at += len(piece)
        head = marshal.dumps((_VERSION, about, places))
        _write(_entry(place, name), b"".join((len(head).to_bytes(8, "little"), head, *pieces.values())))


State = tuple[str, int, int]
"""What tells that a file was changed: its path, size and time of change."""


def states_in(place: Path | str, *suffixes: str) -> Iterator[State]:
    """The states of the files of a folder, and of all folders in it, that end in one of the suffixes."""
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.endswith(suffixes):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from states_in(entry.path, *suffixes)


def name_for(what: str, place: Path) -> str:
    """A name for what is computed from a folder: each folder has one of its own."""
    return f"{what}-{crc32(str(place).encode()):08x}"


def cached(name: str, states: Iterable[State], compute: Callable[[], Any]) -> Any:
    """What `compute` gives (plain data), from the cache if the files that it depends on are in the same states. Its errors pass through.

    A name stands for one set of files at a time: what was kept for earlier states of it is replaced.
    """
    now = tuple(sorted(states))
    told = recall(name)
    if told is not None and told[0] == now:
        return told[1]
    value = compute()
    remember(name, (now, value))
    return value


def state(file: Path | str) -> State:
    """The state of one file or folder."""
    status = os.stat(file)  # noqa: PTH116 - of many files at every start: a Path for each costs as much again
    return str(file), status.st_size, status.st_mtime_ns


def _entry(place: Path, name: str) -> Path:
    return place / f"{name}-{__version__}-{sys.implementation.cache_tag}.bin"


def _write(entry: Path, content: bytes) -> None:
    """Writes whole or not at all."""
    fresh = entry.with_name(f"{entry.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        fresh.write_bytes(content)
        fresh.replace(entry)
