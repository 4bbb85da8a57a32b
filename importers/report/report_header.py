"""The header of a committee report: its lines by their labels, filled back into fields.

The council's own labels are asked first, then those of any council (`report_words`). What has a
label but no field, and what has neither, is kept apart, so that it can be shown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from string import Formatter
from typing import NamedTuple

from importers.account.ledger import left_out, took
from importers.bracketed_notes import line_with_notes
from importers.report.filled_lines import field_values
from importers.report.header_lines import header_line
from importers.report.report_words import Labelled, header_label, says_itself
from importers.report.who_meets import (
    before_time,
    committee_and_date,
    committee_or_date,
    date_before_place,
    date_in,
    is_joining,
    names_who_meets,
    without_time,
)
from importers.spelt_as_kind import spelt_as_kind
from importers.wording import is_bold, is_date, is_rule, is_short_line
from plan.council.report_format import HeaderLine, ReportFormat
from plan.model.field_kinds import LINE_LIMIT
from plan.papers.blocks import Paragraph, Text, plain
from plan.papers.paragraph_parts import start_of
from plan.text.clean import clean_line
from plan.text.comparing import heading_key

_STOPPED = re.compile(r"(?:\w{4}|[ap]\.m)\.\Z", re.IGNORECASE)
"""How a line ends with a full stop that is none of an abbreviation, but for "a.m."."""
_NUMBER_BESIDE = re.compile(
    r"(?P<by>.*\w.*?)\s*[(\[](?P<label>(?:report |paper )?(?:no|number|ref)\.?:? ?)?"
    r"(?P<number>(?=[^()]*\d)[A-Z]{2,6}[\w/.-]*\d[\w/.-]*|\d{1,4}[/-]\d{2,4})[)\]]",
    re.IGNORECASE,
)
"""Who reports, with the report's number in brackets behind: "Head of Parks (PK/26/012)"."""
_NUMBER_ALONE = re.compile(r"(?=.*\d)[A-Z][A-Z&]{0,7}[ /-]?\d{1,4}(?:[/-][A-Z]?\d{1,4}[A-Z]?){1,3}")
"""A line that is no more than a report's number: "PK/26/012", "RT 27/118"."""
_WHO_AND_WHEN = 2
_LONGEST_TITLE = 3
"""Lines."""


@dataclass
class ReadHeader:
    """The fields of a report's header that were found, and what is none of it.

    `without_field` are lines with a label whose text has no field, such as who to contact.
    """

    values: dict[str, str] = field(default_factory=dict)
    unread: list[Paragraph] = field(default_factory=list)
    without_field: list[Labelled] = field(default_factory=list)
    printed: dict[str, list[Paragraph]] = field(default_factory=dict)
    """The paragraphs that print each field."""

    def keep(self, name: str, value: str, paragraph: Paragraph) -> None:
        """Keep what a paragraph says in a field."""
        self.values[name] = value
        self.printed[name] = [paragraph]


def read_header(
    paragraphs: Iterable[Paragraph], report_format: ReportFormat, *, is_ours: bool = False
) -> ReadHeader:
    """Return the fields of the header that `paragraphs` print.

    Paragraphs without a label are given to the format's lines without one, in order; one that
    begins with a tab goes on with the line above. Where the format has no such lines, what stands
    alone is known by its words: a committee, a date, a title. `is_ours` says that this program
    printed them: then no words but the format's own count.
    """
    lines = _HeaderLines(report_format, is_ours)
    for place, paragraph in enumerate(paragraphs if is_ours else _said_lines(paragraphs)):
        lines.take(place, paragraph)
    header, loose = lines.header, lines.loose
    if not is_ours and all(line.label for line in report_format.header):
        loose = _without_known(loose, header, report_format)
    _say_who_wrote_it(header, report_format)
    _take_number_beside_who_reports(header, report_format, is_ours=is_ours)
    if not is_ours:
        _take_time_off(header)
    header.unread = [line.paragraph for line in loose]
    _take(header)
    return header


