"""The signature at the end of a committee report: name, post, month and year.

It stands alone below the text, behind labels, or in a table of who wrote or approved the report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from importers.account.ledger import left_out, places, took
from importers.report.report_headings import ReportWording
from importers.report.report_words import (
    Labelled,
    header_label,
    is_name,
    is_post,
    lists_papers,
    says_nothing,
    signature_column,
    signature_label,
)
from importers.unread import is_filled
from importers.wording import is_bold, is_date, is_rule, is_short_line
from plan.council.report_format import ReportFormat
from plan.model.fields import SignatureField
from plan.model.rows import PLAN_HERE
from plan.papers.blocks import Block, Paragraph, Table, plain
from plan.text.clean import clean_line

_LONGEST_LABEL = 40
_LONGEST_END = 200
"""Blocks among which the labelled lines are looked for that end a report."""
_LEAST_KNOWN = 3
"""Labels known at the end of a report, where only one of them names a field."""
_NAME_AND_POST = 2
"""Lines without a label that may stand among labelled ones."""
_DASHED = re.compile(r"(?P<label>[^:\t]{1,30}?) [–—-] (?P<text>.+)", re.DOTALL)
"""A label that a dash follows: "Author – A. Person"."""
_PAPER = re.compile(r"(?:appendix|appendices|annex|schedule|enclosure|attachment)\b", re.IGNORECASE)
_NAME_THEN_POST: tuple[SignatureField, ...] = ("signatory", "signatory_post")
_PREPARED = re.compile(
    r"(?:(?:this )?report )?(?:prepared|written|drafted|produced|compiled)(?: by)?\b", re.IGNORECASE
)
"""How a line begins that says who wrote a report, below who signs it."""
_DATED = re.compile(r"\s*(?:date|dated)\s*:?\s+", re.IGNORECASE)
_MEMBER = re.compile(r"\b(?:councillor|cllr)\b", re.IGNORECASE)
"""Who signs no officers' report, and is only named in it."""
_MOST_OTHERS = 3
"""Lines below who signs that say something else, such as whose policy it is."""
SIGNATURE_ROLES = frozenset({"signatory", "signatory-post"})


@dataclass(frozen=True)
class ReadSignature:
    """The fields of a signature, the blocks before it and the blocks behind it.

    `without_field` are labels among its lines whose text has no field.
    """

    values: dict[SignatureField, str]
    before: tuple[Block, ...]
    behind: tuple[Block, ...] = ()
    without_field: tuple[Labelled, ...] = ()


def read_signature(
    blocks: Sequence[Block], report_format: ReportFormat, *, is_ours: bool
) -> ReadSignature:
    """Return the signature that ends the report in `blocks`; no values where there is none."""
    place = _styled_place(blocks) if is_ours else _place(blocks, len(report_format.signature))
    if place is None:
        return ReadSignature({}, tuple(blocks))
    start, end = place
    start = start if is_ours else _with_name_above(blocks, start)
    printed = [
        block for block in blocks[start:end] if isinstance(block, Paragraph) and block.text.strip()
    ]
    others = [] if is_ours else [one for one in printed if _says_other(one.text)]
    printed = [one for one in printed if one not in others]
    posts = printed[1 : 2 + len(printed) - len(report_format.signature)]
    each = [printed[:1], posts, *([one] for one in printed[1 + len(posts) :])]
    lines = [took(_without_date_label(some), some) for some in each if some]
    return ReadSignature(
        _assigned(lines, report_format, is_post_alone=printed[0].role == "signatory-post"),
        tuple(blocks[:start]),
        tuple(blocks[end:]),
        tuple(Labelled("other", "", clean_line(one.text), (one,)) for one in others),
    )


def _without_date_label(printed: Sequence[Paragraph]) -> str:
    """Return a line of a signature; of "Date: 3 May 2026" the date."""
    line = clean_line(" ".join(one.text for one in printed))
    label = _DATED.match(line)
    if label is None or not is_date(line[label.end() :]):
        return line
    left_out(printed, "labels", label[0])
    return line[label.end() :]


def _assigned(
    lines: list[str], report_format: ReportFormat, *, is_post_alone: bool
) -> dict[SignatureField, str]:
    """Give the lines to the fields in order; a date at the end is the date, if that comes last.

    `is_post_alone` says that the first line is a post, and that no name stands above it.
    """
    fields = list(report_format.signature)
    values: dict[SignatureField, str] = {}
    if is_post_alone and "signatory" in fields:
        fields.remove("signatory")
    if fields and fields[-1] == "signed_on" and lines and is_date(lines[-1]):
        values[fields.pop()] = lines.pop()
    elif "signed_on" in fields and len(lines) < len(fields):
        fields.remove("signed_on")
    values.update(zip(fields, lines, strict=False))
    return values


