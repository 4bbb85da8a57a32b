"""Finds what a line says behind its labels: "Lead: …", "By when? …", a bold word, a question."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from importers.plan.columns import HeadingWords
from importers.plan.header_column import own_key
from importers.plan.heading_kinds import is_question
from importers.plan.headings import STATUS, heading_key, meaning_of
from importers.wording import is_bold
from plan.papers.blocks import Block, Cell, Inline, Paragraph, Table, Text
from plan.papers.paragraph_parts import without_start
from plan.text.clean import clean_line

_LABEL = re.compile(
    r"(?:(?<=[.;,\n\t–—|(])|(?<=\s-)|^)\s*([^\W\d_][^.:;,\n\t–—|(]{0,40}):(?!//)\s*"
)
_DASHED = re.compile(r"\s*([A-Z][^:\n\t–—|(]{0,30}?)(?:(?: ?[–—]| -) +| ?\t\s*)(?=\S)")
"""A label before a dash or a tab, which only a line of its own may begin with."""
_ASKED = re.compile(r"\s*([A-Z][^.:;?\n\t]{1,90}\?)\s*(?=\S)")
"""A question with its answer in one line."""
_NOT_A_LABEL = frozenset({None, "text", "ref", "pages"})
LINES = frozenset({"leads", "timescale"})
"""Labels behind which stands one line."""
_MOST_WORDS = 6
"""Words of a label that is not known."""
_LONGEST = 100
_PAIR = 2
"""Rows of labels above what they say, or cells of a label beside it."""
_LEAST_KNOWN = 2
Said: TypeAlias = Mapping[str, tuple[str, Paragraph]]
"""What stands behind each label of a paragraph: the label as printed, and its text."""


def labels_in(paragraph: Paragraph, words: HeadingWords) -> dict[str, tuple[str, Paragraph]]:
    """Return what follows each label that is known in a paragraph, by what it means."""
    found = _known(paragraph.text, words) or _at_start(paragraph, words)
    if not found:
        return {}
    ends = [match.start() for match, _ in found[1:]] + [len(paragraph.text)]
    labels: dict[str, tuple[str, Paragraph]] = {}
    for (match, name), end in zip(found, ends, strict=True):
        said = piece_of(paragraph, match.end(), end, stop="." if name in LINES else "")
        key = own_key(match[1]) if name in labels else name
        labels.setdefault(key, (match[1], said))
    return labels


def _known(text: str, words: HeadingWords) -> list[tuple[re.Match[str], str]]:
    if ":" not in text:
        return []
    found = ((match, _meaning(match[1], words)) for match in _LABEL.finditer(text))
    return [(match, name) for match, name in found if name and name not in _NOT_A_LABEL]


def _at_start(line: Paragraph, words: HeadingWords) -> list[tuple[re.Match[str], str]]:
    """Return the label at the start of a line, where its words are plain.

    A dash, a tab or its question mark stands behind it, or it alone is bold.
    """
    text = line.text
    match = _DASHED.match(text) or ("?" in text and _ASKED.match(text)) or _bold_start(line)
    if not match or not (match[1].endswith("?") or words.plainly(match[1])):
        return []
    name = plain_name(match[1], words)
    return [(match, name)] if name else []


def action_label(line: Paragraph, words: HeadingWords) -> re.Match[str] | None:
    """Return the label of what is to be done at the start of a line: "Action:", "What next?"."""
    text = line.text
    match = _LABEL.match(text) or ("?" in text and _ASKED.match(text)) or _bold_start(line)
    return match if match and words.plainly(match[1]) == "text" else None


def _bold_start(line: Paragraph) -> re.Match[str] | None:
    """Return the bold words at the start of a line whose others are not."""
    first = line.inlines[0] if len(line.inlines) > 1 else None
    if not isinstance(first, Text) or not first.bold or len(first.text) > _LONGEST:
        return None
    end = 0
    for inline in line.inlines:
        if not isinstance(inline, Text) or not (inline.bold or not inline.text.strip()):
            break
        end += len(inline.text)
    label = line.text[:end].strip()
    is_part = bool(label) and bool(line.text[end:].strip())
    return re.match(rf"\s*({re.escape(label)})\s*", line.text) if is_part else None


def plain_name(label: str, words: HeadingWords) -> str | None:
    """Return what a label plainly means, None where it means nothing or names an action."""
    meaning = meaning_of(label)
    name = STATUS if meaning.is_plainly(STATUS) else words.plain_field(label)
    if name is None and is_question(label):
        name = meaning.field("weak")
    return None if name in _NOT_A_LABEL else name


def label_alone(line: Paragraph, words: HeadingWords) -> tuple[str, str] | None:
    """Return what a line means that is a label and no more, and the label; None for others.

    It is a question, bold or a heading; what it says stands in the lines below it.
    """
    text = clean_line(line.text)
    if not 1 < len(text) <= _LONGEST or line.bullet is not None or "\n" in line.text.strip():
        return None
    if not (text.endswith("?") or line.role.startswith("heading") or is_bold(line)):
        return None
    label = text.rstrip(":–- ")
    is_text = words.plainly(label) == "text"
    name = "text" if is_text else plain_name(label, words)
    return (name, label) if name is not None else None


def labels_in_table(table: Table, words: HeadingWords) -> list[tuple[str, str, Cell, Cell]]:
    """Return what a small table below an action says of it; nothing for any other table.

    Its labels stand above what they say, in two rows, or beside it. Each is given as what it
    means, the label, its cell and the cell of what it says.
    """
    rows = [row.cells for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    pairs: list[tuple[Cell, Cell]] = []
    if len(rows) == _PAIR and len(rows[0]) == len(rows[1]):
        pairs = list(zip(*rows, strict=True))
    found = _named(pairs, words)
    if not found and all(len(cells) == _PAIR for cells in rows):
        found = _named([(cells[0], cells[1]) for cells in rows], words)
    return found


def _named(
    pairs: Sequence[tuple[Cell, Cell]], words: HeadingWords
) -> list[tuple[str, str, Cell, Cell]]:
    labels = [clean_line(label.text).rstrip(":–- ") for label, _ in pairs]
    if not all(0 < len(label) <= _LONGEST for label in labels):
        return []
    names = [plain_name(label, words) for label in labels]
    known = set(names) - {None}
    if len(known) < _LEAST_KNOWN or not known & LINES or "text" in map(words.plainly, labels):
        return []
    return [
        (own_key(label) if name is None or name in names[:n] else name, label, *pair)
        for n, (name, label, pair) in enumerate(zip(names, labels, pairs, strict=True))
    ]


def repeated_lines(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the keys of the short lines that stand more than once, as the labels of a plan do."""
    counts = Counter(
        heading_key(block.text)
        for block in blocks
        if isinstance(block, Paragraph) and 1 < len(block.text) <= _LONGEST
    )
    return frozenset(key for key, count in counts.items() if count > 1)


