"""What stands below the headings of a plan's tables that were not understood."""

from collections import Counter
from dataclasses import dataclass, field

from plan.text.line_breaks import shortened

_MOST_SAMPLES = 3


@dataclass
class UnknownCells:
    """The number of filled cells below each heading that was not understood, and the first few.

    What stands `with_first` is a second date, and is kept in the field of the first one.
    """

    counts: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[str]] = field(default_factory=dict)
    with_first: set[str] = field(default_factory=set)

    def note(self, heading: str, text: str) -> None:
        """Count a cell below `heading` that says `text`."""
        self.counts[heading] += 1
        samples = self.samples.setdefault(heading, [])
        said = shortened(text)
        if len(samples) < _MOST_SAMPLES and said not in samples:
            samples.append(said)

    def add(self, other: "UnknownCells") -> None:
        """Add what was counted in another table."""
        self.counts += other.counts
        self.with_first |= other.with_first
        for heading, texts in other.samples.items():
            known = self.samples.setdefault(heading, [])
            known += [text for text in texts if text not in known][: _MOST_SAMPLES - len(known)]
