"""How much of a second paper comes through a format that was learned from the first.

`python -m benchmarks.learning FILE.docx …` learns from each file, makes another paper of that
council, reads it, writes it, and prints how many of its values and lines came through.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.importers.learning.case_labels import answers_for, changing_of, is_open_table
from tests.importers.learning.second_papers import Figures, make_second, measured, runner

_SHOWN = 15
"""Values and lines of a paper that are printed because they did not come through."""


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each file that is named."""
    for name in arguments:
        source = Path(name)
        with TemporaryDirectory() as home:
            second = Path(home) / f"second-{source.name}"
            values = make_second(source, second, changing_of(source), is_open_table)
            given = answers_for(source)
            for answers in (None, given) if given.exists() else (None,):
                figures = measured(source, second, values, runner(Path(home)), answers)
                _print(source.stem, "answered" if answers else "--yes", figures)
    return 0


def _print(name: str, how: str, figures: Figures) -> None:
    values = f"values {figures.found} of {figures.values} ({figures.values_share:.0%})"
    lines = f"lines {figures.printed} of {figures.lines} ({figures.lines_share:.0%})"
    print(f"{name} ({how}): {values}, {lines}, {figures.questions} questions; {figures.account}")
    for value in figures.missing[:_SHOWN]:
        print(f"    value: {value[:110]}")
    for line in figures.not_printed[:_SHOWN]:
        print(f"    line:  {line[:110]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
