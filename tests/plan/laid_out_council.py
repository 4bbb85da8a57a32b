"""A council's format that lays its report out in every way that a format can say."""

from plan.council.format import Format, parsed_format
from tests.plan.councils import glenshire_source


def laid_out(*changes: tuple[str, str], report: str = "") -> Format:
    """Return the second council's format with texts changed and keys added below `[report]`."""
    source = glenshire_source()
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new, 1)
    return parsed_format(source.replace("[report]\n", f"[report]\n{report}\n", 1), "test.toml")