def signed_by_kind(
    values: dict[SignatureField, str], fields: Sequence[str]
) -> dict[SignatureField, str]:
    """Return who signs, a name as a name and a post as a post, whichever stands above the other.

    A post signs without a name; of "A. Person, Head of Parks" the post is what follows the name.
    """
    name, post = values.get("signatory", ""), values.get("signatory_post", "")
    if "signatory_post" not in fields or not is_post(name):
        return values
    if is_name(post):
        name, post = post, name
    elif not post and _says_own_post(name):
        name, post = (part.strip() for part in name.split(",", 1))
    elif not post:
        name, post = "", name
    others = {field: said for field, said in values.items() if field not in _NAME_THEN_POST}
    said: dict[SignatureField, str] = {"signatory": name, "signatory_post": post}
    return others | {field: text for field, text in said.items() if text}


def _styled_place(blocks: Sequence[Block]) -> tuple[int, int] | None:
    places = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.role in SIGNATURE_ROLES
    ]
    return (places[0], places[-1] + 1) if places else None


def _place(blocks: Sequence[Block], most: int) -> tuple[int, int] | None:
    """Return where a signature begins and ends, told by its date or by the gap above it."""
    dated = next(
        (
            place
            for place in reversed(range(len(blocks)))
            if isinstance(line := blocks[place], Paragraph)
            and line.bullet is None
            and is_date(_DATED.sub("", line.text, count=1))
        ),
        None,
    )
    end = len(blocks) if dated is None else dated + 1
    lines: list[int] = []
    others = 0
    for place in reversed(range(end)):
        block = blocks[place]
        if isinstance(block, Table) and dated is None and _signs_below_table(blocks, lines):
            return lines[-1], end
        if not isinstance(block, Paragraph) or len(lines) == most:
            break
        if not block.text.strip() or is_rule(block.text):
            if lines and dated is None:
                is_signed = len(lines) > 1 or any(map(is_filled, blocks[:place]))
                return (lines[-1], end) if is_signed else None
        elif place == dated or (_is_signed_line(block) and (not others or _is_of_one(block))):
            lines.append(place)
        elif lines and others < _MOST_OTHERS and is_short_line(block) and _says_other(block.text):
            others += 1
        else:
            break
    if dated is None or not lines:
        return None
    return _start(lines, blocks, most), end


def _signs_below_table(blocks: Sequence[Block], lines: Sequence[int]) -> bool:
    """Return whether the last lines, right below a table, are a name or a post, in bold."""
    printed = [one for place in lines if isinstance(one := blocks[place], Paragraph)]
    return bool(printed) and is_bold(printed[-1]) and all(map(_is_of_one, printed))


def _with_name_above(blocks: Sequence[Block], start: int) -> int:
    """Return where a signature begins: its post may take more lines than one, below the name."""
    first, above = blocks[start], blocks[start - 1] if start else None
    if not isinstance(first, Paragraph) or not isinstance(above, Paragraph):
        return start
    return start - 1 if is_post(first.text) and is_name(above.text) else start


def _start(lines: list[int], blocks: Sequence[Block], most: int) -> int:
    """Return where the signature begins: the only text of a section is no part of it."""
    is_all = not any(map(is_filled, blocks[: lines[-1]]))
    return lines[-2] if is_all and 1 < len(lines) < most else lines[-1]


def _is_signed_line(paragraph: Paragraph) -> bool:
    text = paragraph.text
    is_name = (
        text != PLAN_HERE
        and not paragraph.label
        and not text[:1].isdigit()
        and not says_nothing(text)
    )
    is_paper = _PAPER.match(text) is not None or lists_papers(text)
    return is_short_line(paragraph) and is_name and not is_paper and not _says_other(text)


def _says_other(text: str) -> bool:
    """Return whether a line has a label, and it is none of a signature's: "Contact: A. Person"."""
    label, mark, rest = text.partition("\t" if "\t" in text else ":")
    if _MEMBER.search(text) is not None or _PREPARED.match(text) is not None:
        return True
    dashed = _DASHED.fullmatch(text.strip())
    if dashed is not None and _names_author(dashed["label"]):
        return True
    is_label = bool(mark and rest.strip()) and len(clean_line(label)) <= _LONGEST_LABEL
    is_person = is_name(label) or is_post(label) or signature_label(text) is not None
    return is_label and not is_person


