"""Reads Yes or No where a paper has two boxes for it: ☒ Yes ☐ No."""

from collections.abc import Iterable

from importers.account.ledger import marked
from plan.council.own_field import OwnField
from plan.papers.blocks import Paragraph
from plan.reading.own_values import yes_or_no

_BOXES = "☐☒☑"


def answered_in_boxes(field: OwnField | None, text: str, printed: Iterable[Paragraph]) -> str:
    """Return Yes or No where a text, printed by some paragraphs, answers a field by its boxes.

    It is empty for any other text, and where no box or both are ticked. The words beside the boxes
    are noted as read.
    """
    has_boxes = field is not None and field.kind == "yes-no" and any(one in text for one in _BOXES)
    answer = yes_or_no(text) if has_boxes else None
    if answer is None:
        return ""
    marked(printed, text)
    return "Yes" if answer else "No"