class _HeaderLines:
    """Gives the lines of a header, one after another, to the fields that they print.

    `loose` are those that print none.
    """

    def __init__(self, report_format: ReportFormat, is_ours: bool) -> None:
        self.header = ReadHeader()
        self.loose: list[_Loose] = []
        self._format = report_format
        self._is_ours = is_ours
        self._unlabelled = [line for line in report_format.header if not line.label]
        self._above: HeaderLine | None = None
        self._waiting: HeaderLine | Labelled | None = None
        """A label that said nothing: what it asks for may stand on the next line."""

    def take(self, place: int, paragraph: Paragraph) -> None:
        """Give the line at a place of the header to its field, or keep it as loose."""
        found = header_line(paragraph, self._format)
        general = None if found or self._is_ours else _general(paragraph)
        if found is not None:
            self._take_labelled(*found, paragraph)
        elif general is not None:
            self._above, self._waiting = None, general if not general.text else None
            _fill_general(self.header, general, self._format, paragraph)
        elif self._waiting is not None and not self._is_ours and _answers(paragraph, self._waiting):
            _fill_waiting(self.header, self._waiting, paragraph, self._format)
            self._waiting = None
        elif (line := _unlabelled(paragraph, self._unlabelled)) is not None:
            self._unlabelled.remove(line)
            _fill(self.header, line, paragraph.text, paragraph, self._format)
            left_out((paragraph,), "labels", _fixed_words(line.text))
        elif self._above is not None and _goes_on(paragraph, self._above, self.header):
            _go_on(self.header, self._above, paragraph)
        elif paragraph.text.strip():
            self.loose.append(_Loose(place, paragraph))
            self._waiting = None

    def _take_labelled(self, line: HeaderLine, text: str, paragraph: Paragraph) -> None:
        self._above, self._waiting = line, _bare(line, text, paragraph)
        is_dated = not self._is_ours and "meeting_date" in line.fields
        said = before_time(text) if is_dated else text
        _fill(self.header, line, said, paragraph, self._format)
        left_out((paragraph,), "labels", f"{line.label} {_fixed_words(line.text)}")
        _leave_joining_words(self.header, text, paragraph)


def _take_time_off(header: ReadHeader) -> None:
    """Leave in the field of the date what is the date: a time, and where they meet, are shown."""
    said = header.values.get("meeting_date", "")
    date = date_in(said)
    date = date or date_before_place(said)
    header.values |= {"meeting_date": date} if date else {}


def _take(header: ReadHeader) -> None:
    """Note of what the fields were made, with the notes at their words but for a date's."""
    for name, printed in header.printed.items():
        if name != "meeting_date":
            header.values[name] = line_with_notes(header.values[name], printed)
        took(header.values[name], printed)


