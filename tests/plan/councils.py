"""The council format that only the tests use."""

from pathlib import Path

from plan.format import Format, parsed_format


def glenshire_source() -> str:
    """Return the TOML text of the second council's format."""
    return (Path(__file__).parent / "glenshire-2020.toml").read_text(encoding="utf-8")


def glenshire() -> Format:
    """Return the second council's format."""
    return parsed_format(glenshire_source(), "glenshire-2020.toml")
