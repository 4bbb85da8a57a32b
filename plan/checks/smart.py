"""The success criteria (P9): it asks, names the missing part, and never rewrites."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plan.checks.finding import Check, Found, check
from plan.checks.paper import Paper
from plan.checks.places import action_place
from plan.rows import Action

_SMART = "SMART criteria, as the paper itself promises or as inspectors expect"
_MEASURE = re.compile(
    r"\d|\b(?:per ?cent|percentage|proportion|rate|number of|how many|half|third|quarters? of|all|"
    r"every|none|no more than|at least|increase|decrease|rise|fall|reduc\w+|survey\w*|audit\w*|"
    r"measure\w*|perceptions?|patterns?|evaluations?|feedback|evidence of|data)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\d|\b(?:all|every|none|half|at least|no more than|per ?cent)\b", re.IGNORECASE
)
_BY = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:each|every|annually|monthly|quarterly|yearly|termly|weekly|by the end|"
    r"january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:appropriate(?:ly)?|as required|where possible|as necessary|robust|effective(?:ly)?|"
    r"clearly demonstrate|timely|regular(?:ly)?|adequate(?:ly)?)\b",
    re.IGNORECASE,
)


@check("P9", "ASK", "Success can be judged: by what, from where, how far, by when.", _SMART)
def success_can_be_judged(paper: Paper) -> Iterator[Found]:
    """P9: no criterion, the same text twice, or parts missing; one question to an action."""
    first_said: dict[str, str] = {}
    for action in paper.plan.actions:
        place = action_place(paper.plan, action.id, "success_criteria")
        if not action.success_criteria:
            yield Found(place, "It is not said how success is judged.", (), "FIX")
            continue
        ref = paper.plan.ref_of(action.id)
        missing, vague = _missing(action), _vague(action)
        if missing:
            asked = f"Success has no {_in_words(missing)}: how will the committee know?"
            also = f" What does “{vague}” mean here?" if vague else ""
            yield Found(place, f"{asked}{also}", action.success_criteria)
        elsewhere = sorted(
            {first_said[text] for text in action.success_criteria if text in first_said}
        )
        if elsewhere:
            text = f"A criterion is word for word that of {', '.join(elsewhere)}: is it of both?"
            yield Found(place, text, action.success_criteria, "INFO")
        for text in action.success_criteria:
            first_said.setdefault(text, ref)


@lru_cache(maxsize=8_192)
def _missing(action: Action) -> tuple[str, ...]:
    text = " ".join(action.success_criteria)
    parts = (("measure", _MEASURE), ("target", _TARGET), ("date", _BY))
    return tuple(name for name, pattern in parts if not pattern.search(text))


@lru_cache(maxsize=8_192)
def _vague(action: Action) -> str:
    match = _VAGUE.search(" ".join(action.success_criteria))
    return match[0] if match else ""


def _in_words(parts: tuple[str, ...]) -> str:
    return " and no ".join([", no ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


SMART_CHECKS: tuple[Check, ...] = (success_can_be_judged,)
