"""Whether the form itself names the rows of a table, or the officer adds them.

One filled-in paper cannot tell. What is doubtful is taken for a row that was added: its words are
then an answer, which no format holds, and the rows of another paper are read all the same.
"""

import re
from collections.abc import Sequence

_NOTHING = frozenset(
    ["", "-", "–", "—", "…", "n/a", "na", "none", "no", "nil", "not applicable", "no impact"]
)
_LEVELS = frozenset(
    ["y", "n", "yes", "no", "x", "✓", "✔", "☒", "☐", "+", "0", "tbc", "both", "not known"]
)
_OF_ANY_COUNCIL = re.compile(
    r"\b(?:age|disab\w+|sex|gender|trans\w*|rac(?:e|ial)|ethnic\w*|religio\w+|belief|faith"
    r"|pregnan\w+|maternity|marriage|civil partnership|sexual orientation|lgbt\w*|carers?"
    r"|poverty|low incomes?|socio-?economic|deprivation|care[- ]experienced|homeless\w*"
    r"|armed forces|veterans?|refugees?|gypsy|islands?|islanders?|rural|(?:young|older) people"
    r"|children\S*|women|men|article \d+\w?|uncrc|human rights|rights|privacy|data protection"
    r"|environment\w*|climate|biodiversity|sustainab\w+|econom(?:y|ic)|communit(?:y|ies)|health"
    r"|wellbeing|equalit(?:y|ies)|fairer scotland|consumer duty|gaelic|bsl|literacy|financial"
    r"|finance|legal|regulatory|staff(?:ing)?|workforce|employees?|people|property|assets?"
    r"|procurement|ict|digital|reputation\w*|policy|strategic|operational|risks?|resources?"
    r"|consultation|engagement|safe|achieving|nurtured|active|respected|responsible|included)\b",
    re.IGNORECASE,
)
"""What rows say that many forms have: whom something affects, rights, what a decision implies."""
_MOST_WORDS = 8
_LEAST = 3
_SHARE = 4
"""Of so many rows one says nothing at least, where that is what shows who named them."""


def are_of_any_council(labels: Sequence[str]) -> bool:
    """Return whether most labels of rows are short and say what many councils' forms ask about."""
    known = [
        one
        for one in labels
        if len(re.sub(r"\([^)]*\)", "", one).split()) <= _MOST_WORDS
        and one[-1:] not in ".;"
        and _OF_ANY_COUNCIL.search(one) is not None
    ]
    return len(labels) >= _LEAST and len(known) * 3 >= len(labels) * 2


def says_nothing_beside(others: Sequence[str]) -> bool:
    """Return whether a row says nothing beside its label: nobody adds a row for that."""
    return all(one.strip().rstrip(".").casefold() in _NOTHING for one in others)


def is_answered_by_level(texts: Sequence[str]) -> bool:
    """Return whether the cells of a column are yes, no or marks: rows that are asked one by one."""
    said = [one.strip().rstrip(".").casefold() for one in texts if one.strip()]
    return bool(said) and all(one in _LEVELS | _NOTHING for one in said)


def are_named_by_form(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether rows, each a label and what stands beside it, plainly are the form's own."""
    if len(rows) < _LEAST:
        return False
    labels = [row[0] for row in rows]
    if any(not one or len(one) > 200 for one in labels) or len(set(labels)) < len(labels):  # noqa: PLR2004
        return False
    columns = list(zip(*(row[1:] for row in rows), strict=True))
    return (
        are_of_any_council(labels)
        or sum(says_nothing_beside(row[1:]) for row in rows) * _SHARE >= len(rows)
        or any(is_answered_by_level(column) for column in columns)
    )
