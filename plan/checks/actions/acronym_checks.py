"""Whether an acronym stands for one name in the whole paper: P38."""

import re
from collections.abc import Iterator

from plan.checks.check import Found, check
from plan.checks.facts.acronyms import full_name_in, is_written_out
from plan.checks.facts.report_text import report_words
from plan.checks.paper import Paper
from plan.council.framework import bare_words
from plan.model.finding import Place
from plan.model.rows import Action
from plan.papers.places import action_place, passage_place
from plan.text.remembered import remembered, remembered_by_row
from plan.text.signs import TWO_CAPITALS, Signs


@check(
    "P38",
    "ASK",
    "An acronym stands for one name.",
    "Plain-language practice: two names of one group are two groups to whoever reads them first",
)
def acronyms_have_one_name(paper: Paper) -> Iterator[Found]:
    """P38: "Adult Protection Committee (APC)" here, "Area Partnership Committee (APC)" there."""
    first: dict[str, tuple[str, str]] = {}
    for place, name, full in _written_out(paper):
        bare = " ".join(one.rstrip("s") for one in bare_words(full) if one not in _JOINING)
        known, typed = first.setdefault(name, (bare, full))
        if known != bare and not (known.endswith(bare) or bare.endswith(known)):
            text = f"{name} is “{full}” here, and “{typed}” elsewhere: which is right?"
            yield Found(place, text, (typed, full), about=name)


_JOINING = ("and", "the", "of", "for")
_IN_CAPITALS = re.compile(r"\((?P<name>[A-Z][A-Z&]{1,7})s?\)")


def _written_out(paper: Paper) -> Iterator[tuple[Place, str, str]]:
    for words in report_words(paper):
        for name, full in _names_in(words.text):
            yield passage_place(paper.plan, words.passage), name, full
    for action in paper.actions_saying(_TIED):
        for field, name, full in _names_of(action):
            yield action_place(paper.plan, action.id, field), name, full


_TIED = Signs(TWO_CAPITALS, ") – - known or.")
"""What stands wherever an acronym is tied to its name."""
_BETWEEN_DASHES = re.compile(
    r"\b(?P<name>[A-Z]{2,8}) [–-] (?P<full>[A-Z][\w’'-]+(?: [\w’'-]+){1,8}?)(?= [–-] |[.,;]|$)"
)
_KNOWN_AS = re.compile(r",? (?:also |to be )?(?:known as|, or) (?:the )?(?P<name>[A-Z]{2,8})\b")
_BEFORE_BRACKETS = re.compile(r"\b(?P<name>[A-Z]{2,8}) \((?=[A-Z])(?P<full>[^()]{6,80})\)")


@remembered
def _in_brackets(text: str) -> str:
    """Return a text with its acronyms in brackets behind their names, however it ties them."""
    text = _KNOWN_AS.sub(r" (\g<name>)", text)
    for pattern in (_BETWEEN_DASHES, _BEFORE_BRACKETS):
        text = pattern.sub(_turned, text)
    return text


def _turned(found: re.Match[str]) -> str:
    is_tied = is_written_out(found["name"], found["full"])
    return f"{found['full']} ({found['name']})" if is_tied else found[0]


@remembered
def _names_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the acronyms that a text ties to a name, each with that name."""
    told, start = [], 0
    text = _in_brackets(text) if _TIED.stand_in(text) else ""
    for found in _IN_CAPITALS.finditer(text):
        if full := full_name_in(found["name"], text[start : found.end()]):
            told.append((found["name"], full))
        start = found.end()
    return tuple(told)


@remembered_by_row
def _names_of(action: Action) -> tuple[tuple[str, str, str], ...]:
    texts = (
        ("text", action.text),
        *(("leads", one) for one in action.leads),
        *(("success_criteria", one) for one in action.success_criteria),
    )
    return tuple((field, *one) for field, text in texts for one in _names_in(text))
