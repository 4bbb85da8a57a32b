"""Plans put together at random from what councils print; each of their own words stands once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.importers.plan.layouts import heading
from tests.importers.plan.odd_pieces import bold, bullet, lettered, numbered, paras
from tests.importers.word_files import cell, merged, para, row, spanning, table

KINDS = ("Aim", "Priority", "Objective", "Theme", "Outcome", "Recommendation", "Standard", "Goal")
NUMBERS = ("", " 1", " 2", " A", " 1.1", " 2.1", " One", " II")
LABELS = ("Lead", "By when", "Progress", "RAG", "Measure of success", "Risk", "Outcome", "Priority")
COLUMNS = (*LABELS, "Ref", "Item", "Notes", "Update March 2026")


@dataclass
class RandomPlan:
    """Makes pieces of a plan; `words` are all the words in them that are no labels or refs."""

    random: Random
    words: list[str] = field(default_factory=list)

    def body(self) -> str:
        """Return the body of a Word file with a few pieces below a title."""
        pieces: tuple[Callable[[], str], ...] = (self.piece, self.table, self.listed, self.card)
        made = [self.random.choice((heading, para))(self.said())]
        made += [self.random.choice(pieces)() for _ in range(self.random.randint(1, 6))]
        return "".join(made)

    def said(self, most: int = 6) -> str:
        """Return words that stand nowhere else."""
        new = [f"w{len(self.words) + n}w" for n in range(self.random.randint(1, most))]
        self.words += new
        text = " ".join(new)
        if self._is(0.8):
            text = text.replace("w", "W", 1)
        return text + self.random.choice((".", "", ""))

    def aim(self) -> str:
        """Return a line that may begin an aim, with its label or without one."""
        label = self.random.choice(KINDS) + self.random.choice(NUMBERS)
        labels = (f"{label}: ", f"{label} – ", f"2. {label}: ", "R2 ", "3. ", "")
        return self.random.choice(labels) + self.said()

    def piece(self) -> str:
        """Return a line, a heading, a key or a small table."""
        pieces = (
            lambda: para(self.said()),
            lambda: heading(self.said(), 2),
            lambda: para(self.aim()),
            lambda: heading(self.aim(), 2),
            lambda: bold(self.said()),
            lambda: para(f"Key: {self.said()}"),
            lambda: paras("Action plan", "Action 1.2"),
            lambda: table(row(self.aim())),
            lambda: table(row(self.aim(), self.said()), row("Discussion:", self.said())),
            lambda: table(row(self._label(), self.said()), row("Driver", self.said())),
        )
        return self.random.choice(pieces)()

    def table(self) -> str:
        """Return a table of actions, with whatever may stand above, between and below them."""
        columns = ["Action", *self.random.sample(COLUMNS, self.random.randint(2, 5))]
        self.random.shuffle(columns)
        header = row(*columns) if self._is(0.9) else ""
        if self._is(0.2):
            upper = (merged(name, start=True) for name in columns)
            lower = (*(merged() for _ in columns[1:]), "RAG" if self._is(0.5) else self.said(2))
            header = row(*upper) + row(*lower)
        rows = [self._across(len(columns)) for _ in range(self.random.choice((0, 0, 1, 3)))]
        rows.append(header)
        rows += [
            self._across(len(columns)) if self._is(0.3) else self._action(columns)
            for _ in range(self.random.randint(1, 6))
        ]
        return table(*rows)

    def listed(self) -> str:
        """Return actions as a list, with labels in the line or below it."""
        begun = self.random.choice((numbered, bullet, lettered, lambda text: para(f"1. {text}")))
        made = ""
        for _ in range(self.random.randint(2, 4)):
            labels = self.random.sample(LABELS, self.random.randint(1, 4))
            if self._is(0.5):
                made += begun(
                    f"{self.said()}. " + "; ".join(f"{one}: {self.said()}" for one in labels)
                )
            else:
                made += begun(self.said()) + (lettered(self.said()) if self._is(0.3) else "")
                made += paras(*(f"{one}: {self.said()}" for one in labels))
                made += f"{para('Notes:')}{bullet(self.said())}" if self._is(0.3) else ""
            made += (
                self.random.choice((para, numbered, bullet))(self.aim()) if self._is(0.3) else ""
            )
        return made

    def card(self) -> str:
        """Return an action as a table of labels, each with what it says."""
        labels = ["Action", *self.random.sample(LABELS, 3)]
        width = self.random.choice((2, 4))
        rows = [row(spanning(self.aim(), width))] if self._is(0.4) else []
        if width == 2:
            return table(*rows, *(row(label, self._cell()) for label in labels))
        pairs = (labels[:2], labels[2:])
        return table(*rows, *(row(one, self._cell(), two, self._cell()) for one, two in pairs))

    def _is(self, chance: float) -> bool:
        return self.random.random() < chance

    def _label(self) -> str:
        return self.random.choice((*LABELS, *(f"{kind} 1" for kind in KINDS)))

    def _cell(self) -> str:
        cells = (
            self.said,
            self.said,
            lambda: cell(bullet(self.said()), bullet(self.said(), 1)),
            lambda: cell(para(self.said()), para(self.said())),
            lambda: "",
        )
        return self.random.choice(cells)()

    def _action(self, columns: list[str]) -> str:
        is_late = self._is(0.1)
        refs = ("1", "1a", "R1", "")
        cells = [
            self.random.choice(refs) if name in ("Ref", "Item") else self._cell()
            for name in columns[is_late:]
        ]
        return row(*cells, properties='<w:gridBefore w:val="1"/>' if is_late else "")

    def _across(self, width: int) -> str:
        rows = (
            lambda: row(spanning(self.aim(), width)),
            lambda: row(spanning(f"{self._label()}: {self.said()}", width)),
            lambda: row(self._label(), spanning(self.said(), width - 1)),
            lambda: row("2", spanning(self.said(), width - 1)),
            lambda: row(
                f"Red: {self.said(1)}", *(f"Green – {self.said(1)}" for _ in range(1, width))
            ),
        )
        return self.random.choice(rows)()
