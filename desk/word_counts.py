"""How many words there are in a field, in its section and in each paper, and how easily they read.

Values in, lines to read out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plan.council.form import Form
from plan.council.format import Format
from plan.model.plan import Plan
from plan.papers.plan_texts import texts_of
from plan.text.line_breaks import counted
from plan.text.readability import readability
from plan.text.words import word_count

_PAPERS: Mapping[str, str] = {
    "plan": "The plan",
    "aim": "The plan",
    "action": "The plan",
    "report": "The report",
    "appendix": "The report",
}
"""Which paper a place is in, by the first step of its path; an assessment is one by itself."""
_NO_PAPERS = frozenset({"source", "consulted"})
"""What is kept beside the papers and printed in none."""

_FORMULA = (
    "By Flesch's reading ease of 1948, from 100 (easiest) to 0 (hardest): 206.8, less the words to "
    "a sentence, less 84.6 times the syllables to a word. Syllables are reckoned from the letters, "
    "so it is about right. 60 and more is plain English."
)


class Counted(NamedTuple):
    """What is counted beside the papers: a name in the officer's words, and its text or places.

    `paths` are how the places begin that belong to it, such as "action/1.1".
    """

    name: str
    text: str = ""
    paths: tuple[str, ...] = ()


def count_lines(
    plan: Plan,
    council: Format,
    forms: Mapping[str, Form],
    field: Counted | None,
    sections: Iterable[Counted],
) -> tuple[str, ...]:
    """Return how many words a field, some sections and every paper have, a line each.

    `forms` are those of the plan's assessments, by id.
    """
    texts = [(one.place.path, word_count(one.text)) for one in texts_of(plan, council, forms)]
    lines = [_line(field.name, word_count(field.text))] if field is not None else []
    for section in sections:
        words = sum(many for path, many in texts if _is_in(path, section.paths))
        lines.append(_line(section.name, words))
    papers: Counter[str] = Counter()
    for path, many in texts:
        first = path.partition("/")[0]
        if first not in _NO_PAPERS:
            papers[_PAPERS.get(first, f"The {first.replace('-', ' ')}")] += many
    notes = sum(many for path, many in texts if path.endswith("/progress"))
    for name, many in papers.items():
        of_notes = f", {notes:,} of them in notes" if name == "The plan" and notes else ""
        lines.append(f"{_line(name, many)}{of_notes}")
    return tuple(lines) or ("There are no words yet.",)


def reading_lines(paragraph: str) -> tuple[str, ...]:
    """Return how easily a paragraph is read, and by which formula; nothing if it has no words."""
    read = readability(paragraph)
    if read is None:
        return ()
    score = max(0, min(100, round(read.score)))
    return (
        f"This paragraph: {score} of 100, {read.in_words}",
        f"In it: {counted(read.sentences, 'sentence')}, {read.words:.0f} words to a sentence",
        f"And: {read.syllables:.1f} syllables to a word",
        _FORMULA,
    )


def _line(name: str, many: int) -> str:
    return f"{name}: {counted(many, 'word')}"


def _is_in(path: str, paths: tuple[str, ...]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in paths)
