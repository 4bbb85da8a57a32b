"""The signature of a report in lines without a label: a name, a post, how to reach them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from importers.account.ledger import left_out, took
from importers.report.report_headings import ReportWording, heading_parts, look_of
from importers.report.report_words import (
    Labelled,
    header_label,
    is_above_a_signature,
    is_name,
    is_post,
)
from importers.report.signature import ReadSignature
from importers.unread import is_filled
from importers.wording import is_bold, is_date, is_short_line
from plan.model.fields import SignatureField
from plan.papers.blocks import Block, Paragraph, plain
from plan.text.clean import clean_line

_ADDRESS = re.compile(r"@|(?:\d ?){5,}")
"""How somebody is reached, and no post."""
_SENTENCE = re.compile(r"\b(?:was|were|is|are|has|have|been|will)\b.*\.\s*\Z", re.DOTALL)
"""A sentence that names a post, and is none: "The Chief Officer was consulted."."""
_LONGEST_NAMED = 120
"""Characters of a line that may be a name, or lead to names."""
_LONGEST_SIGNED = 160
"""Characters of a paragraph that holds all of a signature."""
_TWO = 2
_BREAKS = re.compile(r"\s*(?:\n|\t|[ \u00a0]{3,}|[ \u00a0][·•|/–—-][ \u00a0])\s*")
"""What stands between a name, a post and a date in one paragraph."""
_MOST_LINES = 5
"""Lines below a name that say more of who it is."""


def with_signed_lines(blocks: Iterable[Block]) -> list[Block]:
    """Return the end of a report; who signs on one line, with post and date, is one to a line."""
    found: list[Block] = []
    for block in blocks:
        if block.__class__ is Paragraph and block.inlines:  # no call for each of very many
            found += _signed_lines(block) or (block,)
        else:
            found.append(block)
    return found


def _signed_lines(paragraph: Paragraph) -> list[Paragraph]:
    """Return the name, the post and the date that stand in one paragraph, none for any other."""
    text = paragraph.text.strip()
    if paragraph.bullet is not None or paragraph.label or len(text) > _LONGEST_SIGNED:
        return []
    said = _pieces(text)
    dates = sum(map(is_date, said))
    people = [is_name(one) or is_post(one) for one in said]
    is_signed = people[:1] == [True] and sum(map(is_name, said)) < _TWO and dates < _TWO
    is_apart = sum(people) == len(said) == _TWO and _BREAKS.search(text) is not None
    if len(said) < _TWO or not is_signed or not (dates or is_apart):
        return []
    known = sum(people) + dates + sum(header_label(one, is_cell=True) is not None for one in said)
    return [replace(plain(one), at=paragraph.at) for one in said] if known + 1 >= len(said) else []


def signed_pieces(text: str) -> list[tuple[SignatureField, str]]:
    """Return who signs in a text of several lines or parts, by their fields; none for others."""
    said = _pieces(text)
    if len(said) < _TWO or not is_name(said[0]) or sum(map(is_name, said)) > 1:
        return []
    if not all(is_post(one) or is_date(one) for one in said[1:]) or not is_post(said[1]):
        return []
    found: dict[SignatureField, str] = {"signatory": said[0]}
    for one in said[1:]:
        field: SignatureField = "signed_on" if is_date(one) else "signatory_post"
        found[field] = f"{found[field]}, {one}" if field in found else one
    return list(found.items())


def _pieces(text: str) -> list[str]:
    """Return the parts of a line at its breaks, and a name and a date that commas hold apart."""
    parts = [part.strip(" ,") for part in _BREAKS.split(text) if part.strip(" ,")]
    first = parts[0] if parts else ""
    name, _, rest = first.partition(",")
    if rest.strip() and is_name(name.strip()):
        parts[:1] = [name.strip(), rest.strip()]
    before, _, date = (parts[-1] if parts else "").rpartition(",")
    if before.strip() and is_date(date.strip()):
        parts[-1:] = [before.strip(), date.strip()]
    return parts


def below_label(blocks: Sequence[Block], place: int) -> int:
    """Return where a signature begins: at the line above that says no more than that it is one."""
    above = next((n for n in reversed(range(place)) if is_filled(blocks[n])), None)
    block = None if above is None else blocks[above]
    words = heading_parts(block)[1] if isinstance(block, Paragraph) else ""
    is_label = isinstance(block, Paragraph) and is_above_a_signature(words)
    return above if above is not None and is_label else place


def read_named_lines(blocks: Sequence[Block], wording: ReportWording) -> ReadSignature | None:
    """Return the signature in lines without a label: a name, a post, and how to reach them.

    A post alone may sign with its date. They stand below "Report contact", or at the end of the
    report or of a section, and nobody else is named there.
    """
    for place in reversed(range(len(blocks))):
        lines = _named_lines(blocks, place) or _dated_post(blocks, place)
        start = below_label(blocks, place) if lines else place
        if not lines or not _ends_there(blocks, lines[-1], wording):
            continue
        if start < place or _may_sign_below(blocks[start - 1] if start else None, wording):
            return _named_signature(blocks, start, lines, wording)
    return None


def _dated_post(blocks: Sequence[Block], place: int) -> list[tuple[int, Paragraph]]:
    """Return the lines of a post that signs without a name, with the date below it.

    They stand out, in bold or below a gap, and the report's text ends there.
    """
    post, date = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(post, Paragraph) or not isinstance(date, Paragraph):
        return []
    if post.bullet is not None or post.label or not (is_post(post.text) and is_date(date.text)):
        return []
    above = next((one for one in reversed(blocks[:place]) if is_filled(one)), None)
    has_gap = is_bold(post) or (place > 0 and not is_filled(blocks[place - 1]))
    is_listed = isinstance(above, Paragraph) and (
        is_date(above.text) or not _may_end_above(above.text)
    )
    if not is_short_line(post) or not has_gap or is_listed:
        return []
    below = next(filter(is_filled, blocks[place + 2 :]), None)
    ends = below is None or (isinstance(below, Paragraph) and _stands_behind(below))
    return [(place, post), (place + 1, date)] if ends else []


def _stands_behind(paragraph: Paragraph) -> bool:
    """Return whether a line is no text that goes on: a heading, or who wrote the report."""
    is_label = header_label(paragraph.text, is_cell=True) is not None
    return is_label or (look_of(paragraph).is_marked and is_short_line(paragraph))


def _may_sign_below(above: Block | None, wording: ReportWording) -> bool:
    """Return whether a signature may stand right below a block: a list of names may not end so."""
    if not isinstance(above, Paragraph):
        return above is not None
    return _may_end_above(above.text) and wording.section_at(above) is None


def _may_end_above(text: str) -> bool:
    """Return whether a text may end above a signature: no list of names does, nor its lead-in."""
    is_list = text.rstrip().endswith(":") or is_name(text)
    is_list |= is_post(text) and _SENTENCE.search(text) is None
    return not (is_list and len(text) <= _LONGEST_NAMED)


def _named_lines(blocks: Sequence[Block], place: int) -> list[tuple[int, Paragraph]]:
    """Return the lines of a name, its post and what more there is of them, with their places.

    Below how to reach them stands nothing else of them.
    """
    lines: list[tuple[int, Paragraph]] = []
    is_reached = False
    for n in range(place, len(blocks)):
        block = blocks[n]
        if not is_filled(block):
            if n == place:
                return []
            continue
        if not isinstance(block, Paragraph) or len(lines) == _MOST_LINES or block.label:
            break
        number = len(lines)
        is_contact = header_label(block.text, is_cell=True) is not None
        if number == 0 and not (is_name(block.text) and block.bullet is None):
            return []
        if number == 1 and not (is_post(block.text) and is_short_line(block)):
            return []
        is_more = is_short_line(block) and not block.text[0].isdigit()
        if number > 1 and not (is_contact or is_more or is_date(block.text)):
            break
        if number > 1 and (is_bold(block) or (is_date(lines[-1][1].text) and not is_contact)):
            break
        if is_reached and not (is_contact or is_date(block.text) or _ADDRESS.search(block.text)):
            break
        is_reached |= is_contact and number > 1
        lines.append((n, block))
    texts = [line.text for _, line in lines]
    is_list = any(is_name(one) and is_post(below) for one, below in pairwise(texts[2:]))
    return lines if len(lines) > 1 and not is_list else []


def _ends_there(
    blocks: Sequence[Block], last: tuple[int, Paragraph], wording: ReportWording
) -> bool:
    """Return whether a signature ends with a line: with how to reach them, or with its section."""
    place, line = last
    if header_label(line.text, is_cell=True) is not None or is_date(line.text):
        return True
    below = next((n for n in range(place + 1, len(blocks)) if is_filled(blocks[n])), None)
    if below is None:
        return True
    block = blocks[below]
    return isinstance(block, Paragraph) and (
        wording.section_at(block) is not None or wording.is_unknown_heading_at(blocks, below)
    )


def _named_signature(
    blocks: Sequence[Block],
    start: int,
    lines: Sequence[tuple[int, Paragraph]],
    wording: ReportWording,
) -> ReadSignature:
    fields = wording.report_format.signature
    (place, name), (_, second), *others = lines
    said: list[tuple[SignatureField | None, list[Paragraph]]] = [
        ("signatory", [name]),
        ("signed_on" if is_date(second.text) else "signatory_post", [second]),
    ]
    for _, line in others:
        is_more_of_post = said[-1][0] == "signatory_post" and _ADDRESS.search(line.text) is None
        if header_label(line.text, is_cell=True) is not None:
            said.append((None, [line]))
        elif is_date(line.text):
            said.append(("signed_on", [line]))
        elif is_more_of_post:
            said[-1][1].append(line)
        else:
            said.append((None, [line]))
    values: dict[SignatureField, str] = {}
    left: list[Paragraph] = []
    for field, printed in said:
        if field in fields and field is not None:
            values[field] = took(clean_line(" ".join(one.text for one in printed)), printed)
        else:
            left += printed
    above, behind = tuple(blocks[:start]), tuple(blocks[lines[-1][0] + 1 :])
    heading = blocks[start]
    if start < place and left and is_section(heading, wording):
        return ReadSignature(values, (*above, heading, *left, *behind))
    left_out((one for one in blocks[start:place] if isinstance(one, Paragraph)), "labels")
    others_said = tuple(Labelled("other", "", clean_line(one.text), (one,)) for one in left)
    return ReadSignature(values, (*above, *behind), without_field=others_said)


def is_section(block: Block, wording: ReportWording) -> bool:
    """Return whether a block is the heading of a section that the format has not."""
    return isinstance(block, Paragraph) and wording.is_unknown_heading(block, 0)
