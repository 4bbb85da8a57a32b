"""The header of a report drafted: which label names what, and what stands without a label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.learning.asked import Asked
from importers.learning.names import id_of, short_label
from importers.learning.toml_text import Values
from importers.report.header_lines import laid_out_lines
from importers.report.report_words import Labelled, header_label, is_name
from importers.report.who_meets import committee_and_date, committee_or_date, names_who_meets
from importers.unread import is_filled
from plan.council.number_pattern import pattern_problem
from plan.council.report_format import MOST_BESIDE, ReportFormat
from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS
from plan.papers.blocks import Block, Paragraph, Table
from plan.text.clean import clean_line

_EDGES = " .…_:-–—\t"
_DOTS = " .…_\t"
_COUNCIL = re.compile(r"\b(?:council|comhairle|board|partnership|authority)\b", re.IGNORECASE)
_COLON = re.compile(r"(?P<label>[^:\t]{1,60}?:)\s*(?P<text>.*)", re.DOTALL)
_FIGURES = re.compile(r"\d+|[A-Z]+|[a-z]+|\s+|.", re.DOTALL)
_SPLIT = re.compile(r"(?P<label>[^\t]{1,60}?)\s*\t+\s*(?P<text>.*)", re.DOTALL)


@dataclass
class HeaderDraft:
    """The lines of a header, each with its label and a pattern of fields; `texts` is what it says.

    `people` are names among these, `committee` is the one that meets.
    """

    made: list[Values] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    fields: list[Values] = field(default_factory=list)
    number: str = ""
    committee: str = ""
    in_table: int = 0

    def lines(self, *, capitals: bool) -> list[Values]:
        """Return the lines; where the format prints capitals, their labels in sentence case."""
        return [
            {**one, "label": in_sentence_case(one["label"])}
            if capitals and one.get("place", "line") == "line"
            else one
            for one in self.made
        ]

    def number_values(self) -> Values:
        """Return the pattern that the report's numbers match, and a made-up one for messages."""
        pattern = number_pattern(self.number)
        if not self.number or pattern_problem(pattern):
            return {}
        return {"number_pattern": pattern, "number_example": number_like(self.number)}

    @property
    def is_table(self) -> bool:
        """Whether most of its lines with a label stand in tables."""
        labelled = sum(bool(one["label"]) for one in self.made)
        return self.in_table * 2 > labelled

    @property
    def printed(self) -> set[str]:
        """The fields that have a line."""
        return {name for name in HEADER_FIELDS for one in self.made if f"{{{name}}}" in one["text"]}


def drafted_header(
    blocks: Sequence[Block], report_format: ReportFormat, asked: Asked
) -> HeaderDraft:
    """Return the header that stands in the blocks above the first section."""
    draft = HeaderDraft()
    loose: list[tuple[int, str, bool]] = []
    for row, is_table in _rows_in(blocks, report_format):
        before = len(draft.made)
        for line in row:
            label = header_label(line.text, is_cell=is_table)
            if label is not None and label.meaning in HEADER_FIELDS:
                _add_labelled(draft, label, line, is_table=is_table)
            elif label is not None or _is_pair(line):
                _add_other(draft, line)
            else:
                loose.append((len(draft.made), clean_line(line.text), is_table))
        labelled = [one for one in draft.made[before:] if one["label"]]
        draft.in_table += len(labelled) * is_table
        for one in labelled[1:MOST_BESIDE]:
            one["beside"] = True
    _add_loose(draft, loose, asked)
    return draft


def _rows_in(
    blocks: Sequence[Block], report_format: ReportFormat
) -> Iterator[tuple[list[Paragraph], bool]]:
    """Yield the lines of a header row by row, and whether they stand in a table."""
    for block in filter(is_filled, blocks):
        is_table = isinstance(block, Table)
        rows = _rows_of(block)
        made = [_lines_in(row, report_format) for row in rows]
        if any(not any(_is_labelled(line) for line in row) for row in made if row):
            made = []  # a row of labels stands above one of texts
        for row in made or [_lines_in(block, report_format)]:
            if row:
                yield row, is_table


def _rows_of(block: Block) -> list[Table]:
    """Return the rows of a table, each as a table; none of a paragraph."""
    if not isinstance(block, Table):
        return []
    return [replace(block, rows=(row,)) for row in block.rows]


def _lines_in(block: Block, report_format: ReportFormat) -> list[Paragraph]:
    return [line for line in laid_out_lines([block], report_format) if line.text.strip()]


def _is_labelled(line: Paragraph) -> bool:
    return header_label(line.text, is_cell=True) is not None or _is_pair(line)


def _is_pair(line: Paragraph) -> bool:
    match = _SPLIT.fullmatch(line.text.strip())
    return match is not None and match["label"].rstrip().endswith(":")


def _add_labelled(draft: HeaderDraft, label: Labelled, line: Paragraph, *, is_table: bool) -> None:
    meaning = str(label.meaning)
    if meaning in draft.printed:
        _add_second(draft, line)
        return
    said = clean_line(label.text)
    draft.texts.append(said)
    printed = clean_line(line.text)
    words = _label_as_printed(line.text, label)
    if meaning == "item_no" and not is_table and "\t" not in line.text.strip():
        value = said.strip(_EDGES)
        pattern = said.replace(value, "{item_no}", 1) if value else "{item_no}"
        draft.made.append({"label": words.rstrip(_DOTS), "text": pattern, "place": "item"})
        return
    pattern = _pattern(said, meaning)
    if meaning in ("committee", "meeting_date"):
        draft.committee = committee_and_date(said, meaning).get("committee", draft.committee)
    if meaning == "number":
        draft.number = said
    if printed.startswith(("(", "[")) or (":" not in words and not is_table and not _tabbed(line)):
        start = printed.find(said)
        whole = f"{printed[:start]}{pattern}{printed[start + len(said) :]}" if said else printed
        draft.made.append({"label": "", "text": whole, "place": "centred"})
        return
    draft.made.append({"label": words, "text": pattern})