def _meaning(label: str, words: HeadingWords) -> str | None:
    if label[0].islower() and words.plainly(label) is None:
        return None
    if meaning_of(label).is_plainly(STATUS):
        return STATUS
    return words.plain_field(label)


def unknown_label(line: Paragraph) -> dict[str, tuple[str, Paragraph]]:
    """Return what a line says behind a label that no word knows, such as "Risk:"."""
    match = _LABEL.match(line.text)
    if match is None or match[1][0].islower() or len(match[1].split()) > _MOST_WORDS:
        return {}
    if is_bold(line):
        return {}
    return {own_key(match[1]): (match[1], piece_of(line, match.end(), len(line.text)))}


def piece_of(paragraph: Paragraph, start: int, end: int, stop: str = "") -> Paragraph:
    """Return a part of a paragraph, without the signs that part it from the next, and `stop`."""
    said = paragraph.text[start:end]
    start += len(said) - len(said.lstrip())
    signs = " \n\t;,|–—(-" + stop
    left = len(said.strip().rstrip(signs if "(" in said else f"{signs})"))
    inlines: list[Inline] = []
    for inline in without_start(paragraph, start).inlines:
        if isinstance(inline, Text) and left > 0:
            inlines.append(replace(inline, text=inline.text[:left]))
            left -= len(inline.text)
    return replace(paragraph, inlines=tuple(inlines), label="", bullet=None)
