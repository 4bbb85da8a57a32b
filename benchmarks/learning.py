"""Learning a format: how long it takes, and how much of a second paper comes through it.

`python -m benchmarks.learning FILE.docx …` learns from each file, makes another paper of that
council, reads it, writes it, and prints how many of its values and lines came through.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import Ratio, timed, turn_about
from benchmarks.reading import a_thousand_rows
from importers.learning.draft import Known, drafted, source_paper
from importers.paper import read_with_account
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from tests.importers.learning.case_labels import answers_for, changing_of, is_open_table
from tests.importers.learning.second_papers import Figures, make_second, measured, runner

_SHOWN = 15
"""Values and lines of a paper that are printed because they did not come through."""


LEARNED = 1.5
ANSWERED = 0.5
ROUNDS = 3


def learning() -> list[Ratio]:
    """Return the ratios of a format drafted of a plan, and of it drafted anew after an answer.

    The plan is read once for both, so that an answer costs a part of what reading it does.
    """
    gc.collect()
    council = format_named(DEFAULT_FORMAT)
    forms = tuple(map(form_named, council.forms))
    answers = {("answers", "the plan", "Title"): "line"}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        path.write_bytes(a_thousand_rows(council))
        paper = source_paper(path, council)
        first, read = turn_about(
            lambda: timed(lambda: drafted(source_paper(path, council), "A", "a", {}, Known())),
            lambda: timed(lambda: read_with_account(path, council, forms)),
            ROUNDS,
        )
        again, read_again = turn_about(
            lambda: timed(lambda: drafted(paper, "A", "a", answers, Known())),
            lambda: timed(lambda: read_with_account(path, council, forms)),
            ROUNDS,
        )
    yardstick = "importing it, with its account"
    return [
        Ratio("a format drafted of 1,000 rows", first, yardstick, read, LEARNED),
        Ratio("drafted anew after an answer", again, yardstick, read_again, ANSWERED),
    ]


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
