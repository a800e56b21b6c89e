"""What holds for all tests."""

from hypothesis import settings

from prlint.language import kept

# A deadline is an assertion about time: it fails on a machine that has other work to do.
settings.register_profile("prlint", deadline=None)
settings.load_profile("prlint")

# Both engines are tested, however long it takes to make the codes of the faster one.
kept.MOST_SECONDS = float("inf")
