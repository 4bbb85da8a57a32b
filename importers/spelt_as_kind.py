"""Spells what a paper says in a field as its kind does: Yes or No, or a word of the key."""

from collections.abc import Iterable

from importers.account.ledger import marked
from plan.council.own_field import OwnField
from plan.papers.blocks import Paragraph
from plan.papers.own_fields import cleaned_own
from plan.text.clean import clean_line

_SPELT = frozenset({"choice", "yes-no"})


def spelt_as_kind(field: OwnField | None, text: str, printed: Iterable[Paragraph]) -> str:
    """Return what a field keeps of a text that some paragraphs print.

    Boxes (☒ Yes ☐ No), a tick, "Y" and "n" are Yes or No; a word of the key is spelt as there. What
    is spelt otherwise in the paper is noted as read. Any other text is returned as it is.
    """
    if field is None or field.kind not in _SPELT:
        return text
    line = clean_line(text)
    spelt = cleaned_own(field, line)
    if spelt != line:
        marked(printed, line)
    return spelt
