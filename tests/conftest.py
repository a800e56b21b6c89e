"""What holds for all tests."""

from hypothesis import settings

# A deadline is an assertion about time: it fails on a machine that has other work to do.
settings.register_profile("prlint", deadline=None)
settings.load_profile("prlint")
