"""What the groups and the marks of an impact assessment are usually called, whatever the form."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from plan.council.form_kinds import Option

_AND = r"(?: ?(?:and|&|/|or|,) ?)"
_GROUPS = {
    "age": r"age(?: groups?)?|older (?:and|or) younger people|children and older people",
    "disability": r"(?:people with )?(?:a )?disabilit(?:y|ies)|disabled people",
    "sex": rf"(?:sex|gender)(?:{_AND}(?:sex|gender))?|(?:wo)?men{_AND}(?:wo)?men",
    "gender-reassignment": (
        rf"gender reassignment(?:{_AND}(?:gender identity|transgender(?: people)?))?"
        rf"|gender identity(?:{_AND}gender reassignment)?|trans(?:gender)?(?: people| identity)?"
    ),
    "race": (
        rf"race(?:{_AND}(?:ethnicity|ethnic origin|nationality))*|ethnicity(?:{_AND}race)?"
        rf"|(?:race{_AND})?(?:minority ethnic|ethnic minority|ethnic minorities|bme)"
        r"(?: (?:people|communities|groups))?(?: including gyps(?:y|ies) ?.{0,12}travellers)?"
    ),
    "religion": rf"(?:religion|faith)(?:{_AND}(?:belief|faith|no belief|lack of belief))*",
    "orientation": (
        r"sexual orientation|lgb(?:t[a-z]*)?\+?(?: people)?"
        rf"|lesbian{_AND}gay{_AND}bisexual(?: people)?"
    ),
    "pregnancy": rf"pregnancy(?:{_AND}maternity)*|maternity(?:{_AND}pregnancy)?",
    "marriage": rf"marriage(?:{_AND}civil partnerships?)*|civil partnership|marital status",
    "poverty": (
        r"(?:people |households |those |families )?(?:on|with|living (?:on|in)|in) "
        r"(?:a )?(?:low incomes?|poverty)|low incomes?|poverty|socio-? ?economic"
        r"(?: (?:disadvantage|status|background|impact|duty))?|deprivation"
        rf"|poverty{_AND}(?:low income|inequality|deprivation)|fairer scotland(?: duty)?"
    ),
    "care-experienced": (
        r"care[- ]experienced(?: (?:people|children|young people|pupils))?|care leavers"
        rf"|(?:looked after children|children in care)(?:{_AND}care leavers)?|corporate parenting"
    ),
    "carers": r"(?:unpaid |young )?carers(?: and families)?|people with caring responsibilities",
    "islands": (
        rf"(?:islands?|rural)(?:{_AND}(?:islands?|rural|remote))*"
        r"(?: (?:communit(?:y|ies)|areas|people))?|rurality"
    ),
    "children": r"(?:child(?:ren)?'?s?'?|uncrc)(?: rights)?(?: and well-?being)?",
}
"""Each group by one name, with a pattern of what else it is called."""
_MARKS = {
    "positive": r"positive(?:ly)?(?: (?:impacts?|effects?))?|\+ve|beneficial|benefits?",
    "negative": r"negative(?:ly)?(?: (?:impacts?|effects?))?|-ve|adverse(?: (?:impact|effect))?",
    "none": (
        r"no(?:ne| (?:impacts?|effects?|change|difference))?|nil|neutral(?: (?:impact|effect))?"
        r"|not affected|(?:no|neutral)(?: ?/ ?| or )(?:neutral|no)(?: (?:impact|effect))?"
    ),
    "not-known": r"(?:not|un)[ -]?known|unclear|unsure|don[’']?t know|uncertain",
}
_POST = "job ?title|designation|post|position|role"
_FIELDS = {
    "name": r"(?:full |contact )?names?|name of (?:officer|person)",
    "post": rf"(?:{_POST})(?: ?(?:/|and|or) ?(?:{_POST}))*",
    "base": r"base|(?:office |work )?(?:location|address|base)",
    "telephone": r"(?:tele)?phone(?: (?:no|number))?|tel(?: no)?|contact number|mobile",
    "email": r"e-?mail(?: address)?",
    "date": r"date(?: (?:signed|of signature))?",
    "signature": r"signature|signed",
}
"""What is asked of whoever answers for an assessment."""
_ADDED = re.compile(r"\s*[(\[][^)\]]*[)\]]|\s*[*:?.]+\s*$|^\W*\d{1,2}[.)]\s+")
"""What stands beside a name and leaves it the same: examples in brackets, a colon, a number."""
_HEAD = re.compile(
    r"\s*(?P<mark>[^\n:;.,–—(-]{2,30}?)\s*(?:[:;.,–—(\n]| - |$)(?P<rest>.*)", re.DOTALL
)
_LONGEST_NAME = 100
_Named = TypeVar("_Named", bound=Option)


def group_called(label: str) -> str:
    """Return which group of people a label names whole: "sex" for "Gender"; empty for none."""
    return _name_in(label, tuple(_GROUPS.items()))


def mark_called(label: str) -> str:
    """Return which mark a label or a cell names whole: "none" for "Neutral"; empty for none."""
    return _name_in(label, tuple(_MARKS.items()))


def mark_in_words(text: str) -> tuple[str, str]:
    """Return the mark that a cell begins with in words and what follows: "Negative – the path"."""
    head = _HEAD.match(text)
    mark = mark_called(head["mark"]) if head else ""
    return (mark, head["rest"].strip()) if head and mark else ("", text)


@lru_cache(maxsize=2_000)
def _name_in(label: str, names: tuple[tuple[str, str], ...]) -> str:
    if len(label) > _LONGEST_NAME:
        return ""
    said = " ".join(_ADDED.sub("", label).lower().replace("’", "'").split())
    return next((name for name, words in names if re.fullmatch(words, said)), "")


def option_called(label: str, options: Iterable[_Named]) -> _Named | None:
    """Return the only row of a form that names the same group as a label, in other words."""
    group = group_called(label)
    found = [one for one in options if group and group_called(one.label) == group]
    return found[0] if len(found) == 1 else None


def label_called(label: str, options: Iterable[_Named]) -> _Named | None:
    """Return the only label of a table of people that asks the same as a label, in other words."""
    names = tuple(_FIELDS.items())
    name = _name_in(label, names)
    found = [one for one in options if name and _name_in(one.label, names) == name]
    return found[0] if len(found) == 1 else None


def column_called(label: str, options: Iterable[_Named]) -> _Named | None:
    """Return the only column of a form that is the same mark as a label, in other words."""
    mark = mark_called(label)
    found = [one for one in options if mark and mark_called(one.label) == mark]
    return found[0] if len(found) == 1 else None