def _said_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the lines that say something, without the full stop that may end each."""
    for line in paragraphs:
        if line.text.strip() and not is_rule(line.text):
            yield without_stop(line)


def without_stop(line: Paragraph) -> Paragraph:
    """Return a line of a header without a full stop at its end; prose keeps its own.

    No prose is a line in bold or in capitals, or one that is a committee and its date.
    """
    text = line.text.rstrip()
    has_notes = any(isinstance(one, Text) and one.beside is not None for one in line.inlines)
    if has_notes or _STOPPED.search(text) is None or not is_short_line(plain(text[:-1])):
        return line
    is_marked = is_bold(line) or text.isupper()
    if not is_marked and len(committee_or_date(text[:-1])) < _WHO_AND_WHEN:
        return line
    return replace(line, inlines=start_of(line, len(text) - 1))


def _general(paragraph: Paragraph) -> Labelled | None:
    if not paragraph.inlines or paragraph.bullet is not None:
        return None
    label = header_label(paragraph.text, is_cell=not is_short_line(paragraph))
    return None if label is not None and says_itself(paragraph.text) else label


def _bare(line: HeaderLine, text: str, paragraph: Paragraph) -> HeaderLine | None:
    """Return a line that has its label alone and no place for its text, None for any other."""
    is_bare = not text.strip() and "\t" not in paragraph.text and line.place == "line"
    return line if is_bare else None


def _answers(paragraph: Paragraph, waiting: HeaderLine | Labelled) -> bool:
    """Return whether a paragraph may be the text of the label above it, which has none."""
    names = waiting.fields if isinstance(waiting, HeaderLine) else (waiting.meaning,)
    text = paragraph.text
    if not is_short_line(paragraph):
        return False
    match names:
        case ("number",) | ("item_no",):
            return any(map(str.isdigit, text))
        case ("meeting_date",):
            return is_date(text)
        case _:
            return True


def _fill_waiting(
    header: ReadHeader,
    waiting: HeaderLine | Labelled,
    paragraph: Paragraph,
    report_format: ReportFormat,
) -> None:
    if isinstance(waiting, HeaderLine):
        _fill(header, waiting, paragraph.text, paragraph, report_format)
    else:
        found = waiting._replace(text=paragraph.text)
        _fill_general(header, found, report_format, paragraph)


def _unlabelled(paragraph: Paragraph, lines: Sequence[HeaderLine]) -> HeaderLine | None:
    """Return which of the lines without a label a paragraph is: one that is fixed, or the next."""
    if not paragraph.text.strip():
        printed = paragraph.role in {"report-item", "report-line", "report-centred"}
        return lines[0] if printed and lines else None
    fixed = next((one for one in lines if not one.fields and one.text == paragraph.text), None)
    return fixed or next((one for one in lines if one.fields), None)


def _fill(
    header: ReadHeader,
    line: HeaderLine,
    text: str,
    paragraph: Paragraph,
    report_format: ReportFormat,
) -> None:
    for name, value in field_values(line, text, report_format).items():
        if name not in header.values:
            spelt = spelt_as_kind(report_format.own.get(name), value, (paragraph,))
            header.keep(name, spelt, paragraph)
        elif header.values[name] != value:
            label = line.label.rstrip(": ")
            header.without_field.append(Labelled("other", label, value, (paragraph,)))


def _fill_general(
    header: ReadHeader, found: Labelled, report_format: ReportFormat, paragraph: Paragraph
) -> None:
    """Keep what a label that is none of the format's says, where it has a field for it."""
    text = clean_line(found.text)
    added = report_format.own.headings.get(heading_key(found.label))
    if added is not None and text and not header.values.get(added):
        header.keep(added, text, paragraph)
        left_out((paragraph,), "labels", found.label)
        return
    values = {str(found.meaning): text} if text else {}
    if found.meaning in ("committee", "meeting_date") and text:
        values = committee_and_date(text, str(found.meaning))
    if not values:
        left_out((paragraph,), "labels", found.label)
    for name, value in values.items():
        if name in report_format.printed_fields and not header.values.get(name):
            header.keep(name, value, paragraph)
            left_out((paragraph,), "labels", found.label)
            _leave_joining_words(header, text, paragraph)
        elif header.values.get(name) != value:
            header.without_field.append(found._replace(text=value, printed=(paragraph,)))


def _fixed_words(pattern: str) -> str:
    """Return what a line prints whatever its fields say."""
    return " ".join(literal for literal, _, _, _ in Formatter().parse(pattern))


def _leave_joining_words(header: ReadHeader, text: str, paragraph: Paragraph) -> None:
    """Leave out what stands beside a committee and its date on one line: "on", "meeting of"."""
    date, name = header.values.get("meeting_date", ""), header.values.get("committee", "")
    line = clean_line(text)
    rest = without_time(line.replace(date, " ", 1)).replace(name, " ", 1) if name or date else line
    if rest.strip() != line and is_joining(rest):
        left_out((paragraph,), "labels", rest)


class _Loose(NamedTuple):
    """A line of a header that has no label, and which line of the header it is."""

    place: int
    paragraph: Paragraph


def _without_known(
    loose: list[_Loose], header: ReadHeader, report_format: ReportFormat
) -> list[_Loose]:
    """Return the lines left over once those without a label that are a field have been taken.

    Taken are the committee, the date and the title, where no label has said them.
    """
    left = list(loose)
    taken: list[int] = []
    loose = _without_wider_bodies(loose)
    for line in loose:
        paragraph = line.paragraph
        said = _who_or_when(paragraph)
        if said and all(
            name in report_format.printed_fields and not header.values.get(name) for name in said
        ):
            for name, value in said.items():
                header.keep(name, value, paragraph)
            _leave_joining_words(header, paragraph.text, paragraph)
            left.remove(line)
            taken.append(line.place)
    number = next(
        (one for one in left if _NUMBER_ALONE.fullmatch(one.paragraph.text.strip())), None
    )
    is_sought = "number" in report_format.printed_fields and not header.values.get("number")
    if number is not None and is_sought:
        header.keep("number", clean_line(number.paragraph.text), number.paragraph)
        left.remove(number)
        taken.append(number.place)
    if "title" in report_format.printed_fields and not header.values.get("title"):
        title = _title_in(left, taken)
        if title:
            printed = [line.paragraph for line in title]
            header.values["title"] = clean_line(" ".join(one.text for one in printed))
            header.printed["title"] = printed
            left = [line for line in left if line not in title]
    return left


