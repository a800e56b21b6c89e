"""What is kept of patterns from run to run, in the cache folder: their code, and what is known of them.

To make the code of a pattern takes 3 ms, to read it 20 µs.
"""

import atexit
import marshal
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from prlint.language.cache import recall, remember, state
from prlint.language.codes import AVAILABLE, ENGINE, Known, pattern_of
from prlint.records import Any, AnyStr

Source = tuple[str | bytes, bool]
"""A pattern as written, and whether case counts in it."""

_fresh: list[object] = []


def known(source: Source, prepare: Callable[[], bytes]) -> Known:
    """What is kept of a pattern; made if it is new, and kept for the runs to come."""
    kept = _kept()
    told = kept.get(source)
    if told is not None:
        read: Known = marshal.loads(told)  # noqa: S302 - our own folder, see prlint.language.cache
        return read
    from prlint.language.making import made

    fresh = made(prepare())
    kept[source] = marshal.dumps(fresh)
    _made_anew(source)
    return fresh


def compiled(source: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """As `re.compile`, for a pattern of prlint's own code: its code is kept, so that the next run need not make it again (0.2 ms)."""
    if not AVAILABLE:
        return re.compile(source, flags)
    key = source, "re", int(flags)
    told = _kept().get(key)
    if told is None:
        from prlint.language.making import compiled_code

        told = _kept()[key] = marshal.dumps(compiled_code(source, int(flags)))
        _made_anew(key)
    return pattern_of(source, marshal.loads(told))  # noqa: S302 - our own folder, see prlint.language.cache


def _made_anew(key: object) -> None:
    """Sees to it that what is kept is written at the end."""
    if not _fresh:
        atexit.register(_keep)
    _fresh.append(key)


@lru_cache(maxsize=1)
def _kept() -> dict[object, bytes]:
    """What is kept, by pattern, each in a piece of its own: a run asks for a third of them."""
    told = recall("patterns")
    return told[1] if isinstance(told, tuple) and told[0] == _made_by() else {}


def _keep() -> None:
    remember("patterns", (_made_by(), _kept()))


def _made_by() -> tuple[Any, ...]:
    """What the kept code depends on beside the pattern: the engine, and the modules that make it."""
    here = Path(__file__).parent
    return (ENGINE, *(state(str(here / name)) for name in ("bounded.py", "codes.py", "making.py", "needles.py")))
