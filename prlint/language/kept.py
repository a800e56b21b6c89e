"""What is kept of patterns from run to run, in the cache folder: their code, and what is known of them.

To make the code of a pattern takes 3 ms, to read it 20 µs.
"""

import atexit
import marshal
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from time import perf_counter

from prlint.language.cache import Pieces, recall_pieces, remember_pieces, state
from prlint.language.codes import AVAILABLE, ENGINE, Known, pattern_of
from prlint.language.digests import blake2b
from prlint.language.words import KNOWN
from prlint.records import Any, AnyStr

Source = tuple[str | bytes, bool]
"""A pattern as written, and whether case counts in it."""

MOST_SECONDS = 0.25
"""So long a run may take to make what it will keep. Where nothing is kept from run to run, as in most pipelines, all of it is in vain;
elsewhere the first few runs share it."""

_spent = [0.0]
_fresh: dict[bytes, bytes] = {}


def known(source: Source, prepare: Callable[[], bytes]) -> Known | None:
    """What is kept of a pattern; a new one is made and kept for the runs to come, unless too much was made in this run already."""
    key = _key(source[0], b"case" if source[1] else b"")
    told: Known | None = _recalled(key)
    if told is None and _spent[0] < MOST_SECONDS:
        from prlint.language.making import made

        began = perf_counter()
        told = made(prepare())
        _remember(key, told)
        _spent[0] += perf_counter() - began
    return told


def compiled(source: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """As `re.compile`, for a pattern of prlint's own code: its code is kept, so that the next run need not make it again (0.2 ms)."""
    if not AVAILABLE:
        return re.compile(source, flags)
    key = _key(source, b"re%d" % int(flags))
    told = _recalled(key)
    if told is None:
        from prlint.language.making import compiled_code

        told = compiled_code(source, int(flags))
        _remember(key, told)
    return pattern_of(source, told)


def _key(source: str | bytes, how: bytes) -> bytes:
    """A name for a pattern and how it is meant; no two patterns share one."""
    written = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    return blake2b(written, digest_size=16, person=how + (b".str" if isinstance(source, str) else b".bytes")).digest()


def _recalled(key: bytes) -> Any:
    return marshal.loads(_fresh[key]) if key in _fresh else _kept().piece(key)  # noqa: S302 - made here


def _remember(key: bytes, value: Any) -> None:
    """Sees to it that a value is written at the end."""
    if not _fresh:
        atexit.register(_keep)
    _fresh[key] = marshal.dumps(value)


@lru_cache(maxsize=1)
def _kept() -> Pieces:
    """What is kept. The needles of all patterns are known at once."""
    told = recall_pieces("patterns")
    if told is None or told.about[0] != _made_by():
        return Pieces()
    KNOWN.restore(told.about[1])
    return told


def _keep() -> None:
    remember_pieces("patterns", (_made_by(), KNOWN.kept()), {**dict(_kept().stored()), **_fresh})


def _made_by() -> tuple[Any, ...]:
    """What the kept code depends on beside the pattern: the engine, and the modules that make it."""
    here = Path(__file__).parent
    return (ENGINE, *(state(str(here / name)) for name in ("bounded.py", "codes.py", "cutting.py", "making.py", "needles.py", "words.py")))
