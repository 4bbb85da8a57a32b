"""What of a public copy may still point to a person: told to the officer, never left out unasked.

A rule cannot know whether "2 children in one school" are known to everybody there; the officer can.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plan.checks.facts.known_people import client_named_in, known_in, name_of_lead, person_named_in
from plan.council.form import Form
from plan.council.format import Format
from plan.model.finding import Place
from plan.papers.leaving_out import GONE
from plan.papers.names import name_kind
from plan.papers.plan_texts import PlanText, texts_of
from plan.papers.public_copy import PublicCopy
from plan.reading.person_names import ORDINARY, NamePattern, PersonName, people_in
from plan.text.plain_letters import plain_letters

_NOT_PRINTED = ("source", "consultations")
_LEAST_NAME = 3
"""Letters of a first name that is looked for alone."""


class StillThere(NamedTuple):
    """Words by which somebody could be known, and where they stand."""

    words: str
    place: Place


def still_there(
    public: PublicCopy, council: Format, forms: Mapping[str, Form]
) -> tuple[StillThere, ...]:
    """Return what may still point to a person, each words once at each place."""
    alone = tuple(_alone(one) for one in public.people)
    signatories = tuple(map(NamePattern, people_in(public.plan.report.signatory)))
    found: dict[StillThere, None] = {}
    for text in texts_of(public.plan, council, forms):
        is_signature = text.row.table == "report" and text.field == "signatory"
        if text.row.table in _NOT_PRINTED or is_signature:
            continue
        for words in _known_in(text, council, alone):
            if not any(one.is_all_of(words) for one in signatories):
                found[StillThere(words.strip(), text.place)] = None
    return tuple(found)


def _known_in(text: PlanText, council: Format, alone: Iterable[re.Pattern[str]]) -> Iterator[str]:
    is_lead = name_kind(text, council) == "lead"
    for line in text.text.split("\n"):
        said = line.replace(GONE, " ")
        yield from filter(None, (known_in(said, with_names=True), client_named_in(said)))
        yield from filter(None, (name_of_lead(said) if is_lead else person_named_in(said),))
        plain = plain_letters(said).text
        for pattern in alone:
            yield from (match[0] for match in pattern.finditer(plain))


def _alone(name: PersonName) -> re.Pattern[str]:
    """Return what is left of a name: a first name, initials, a surname that is a word."""
    words = [one for one in name.firsts if len(one.strip(".")) >= _LEAST_NAME]
    words += [name.surname] if name.is_ordinary else []
    kept = [word for word in words if word.casefold() not in ORDINARY or word == name.surname]
    likely = [re.escape(word.capitalize()) for word in kept if "-" not in word]
    likely += [re.escape(word) for word in kept if "-" in word]
    if len(name.initials) > 1 and name.firsts:
        likely.append(r"\.?\s?".join(map(re.escape, name.initials)) + r"\b\.?")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(likely) or '(?!)'})(?![\w-])")
