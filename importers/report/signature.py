"""The signature at the end of a committee report: name, post, month and year."""

from collections.abc import Sequence
from dataclasses import dataclass

from importers.account.ledger import took
from importers.unread import is_filled
from importers.wording import is_date, is_short_line
from plan.council.report_format import ReportFormat
from plan.model.fields import SignatureField
from plan.papers.blocks import Block, Paragraph
from plan.text.clean import clean_line

SIGNATURE_ROLES = frozenset({"signatory", "signatory-post"})


@dataclass(frozen=True)
class ReadSignature:
    """The fields of a signature, the blocks before it and the blocks behind it."""

    values: dict[SignatureField, str]
    before: tuple[Block, ...]
    behind: tuple[Block, ...] = ()


def read_signature(
    blocks: Sequence[Block], report_format: ReportFormat, *, is_ours: bool
) -> ReadSignature:
    """Return the signature that ends the report in `blocks`; no values where there is none."""
    place = _styled_place(blocks) if is_ours else _place(blocks, len(report_format.signature))
    if place is None:
        return ReadSignature({}, tuple(blocks))
    start, end = place
    lines = [
        took(clean_line(block.text), (block,))
        for block in blocks[start:end]
        if isinstance(block, Paragraph) and block.text.strip()
    ]
    return ReadSignature(
        _assigned(lines, report_format), tuple(blocks[:start]), tuple(blocks[end:])
    )


def _assigned(lines: list[str], report_format: ReportFormat) -> dict[SignatureField, str]:
    """Give the lines to the fields in order; a date at the end is the date, if that comes last."""
    fields = list(report_format.signature)
    values: dict[SignatureField, str] = {}
    if fields and fields[-1] == "signed_on" and lines and is_date(lines[-1]):
        values[fields.pop()] = lines.pop()
    elif "signed_on" in fields and len(lines) < len(fields):
        fields.remove("signed_on")
    values.update(zip(fields, lines, strict=False))
    return values


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
            and is_date(line.text)
        ),
        None,
    )
    end = len(blocks) if dated is None else dated + 1
    lines: list[int] = []
    for place in reversed(range(end)):
        block = blocks[place]
        if not isinstance(block, Paragraph) or len(lines) == most:
            break
        if not block.text.strip():
            if lines and dated is None:
                return lines[-1], end
        elif place == dated or _is_signed_line(block):
            lines.append(place)
        else:
            break
    if dated is None or not lines:
        return None
    return _start(lines, blocks, most), end


def _start(lines: list[int], blocks: Sequence[Block], most: int) -> int:
    """Return where the signature begins: the only text of a section is no part of it."""
    is_all = not any(map(is_filled, blocks[: lines[-1]]))
    return lines[-2] if is_all and 1 < len(lines) < most else lines[-1]


def _is_signed_line(paragraph: Paragraph) -> bool:
    return is_short_line(paragraph) and not paragraph.label and not paragraph.text[:1].isdigit()
