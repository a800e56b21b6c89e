"""The options of `prlint check`. A plain value, so that a command line of nothing but files needs no click."""

from prlint.config import Settings
from prlint.engine.model import SEVERITIES
from prlint.records import Record

FAIL_ON = (*SEVERITIES, "never")


class Options(Record):
    """The options of `prlint check`, as its help tells them; what is empty is left to the configuration."""

    output_format: str = "full"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    config: str = ""
    stdin_filename: str = ""
    color: str = "auto"
    quiet: bool = False
    jobs: int = 0
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    waivers: str = ""
    baseline: str = ""
    diff_base: str = ""
    record: str = ""
    outputs: tuple[str, ...] = ()
    tracked: str = "final"
    annotate: str = ""
    fixed_file: str = ""
    no_cache: bool = False

    def over(self, settings: Settings) -> Settings:
        """The settings with what the command line says over them."""
        if self.select:
            settings = settings._replace(select=self.select, extend_select=(), ignore=())
        return settings._replace(
            extend_select=settings.extend_select + self.extend_select,
            ignore=settings.ignore + self.ignore,
            fail_on=self.fail_on or settings.fail_on,
            baseline=self.baseline or settings.baseline,
            cache=settings.cache and not self.no_cache,
        )
