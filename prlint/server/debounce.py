"""Work that waits until an author pauses."""

from collections.abc import Callable, Hashable

from prlint.records import Protocol


class Timer(Protocol):
    """A call that will be made, unless it is cancelled."""

    def cancel(self) -> None:
        """Makes the call not happen."""


class Debounce:
    """Calls what was asked for last, once nothing more is asked for the same key during a pause."""

    def __init__(self, later: Callable[[float, Callable[[], None]], Timer], pause: float) -> None:
        """`later(seconds, call)` makes a call after some time, as `call_later` of an event loop; `pause` is in seconds."""
        self._later = later
        self._pause = pause
        self._timers: dict[Hashable, Timer] = {}

    def ask(self, key: Hashable, call: Callable[[], None], *, now: bool = False) -> None:
        """Asks for a call, in the place of one that is still waiting; after no pause if `now`."""
        self.forget(key)

        def made() -> None:
            self._timers.pop(key, None)
            call()

        self._timers[key] = self._later(0 if now else self._pause, made)

    def forget(self, key: Hashable) -> None:
        """Nothing is to be done for a key any more."""
        timer = self._timers.pop(key, None)
        if timer:
            timer.cancel()