def _without_wider_bodies(loose: list[_Loose]) -> list[_Loose]:
    """Return the lines without those that name a body of which the next line names a committee.

    "Integration Joint Board" above "Audit Committee", alike, only says whose committee that is.
    """
    named = [line for line in loose if "committee" in _who_or_when(line.paragraph)]
    wider = {
        above.place
        for above, below in pairwise(named)
        if below.place == above.place + 1 and is_bold(above.paragraph) == is_bold(below.paragraph)
    }
    return [line for line in loose if line.place not in wider]


def _who_or_when(line: Paragraph) -> dict[str, str]:
    """Return the committee and the date that a line names, which is neither prose nor labelled.

    "Direction to: Health Board" says for whom a direction is; "Parks Committee: 3 May" has a date.
    """
    head, mark, _ = line.text.partition("\t" if "\t" in line.text else ":")
    is_other = not is_short_line(line) or (bool(mark) and not names_who_meets(head))
    is_date = date_in(line.text) or date_before_place(clean_line(line.text))
    return {} if is_other and not is_date else committee_or_date(line.text)


def _title_in(lines: Sequence[_Loose], taken: Sequence[int]) -> list[_Loose]:
    """Return the lines that are a title: what stands out, and names neither council nor committee.

    A title may take several lines, one below another and alike. It stands below the committee and
    the date, the lines `taken`, or between them; where no line stands out, it is the first there.
    """
    titles = [line for line in lines if _may_be_title(line.paragraph)]
    runs: list[list[_Loose]] = []
    for line in filter(lambda one: _is_marked(one.paragraph), titles):
        if runs and line.place == runs[-1][-1].place + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    below = (
        run
        for place in (max(taken, default=-1), min(taken, default=-1))
        for run in runs
        if run[0].place > place
    )
    found = next(below, runs[0] if runs else [])
    if not found and taken:
        found = [line for line in titles if line.place > min(taken)][:1]
    return found[:_LONGEST_TITLE]


def _may_be_title(line: Paragraph) -> bool:
    is_label = "\t" in line.text.strip() or _is_label_before(line)
    is_label = is_label or says_itself(line.text)
    return is_short_line(line) and not names_who_meets(line.text) and not is_label


def _is_label_before(line: Paragraph) -> bool:
    """Return whether a line begins with a label in bold: "Wards: All"."""
    first = next((one for one in line.inlines if isinstance(one, Text) and one.text.strip()), None)
    return first is not None and first.bold and ":" in first.text[-2:] and not is_bold(line)


def _is_marked(line: Paragraph) -> bool:
    return is_bold(line) or line.text.isupper() or line.role.startswith("heading")


def _say_who_wrote_it(header: ReadHeader, report_format: ReportFormat) -> None:
    """Take the author for whom the report is by, where nothing else says that."""
    author = next((one for one in header.without_field if one.meaning == "author"), None)
    if author is not None and "by" in report_format.printed_fields and not header.values.get("by"):
        header.values["by"] = clean_line(author.text)
        header.printed["by"] = list(author.printed)
        left_out(author.printed, "labels", author.label)
        header.without_field.remove(author)


def _take_number_beside_who_reports(
    header: ReadHeader, report_format: ReportFormat, *, is_ours: bool
) -> None:
    """Take the report's number from behind who it is by, where it stands nowhere else."""
    by = header.values.get("by", "")
    is_sought = bool(by) and not is_ours and not header.values.get("number")
    found = _NUMBER_BESIDE.fullmatch(by) if is_sought else None
    if found is not None and "number" in report_format.printed_fields:
        header.values |= {"by": found["by"].strip(), "number": found["number"]}
        header.printed["number"] = header.printed["by"]
        left_out(header.printed["by"], "labels", found["label"] or "")


def _goes_on(paragraph: Paragraph, above: HeaderLine, header: ReadHeader) -> bool:
    if not above.fields or not paragraph.text.startswith("\t") or not paragraph.text.strip():
        return False
    return len(header.values.get(above.fields[-1], "")) < LINE_LIMIT


def _go_on(header: ReadHeader, line: HeaderLine, paragraph: Paragraph) -> None:
    name = line.fields[-1]
    header.values[name] = clean_line(f"{header.values.get(name, '')} {paragraph.text}")
    header.printed.setdefault(name, []).append(paragraph)
