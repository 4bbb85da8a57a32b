"""A council's format with a field of its own of every kind, made by a text alone."""

from plan.council.format import Format, parsed_format
from plan.council.own_field import OWN_KINDS
from tests.plan.councils import glenshire_source

CHOICES = (
    'choices = [{ word = "Red", colour = "red", meaning = "Late" }, '
    '{ word = "Amber", colour = "#FFC000" }, '
    '{ word = "Blue", colour = "blue", done = true }, { word = "Parked" }]\n'
    'key = ["Word", "What it means"]\n'
)


def own_id(kind: str) -> str:
    """Return the id of the field of a kind."""
    return f"a-{kind}"


def own_label(kind: str) -> str:
    """Return the label of the field of a kind, which is its heading too."""
    return f"Kind {kind}"


def _field(of: str, kind: str) -> str:
    keys = f'id = "{own_id(kind)}"\nkind = "{kind}"\nlabel = "{own_label(kind)}"\n'
    return f"[[{of}.fields]]\n{keys}{CHOICES if kind == 'choice' else ''}\n"


def _column(kind: str) -> str:
    keys = f'field = "{own_id(kind)}"\nwidth = 15\nalso = ["Sort of {kind}"]\n'
    return f"[[plan.columns]]\n{keys}\n"


def _line(kind: str) -> str:
    return f'[[report.header]]\nlabel = "{own_label(kind)}:"\ntext = "{{{own_id(kind)}}}"\n\n'


def own_source(columns: bool = True) -> str:
    """Return the TOML text of the format; without `columns` nothing of its own is printed."""
    source = glenshire_source()
    before, plan, rest = source.partition("[[plan.columns]]")
    declared = "".join(_field("plan", kind) for kind in OWN_KINDS)
    source = f"{before}{declared}{plan}{rest}"
    before, progress, rest = source.partition('[[plan.columns]]\nfield = "progress"')
    printed = "".join(map(_column, OWN_KINDS)) if columns else ""
    source = f"{before}{printed}{progress}{rest}"
    before, header, rest = source.partition("[[report.header]]")
    declared = "".join(_field("report", kind) for kind in OWN_KINDS)
    lines = "".join(map(_line, OWN_KINDS)) if columns else ""
    return f"{before}{declared}{lines}{header}{rest}"


def own_council(columns: bool = True) -> Format:
    """Return the format that `own_source` describes."""
    return parsed_format(own_source(columns), "own.toml")
