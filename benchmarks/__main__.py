"""`make bench`: every timing, as a ratio in one run."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.checking import checking
from benchmarks.editing import editing
from benchmarks.exporting import exporting
from benchmarks.finding import finding
from benchmarks.learning import learning
from benchmarks.long_history import long_history
from benchmarks.long_texts import freezing
from benchmarks.merging import merging
from benchmarks.packing import packing
from benchmarks.ratios import Ratio, printed
from benchmarks.reading import reading
from benchmarks.sharing import sharing
from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from sample_data.sample import large_outline, sample_outline
from store.plan_file import PlanFile


def main() -> int:
    """Print the ratios; the exit status is 0 whatever they are, for machines are noisy."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ratios = [
            *in_a_terminal(folder),
            *editing(folder),
            *checking(),
            *merging(),
            *finding(),
            *exporting(),
            *packing(),
            *reading(),
            *learning(),
            *sharing(folder),
        ]
        undoing = long_history(folder)
    print(printed(ratios))
    print(*undoing, *freezing(), sep="\n")
    return 0


def in_a_terminal(folder: Path) -> list[Ratio]:
    """Return what is measured in a pseudo-terminal, which Windows does not have."""
    if sys.platform == "win32":
        print("Starting and typing are not measured here: they need a pseudo-terminal.")
        return []
    from benchmarks.changing_views import changing_views
    from benchmarks.starting import starting
    from benchmarks.typing_keys import typing_keys

    plans = {10: folder / "ten.plan.json", 1_000: folder / "thousand.plan.json"}
    for actions, path in plans.items():
        outline = sample_outline() if actions == 10 else large_outline(actions)
        plan = built_plan(outline, DEFAULT_FORMAT)
        PlanFile.create(path, plan, label="Benchmark", who="", now=datetime.now(UTC))
    return [
        *starting(plans, folder),
        *typing_keys(plans[10], folder),
        *changing_views(plans[10], folder / "views"),
    ]


if __name__ == "__main__":
    sys.exit(main())