def _names_author(label: str) -> bool:
    """Return whether a label names who wrote the report, who may not be the one that signs it."""
    found = header_label(f"{label}:", is_cell=True)
    return found is not None and found.meaning == "author"


def _is_of_one(paragraph: Paragraph) -> bool:
    return is_post(paragraph.text) or is_name(paragraph.text)


# Behind labels, at the very end


class SignedLine(NamedTuple):
    """A line of the end of a report: the field it is labelled with, or the label of no field.

    `labels` are the paragraphs of the label, `printed` those of the text.
    """

    field: SignatureField | None
    label: str
    text: str
    labels: tuple[Paragraph, ...] = ()
    printed: tuple[Paragraph, ...] = ()

    @property
    def without_field(self) -> Labelled:
        """The line as one whose text has no field."""
        return Labelled("other", self.label, self.text, self.printed)

    def taken(self) -> str:
        """Return the text, which a field takes."""
        left_out(self.labels, "labels", self.label)
        return took(self.text, self.printed)

    def as_paragraph(self) -> Paragraph:
        """Return the line as a paragraph of the report."""
        return replace(
            plain(f"{self.label}: {self.text}"), at=places((*self.labels, *self.printed))
        )


def read_labelled_end(blocks: Sequence[Block], wording: ReportWording) -> ReadSignature | None:
    """Return the signature in the labelled lines that end a report, None where there are none.

    Two of them at least name a field of a signature ("Designation: …", "Date: …"), or one, and
    three at least are known. Headings of sections may stand among them with their text:
    "Background Papers: None" is a section, and one of the blocks before; it may stand alone.
    """
    report_format = wording.report_format
    tail = _end_place(blocks, wording)
    if tail is None:
        return None
    before = list(blocks[:tail])
    lines = _end_lines(blocks[tail:])
    above = _signed_above(blocks, tail, lines)
    before = before[: above[0][0]] if above else before
    values: dict[SignatureField, str] = {
        name: took(clean_line(line.text), (line,))
        for name, (_, line) in zip(_NAME_THEN_POST, above, strict=False)
    }
    without_field: list[Labelled] = []
    for line in _apart_from_authors(lines, is_signed=bool(above)):
        if line.field in report_format.signature and line.field not in values and line.text:
            values[line.field] = line.taken()
        elif wording.section_called(line.label) is not None:
            left_out(line.labels, "labels", line.label)
            at = places(line.printed)
            before += [plain(line.label, "heading-1"), replace(plain(line.text), at=at)]
        elif line.text:
            without_field.append(line.without_field)
        else:
            left_out(line.labels, "labels", line.label)
    return ReadSignature(values, tuple(before), without_field=tuple(without_field))


def _signed_above(
    blocks: Sequence[Block], tail: int, lines: Sequence[SignedLine]
) -> list[tuple[int, Paragraph]]:
    """Return who signs right above the labelled end, if anybody.

    That says who wrote the report, or begins with the date and names nobody. It is a post, a name,
    or both, in bold or below a gap, with the places of the lines.
    """
    signed = [line for line in lines if line.field == "signatory" and line.text]
    is_dated = not signed and lines[:1] and lines[0].field == "signed_on"
    if not is_dated and not (signed and all(_names_author(line.label) for line in signed)):
        return []
    found: list[tuple[int, Paragraph]] = []
    for place in reversed(range(tail)):
        block = blocks[place]
        if not is_filled(block) or (isinstance(block, Paragraph) and is_rule(block.text)):
            if found:
                return found
            continue
        if not isinstance(block, Paragraph) or not _is_signed_line(block):
            break
        is_next = is_name(block.text) if found else _is_of_one(block)
        if not is_next or len(found) == len(_NAME_THEN_POST):
            break
        found.insert(0, (place, block))
    return found if found and is_bold(found[0][1]) else []


def _apart_from_authors(lines: Sequence[SignedLine], *, is_signed: bool) -> Iterator[SignedLine]:
    """Yield the lines; where another signs, an author and the author's post are of no field.

    A post that stands apart is another's where the author's own follows the name.
    """
    is_signed |= any(
        line.field == "signatory" and line.text and not _names_author(line.label) for line in lines
    )
    has_post = any(line.field == "signatory_post" and line.text for line in lines)
    of_author = has_own = False
    for line in lines:
        if line.field == "signatory":
            of_author = _names_author(line.label)
            has_own = of_author and has_post and _says_own_post(line.text)
        is_left = line.field == "signatory" or (line.field == "signatory_post" and not has_own)
        is_left &= of_author and (is_signed or has_own)
        yield line._replace(field=None) if is_left else line


