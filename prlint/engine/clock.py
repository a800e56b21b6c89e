"""What time it is, for what is dated: waivers and review records. SOURCE_DATE_EPOCH sets it, so that a run can be repeated."""

import os
import time

from prlint.config import ConfigurationError


def now() -> str:
    """The time in UTC: `2027-03-04T10:00:00Z`. Raises ConfigurationError if SOURCE_DATE_EPOCH is no time."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(told) if told else None))
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(f"SOURCE_DATE_EPOCH must be a number of seconds since 1970, and is `{told}`") from error


def today() -> str:
    """The day in UTC: `2027-03-04`. Days written so compare as strings do."""
    return now()[:10]