def _add_second(draft: HeaderDraft, line: Paragraph) -> None:
    """Add a label that says the same as one above in other words: director, and chief officer."""
    match = _divided(line)
    if match is None:
        return
    label = clean_line(match["label"]).rstrip(_EDGES).casefold()
    if label not in {one["label"].rstrip(_EDGES).casefold() for one in draft.made}:
        _add_other(draft, line)


def _divided(line: Paragraph) -> re.Match[str] | None:
    text = line.text.strip()
    return _SPLIT.fullmatch(text) or _COLON.fullmatch(text)


def _tabbed(line: Paragraph) -> bool:
    return "\t" in line.text.strip()


def _label_as_printed(text: str, label: Labelled) -> str:
    """Return a label with the colon that follows it in the paper."""
    start = text.find(label.label)
    behind = text[start + len(label.label) :].lstrip(" \u00a0") if start >= 0 else ""
    return f"{label.label}:" if behind.startswith(":") else label.label


def _pattern(said: str, meaning: str) -> str:
    """Return a text with its fields in the place of what they say: "{committee} – {…date}"."""
    if meaning not in ("committee", "meeting_date"):
        return f"{{{meaning}}}"
    found = committee_and_date(said, meaning)
    pattern = said
    for name, value in found.items():
        pattern = pattern.replace(value, f"{{{name}}}", 1)
    return pattern if "{" in pattern else f"{{{meaning}}}"


def _add_other(draft: HeaderDraft, line: Paragraph) -> None:
    """Add a label that names no field of a report: it is one that the council adds."""
    match = _divided(line)
    label = clean_line(match["label"] if match else line.text)
    said = clean_line(match["text"]) if match else ""
    draft.texts.append(said)
    kind = "yes-no" if said.casefold() in ("yes", "no") else "line"
    if is_name(said):
        draft.people.append(said)
    name = id_of(label, {*HEADER_FIELDS, *SIGNATURE_FIELDS, *(one["id"] for one in draft.fields)})
    draft.fields.append({"id": name, "kind": kind, "label": short_label(label, 40)})
    draft.made.append({"label": label, "text": f"{{{name}}}"})


def _add_loose(draft: HeaderDraft, loose: Sequence[tuple[int, str, bool]], asked: Asked) -> None:
    """Add the lines without a label: who meets and when, the letterhead, the title."""
    kinds = [_kind_of(text, draft) for _, text, _ in loose]
    titles = [n for n, kind in enumerate(kinds) if kind == "title"]
    title = max(titles, key=lambda n: len(loose[n][1]), default=None)
    added = 0
    for n, ((place, text, _), kind) in enumerate(zip(loose, kinds, strict=True)):
        made = _loose_line(text, kind, draft, asked, is_title=n == title)
        draft.texts += [] if kind == "letterhead" else [text]
        if made is not None:
            draft.made.insert(place + added, made)
            added += 1


def _kind_of(text: str, draft: HeaderDraft) -> str:
    said = committee_or_date(text)
    if said and not set(said) <= draft.printed:
        return "who"
    if _COUNCIL.search(text) and names_who_meets(text):
        return "letterhead"
    return "title"


def _loose_line(
    text: str, kind: str, draft: HeaderDraft, asked: Asked, *, is_title: bool
) -> Values | None:
    if kind == "who":
        said = {
            name: value
            for name, value in committee_or_date(text).items()
            if name not in draft.printed
        }
        pattern = text
        draft.committee = said.get("committee", draft.committee)
        for name, value in said.items():
            pattern = pattern.replace(value, f"{{{name}}}", 1)
        return {"label": "", "text": pattern, "place": "centred"}
    if kind == "title" and is_title and "title" not in draft.printed:
        return {"label": "", "text": "{title}", "place": "centred"}
    is_fixed = asked.yes("lines", "the report's header", text, usual=kind == "letterhead")
    if is_fixed:
        return {"label": "", "text": text.replace("{", "").replace("}", ""), "place": "centred"}
    draft.texts.append(text)
    return None


def in_sentence_case(text: str) -> str:
    """Return words in capitals as they are written otherwise: the style prints them large."""
    if not text.isupper():
        return text
    first = next((n for n, letter in enumerate(text) if letter.isalpha()), 0)
    return text[: first + 1] + text[first + 1 :].lower()


def number_pattern(number: str) -> str:
    """Return a pattern for numbers like this one: as many figures at most, and as many letters."""
    return "".join(_piece_pattern(piece) for piece in _FIGURES.findall(number))


def _piece_pattern(piece: str) -> str:
    most = max(len(piece), 3)
    if piece.isdecimal():
        is_year = len(piece) == 4 and piece.startswith("20")  # noqa: PLR2004 - as years are written
        return r"\d{4}" if is_year else rf"\d{{1,{most}}}"
    if piece.isalpha() and piece.isascii():
        letters = "A-Z" if piece.isupper() else "a-z"
        return f"[{letters}]{{1,{max(len(piece), 6)}}}"
    return " " if piece.isspace() else re.escape(piece)


def number_like(number: str) -> str:
    """Return a made-up number that is written as this one is."""
    return re.sub(
        r"[A-Za-z0-9]",
        lambda one: "1" if one[0].isdecimal() else "A" if one[0].isupper() else "a",
        number,
    )