def _says_own_post(text: str) -> bool:
    """Return whether a post follows a name: "A. Person, Head of Education"."""
    name, _, post = text.partition(",")
    return is_name(name.strip()) and is_post(post.strip())


def _end_place(blocks: Sequence[Block], wording: ReportWording) -> int | None:
    """Return where the labelled end of a report begins: at the first label that is known."""
    begun = None
    fields: set[SignatureField] = set()
    known = 0
    without_label = 0
    lists = False
    for place in reversed(range(max(0, len(blocks) - _LONGEST_END), len(blocks))):
        block = blocks[place]
        if not isinstance(block, Paragraph):
            break
        line = _end_line(block.text) if block.text.strip() and block.bullet is None else None
        if line is None and block.text.strip():
            without_label += 1
            if known and without_label == _NAME_AND_POST and _signs_at(blocks, place):
                fields |= {"signatory", "signatory_post"}
                begun = place
        if line is None:
            if block.text.strip() and block.bullet is None and not is_short_line(block):
                break
            continue
        if line.field is not None and line.text:
            fields.add(line.field)
        is_section = wording.section_called(line.label) is not None
        has_text = bool(line.text) or without_label > 0
        lists |= is_section and has_text and lists_papers(line.label)
        is_known = line.field or is_section
        if is_known or header_label(block.text, is_cell=True) is not None:
            begun, known = place, known + 1
    is_signed = len(fields) > 1 or (fields and known >= _LEAST_KNOWN)
    return begun if is_signed or lists or _ends_with_author(blocks) else None


def _ends_with_author(blocks: Sequence[Block]) -> bool:
    """Return whether the very last line of a report says by a label who wrote it."""
    last = next((block for block in reversed(blocks) if is_filled(block)), None)
    if not isinstance(last, Paragraph) or last.bullet is not None:
        return False
    label = header_label(last.text, is_cell=True)
    return label is not None and label.meaning == "author" and bool(label.text)


def _signs_at(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a name stands above a post, neither with a label."""
    name, post = (*blocks[place : place + 2], None, None)[:2]
    if not (isinstance(name, Paragraph) and isinstance(post, Paragraph)):
        return False
    return is_name(name.text) and is_post(post.text) and _end_line(post.text) is None


def _end_line(text: str) -> SignedLine | None:
    """Return what a line with a label at the end of a report says, None for any other."""
    dashed = _DASHED.fullmatch(text.strip())
    spaced = header_label(text)
    if dashed is not None and signature_column(dashed["label"]) is not None:
        text = f"{dashed['label']}: {dashed['text']}"
    elif spaced is not None and spaced.meaning == "number":
        text = f"{spaced.label}: {spaced.text}"
    signed = signature_label(text)
    label, mark, rest = re.split(r"([:\t]|\Z)", text.strip(), maxsplit=1)
    name, said = clean_line(label), clean_line(rest.lstrip(":"))
    if signed is not None:
        return SignedLine(signed[0], name, said)
    is_label = mark and 0 < len(name) <= _LONGEST_LABEL and name[:1].isupper()
    is_known = header_label(text, is_cell=True) is not None
    return SignedLine(None, name, said) if is_label or is_known else None


def _end_lines(blocks: Sequence[Block]) -> list[SignedLine]:
    """Return the labelled lines; what has no label goes on with the line above."""
    lines: list[SignedLine] = []
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.text.strip():
            continue
        line = _end_line(block.text) if block.bullet is None else None
        printed = (block,)
        if line is None and _signs_at(blocks, place):
            line = SignedLine("signatory", "", clean_line(block.text))
        elif line is None and lines and lines[-1].field == "signatory" and not lines[-1].label:
            line = SignedLine("signatory_post", "", clean_line(block.text))
        elif line is None and _PAPER.match(block.text) is not None:
            line = SignedLine(None, "", clean_line(block.text))
        if line is not None or not lines:
            line = line or SignedLine(None, "", clean_line(block.text))
            lines.append(line._replace(labels=printed, printed=printed))
        else:
            lines[-1] = lines[-1]._replace(printed=(*lines[-1].printed, block))
            lines[-1] = lines[-1]._replace(
                text=f"{lines[-1].text} {clean_line(block.text)}".strip()
            )
    return lines
