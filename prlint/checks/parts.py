"""Whether a text should have all parts of a release, and where what it lacks is reported."""

from prlint.release.model import Release


def is_whole(release: Release) -> bool:
    """Whether the text should have all parts of a release."""
    return bool(release.blocks) and not release.settings.release.fragment and "fragment" not in release.profile.traits


def end_of(release: Release) -> int:
    """Where the text ends, without the blanks behind it."""
    return len(release.text.rstrip())
