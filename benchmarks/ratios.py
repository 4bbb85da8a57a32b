"""A measured ratio and how it is printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Ratio:
    """A time against a yardstick; `limit` is the figure to keep to, `at_least` a lower one."""

    what: str
    seconds: float
    yardstick: str
    yardstick_seconds: float
    limit: float
    at_least: bool = False

    @property
    def value(self) -> float:
        """How many times the yardstick, or for `at_least`, how many times faster."""
        if self.at_least:
            return self.yardstick_seconds / self.seconds
        return self.seconds / self.yardstick_seconds

    @property
    def is_kept(self) -> bool:
        """Whether the figure is kept to."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        word = "at least" if self.at_least else "at most"
        verdict = "kept" if self.is_kept else "MISSED"
        return (
            f"{self.what:<44}{self.seconds * 1000:9.2f} ms  {self.value:6.2f} x "
            f"{self.yardstick:<34}({self.yardstick_seconds * 1000:.2f} ms) "
            f"{word} {self.limit:g}: {verdict}"
        )


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def turn_about(
    first: Callable[[], float], second: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """Return the medians of two measurements made turn about, so that noise hits both alike."""
    pairs = [(first(), second()) for _ in range(rounds)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def printed(ratios: Sequence[Ratio]) -> str:
    """Return the ratios, a line each."""
    return "\n".join(map(str, ratios))
